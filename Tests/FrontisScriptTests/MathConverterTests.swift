import FrontisCore
import FrontisTestSupport
import FrontisXML
import Testing

@testable import FrontisScript

/// TeX becomes MathML that browsers of today show.
@Suite(.timeLimit(.minutes(10))) struct MathConverterTests {
    private static let converter = MathConverter(jobs: 2)

    private func markup(_ tex: String, isDisplay: Bool = false) -> String {
        guard case .mathML(let markup) = Self.converter.mathML(of: tex, isDisplay: isDisplay) else { return "" }
        return markup
    }

    @Test(arguments: [
        "e^{i\\pi} + 1 = 0", "\\frac{a}{b}", "\\sqrt[3]{x}", "\\sum_{n=1}^\\infty \\frac{1}{n^2}", "\\int_0^1 x\\,dx", "\\mathbb{R}", "\\mathcal{L}",
        "\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}", "\\left( \\frac{x}{y} \\right)",
        "\\text{if } x > 0", "a < b \\& c", "\\vec{v} \\cdot \\hat{n}", "\\lim_{x \\to 0}", "\\binom{n}{k}", "\\overline{AB}", "\\alpha\\beta\\Gamma",
        "\\begin{cases} 1 & x \\\\ 0 & y \\end{cases}", "x'", "\\color{red} x", "\\mathbf{A}\\boldsymbol{\\alpha}",
    ])
    func formulasAreRead(tex: String) throws {
        let markup = markup(tex, isDisplay: true)
        #expect(markup.hasPrefix("<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\">") && markup.hasSuffix("</math>"))
        _ = try XMLDocument(markup)
        // What MathML Core has no word for.
        #expect(!markup.contains(/mathvariant="(?!normal)/))
    }

    @Test func lettersOfOtherAlphabetsAreCharacters() {
        #expect(markup("\\mathbb{RQab1}").contains("ℝ") && markup("\\mathbb{A}").contains("𝔸"))
        #expect(markup("\\mathcal{LA}").contains("ℒ") && markup("\\mathcal{A}").contains("𝒜"))
        #expect(markup("\\mathfrak{C}").contains("ℭ") && markup("\\mathbf{x1}").contains("𝐱") && markup("\\boldsymbol{\\alpha}").contains("𝜶"))
        #expect(markup("\\mathrm{d}").contains("mathvariant=\"normal\">d<"))
    }

    @Test func columnsStandWhereTheyShould() {
        let aligned = markup("\\begin{aligned} a &= b \\\\ &= c \\end{aligned}")
        #expect(aligned.ranges(of: "text-align:right;").count == 2 && aligned.ranges(of: "text-align:left;").count == 2)
    }

    @Test(arguments: [
        ("\\frac{a", "Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{a"), ("\\nosuch", "Undefined control sequence: \\nosuch at position 1: \\nosuch"),
        ("a^b^c", "Double superscript at position 4: a^b^c"),
    ])
    func faultsAreSaid(tex: String, expected: String) {
        #expect(Self.converter.mathML(of: tex, isDisplay: false) == .unreadable(expected))
    }

    /// What an author, or whoever an author copies from, writes is a formula and nothing else.
    @Test(arguments: [
        "\\href{javascript:alert(1)}{x}", "\\url{javascript:x}", "\\includegraphics{https://example.org/x.png}", "\\htmlData{onclick=x}{y}",
        "\\htmlStyle{background:url(x)}{y}", "\\htmlId{a}{b}", "\\text{<script>alert(1)</script>}", "\\text{\"><img src=x onerror=y>}", "\\color{red\";onclick=\"x}{y}",
        "\\htmlClass{x}{y}",
    ])
    func nothingButMathComesOut(tex: String) throws {
        guard case .mathML(let markup) = Self.converter.mathML(of: tex, isDisplay: false) else { return }
        _ = try XMLDocument(markup)
        let tags = markup.matches(of: /<([a-zA-Z]+)([^>]*)>/).map { ($0.output.1, $0.output.2.lowercased()) }
        #expect(tags.allSatisfy { $0.0 == "math" || $0.0.hasPrefix("m") || ["semantics", "annotation"].contains($0.0) }, "\(markup)")
        #expect(!tags.contains { $0.1.contains("href") || $0.1.contains("onclick") || $0.1.contains("url(") || $0.1.contains("src=") })
    }

    /// Formulas that expand for ever end, and the next one is read all the same.
    @Test func whatHasNoEndIsGivenUp() {
        for tex in ["\\def\\x{\\x\\x}\\x", String(repeating: "{", count: 2_000), String(repeating: "\\sqrt{", count: 900) + String(repeating: "}", count: 900), "\\def\\a{\\b}\\def\\b{\\a}\\a"] {
            if case .mathML(let markup) = Self.converter.mathML(of: tex, isDisplay: false) { #expect(markup.utf8.count < 1 << 20) }
        }
        #expect(markup("x").contains("<mi>x</mi>"))
    }
}
