import FrontisCore
import FrontisText
import Testing

@testable import FrontisContent

/// Shortcodes in all their writings become markup where they are called, and stay text where they are shown.
@Suite struct ShortcodeTests {
    /// Templates as simple as they can be: what is called is shown with its arguments.
    private static let shortcodes = Shortcodes(
        names: ["kbd", "note", "fig", "box/wide", "link", "twice", "huge", "cls"], digest: "1"
    ) { (call) throws(Diagnostic) in
        let arguments = call.arguments.sorted { $0.key < $1.key }.map { key, value in
            switch value {
            case .text(let text): "\(key)=\(MarkupText.escaped(text))"
            case .flag(let flag): "\(key):\(flag)"
            default: key
            }
        }.joined(separator: " ")
        return switch call.name {
        case "kbd": "<kbd>\(arguments)</kbd>\n"
        case "note": "<aside>\n\(call.text == nil ? "" : Shortcodes.content)\n</aside>"
        case "fig": "<figure>\(arguments)|\(call.text.map { MarkupText.escaped($0) } ?? "-")</figure>"
        case "cls": MarkupText.escaped(call.argument("0") ?? "")
        case "link": "<a href=\"\(MarkupText.escaped(call.argument("to") ?? ""))\">x</a>"
        case "twice": "<b>\(Shortcodes.content)</b><i>\(Shortcodes.content)</i>"
        case "huge": String(repeating: "x", count: 1 << 20)
        default: "<div>\(arguments)</div>"
        }
    }

