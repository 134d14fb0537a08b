import FrontisTestSupport
import Testing

/// The HTML of the theme that a site without templates has: what stands on each kind of page, and in which order.
@Suite struct BuiltInThemeTests {
    /// Three posts, the middle one with neighbours on both sides; the first has no picture.
    private func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest(
            configuration: "images: { provider: pattern }\n")
        try site.write(
            tree: """
                -- content/posts/one.md --
                ---
                title: One
                date: 2026-03-01
                tags: [rail]
                ---
                First.
                -- content/posts/two.md --
                ---
                title: Two
                date: 2026-03-02
                description: A standfirst.
                tags: [rail]
                ai-image: A night train
                ---
                Second.

                ## Heading

                More.

                ## Another

                More.
                -- content/posts/three.md --
                ---
                title: Three
                date: 2026-03-03
                tags: [sea]
                ai-image: { prompt: A lake, aspect: "2:3" }
                ---
                Third.
                -- content/about.md --
                ---
                title: About
                ---
                About.
                """)
        return site
    }

    private func built() async throws -> SiteUnderTest {
        let site = try site()
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        return site
    }

    /// That all stand in a page, each after the one before, and how many headings of the first level there are.
    private func expectOrder(_ marks: [String], in html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var rest = html[...]
        for mark in marks {
            guard let found = rest.firstRange(of: mark) else {
                Issue.record("no \(mark) where it should be", sourceLocation: sourceLocation)
                return
            }
            rest = rest[found.upperBound...]
        }
        #expect(html.ranges(of: "<h1").count == 1, sourceLocation: sourceLocation)
        for mark in ["<main", "<header class=\"masthead", "<footer class=\"foot\"", "<title>"] {
            #expect(html.ranges(of: mark).count == 1, "\(mark)", sourceLocation: sourceLocation)
        }
    }

    private func socialPicture(of html: String) -> String? {
        guard let start = html.firstRange(of: "<meta property=\"og:image\" content=\"") else { return nil }
        return String(html[start.upperBound...].prefix { $0 != "\"" })
    }

    /// A post that has a picture and two neighbours.
    @Test func aPostWithAPicture() async throws {
        let site = try await built()
        let html = try site.page("posts/two/index.html")
        expectOrder(
            [
                "<title>Two · Test</title>", "<meta property=\"og:image\"", "<body class=\"kind-page\">",
                "<a class=\"skip\" href=\"#main\"", "<header class=\"masthead\"", "<nav class=\"menu\"",
                "<main id=\"main\">", "<article class=\"post\">", "<header class=\"post-header\">",
                "<p class=\"kicker\"><a href=\"/posts/\">Posts</a></p>", "<h1>Two</h1>",
                "<p class=\"standfirst\">A standfirst.</p>", "<p class=\"meta\">", "<time datetime=\"2026-03-02T",
                "rel=\"tag\">rail</a>", "</header>", "<figure class=\"hero\">", "alt=\"Train", "<figcaption>", "</figure>",
                "<div class=\"reading\">", "<nav class=\"toc\"", "<div class=\"prose\">", "<p>Second.</p>", "<h2 id=\"heading\">",
                "<footer class=\"post-footer\">", "<nav class=\"siblings\"",
                "<a class=\"older\" rel=\"prev\" href=\"/posts/one/\"><span>Older</span> One</a>",
                "<a class=\"newer\" rel=\"next\" href=\"/posts/three/\"><span>Newer</span> Three</a>", "</article>",
                "</main>", "<footer class=\"foot\"", "</body>",
            ], in: html)
        #expect(html.ranges(of: "<figure").count == 1)
        // The reader's first picture is not put off.
        #expect(!html.contains("loading=\"lazy\""))
    }

    @Test func aPostWithoutAPicture() async throws {
        let site = try await built()
        let html = try site.page("posts/one/index.html")
        expectOrder(
            [
                "<title>One · Test</title>", "<main id=\"main\">", "<h1>One</h1>", "<p class=\"meta\">", "</header>",
                "<div class=\"prose\">", "<p>First.</p>", "<footer class=\"post-footer\">",
                "<a class=\"newer\" rel=\"next\" href=\"/posts/two/\">", "</main>", "<footer class=\"foot\"",
            ], in: html)
        #expect(!html.contains("<figure") && !html.contains("class=\"older\"") && !html.contains("class=\"standfirst\""))
    }

    /// A picture that is taller than wide stands in the same place, in its own proportions.
    @Test func aPortraitHero() async throws {
        let site = try await built()
        let html = try site.page("posts/three/index.html")
        expectOrder(
            [
                "<h1>Three</h1>", "</header>", "<figure class=\"hero\">", "width=\"1024\" height=\"1536\"", "</figure>",
                "<div class=\"prose\">", "<p>Third.</p>", "<footer class=\"post-footer\">",
                "<a class=\"older\" rel=\"prev\" href=\"/posts/two/\">", "<footer class=\"foot\"",
            ], in: html)
        #expect(!html.contains("class=\"newer\""))
    }

    /// A photograph of which nothing is said has no empty line below it.
    @Test(arguments: [("hero: sun.png\nhero-alt: A sun", false), ("hero: { image: sun.png, alt: A sun, caption: Noon }", true)])
    func aPhotographAsThePicture(keys: String, hasWords: Bool) async throws {
        let site = try site()
        try site.folder.write("content/posts/sun.png", TestPNG(width: 64, height: 48, text: "sun").bytes)
        try site.write("content/posts/four.md", "---\ntitle: Four\ndate: 2026-03-04\n\(keys)\n---\nFourth.\n")
        #expect(try await site.run("build").status == 0)
        let html = try site.page("posts/four/index.html")
        expectOrder(["<figure class=\"hero\">", "alt=\"A sun\"", "</figure>"], in: html)
        #expect(html.contains("<figcaption>") == hasWords)
    }

    @Test func theFrontPage() async throws {
        let site = try await built()
        let html = try site.page("index.html")
        expectOrder(
            [
                "<title>Test</title>", "<body class=\"kind-home\">", "<header class=\"masthead front\"",
                "<h1 class=\"name\"><a href=\"/\">Test</a></h1>", "<nav class=\"menu\"", "href=\"/posts/\"",
                "href=\"/about/\"", "<main id=\"main\">", "<div class=\"cards lead\">",
                "<article class=\"entry with-picture\"", "<div class=\"thumb\">",
                "<h2 class=\"title\"><a href=\"/posts/three/\">Three</a></h2>", "<article class=\"entry with-picture\"",
                "<h2 class=\"title\"><a href=\"/posts/two/\">Two</a></h2>", "<article class=\"entry\"",
                "<h2 class=\"title\"><a href=\"/posts/one/\">One</a></h2>", "</main>", "<footer class=\"foot\"",
                "<a href=\"/tags/\">Tags</a>",
            ], in: html)
    }

    @Test func aSection() async throws {
        let site = try await built()
        expectOrder(
            [
                "<title>Posts · Test</title>", "<main id=\"main\">", "<header class=\"list-header\">", "<h1>Posts</h1>",
                "</header>", "<div class=\"rows\">", "Three</a></h2>", "Two</a></h2>", "One</a></h2>", "</main>",
                "<footer class=\"foot\"",
            ], in: try site.page("posts/index.html"))
    }

    @Test func tags() async throws {
        let site = try await built()
        expectOrder(
            [
                "<title>rail · Test</title>", "<main id=\"main\">", "<header class=\"list-header\">",
                "<p class=\"kicker\"><a href=\"/tags/\">Tags</a></p>", "<h1>rail</h1>", "</header>",
                "<div class=\"rows\">", "Two</a></h2>", "One</a></h2>", "</main>", "<footer class=\"foot\"",
            ], in: try site.page("tags/rail/index.html"))
        #expect(try !site.page("tags/rail/index.html").contains("Three"))
        expectOrder(
            [
                "<title>Tags · Test</title>", "<h1>Tags</h1>", "<ul class=\"terms\">",
                "<a href=\"/tags/rail/\">rail</a> <span>2</span>", "<a href=\"/tags/sea/\">sea</a> <span>1</span>",
                "<footer class=\"foot\"",
            ], in: try site.page("tags/index.html"))
    }

    @Test func nothingFound() async throws {
        let site = try await built()
        let html = try site.page("404.html")
        expectOrder(
            [
                "<header class=\"masthead\"", "<main id=\"main\">", "<p class=\"kicker\">404</p>",
                "<h1>This page is not here</h1>", "<div class=\"prose\">", "<a href=\"/\">The front page</a>",
                "<a href=\"/posts/\">Posts</a>", "<a href=\"/tags/\">Tags</a>", "</main>", "<footer class=\"foot\"",
            ], in: html)
        #expect(!html.contains("<figure"))
    }

    /// A link to a list is shown with the picture of its newest post that has one.
    @Test func listsHaveASocialPicture() async throws {
        let site = try await built()
        let (two, three) = (
            socialPicture(of: try site.page("posts/two/index.html")),
            socialPicture(of: try site.page("posts/three/index.html"))
        )
        #expect(two != nil && three != nil && two != three)
        for (page, picture) in [
            ("index.html", three), ("posts/index.html", three), ("tags/sea/index.html", three),
            ("tags/rail/index.html", two),
        ] {
            #expect(socialPicture(of: try site.page(page)) == picture, "\(page)")
        }
        let address = try #require(three)
        #expect(address.hasPrefix("https://example.org/"))
        #expect(site.folder.exists("public/" + address.dropFirst("https://example.org/".count)))
    }
}
