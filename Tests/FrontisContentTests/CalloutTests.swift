import FrontisCore
import Testing

@testable import FrontisContent

/// Quotes that are boxes, as GitHub and Obsidian have them.
@Suite struct CalloutTests {
    @Test(arguments: [
        ("> [!NOTE]\n> Mind *the* gap.\n", "<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">Note</strong></p>\n<p>Mind <em>the</em> gap.</p>\n</aside>"),
        (
            "> [!warning] Not *so* fast & <b>\n>\n> - a\n",
            "<aside class=\"callout callout-warning\">\n<p><strong class=\"callout-title\">Not <em>so</em> fast &amp; <b></b></strong></p>\n<ul>\n<li>a</li>\n</ul>\n</aside>"
        ),
        ("> [!Danger]- Closed\n> a\n", "<details class=\"callout callout-caution\">\n<summary>Closed</summary>\n<p>a</p>\n</details>"),
        ("> [!tip]+\n> a\n", "<details class=\"callout callout-tip\" open>\n<summary>Tip</summary>\n<p>a</p>\n</details>"),
        ("> [!NOTE]\n", "<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">Note</strong></p>\n</aside>"),
        (
            "> [!NOTE]\n> a\n>\n> > [!TIP]\n> > [b](b.md)\n",
            "<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">Note</strong></p>\n<p>a</p>\n<aside class=\"callout callout-tip\">\n<p><strong class=\"callout-title\">Tip</strong></p>\n<p><a href=\"[link b.md]\">b</a></p>\n</aside>\n</aside>"
        ),
        (
            "- a\n  > [!NOTE]\n  > one\n  >\n  > two\n- b\n",
            "<ul>\n<li>a\n<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">Note</strong></p>\n<p>one</p>\n<p>two</p>\n</aside>\n</li>\n<li>b</li>\n</ul>"
        ),
        ("> [!NOTE] See [b](b.md)\n> a\n", "<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">See <a href=\"[link b.md]\">b</a></strong></p>\n<p>a</p>\n</aside>"),
        ("> [!NOTE]\n> <div>\n\nafter\n", "<aside class=\"callout callout-note\">\n<p><strong class=\"callout-title\">Note</strong></p>\n<div>\n</div></aside>\n<p>after</p>"),
        ("> \\[!NOTE]\n> a\n", "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>"),
        ("> [!NO*TE*] [!NOTE]\n> a\n", "<blockquote>\n<p>[!NO<em>TE</em>] [!NOTE]\na</p>\n</blockquote>"),
        ("> [!kind]\n> a\n", "<blockquote>\n<p>[!kind]\na</p>\n</blockquote>"),
        ("> a [!NOTE]\n", "<blockquote>\n<p>a [!NOTE]</p>\n</blockquote>"),
        ("> [NOTE]\n> a\n", "<blockquote>\n<p>[NOTE]\na</p>\n</blockquote>"),
        ("> [!NOTE\n", "<blockquote>\n<p>[!NOTE</p>\n</blockquote>"),
        ("[!NOTE]\n", "<p>[!NOTE]</p>"),
        ("> `[!NOTE]`\n", "<blockquote>\n<p><code>[!NOTE]</code></p>\n</blockquote>"),
    ])
    func boxes(text: String, expected: String) {
        #expect(html(text).replacing(/\n\n+/, with: "\n") == expected + "\n")
    }

    @Test func theSiteMayWantQuotes() {
        var style = Markdown.Style()
        style.extras.remove(.callouts)
        let text = SourceText(path: "content/a.md", text: "> [!NOTE]\n> a\n")
        let markdown = Markdown.read(text, from: 0, lineOffset: 0, title: "t", style: style)
        #expect(markdown.body.html == "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n")
    }
}