    private func read(_ text: String, math: Bool = false) -> Markdown {
        var style = Markdown.Style()
        style.shortcodes = Self.shortcodes
        style.keepsMath = math
        return Markdown.read(SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
    }

    private func html(_ text: String) -> String {
        let body = read(text).body
        return body.filled(body.html) { filling in
            switch filling {
            case .picture(let picture): "[picture \(picture.target) \(picture.alt ?? "nil")]"
            case .link(let link): "[link \(link.address)]"
            }
        }
    }

    @Test(arguments: [
        ("a {{< kbd \"Ctrl C\" >}} b\n", "<p>a <kbd>0=Ctrl C</kbd> b</p>\n"),
        ("{{< kbd x >}} words *at* the start\n", "<p><kbd>0=x</kbd> words <em>at</em> the start</p>\n"),
        ("{{% kbd a='1' b=`\\n` c=d e=true %}}.\n", "<p><kbd>a=1 b=\\n c=d e:true</kbd>.</p>\n"),
        ("{{< kbd \"say \\\"a\\\"\" />}}.\n", "<p><kbd>0=say &quot;a&quot;</kbd>.</p>\n"),
        ("{{ kbd(a=\"1\", b=2, c=[1, \"x\"]) }}.\n", "<p><kbd>a=1 b=2 c=1, x</kbd>.</p>\n"),
        ("{% include kbd.html a=\"1\" %}.\n", "<p><kbd>a=1</kbd>.</p>\n"),
        ("{% kbd \"a\", \"b\" %}.\n", "<p><kbd>0=a 1=b</kbd>.</p>\n"),
        ("{%- kbd a -%}.\n", "<p><kbd>0=a</kbd>.</p>\n"),
        ("{{< box/wide 1 >}}\n", "<div>0=1</div>\n"),
        ("{{< kbd\n  a=\"1\"\n  b=\"2\" >}}\n\nend\n", "<kbd>a=1 b=2</kbd>\n<p>end</p>\n"),
        ("- {{< kbd a >}}\n- b\n", "<ul>\n<li>\n<kbd>0=a</kbd>\n</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n\n  {{< fig a >}}\n- b\n", "<ul>\n<li>\n<p>a</p>\n<figure>0=a|-</figure>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
        ("> {{< fig a >}}\n", "<blockquote>\n<figure>0=a|-</figure>\n</blockquote>\n"),
        ("|a|\n|-|\n|{{< kbd \"a|b\" >}}|\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><kbd>0=a|b</kbd></td>\n</tr>\n</tbody>\n</table>\n"),
        ("<p title=\"x\">{{< kbd a >}}</p>\n", "<p title=\"x\"><kbd>0=a</kbd></p>\n"),
        ("{{< fig a >}} {{< fig b >}}\n", "<figure>0=a|-</figure> <figure>0=b|-</figure>\n"),
    ])
    func writings(text: String, expected: String) {
        #expect(html(text) == expected)
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test(arguments: [
        ("{{< note >}}\nInner **b** [x](b.md)\n\n- l\n{{< /note >}}\nafter\n", "<aside>\n<p>Inner <strong>b</strong> <a href=\"[link b.md]\">x</a></p>\n<ul>\n<li>l</li>\n</ul>\n</aside>\n<p>after</p>\n"),
        ("{{< note >}}One line{{< /note >}}\n", "<aside>\n<p>One line</p>\n</aside>\n"),
        ("a {{% note %}}b{{% /note %}} c\n", "<p>a </p><aside>\nb\n</aside> c\n"),
        ("{% note() %}\n![a](b.png)\n{% end %}\n", "<aside>\n[picture address(\"b.png\") a]\n</aside>\n"),
        ("{% note %}\n# h {#own}\n{% endnote %}\n", "<aside>\n<h1 id=\"own\">h</h1>\n</aside>\n"),
        ("{{< note >}}\n{{< note >}}\ndeep\n{{< /note >}}\n{{< /note >}}\n", "<aside>\n<aside>\n<p>deep</p>\n</aside>\n</aside>\n"),
        ("{{< fig 1 >}}\n*raw* <b>\n{{< /fig >}}\n", "<figure>0=1|\n*raw* &lt;b&gt;\n</figure>\n"),
        ("{{< note >}}\nno end\n", "<aside>\n\n</aside>\n<p>no end</p>\n"),
        ("{{< note >}}\n```\n{{< /note >}}\n```\n", "<aside>\n\n</aside>\n<pre><code>{{&lt; /note &gt;}}\n</code></pre>\n"),
    ])
    func textBetweenTwoTagsIsMarkdown(text: String, expected: String) {
        let shown = html(text).replacing(/\n\n+/, with: "\n")
        #expect(shown == expected.replacing(/\n\n+/, with: "\n"))
    }

    @Test(arguments: [
        ("`{{< kbd a >}}` ``{{ kbd(a=1) }}``\n", "<p><code>{{&lt; kbd a &gt;}}</code> <code>{{ kbd(a=1) }}</code></p>\n"),
        ("```\n{{< kbd a >}}\n```\n", "<pre><code>{{&lt; kbd a &gt;}}\n</code></pre>\n"),
        ("a\n\n    {{< kbd a >}} {{< note >}}x{{< /note >}}\n", "<p>a</p>\n<pre><code>{{&lt; kbd a &gt;}} {{&lt; note &gt;}}x{{&lt; /note &gt;}}\n</code></pre>\n"),
        ("{{</* kbd \"a\" */>}} {{%/* note */%}} {{/* kbd() */}}\n", "<p>{{&lt; kbd &quot;a&quot; &gt;}} {{% note %}} {{ kbd() }}</p>\n"),
        ("```\n{{</* kbd a */>}} {%/* x */%}\n```\n", "<pre><code>{{&lt; kbd a &gt;}} {% x %}\n</code></pre>\n"),
        ("{% raw %}{{< kbd a >}} {{ x }}{% endraw %}\n", "<p>{{&lt; kbd a &gt;}} {{ x }}</p>\n"),
        ("<!-- {{< kbd a >}} -->\n", "<!-- {{< kbd a >}} -->\n"),
        ("\\{{< kbd a >}}\n", "<p>{{&lt; kbd a &gt;}}</p>\n"),
    ])
    func whatIsShownStaysText(text: String, expected: String) {
        #expect(html(text) == expected)
        #expect(read(text).diagnostics.filter { $0.id != .bodyTemplateSyntax }.isEmpty)
    }

    @Test(arguments: [
        ("[a]({{< ref \"b.md#c\" >}}) [d]({% post_url 2020-01-01-x %})\n", "<p><a href=\"[link @ref/b.md#c]\">a</a> <a href=\"[link @ref/2020-01-01-x]\">d</a></p>\n"),
        ("[a][1]\n\n[1]: {{< relref \"b c\" >}}\n", "<p><a href=\"[link @ref/b%20c]\">a</a></p>\n"),
        ("<a href=\"{{< ref \"b\" >}}\">a</a>\n", "<p><a href=\"[link @ref/b]\">a</a></p>\n"),
    ])
    func addressesOfPages(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test func codeBlocks() {
        #expect(
            html("{{< highlight go \"hl_lines=2\" >}}\na\nb <c>\n{{< /highlight >}}\n")
                == "<pre tabindex=\"0\"><code class=\"language-go\"><span class=\"line\">a</span>\n<span class=\"line marked\">b &lt;c&gt;</span>\n</code></pre>\n")
        #expect(html("{% highlight ruby %}\na\n{% endhighlight %}\n") == "<pre tabindex=\"0\"><code class=\"language-ruby\">a\n</code></pre>\n")
        #expect(html("see {{< highlight go >}}a < b{{< /highlight >}}\n") == "<p>see <code>a &lt; b</code></p>\n")
    }

    /// Findings below a call, however many lines it takes, point at their own lines.
    @Test func linesStayWhereTheyAre() {
        let text = "{{< kbd\n a=\"1\"\n b=\"2\" >}}\n\n{{< fig >}}\na\n\nb\n{{< /fig >}}\n\n{{< tweet 1 >}}\n"
        let shown = read(text).diagnostics.map(DiagnosticFormatter().text)
        #expect(
            shown == [
                """
                content/a.md:11:1: warning: '{{< tweet' is shown as it is: bodies are no templates [body-template-syntax]
                  11 | {{< tweet 1 >}}
                     | ^~~~~~~~~
                    help: write templates/shortcodes/tweet.mustache, or Markdown in its place, or put it into a code span if it is meant as text

                """
            ])
    }

    @Test(arguments: [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x", "\u{1}javascript:x",
        "file:///etc/passwd", "&#106;avascript:alert(1)x:y",
    ])
    func argumentsLeadNowhereElse(address: String) throws {
        let markdown = read("a {{< link to=`\(address)` >}}\n")
        if address.hasPrefix("&") {
            // A reference in an argument is text.
            #expect(html("{{< link to=`\(address)` >}}\n") == "<a href=\"[link \(address)]\">x</a>\n")
            return
        }
        #expect(markdown.body.html == "<p>a <a href=\"#\">x</a></p>\n")
        let finding = try #require(markdown.diagnostics.first)
        #expect(finding.id == .shortcodeUnsafe && finding.severity == .error)
        #expect(finding.summary.hasPrefix("shortcode 'link' leads to '"))
        #expect(finding.location?.column == 3)
    }

    @Test(arguments: ["https://e.org/a:b", "mailto:a@b.c", "/a/b:c", "b.md", "#x:y", "?a=b:c", "http://e.org"])
    func otherAddressesAreLetThrough(address: String) {
        #expect(read("{{< link to=`\(address)` >}}\n").diagnostics.isEmpty)
    }

    @Test func noPictureIsOrdered() {
        let markdown = read("<b>x</b> {{< link to=`ai:a fox in snow` >}}\n")
        #expect(markdown.imageRequests.isEmpty)
        #expect(markdown.diagnostics.map(\.summary) == ["shortcode 'link' cannot order a picture"])
    }

    @Test func depthAndSizeHaveBounds() throws {
        let deep = read(String(repeating: "{{< note >}}\n", count: 30) + "x\n" + String(repeating: "{{< /note >}}\n", count: 30))
        #expect(deep.diagnostics.map(\.summary) == ["shortcodes are nested more than 20 deep"])
        let most = read(String(repeating: "{{< kbd a >}}\n\n", count: 10_000))
        #expect(most.diagnostics.isEmpty)
        let many = read(String(repeating: "{{< kbd a >}}\n\n", count: 10_001))
        #expect(many.diagnostics.map(\.summary).contains("page has more than 10000 tags of shortcodes"))
        let huge = read(String(repeating: "{{< huge >}}\n\n", count: 5_000))
        #expect(huge.diagnostics.map(\.summary) == ["shortcodes make more than 4 MiB of a page"])
        #expect(huge.body.html.utf8.count < 6 << 20)
        #expect(read("{{< twice >}}a{{< /twice >}}\n").diagnostics.map(\.summary) == ["the text of 'twice' can stand in its template once only"])
    }

    /// Marks that somebody writes, or that stand in arguments, mean nothing; unclosed tags and strange ones are text.
    @Test(arguments: [
        "\u{1}S0\u{1} {{< kbd a >}}", "<?\u{1}S0\u{1}?> {{< kbd a >}}", "{{< kbd \"\u{1}S0\u{1}\" >}}", "{{< kbd \u{1}I\u{1} >}}",
        "&#1;S0&#1; {{< kbd a >}}", "{{< kbd \"", "{{< kbd a=", "{{< kbd a=\"", "{{ kbd(", "{{ kbd(a", "{% kbd", "{% include", "{{<", "{{< /note >}}",
        "{% end %}", "{% endnote %}", "{{< ../kbd >}}", "{{< kbd/ >}}", "{{< __proto__ >}}", "{{</* kbd", "{% raw %}", "{{< ref >}}", "{{< highlight >}}",
        "{{< kbd a >}}{{< kbd b >}}{{< kbd", "`{{< kbd a >}}", "```\n{{< note >}}", "[a]({{< kbd a >}} \"t\")", "![{{< kbd a >}}](b.png)",
    ])
    func strangeTextsDoNoHarm(text: String) {
        let markdown = read(text + "\n")
        #expect(!markdown.body.html.utf8.contains(1))
        #expect(!markdown.body.html.contains("<?") && !markdown.body.html.contains("<s m="))
    }

    /// What somebody fresh has found.
    @Test(arguments: [
        // Windows' line ends.
        (
            "{{< highlight go \"linenos=table,hl_lines=2\" >}}\r\na\r\nb\r\n{{< /highlight >}}\r\n",
            "<pre tabindex=\"0\" class=\"numbered\"><code class=\"language-go\"><span class=\"line\">a</span>\n<span class=\"line marked\">b</span>\n</code></pre>\n"
        ),
        // What stands in code is code.
        (
            "{{< highlight html >}}\n<!--[if IE]>\n```\n{{< kbd a >}}\n{{< /highlight >}}\n\nEnd.\n",
            "<pre tabindex=\"0\"><code class=\"language-html\">&lt;!--[if IE]&gt;\n```\n{{&lt; kbd a &gt;}}\n</code></pre>\n<p>End.</p>\n"
        ),
        ("> {{< highlight go >}}\n> a\n>   b\n> {{< /highlight >}}\n", "<blockquote>\n<pre tabindex=\"0\"><code class=\"language-go\">a\n  b\n</code></pre>\n</blockquote>\n"),
        ("- x\n\n  {{< highlight go >}}\n  a\n    b\n  {{< /highlight >}}\n", "<ul>\n<li>\n<p>x</p>\n<pre tabindex=\"0\"><code class=\"language-go\">a\n  b\n</code></pre>\n</li>\n</ul>\n"),
        // Attributes that are no addresses.
        ("<p title=\"{{< cls \"two words\" >}}\">x</p>\n", "<p title=\"two words\">x</p>\n"),
        ("<a href = \"{{< ref m >}}\">w</a>\n", "<p><a href = \"[link @ref/m]\">w</a></p>\n"),
        ("<a href={{< ref \"m\" >}}>w</a>\n", "<p><a href=\"[link @ref/m]\">w</a></p>\n"),
        ("[q]( {{< ref m >}} ) [s]\n\n[s]: <{{< ref n >}}>\n", "<p><a href=\"[link @ref/m]\">q</a> <a href=\"[link @ref/n]\">s</a></p>\n"),
        // Words of calls are words.
        ("## Press {{< kbd Ctrl >}} now\n", "<h2 id=\"press-0ctrl-now\">Press <kbd>0=Ctrl</kbd> now</h2>\n"),
        ("a {{< cls \"\\\"q\\\" & <b>\" >}}\n", "<p>a &quot;q&quot; &amp; &lt;b&gt;</p>\n"),
        ("<!-- {{< unknown >}} -->\n", "<!-- {{< unknown >}} -->\n"),
    ])
    func foundByOthers(text: String, expected: String) {
        #expect(html(text).replacing("\r\n", with: "\n") == expected)
        #expect(read(text).diagnostics.isEmpty)
    }

    @Test func wordsOfCallsAreInSummaries() {
        #expect(read("See {{< kbd list >}} or [that]({{< ref \"b\" >}}).\n").body.excerpt == "See 0=list or that.")
    }

    /// Only a template itself may lead elsewhere, whatever it does with its arguments.
    @Test(arguments: ["JavaScript:ALERT(1)", "javascript&#58;alert(1)", "java:x"])
    func noTemplateIsTricked(argument: String) {
        let shortcodes = Shortcodes(names: ["raw-link", "url", "tel", "inside"], digest: "2", schemes: ["tel"]) { (call) throws(Diagnostic) in
            switch call.name {
            case "raw-link": "<a href=\"\(call.argument("a") ?? "")\">x</a>"
            case "tel": "<a href=\"tel:\(call.argument("a") ?? "")\">x</a>"
            case "inside": "<a href=\"\(Shortcodes.content)\">x</a>"
            default: call.argument("a") ?? ""
            }
        }
        func read(_ text: String) -> Markdown {
            var style = Markdown.Style()
            style.shortcodes = shortcodes
            return Markdown.read(SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
        }
        for text in ["{{< raw-link `\(argument)` >}}", "[x]({{< url `\(argument)` >}})", "<a href=\"{{< url `\(argument)` >}}\">x</a>"] {
            let markdown = read(text + "\n")
            #expect(markdown.diagnostics.map(\.id) == [.shortcodeUnsafe], "\(text)")
            #expect(!markdown.body.html.lowercased().contains("java"), "\(markdown.body.html)")
        }
        #expect(read("{{< tel 123 >}}\n").diagnostics.isEmpty)
        #expect(read("{{< inside >}}https://e.org{{< /inside >}}\n").diagnostics.map(\.summary) == ["the text of 'inside' cannot stand inside a tag"])
    }

    @Test func callsInMathAreMath() {
        let markdown = read("$a_{{< kbd x >}}$ and $$b_{{< kbd y >}}$$\n", math: true)
        #expect(markdown.body.html == "<p>$a_{{&lt; kbd x &gt;}}$ and $$b_{{&lt; kbd y &gt;}}$$</p>\n")
    }

    @Test func mathAndShortcodesGoTogether() {
        let markdown = read("{{< kbd \"$a$\" >}} costs $x_1$ {{< note >}}$y_2$ *b*{{< /note >}}\n", math: true)
        #expect(markdown.body.html.contains("<kbd>0=$a$</kbd> costs $x_1$"))
        #expect(markdown.body.html.contains("$y_2$ <em>b</em>"))
    }

    @Test func pagesInHTMLCallNothing() {
        let source = SourceText(path: "content/a.html", text: "<p>{{< kbd a >}}</p>\n")
        var style = Markdown.Style()
        style.shortcodes = Self.shortcodes
        let markdown = Markdown.read(source, from: 0, lineOffset: 0, title: "t", isHTML: true, style: style)
        #expect(markdown.body.html.contains("{{< kbd a >}}"))
    }
}
