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

    /// On a line at the margin they are the whole block's that ends above it.
    @Test(arguments: [
        ("| a |\n|---|\n| b |\n{: .wide .b}\n\nText.\n", "<table class=\"wide b\">\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n<p>Text.</p>\n"),
        ("| a | b |\n|---|---|\n{: #t}\n", "<table id=\"t\">\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n</table>\n"),
        ("> Mind the gap.\n{: .prompt-tip }\n", "<blockquote class=\"prompt-tip\">\n<p>Mind the gap.</p>\n</blockquote>\n"),
        ("> Mind the gap.\n> {: .lead}\n", "<blockquote>\n<p class=\"lead\">Mind the gap.</p>\n</blockquote>\n"),
        ("* a\n* b\n{: .x}\n\n3. c\n{: .y}\n", "<ul class=\"x\">\n<li>a</li>\n<li>b</li>\n</ul>\n<ol start=\"3\" class=\"y\">\n<li>c</li>\n</ol>\n"),
        ("* a\n  * b\n{: .x}\n", "<ul class=\"x\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
        ("* a\n{: .x}\n* *b*{: .y}\n", "<ul>\n<li class=\"x\">a</li>\n<li><em class=\"y\">b</em></li>\n</ul>\n"),
        ("> a\n{: .x}\n\n<div>\n\n* b\n{: .y}\n\nText.\n{: .z}\n", "<blockquote class=\"x\">\n<p>a</p>\n</blockquote>\n<div>\n<ul class=\"y\">\n<li>b</li>\n</ul>\n<p class=\"z\">Text.</p>\n</div>"),
    ])
    func belongToWhatEndsAboveThem(text: String, expected: String) {
        #expect(html(text) == expected)
    }
}
