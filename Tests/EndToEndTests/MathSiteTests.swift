import FrontisTestSupport
import Testing

/// TeX in posts, by the site's choice.
@Suite(.timeLimit(.minutes(10))) struct MathSiteTests {
    private func site(_ math: String, _ text: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: math + "\n")
        try site.write("content/a.md", text)
        try site.write("templates/page.mustache", "{{{page.content}}}\n")
        return site
    }

    @Test func itBecomesMathML() async throws {
        let site = try site("math: mathml", "---\ntitle: A\n---\nThe $x_1$ and `$y$` cost $5.\n\n$$\na < b\n$$\n\n\\(z\\)\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        let page = try site.page("a/index.html")
        #expect(page.contains("<p>The <math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow><msub><mi>x</mi><mn>1</mn></msub></mrow>"))
        #expect(page.contains("<code>$y$</code> cost $5.</p>") && page.contains("display=\"block\"") && page.contains("<mo>&lt;</mo>"))
        #expect(page.ranges(of: "<math").count == 3)
        // Kept beside code: the cache alone says it again.
        let folder = site.folder
        #expect(try folder.tree(of: ".frontis/cache/v1/code").count == 3)
    }

    /// Wherever they stand, and in whatever order the page shows them.
    @Test(arguments: [
        "x[^1]\n\n[^1]: foot $f$\n\n$y$ $z$", "a[^2] b[^1]\n\n[^1]: one $f$\n[^2]: two $y$\n\n$z$", "    $x$\n\n$f$ $y$ $z$", "<div>$i$</div>\n\n$f$ $y$ $z$",
        "<!-- $i$ -->\n\n$f$ $y$ $z$", "![$a$](https://a.example/x.png) $f$ $y$ $z$", "[^9]: unused $u$\n\n$f$ $y$ $z$", "| a |\n|---|\n| $f$ | $q$ |\n\n$y$ $z$",
        "*[HTML]: Hyper $x$\n\nHTML $f$ $y$ $z$",
    ])
    func noneIsLost(text: String) async throws {
        for setting in ["mathml", "true"] {
            let site = try site("math: \(setting)\nalt: { require: none }\ndiagnostics: { alt-suspicious: note, alt-missing: note, image-missing: note }", text + "\n")
            #expect(try await site.run("build", environment: [:]).status == 0)
            let page = try site.page("a/index.html")
            for sign in ["f", "y", "z"] where text.contains("$\(sign)$") {
                #expect(page.contains(setting == "mathml" ? "<mi>\(sign)</mi>" : "$\(sign)$"), "\(setting) \(sign): \(page)")
            }
            #expect(!page.contains(/M\d/))
        }
    }

    @Test func quotesAndMoneyAreNoPartOfIt() async throws {
        let site = try site("math: mathml", "> $$\n> a\n> $$\n\n> > $b\n> > c$\n\n> - $$\n>   d\n>   $$\n\nIt cost $10 (was $x$) or $5, then $y=3$.\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        let page = try site.page("a/index.html")
        #expect(page.ranges(of: "<math").count == 5 && !page.contains("<mo>&gt;</mo>"))
        #expect(page.contains("It cost $10 (was <math") && page.contains("or $5, then <math"))
    }

    /// A page may want it alone; what would make links is refused; labels are for who refers to them.
    @Test func onePageAlone() async throws {
        let site = try site("", "---\ntitle: A\nmath: mathml\n---\n$$\na \\label{eq:a}\n$$\n\n$$\n\\href{https://example.org/}{b}\n$$\n")
        let run = try await site.run("build", environment: [:])
        #expect(try site.page("a/index.html").contains("<mi>a</mi>"))
        #expect(
            run.standardError.hasPrefix("content/a.md:10:1: warning: TeX cannot be read: \\href is not read here [math-unreadable]"),
            "\(run.standardError)")
    }

    @Test func itStaysForAScriptOtherwise() async throws {
        let left = try site("math: true", "$x$\n")
        #expect(try await left.run("build", environment: [:]).status == 0)
        #expect(try left.page("a/index.html") == "<p>$x$</p>\n\n")
        let page = try site("math: mathml", "---\nmath: false\n---\n$*x*$\n")
        #expect(try await page.run("build", environment: [:]).status == 0)
        #expect(try page.page("a/index.html") == "<p>$<em>x</em>$</p>\n\n")
    }

    @Test func whatCannotBeReadIsShownAsItIs() async throws {
        let site = try site("math: mathml", "---\ntitle: A\n---\nText.\n\nThe $\\frac{<b>$ and $\\nosuch$.\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0)
        #expect(
            run.standardError == """
                content/a.md:6:5: warning: TeX cannot be read: Unexpected end of input in a macro argument, expected '}' at end of input: \\frac{<b> [math-unreadable]
                  6 | The $\\frac{<b>$ and $\\nosuch$.
                    |     ^~~~~~~~~~~
                    help: it is shown as it is written; math: false in the page leaves all of it alone
                content/a.md:6:21: warning: TeX cannot be read: Undefined control sequence: \\nosuch at position 1: \\nosuch [math-unreadable]
                  6 | The $\\frac{<b>$ and $\\nosuch$.
                    |                     ^~~~~~~~~
                    help: it is shown as it is written; math: false in the page leaves all of it alone
                2 warnings

                """)
        #expect(try site.page("a/index.html").contains("<p>The $\\frac{&lt;b&gt;$ and $\\nosuch$.</p>"))
        let other = try self.site("math: latex", "x\n")
        #expect(
            try await other.run("build", environment: [:]).standardError.contains(
                "frontis.yaml:2:7: error: math must be true, false or mathml, not 'latex' [configuration-value]"))
    }
}
