import FrontisTestSupport
import Testing

/// Links to places within pages, and what of them stands in feeds.
@Suite struct FragmentTests {
    @Test func areChecked() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/posts/b.md --
                ---
                title: B
                date: 2026-01-01
                ---
                ## Version 1.87.0

                <a name="old"></a>
                -- content/posts/a.md --
                ## Here

                [x](#here) [x](#top) [x](#main) [x](#) [x](@/posts/b.md#version-1870) [x](b.md#old) [x](/posts/b/#version-1870)
                [x](#nope)
                [x](b.md#version-1-87-0)
                [x](/posts/b/#nope)
                [x](../b/#nope)
                [x](@/posts/nowhere.md)
                """)
        let run = try await site.run("build")
        #expect(run.status == 0)
        let found = run.standardError.split(separator: "\n").filter { $0.hasPrefix("content/") }
        #expect(
            found == [
                "content/posts/a.md:4:5: warning: link to '#nope': content/posts/a.md has no anchor 'nope' [link-dead]",
                "content/posts/a.md:5:5: warning: link to 'b.md#version-1-87-0': content/posts/b.md has no anchor 'version-1-87-0'; did you mean 'version-1870'? [link-dead]",
                "content/posts/a.md:6:5: warning: link to '/posts/b/#nope': content/posts/b.md has no anchor 'nope' [link-dead]",
                "content/posts/a.md:7:5: warning: link to '../b/#nope': content/posts/b.md has no anchor 'nope' [link-dead]",
                "content/posts/a.md:8:5: warning: link to '@/posts/nowhere.md': there is no content/posts/nowhere.md [link-dead]",
            ])
        let page = try site.page("posts/a/index.html")
        #expect(page.contains("<a href=\"#here\">x</a>"))
        #expect(page.contains("<a href=\"/posts/b/#version-1870\">x</a>"))
    }

    @Test(arguments: ["atom.xml", "rss.xml"])
    func areAbsoluteAndUniqueInFeeds(feed: String) async throws {
        let site = try SiteUnderTest(configuration: "")
        for name in ["a", "b"] {
            try site.post(
                name, nil,
                body: """
                    ## Fares

                    Text[^1], [here](#fares), <a href="/x/">raw</a> <a href='y/?z#w'>raw</a> <a href="https://e.org/">out</a>.

                    <video src="film.mp4" poster="/p.jpg"></video> <picture><source srcset="q.webp 1x, /r.webp 2x"></picture>
                    <svg viewBox="0 0 1 1"><path id="shape" d="M0 0"/><use href="#shape"/></svg>

                    [^1]: Note.
                    """)
        }
        let run = try await site.run("build")
        #expect(run.status == 0)
        let text = try site.page(feed).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        for expected in [
            "<h2 id=\"posts-a-fares\">", "href=\"https://example.org/posts/a/#fn-1\" id=\"posts-a-fnref-1\"",
            "<li id=\"posts-b-fn-1\">", "href=\"https://example.org/posts/b/#fnref-1\"", "<a href=\"https://example.org/posts/a/#fares\">here</a>",
            "<a href=\"https://example.org/x/\">raw</a>", "<a href=\"https://example.org/posts/a/y/?z#w\">raw</a>",
            "src=\"https://example.org/posts/a/film.mp4\" poster=\"https://example.org/p.jpg\"",
            "srcset=\"https://example.org/posts/a/q.webp 1x, https://example.org/r.webp 2x\"",
            "<path id=\"shape\" d=\"M0 0\"/><use href=\"#shape\"/>",
        ] { #expect(text.contains(expected), "\(expected)") }
        #expect(try site.page("posts/a/index.html").contains("<a href=\"#fn-1\" id=\"fnref-1\""))
    }
}
