import FrontisTestSupport
import Testing

/// Shortcodes of a site and built-in ones, and code, as a reader gets them.
@Suite(.timeLimit(.minutes(10))) struct ShortcodeSiteTests {
    private func site(_ body: String, templates: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/blog/" }
                images: { variants: false }
                -- content/posts/a.md --
                ---
                title: A
                date: 2026-03-02
                ---
                \(body)
                -- content/posts/b.md --
                ---
                title: B
                date: 2026-03-01
                slug: second
                ---
                ## Part
                -- content/posts/map.svg --
                <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h4"/></svg>
                \(templates)
                """)
        return site
    }

    private func text(_ site: SiteUnderTest) throws -> String {
        let page = try site.page("posts/a/index.html")
        let start = try #require(page.firstRange(of: "<div class=\"prose\">")).upperBound
        let end = try #require(page[start...].firstRange(of: "</div>\n</div>\n<footer")).lowerBound
        return String(page[start..<end]).replacing(/\n\n+/, with: "\n")
    }

    /// A shortcode of its own leaves a site the built-in theme, and stands over a built-in one of its name.
    @Test func theSitesOwnStandOverTheBuiltInOnes() async throws {
        let site = try site(
            "{{< note \"Mind the gap\" >}}\nA [link](b.md).\n{{< /note >}}\n\n{{< figure src=\"x\" >}}",
            templates: """
                -- templates/shortcodes/note.mustache --
                <aside title="{{args.0}}">{{> shortcodes/_mark}}{{{content}}}</aside>
                -- templates/shortcodes/_mark.mustache --
                <b>!</b>
                -- templates/shortcodes/figure.mustache --
                <p>Own {{args.src}}</p>
                """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(
            try text(site) == """

                <aside title="Mind the gap"><b>!</b>
                <p>A <a href="/blog/posts/second/">link</a>.</p>
                </aside>
                <p>Own x</p>

                """)
    }

    @Test(arguments: [
        (
            "{{< figure src=\"map.svg\" alt=\"A map\" caption=\"Of <it>\" class=\"wide\" >}}",
            "<figure class=\"wide\">\n<img src=\"/blog/posts/a/map.svg\" alt=\"A map\" width=\"40\" height=\"30\" decoding=\"async\" fetchpriority=\"high\">\n<figcaption>Of &lt;it&gt;</figcaption>\n</figure>"
        ),
        ("{{< details summary=\"More\" >}}\n*a*\n{{< /details >}}", "<details>\n<summary>More</summary>\n<p><em>a</em></p>\n</details>"),
        ("{{< details \"More\" >}}a{{< /details >}}", "<details>\n<summary>More</summary>\n<p>a</p>\n</details>"),
        ("{{< gist ana 12ab >}}", "<p class=\"embed\"><a href=\"https://gist.github.com/ana/12ab\">Gist ana/12ab</a></p>"),
        (
            "[b]({{< ref \"b\" >}}) [p]({{< relref \"posts/b.md#part\" >}}) [q]({% post_url b %})",
            "<p><a href=\"/blog/posts/second/\">b</a> <a href=\"/blog/posts/second/#part\">p</a> <a href=\"/blog/posts/second/\">q</a></p>"
        ),
        (
            "{% highlight sql %}\nselect 1\n{% endhighlight %}",
            "<pre tabindex=\"0\"><code class=\"language-sql\"><span class=\"token keyword\">select</span> <span class=\"token number\">1</span>\n</code></pre>"
        ),
    ])
    func builtInOnes(body: String, expected: String) async throws {
        let site = try site(body)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        let shown = try text(site)
        #expect(shown.contains(expected), "\(shown)")
    }

    /// An embed asks its service for nothing before its reader clicks, whatever stands in its arguments.
    @Test(arguments: [
        "{{< youtube dQw4w9WgXcQ >}}", "{{< vimeo 12345 >}}", "{{< youtube id=\"a&quot;><script>alert(1)</script>\" title=\"<i>&quot;\" >}}",
        "{{ youtube(id=\"x' onload='y\") }}",
    ])
    func embedsWaitForAClick(body: String) async throws {
        let site = try site(body)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        let text = try text(site)
        #expect(!text.contains(/<iframe[^>]* src=/) && !text.contains("<script") && !text.contains("<img"))
        let document = try #require(text.firstMatch(of: /srcdoc="([^"]*)"/)).1.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        #expect(document.wholeMatch(of: /<style>[^<]*<\/style><a href="https:[^"<> ]*">▶ (YouTube|Vimeo)<\/a>/) != nil, "\(document)")
    }

    /// What is wrong is said with its place, and the output stays as it was.
    @Test func faultsHavePlaces() async throws {
        let site = try site(
            "{{< link \"javascript:alert(1)\" >}}\n\n[gone]({{< ref \"nowhere\" >}})\n\n{{< tweet 1 >}}",
            templates: """
                -- templates/shortcodes/link.mustache --
                <a href="{{args.0}}">{{arg.1}}</a>
                """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                content/posts/a.md:7:17: warning: link to 'nowhere': no page of this site is called 'nowhere' [link-dead]
                  7 | [gone]({{< ref "nowhere" >}})
                    |                 ^~~~~~~
                content/posts/a.md:9:1: warning: '{{< tweet' is shown as it is: bodies are no templates [body-template-syntax]
                  9 | {{< tweet 1 >}}
                    | ^~~~~~~~~
                    help: write templates/shortcodes/tweet.mustache, or Markdown in its place, or put it into a code span if it is meant as text
                content/posts/a.md:5:1: error: shortcode 'link' leads to 'javascript:', which no argument may [shortcode-unsafe]
                  5 | {{< link "javascript:alert(1)" >}}
                    | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                    help: arguments may hold addresses that begin with https:, http: or mailto:, or that lead into the site
                templates/shortcodes/link.mustache:1:24: error: unknown name 'arg.1'; did you mean 'args.1'? [template-unknown-name]
                  1 | <a href="{{args.0}}">{{arg.1}}</a>
                    |                        ^~~~~
                2 errors, 2 warnings

                """)
        #expect(!site.folder.exists("public/posts/a/index.html"))
    }

    /// The same code is highlighted once, also for another output and after the pages are read anew, and what is kept is
    /// made again where it is not what was written.
    @Test func codeIsKept() async throws {
        let site = try site("```swift\nlet a = 1\n```")
        #expect(try await site.run("build", environment: [:]).status == 0)
        let page = try site.page("posts/a/index.html")
        #expect(page.contains("<span class=\"token keyword\">let</span> a"))
        let kept = try site.folder.tree(of: ".frontis/cache").keys.filter { $0.contains("/code/") || $0.hasPrefix("code/") }
        #expect(kept.count == 1)
        let path = try #require(kept.first)
        // What stands there is believed as long as it is whole.
        let bytes = try site.folder.bytes(".frontis/cache/" + path)
        try site.write(".frontis/cache/" + path, String(decoding: bytes.dropLast(8), as: UTF8.self) + "damaged!")
        try site.write("templates/shortcodes/x.mustache", "x")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("posts/a/index.html") == page)
        #expect(try site.folder.bytes(".frontis/cache/" + path) == bytes)
    }
}
