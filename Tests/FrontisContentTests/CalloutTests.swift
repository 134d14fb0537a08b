import FrontisCore
import Testing

@testable import FrontisContent

/// Quotes that are boxes, as GitHub and Obsidian have them.
@Suite struct CalloutTests {
    @Test(arguments: [
        ("> [!NOTE]\n> Mind *the* gap.\n", "<div class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n<p>Mind <em>the</em> gap.</p>\n</div>"),
        ("> [!warning] Not *so* fast & <b>\n>\n> - a\n", "<div class=\"callout callout-warning\">\n<p class=\"callout-title\">Not so fast &amp;</p>\n<ul>\n<li>a</li>\n</ul>\n</div>"),
        ("> [!Danger]- Closed\n> a\n", "<details class=\"callout callout-caution\">\n<summary>Closed</summary>\n<p>a</p>\n</details>"),
        ("> [!tip]+\n> a\n", "<details class=\"callout callout-tip\" open>\n<summary>Tip</summary>\n<p>a</p>\n</details>"),
        ("> [!NOTE]\n", "<div class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n</div>"),
        (
            "> [!NOTE]\n> a\n>\n> > [!TIP]\n> > [b](b.md)\n",
            "<div class=\"callout callout-note\">\n<p class=\"callout-title\">Note</p>\n<p>a</p>\n<div class=\"callout callout-tip\">\n<p class=\"callout-title\">Tip</p>\n<p><a href=\"[link b.md]\">b</a></p>\n</div>\n</div>"
        ),
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
        style.hasCallouts = false
        let text = SourceText(path: "content/a.md", text: "> [!NOTE]\n> a\n")
        let markdown = Markdown.read(text, from: 0, lineOffset: 0, title: "t", style: style)
        #expect(markdown.body.html == "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n")
    }
}
