import Testing

@testable import FrontisContent

/// kramdown's attribute lists are no words.
@Suite struct AttributeListTests {
    @Test(arguments: [
        ("Text.\n{: .right #p}\n", "<p id=\"p\" class=\"right\">Text.</p>\n"),
        ("{: .right}\nText.\n", "<p class=\"right\">Text.</p>\n"),
        ("Text. {:.a.b}\n", "<p class=\"a b\">Text.</p>\n"),
        ("![a](b.png){: .left width=\"20\"} text\n", "<p>[picture address(\"b.png\") alt=a] text</p>\n"),
        ("[x](https://e.org){:target=\"_blank\" rel=\"noopener\"} [y](b.md){: .z}\n", "<p><a href=\"https://e.org\" target=\"_blank\" rel=\"noopener\">x</a> <a href=\"[link b.md]\" class=\"z\">y</a></p>\n"),
        ("A *word*{: .w} here.\n", "<p>A <em class=\"w\">word</em> here.</p>\n"),
        ("* TOC\n{:toc}\n\nText.\n", "<p>Text.</p>\n"), ("1. TOC\n   {:toc}\n\nText.\n", "<p>Text.</p>\n"),
        ("- TOC\n\n{:toc}\n\nText.\n", "<p>Text.</p>\n"),
        ("* TOC {: .a}\n{:toc}\n* b {: .c}\n{:toc}\n\nText.\n", "<p>Text.</p>\n"),
        ("## Head\n{: #own .no_toc}\n", "<h2 id=\"own\" class=\"no_toc\">Head</h2>\n"),
        ("```\ncode {: .x}\n```\n{: .lang}\n", "<pre><code>code {: .x}\n</code></pre>\n"),
        ("{::options parse_block_html=\"true\" /}\n\nText.\n", "<p>Text.</p>\n"),
        ("`{: .x}` and {: and {:-) stay}\n", "<p><code>{: .x}</code> and {: and {:-) stay}</p>\n"),
        ("Text.\n{: onclick=\"x()\" data-a=\"b & c\"}\n", "<p data-a=\"b &amp; c\">Text.</p>\n"),
    ])
    func areTakenOut(text: String, expected: String) {
        #expect(html(text) == expected)
    }

    @Test func behindATableTheyGo() {
        let table = html("| a |\n|---|\n| b |\n{: .wide}\n\nText.\n")
        #expect(table.contains("<td>b</td>") && !table.contains("{:") && !table.contains("wide"))
    }
}
