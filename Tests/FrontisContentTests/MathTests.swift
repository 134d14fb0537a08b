import FrontisCore
import Testing

@testable import FrontisContent

/// TeX is kept as it was written, where that is asked for.
@Suite struct MathTests {
    private func html(_ text: String, math: Bool = true) -> String {
        var style = Markdown.Style()
        style.keepsMath = math
        let source = SourceText(path: "content/a.md", text: text)
        return Markdown.read(source, from: 0, lineOffset: 0, title: "t", style: style).body.html
    }

    @Test(arguments: [
        ("\\(a*b*c\\) and \\[x_1 < y_2\\]\n", "<p>\\(a*b*c\\) and \\[x_1 &lt; y_2\\]</p>\n"),
        ("$a*b*c$ *em* $a_b$, $x$.\n", "<p>$a*b*c$ <em>em</em> $a_b$, $x$.</p>\n"),
        ("$$\n\\int_0^1 *x* \\\\\n\n& = 1\n$$\n", "<p>$$\n\\int_0^1 *x* \\\\\n\n&amp; = 1\n$$</p>\n"),
        ("It costs $5 and $6, or 7 $ and 8 $.\n", "<p>It costs $5 and $6, or 7 $ and 8 $.</p>\n"),
        ("\\$a*b*c\\$\n", "<p>$a<em>b</em>c$</p>\n"),
        ("`$a*b$` ``$x`y$`` $z$\n", "<p><code>$a*b$</code> <code>$x`y$</code> $z$</p>\n"),
        ("```\n$a_1$ \\(b\\)\n```\n\n~~~\n$$x$$\n~~~\n", "<pre><code>$a_1$ \\(b\\)\n</code></pre>\n<pre><code>$$x$$\n</code></pre>\n"),
        ("    $a_1$ indented\n", "<pre><code>$a_1$ indented\n</code></pre>\n"),
        ("[$x$](https://e.org/$a$ \"$b$\")\n", "<p><a href=\"https://e.org/$a$\" title=\"$b$\">$x$</a></p>\n"),
        ("<b title=\"$a_b$\">$c*d*e$</b>\n", "<p><b title=\"$a_b$\">$c*d*e$</b></p>\n"),
        ("## The $x^2$ law\n", "<h2 id=\"the-x2-law\">The $x^2$ law</h2>\n"), ("$open *em*\n\n$\n", "<p>$open <em>em</em></p>\n<p>$</p>\n"),
        ("$a$ \u{1}M0\u{1} &#1;M0&#1; &#1;M9&#1;\n", "<p>$a$ M0 M0 M9</p>\n"), ("\\( unclosed *em*\n", "<p>( unclosed <em>em</em></p>\n"),
        ("- $a*b*c$\n\n> $$d*e*f$$\n", "<ul>\n<li>$a*b*c$</li>\n</ul>\n<blockquote>\n<p>$$d*e*f$$</p>\n</blockquote>\n"),
    ])
    func isKept(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test func isMarkdownElse() {
        #expect(html("\\(a*b*c\\) $a*b*c$\n", math: false) == "<p>(a<em>b</em>c) $a<em>b</em>c$</p>\n")
    }

    @Test(arguments: [("", false, false), ("math: true\n", false, true), ("", true, true), ("math: false\n", true, false), ("math: katex\n", true, true)])
    func aPageOrTheSiteAsksForIt(head: String, site: Bool, isKept: Bool) throws {
        var configuration = SiteConfiguration()
        configuration.keepsMath = site
        let (page, printed) = try page("---\ntitle: x\n\(head)---\n$a*b*c$\n", configuration: configuration)
        #expect(printed == [])
        #expect(page?.body.html == (isKept ? "<p>$a*b*c$</p>\n" : "<p>$a<em>b</em>c$</p>\n"))
    }
}
