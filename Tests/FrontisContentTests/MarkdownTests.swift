import FrontisText
import FrontisCore
import Testing

@testable import FrontisContent

/// Body HTML with gaps shown as `[picture …]` and `[link …]`.
func html(_ markdown: String, title: String? = "t") -> String {
    let source = SourceText(path: "content/a.md", text: markdown)
    let body = Markdown.read(source, from: 0, lineOffset: 0, title: title).body
    return body.filled(body.html) { filling in
        switch filling {
        case .picture(let picture):
            "[picture \(picture.target) alt=\(picture.alt ?? "nil")\(picture.standsAlone ? " alone" : "")]"
        case .link(let link): "[link \(link.address)]"
        }
    }
}

@Suite struct MarkdownTests {
    @Test(arguments: [
        ("## Fares\n\n## Fares\n", "<h2 id=\"fares\">Fares</h2>\n<h2 id=\"fares-1\">Fares</h2>\n"),
        ("## A *b* `c` {#own}\n", "<h2 id=\"own\">A <em>b</em> <code>c</code></h2>\n"),
        ("## Grüße\n", "<h2 id=\"grüße\">Grüße</h2>\n"),
        ("# t\n\nText\n", "<p>Text</p>\n"),
        ("~~gone~~ https://a.example/ -- \"quoted\"\n", "<p><del>gone</del> <a href=\"https://a.example/\">https://a.example/</a> – “quoted”</p>\n"),
        (
            "- [x] done\n- [ ] *to* \"do\" <b>now</b>\n",
            "<ul>\n<li><input type=\"checkbox\" aria-label=\"done\" checked=\"\" disabled=\"\" /> done</li>\n"
                + "<li><input type=\"checkbox\" aria-label=\"to “do” now\" disabled=\"\" /> <em>to</em> “do” <b>now</b></li>\n</ul>\n"
        ),
        ("|a|\n|:-:|\n|b|\n", "<table>\n<thead>\n<tr>\n<th style=\"text-align: center\">a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style=\"text-align: center\">b</td>\n</tr>\n</tbody>\n</table>\n"),
        ("[x](b.md#c \"t\") [y](#z) [w](https://e.org)\n", "<p><a href=\"[link b.md#c]\" title=\"t\">x</a> <a href=\"[link #z]\">y</a> <a href=\"https://e.org\">w</a></p>\n"),
        ("![A *fox*](fox.png)\n", "[picture address(\"fox.png\") alt=A fox alone]\n"),
        ("See ![](ai:map) here\n", "<p>See [picture slot(map) alt=nil] here</p>\n"),
        ("![](<ai:a fox  in snow>)\n", "[picture slot(ai:a fox in snow) alt=nil alone]\n"),
        ("a\u{1}P0\u{1}b &#1;P0&#1; ![x](y.png)\n", "<p>aP0b �P0� [picture address(\"y.png\") alt=x]</p>\n"),
    ])
    func rendering(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        ("<div><b>open\n\ntext\n", "<div><b>open\n</b><p>text</p>\n</div>"),
        ("text\n\n</div>\n", "<p>text</p>\n\n"),
        ("<ul><li>a<li>b</ul>\n", "<ul><li>a</li><li>b</li></ul>\n"),
        ("a <div>b</div> c\n", "<p>a </p><div>b</div> c\n"),
        ("<!-- never closed\n\ntext\n", ""),
        ("<svg><path d=\"M0 0\"/></svg>\n", "<p><svg><path d=\"M0 0\"/></svg></p>\n"),
        ("<script>if (a < b) {}</script>\n", "<script>if (a < b) {}</script>\n"),
        ("<details><summary>s</summary>\n\ntext\n\n</details>\n", "<details><summary>s</summary>\n<p>text</p>\n</details>\n"),
    ])
    func carelessHTMLIsClosed(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        ("![a](h.png)![b](m.png)\n", "<p>[picture address(\"h.png\") alt=a][picture address(\"m.png\") alt=b]</p>\n"),
        (
            "<p><img src=\"h.png\" alt=\"a\"><img src=\"m.png\" alt=\"b\"></p>\n",
            "<p>[picture address(\"h.png\") alt=a][picture address(\"m.png\") alt=b]</p>\n"
        ),
        ("![a [x](b.md) ![c](d.png)](e.png) [y](f.md)\n", "<p>[picture address(\"e.png\") alt=a x c] <a href=\"[link f.md]\">y</a></p>\n"),
        ("![a <img src=\"x.png\">](e.png)![b](f.png)\n", "<p>[picture address(\"e.png\") alt=a][picture address(\"f.png\") alt=b]</p>\n"),
        ("[x](a.md \"&#1;L0&#1;\") [y](b.md)\n", "<p><a href=\"[link a.md]\" title=\"�L0�\">x</a> <a href=\"[link b.md]\">y</a></p>\n"),
        ("``` &#1;P0&#1;\n```\n\n![b](f.png)\n", "<pre tabindex=\"0\"><code class=\"language-�P0�\"></code></pre>\n[picture address(\"f.png\") alt=b alone]\n"),
    ])
    func marksStandSideBySide(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test(arguments: [
        ("<?xml version=\"1.0\"?>\n\ntext\n", "\n<p>text</p>\n"),
        ("<?xml version=\"1.0\">\n\ntext\n", "\n\ntext\n"),
        ("<!DOCTYPE html>\n\ntext\n", "\n<p>text</p>\n"),
        ("<!doctype html>\ntext\n", "<p>\ntext</p>\n"),
        ("<!doctype html PUBLIC \"-//W3C\" \"http://www.w3.org/x.dtd\">\n\ntext\n", "<p>text</p>\n"),
        ("`<!doctype html>` text\n", "<p><code>&lt;!doctype html&gt;</code> text</p>\n"),
        ("<![CDATA[a > b]]>\n\ntext\n", "\n<p>text</p>\n"),
        ("a <![CDATA[b]]> c <?php echo \"a>b\" ?> d <!X y> e\n", "<p>a  c  d  e</p>\n"),
        ("<div><svg><style><![CDATA[a > b]]></style><text><![CDATA[<c>]]></text></svg></div>\n", "<div><svg><style><![CDATA[a > b]]></style><text><![CDATA[<c>]]></text></svg></div>\n"),
        ("<div>\n<![CDATA[ a\n</div>\n", "<div>\n a\n</div>\n"),
    ])
    func whatBelongsToXMLIsNotShown(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    @Test func shortcodesAreTextWithAWarning() {
        let source = SourceText(path: "content/a.md", text: "Text\n\n{{< youtube abc >}}\n\n`{{ fine }}`\n")
        let markdown = Markdown.read(source, from: 0, lineOffset: 0, title: "t")
        #expect(
            markdown.diagnostics.map(DiagnosticFormatter().text) == [
                """
                content/a.md:3:1: warning: '{{< youtube' is shown as it is: bodies are no templates [body-template-syntax]
                  3 | {{< youtube abc >}}
                    | ^~~~~~~~~~~
                    help: write templates/shortcodes/youtube.mustache, or Markdown in its place, or put it into a code span if it is meant as text

                """
            ])
    }

    @Test func importsOfMDXAreTextWithAWarning() {
        let text = "import A from \"./A.astro\";\n\nText.\n\n- import b from \"c\"\n\nWe import tea from \"China\".\n"
        let source = SourceText(path: "content/a.md", text: text)
        #expect(
            Markdown.read(source, from: 0, lineOffset: 0, title: "t").diagnostics.map(DiagnosticFormatter().text) == [
                """
                content/a.md:1:1: warning: 'import' is shown as it is: bodies are Markdown, not MDX [body-template-syntax]
                  1 | import A from "./A.astro";
                    | ^~~~~~
                    help: take the line out, and write Markdown or HTML in place of the components

                """
            ])
    }

    @Test func parallelEqualsSerial() async {
        var generator = SystemRandomNumberGenerator()
        let seed = UInt64.random(in: 0...UInt64.max, using: &generator)
        print("seed of parallelEqualsSerial: \(seed)")
        let documents = MarkdownSamples(seed: seed).documents(1000)
        let serial = documents.map { html($0) }
        let parallel = await documents.parallelMap(jobs: 8) { html($0) }
        let different = zip(serial, parallel).filter { $0 != $1 }.count
        #expect(different == 0)
    }
}

/// Documents made of what the shared state of the Markdown library is touched by.
struct MarkdownSamples {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    func documents(_ count: Int) -> [String] {
        var samples = self
        let pieces = [
            "~~struck~~", "www.example.org", "a ~ b", "https://e.org/x_y", "mail a@b.example", "*w*", "**who**",
            "`code`", "[l](x.md)", "![p](q.png)", "text", "\n\n", "\n- item", "\n## Head\n\n", "|a|b|\n|-|-|\n|c|d|\n",
            "[^1]", "\n\n[^1]: note\n\n", "\"q\"", "wwww~~~w:", "<b>raw</b>",
        ]
        return (0..<count).map { _ in
            (0..<(20 + samples.next(40))).map { _ in pieces[samples.next(pieces.count)] }.joined(separator: " ")
        }
    }
}
