import FrontisTestSupport
import Testing

/// Raw HTML in posts leads to the site's files and pages as Markdown does.
@Suite struct RawHTMLTests {
    private static let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><path d=\"M0 0h4\"/></svg>"

    private func site(_ body: String, _ files: [String]) async throws -> (site: SiteUnderTest, said: String) {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/blog/" }
                -- content/posts/a.md --
                ---
                title: A
                date: 2026-03-02
                ---
                \(body)
                -- content/about.md --
                ---
                title: About
                ---
                Text.
                """)
        for file in files { try site.write("content/posts/" + file, Self.picture) }
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        return (site, run.standardError)
    }

    @Test(arguments: [
        ("<video src=\"film.mp4\" controls></video>", "<video src=\"URL/film.mp4\" controls></video>"),
        ("<video poster='film.mp4'></video>", "<video poster=\"URL/film.mp4\"></video>"),
        ("<audio src=film.mp4></audio>", "<audio src=\"URL/film.mp4\"></audio>"),
        (
            "<video><source src=\"film.mp4\" type=\"video/mp4\"><track src=\"film.mp4\"></video>",
            "<video><source src=\"URL/film.mp4\" type=\"video/mp4\"><track src=\"URL/film.mp4\"></video>"
        ),
        ("<object data=\"film.mp4\"></object>", "<object data=\"URL/film.mp4\"></object>"),
        ("<embed src=\"film.mp4\">", "<embed src=\"URL/film.mp4\">"),
        ("<iframe src=\"film.mp4?a=1&amp;b=2#t=3\"></iframe>", "<iframe src=\"URL/film.mp4?a=1&amp;b=2#t=3\"></iframe>"),
        ("<script src=\"film.mp4\"></script>", "<script src=\"URL/film.mp4\"></script>"),
        ("Read <a\nCLASS=x HREF = ' film.mp4 '>it</a>.", "<a\nCLASS=x HREF = \"URL/film.mp4\">it</a>"),
        (
            "<picture><source srcset=\"film.mp4 1x, https://e.org/a,b.png 2x\"><img src=\"film.mp4\" alt=\"A\"></picture>",
            "<source srcset=\"URL/film.mp4 1x, https://e.org/a,b.png 2x\"><img src=\"URL/film.mp4\" alt=\"A\""
        ),
        ("<img src=\"film.mp4\" srcset=\"film.mp4 640w, b.mp4 2x\" alt=\"A\">", "srcset=\"URL/film.mp4 640w, URL/b.mp4 2x\""),
    ])
    func filesOfRawHTMLArePublished(body: String, expected: String) async throws {
        let (site, said) = try await site(body, ["film.mp4", "b.mp4"])
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains(expected.replacing("URL", with: "/blog/posts/a")), "\(html)")
        #expect(site.folder.exists("public/posts/a/film.mp4"))
        let feed = try site.page("atom.xml").replacing("&lt;", with: "<").replacing("&quot;", with: "\"")
            .replacing("&gt;", with: ">").replacing("&amp;amp;", with: "&amp;")
        #expect(feed.contains("https://example.org/blog/posts/a/film.mp4"))
        #expect(!feed.contains("\"film.mp4") && !feed.contains("\"/blog"))
    }

    @Test func linksOfRawHTMLAreLinks() async throws {
        let (site, said) = try await site(
            """
            <a href="/about/">1</a> <a href="../about.md">2</a> <a href="#here">3</a> <a href="mailto:a@e.org">4</a>
            <a href="https://e.org/?a=1&b=2">5</a> <a name="x">6</a> <a href="">7</a> <a title="a>b" href='/about'>8</a>
            """, [])
        #expect(said == "")
        #expect(
            try site.page("posts/a/index.html").contains(
                """
                <a href="/blog/about/">1</a> <a href="/blog/about/">2</a> <a href="#here">3</a> \
                <a href="mailto:a@e.org">4</a>
                <a href="https://e.org/?a=1&b=2">5</a> <a name="x">6</a> <a href="">7</a> \
                <a title="a>b" href="/blog/about/">8</a>
                """))
    }

    @Test func whatIsMissingIsSaid() async throws {
        let (_, said) = try await site(
            "<video src=\"arrival.mp4\"></video>\n\n<a href=\"/nope/\">x</a> <img src=\"x.svg\" srcset=\"y.svg 2x\" alt=\"A sun\">",
            [])
        #expect(
            said == """
                content/posts/a.md:5:13: warning: file 'arrival.mp4': there is no such file [link-dead]
                  5 | <video src="arrival.mp4"></video>
                    |             ^~~~~~~~~~~
                content/posts/a.md:7:10: warning: link to '/nope/': leads nowhere in this site [link-dead]
                  7 | <a href="/nope/">x</a> <img src="x.svg" srcset="y.svg 2x" alt="A sun">
                    |          ^~~~~~
                content/posts/a.md:7:24: warning: picture 'x.svg': there is no such file [image-missing]
                  7 | <a href="/nope/">x</a> <img src="x.svg" srcset="y.svg 2x" alt="A sun">
                    |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                content/posts/a.md:7:24: warning: picture 'y.svg': there is no such file [image-missing]
                  7 | <a href="/nope/">x</a> <img src="x.svg" srcset="y.svg 2x" alt="A sun">
                    |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                4 warnings

                """)
    }

    /// Elements whose content is text, and comments, are left as they are, wherever Markdown cuts them.
    @Test(arguments: [
        "<script>var b = \"<img src='x.svg'><a href='x.svg'>\";</script>",
        "Text <script>var b = 1; // <img src='x.svg'></script> and more.",
        "<style>/* <img src='x.svg'> */</style>", "<textarea><img src='x.svg'></textarea>",
        "<div><title><img src='x.svg'></title></div>", "<p><xmp><img src='x.svg'></xmp></p>",
        "<iframe title=\"a\"><img src='x.svg'></iframe>", "<p><noembed><img src='x.svg'></noembed></p>",
        "<noframes><img src='x.svg'></noframes>", "<!-- <img src='x.svg'> <a href='x.svg'> -->",
        "<div><SCRIPT>\n\"<img src='x.svg'>\"\n</SCRIPT></div>",
    ])
    func textElementsAreLeftAlone(body: String) async throws {
        let (site, said) = try await site(body + "\n\n<img src=\"y.svg\" alt=\"A sun\">", ["x.svg", "y.svg"])
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains(body), "\(html)")
        #expect(html.contains("<img src=\"/blog/posts/a/y.svg\" alt=\"A sun\""))
        #expect(!site.folder.exists("public/posts/a/x.svg"))
    }

    @Test func nothingEndsPlaintextSoItIsLeftOut() async throws {
        let (site, said) = try await site("<plaintext><img src='x.svg'>\n", [])
        #expect(said == "")
        let html = try site.page("posts/a/index.html")
        #expect(html.contains("<img src='x.svg'>") && !html.contains("<plaintext>") && html.contains("</html>"))
    }

    // MARK: Pages in HTML

    @Test func htmlWithFrontMatterIsAPage() async throws {
        let site = try SiteUnderTest()
        let plain = "<!DOCTYPE html><title>x</title><a href=\"film.mp4\">---</a>\n"
        try site.write("content/posts/plain.html", plain)
        try site.write(
            tree: """
                -- content/posts/f.html --
                ---
                title: F
                date: 2026-03-02
                aliases: /old.html
                ---
                <section><h2>Old</h2><p>A film &amp; a <a href="b.md">page</a>.</p><video src="film.mp4"></video></section>
                -- content/posts/t.htm --
                +++
                title = "T"
                +++
                <p>*No* Markdown

                    here</p>
                -- content/posts/b.md --
                [F](f.html) [plain](plain.html)
                -- content/posts/film.mp4 --
                film
                """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        let html = try site.page("posts/f/index.html")
        #expect(
            html.contains(
                "<section><h2>Old</h2><p>A film &amp; a <a href=\"/posts/b/\">page</a>.</p>"
                    + "<video src=\"/posts/f/film.mp4\"></video></section>"), "\(html)")
        #expect(html.contains("content=\"Old A film &amp; a page.\""), "\(html)")
        #expect(try site.page("posts/t/index.html").contains("<p>*No* Markdown\n\n    here</p>"))
        #expect(
            try site.page("posts/b/index.html").contains(
                "<a href=\"/posts/f/\">F</a> <a href=\"/posts/b/plain.html\">plain</a>"))
        #expect(try site.page("posts/b/plain.html") == plain)
        #expect(site.folder.exists("public/posts/f/film.mp4") && site.folder.exists("public/old.html"))
    }

    @Test func textsInOtherFormatsAreSaidOnce() async throws {
        let site = try SiteUnderTest()
        for name in ["posts/b.mdx", "posts/a.mdx", "c.rst", "notes.txt"] { try site.write("content/" + name, "x") }
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0)
        #expect(
            run.standardError == """
                content/c.rst:1:1: warning: 3 files are in formats that Frontis does not read: .mdx (2), .rst (1) \
                [content-unread]
                  help: pages are Markdown (.md, .markdown), or HTML that begins with front matter

                """)
    }
}
