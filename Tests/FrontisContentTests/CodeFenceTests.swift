import FrontisCore
import Testing

@testable import FrontisContent

/// What stands behind a fence is read as all generators write it, and the block shows it.
@Suite struct CodeFenceTests {
    private func fence(
        _ language: String, title: String? = nil, numbers: Bool? = nil, first: Int = 1, marked: [ClosedRange<Int>] = []
    ) -> CodeFence {
        var fence = CodeFence("")
        (fence.language, fence.title, fence.numbersLines) = (language, title, numbers)
        (fence.firstNumber, fence.markedLines) = (first, marked)
        return fence
    }

    @Test func readsAllWritings() {
        let cases: [(String, CodeFence)] = [
            ("swift", fence("swift")),
            ("go {linenos=table,hl_lines=[8,\"15-17\"],linenostart=199}", fence("go", numbers: true, first: 199, marked: [8...8, 15...17])),
            ("go {linenos=false}", fence("go", numbers: false)),
            ("js {1,4-6}", fence("js", marked: [1...1, 4...6])),
            ("js{2}", fence("js", marked: [2...2])),
            ("jsx title=\"src/App.jsx\" {2} showLineNumbers", fence("jsx", title: "src/App.jsx", numbers: true, marked: [2...2])),
            ("js title='a b.js'", fence("js", title: "a b.js")),
            ("rust,linenos,hl_lines=3-4 7", fence("rust", numbers: true, marked: [3...4])),
            ("rust, linenos, linenostart=20, hl_lines=\"3-4 8-9\", name=a.rs", fence("rust", title: "a.rs", numbers: true, first: 20, marked: [3...4, 8...9])),
            ("{.python .numberLines startFrom=\"10\"}", fence("python", numbers: true, first: 10)),
            ("ts:src/a.ts", fence("ts", title: "src/a.ts")),
            ("c++", fence("c++")),
            ("text filename=\"x\"", fence("text", title: "x")),
            ("js {hl_lines=[2]} title=“typographic”", fence("js", title: "typographic", marked: [2...2])),
            ("", fence("")),
            ("js {9-2, 0, -3, 99999999999999999999}", fence("js", marked: [3...3])),
            ("js {", fence("js")), ("{", fence("")), ("{}", fence("")), ("js title=\"", fence("js", title: "\"")),
        ]
        for (info, expected) in cases { #expect(CodeFence(info) == expected, "\(info)") }
        #expect(CodeFence(String(repeating: "{1}", count: 5_000)) == fence(""))
    }

    private func html(_ text: String, numbers: Bool = false, highlights: Bool = true) -> String {
        var style = Markdown.Style()
        style.code.numbersLines = numbers
        style.code.highlights = highlights
        style.highlight = { code, language in
            language == "x" ? "<span class=\"token a\">\(code.replacing("<", with: "&lt;"))</span>" : nil
        }
        return Markdown.read(SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style).body.html
    }

    @Test(arguments: [
        ("```x\na < b\n```\n", "<pre tabindex=\"0\"><code class=\"language-x\"><span class=\"token a\">a &lt; b\n</span></code></pre>\n"),
        ("```y\na < \"b\"\n```\n", "<pre tabindex=\"0\"><code class=\"language-y\">a &lt; &quot;b&quot;\n</code></pre>\n"),
        ("```\na\n```\n", "<pre><code>a\n</code></pre>\n"),
        ("    a\n", "<pre><code>a\n</code></pre>\n"),
        (
            "```x {2} title=\"a <b>\"\n1\n2\n\n3\n```\n",
            "<figure class=\"code\">\n<figcaption>a &lt;b&gt;</figcaption>\n<pre tabindex=\"0\"><code class=\"language-x\">"
                + "<span class=\"line\"><span class=\"token a\">1</span></span>\n"
                + "<span class=\"line marked\"><span class=\"token a\">2</span></span>\n"
                + "<span class=\"line\"><span class=\"token a\"></span></span>\n"
                + "<span class=\"line\"><span class=\"token a\">3</span></span>\n</code></pre>\n</figure>\n"
        ),
        ("```y linenos linenostart=5\na\n```\n", "<pre tabindex=\"0\" class=\"numbered\" style=\"--first-line: 4\"><code class=\"language-y\"><span class=\"line\">a</span>\n</code></pre>\n"),
        ("- a\n\n  ```y\n  b\n  ```\n", "<ul>\n<li>\n<p>a</p>\n<pre tabindex=\"0\"><code class=\"language-y\">b\n</code></pre>\n</li>\n</ul>\n"),
        ("```y\n\u{1}C0\u{1} &#1;\n```\n\n```y\nb\n```\n", "<pre tabindex=\"0\"><code class=\"language-y\">C0 &amp;#1;\n</code></pre>\n<pre tabindex=\"0\"><code class=\"language-y\">b\n</code></pre>\n"),
        ("``` \"><b>\na\n```\n", "<pre tabindex=\"0\"><code class=\"language-&quot;&gt;&lt;b&gt;\">a\n</code></pre>\n"),
    ])
    func blocks(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test func longBlocksHaveRoomForTheirNumbers() {
        let text = "```y linenos linenostart=95\n" + String(repeating: "a\n", count: 10) + "```\n"
        #expect(html(text).hasPrefix("<pre tabindex=\"0\" class=\"numbered\" style=\"--first-line: 94; --digits: 3\">"))
    }

    /// A page of nothing but code costs no more than so much.
    @Test func codeBeyondTheLimitStaysPlain() {
        let block = "```x\n" + String(repeating: "a", count: 200 << 10) + "\n```\n\n"
        #expect(html(String(repeating: block, count: 4)).ranges(of: "<span class=\"token a\">").count == 2)
    }

    @Test func theSiteDecides() {
        #expect(html("```x\na\n```\n", highlights: false) == "<pre tabindex=\"0\"><code class=\"language-x\">a\n</code></pre>\n")
        #expect(html("```\na\n```\n", numbers: true) == "<pre tabindex=\"0\" class=\"numbered\"><code><span class=\"line\">a</span>\n</code></pre>\n")
        #expect(html("```x {linenos=false}\na\n```\n", numbers: true).contains("<pre tabindex=\"0\"><code"))
    }
}
