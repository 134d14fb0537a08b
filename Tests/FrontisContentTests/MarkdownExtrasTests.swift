import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// What Markdown of others has besides GitHub's, each by its own setting.
@Suite struct MarkdownExtrasTests {
    private func html(_ text: String, _ extras: MarkdownExtras) -> String {
        var style = Markdown.Style()
        style.extras = extras
        let markdown = Markdown.read(
            SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
        return markdown.body.html.replacing(/\n?(<\/?d[ltd]>)\n?/, with: { $0.output.1 })
    }

    @Test(arguments: [
        ("Apple\n: Fruit\n", "<dl><dt>Apple</dt><dd>Fruit</dd></dl>"),
        ("Apple\n:   Fruit *x*\n: Firm\n", "<dl><dt>Apple</dt><dd>Fruit <em>x</em></dd><dd>Firm</dd></dl>"),
        ("A\nB\n: c\n\nD\n\n: e\n\nEnd\n", "<dl><dt>A</dt><dt>B</dt><dd>c</dd><dt>D</dt><dd>e</dd></dl><p>End</p>\n"),
        ("A\n: b\nlazy\n", "<dl><dt>A</dt><dd>b\nlazy</dd></dl>"),
        (
            "A\n\n:   one\n\n    two\n\n    - x\n\n        code\n\n: three\n",
            "<dl><dt>A</dt><dd><p>one</p>\n<p>two</p>\n<ul>\n<li>\n<p>x</p>\n<p>code</p>\n</li>\n</ul></dd><dd>three</dd></dl>"
        ),
        ("A\n: ```\n  x\n  ```\n", "<dl><dt>A</dt><dd><pre><code>x\n</code></pre></dd></dl>"),
        ("> A\n> : b\n", "<blockquote><dl><dt>A</dt><dd>b</dd></dl></blockquote>\n"),
        ("- A\n  : b\n- c\n", "<ul>\n<li><dl><dt>A</dt><dd>b</dd></dl></li>\n<li>c</li>\n</ul>\n"),
        ("A[^1]\n: b\n\n[^1]: n\n", nil),
        // Neither a time nor a colon without a blank, nor one without a term.
        ("At\n:30\n", "<p>At\n:30</p>\n"), (": x\n", "<p>: x</p>\n"), ("# A\n: x\n", "<h1>A</h1>\n<p>: x</p>\n"),
        ("A\n:\n", "<p>A\n:</p>\n"), ("A\n\n    : x\n", "<p>A</p>\n<pre><code>: x\n</code></pre>\n"),
        ("a | b\n--|--\n: c | d\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>: c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n"),
    ])
    func definitionLists(text: String, expected: String?) {
        let html = html(text, .definitionLists)
        if let expected {
            #expect(html.replacing(" id=\"a\"", with: "") == expected)
        }
        #expect(self.html(text, []).contains("<dl>") == false)
    }

    @Test(arguments: [
        ("==a== b", "<mark>a</mark> b"), ("a==b *c*==d", "a<mark>b <em>c</em></mark>d"), ("*x ==y== z*", "<em>x <mark>y</mark> z</em>"),
        ("a == b == c", "a == b == c"), ("===a===", "===a==="), ("==a ==", "==a =="), ("\\==a==", "==a=="), ("`==a==`", "<code>==a==</code>"),
        ("[==a==](/b/)", "[==a==]"), ("==a", "==a"), ("==[a==b](c)==", nil), ("<b title=\"==x==\">", nil),
    ])
    func marks(text: String, expected: String?) {
        let html = html(text + "\n", .marks)
        if let expected, !expected.hasPrefix("[") { #expect(html == "<p>\(expected)</p>\n") }
        #expect(html.ranges(of: "<mark>").count == html.ranges(of: "</mark>").count)
        #expect(!self.html(text, []).contains("<mark>"))
    }

    @Test(arguments: [
        ("H~2~O", "H<sub>2</sub>O"), ("m^2^", "m<sup>2</sup>"), ("x^(n-1)^.", "x<sup>(n-1)</sup>."), ("~~out~~", "<del>out</del>"),
        ("~~a~b~c~~", "<del>a<sub>b</sub>c</del>"), ("a ~ b ~ c", "a ~ b ~ c"), ("x^a b^", "x^a b^"), ("~a b~ ~c~", "~a b~ <sub>c</sub>"),
        ("\\~a~ \\^b^", "~a~ ^b^"), ("`H~2~O`", "<code>H~2~O</code>"), ("^^a^^", "^^a^^"), ("x^", "x^"),
    ])
    func subAndSuperscript(text: String, expected: String) {
        #expect(html(text + "\n", [.subscripts, .superscripts]) == "<p>\(expected)</p>\n")
    }

    /// A cell of a table has what any line has.
    @Test func tablesHaveThemToo() {
        let text = "| ==b== x HTML |\n|---|\n| H~2~O^2^ :smile: HTML |\n\n*[HTML]: Hyper\n"
        let html = html(text, [.marks, .subscripts, .superscripts, .emoji, .abbreviations])
        #expect(html.contains("<th><mark>b</mark> x <abbr title=\"Hyper\">HTML</abbr></th>"))
        #expect(html.contains("<td>H<sub>2</sub>O<sup>2</sup> 😄 <abbr title=\"Hyper\">HTML</abbr></td>"))
    }

    /// Footnotes begin with the same sign.
    @Test func footnotesStayWhatTheyAre() {
        let text = "A[^1] and 2^3^.\n\n[^1]: B\n"
        #expect(html(text, .superscripts) == html(text, []).replacing("2^3^", with: "2<sup>3</sup>"))
    }

    @Test(arguments: [
        (":smile: :+1:", "😄 👍"), ("a:tada:b", "a🎉b"), (":nope: 10:20:30 ::", ":nope: 10:20:30 ::"), ("\\:smile:", ":smile:"),
        ("`:smile:`", "<code>:smile:</code>"), ("https://example.org/:smile:", nil), (":smile", ":smile"),
    ])
    func emoji(text: String, expected: String?) {
        let html = html(text + "\n", .emoji)
        if let expected { #expect(html == "<p>\(expected)</p>\n") }
        #expect(self.html(text, []).contains("😄") == false)
    }

    @Test func abbreviationsAreExplained() {
        let text = "HTML, XHTML and \"HTML\". [HTML](/a/) `HTML`\n\n*[HTML]: Hyper \"Text\" <b>\n*[C++]: A language\n\n# C++ C++11\n\n*[not]: alone\nmore\n"
        let html = html(text, .abbreviations)
        let abbr = "<abbr title=\"Hyper &quot;Text&quot; &lt;b&gt;\">HTML</abbr>"
        #expect(html.hasPrefix("<p>\(abbr), XHTML and “\(abbr)”. "))
        #expect(html.ranges(of: "<abbr").count == 4 && html.contains("<code>HTML</code>"))
        #expect(html.contains("<abbr title=\"A language\">C++</abbr> C++11") && html.contains("*[not]: alone"))
        #expect(!self.html(text, []).contains("<abbr"))
    }

    /// Whatever stands together, every tag that is opened is closed, and nothing hangs.
    @Test(arguments: 0..<TestLength.of(short: 40, long: 400)) func anythingIsWellFormed(seed: Int) {
        var random = SeededNumbers(seed: UInt64(seed))
        let pieces = [
            "==", "=", "~", "~~", "^", "*", "**", "`", "[", "](x)", "\\", ":smile:", ":", "a", "b c", " ", "\n", "\n\n", ": ", "\n: ", "\n    ", "> ", "- ", "*[a]: b\n", "HTML", "{{", "<b>", "</b>", "|", "\n--|--\n",
            "[^1]", "\n[^1]: ",
        ]
        let text = (0..<60).map { _ in random.pick(pieces) }.joined()
        let html = html(text, [.callouts, .definitionLists, .abbreviations, .marks, .subscripts, .superscripts, .emoji])
        for tag in ["mark", "sub", "dl", "dt", "dd", "abbr", "del"] {
            let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
            #expect(opened == html.ranges(of: "</\(tag)>").count, "seed \(seed), \(tag): \(text)")
        }
        #expect(!html.utf8.contains(1) && !html.utf8.contains(2))
    }
}
