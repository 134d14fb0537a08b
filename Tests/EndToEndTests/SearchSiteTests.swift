import FrontisTestSupport
import Testing

/// The index as a site has it.
@Suite(.timeLimit(.minutes(10))) struct SearchSiteTests {
    private func site(_ configuration: String, url: String = "https://example.org/blog/") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "\(url)" }
                \(configuration)
                -- content/posts/one.md --
                ---
                title: One "quoted"
                date: 2026-03-01
                tags: [Rail]
                description: A <b>harbour</b>.
                ---
                ## Cranes

                The harbour.
                -- content/posts/two.md --
                ---
                title: Two
                date: 2026-03-02
                search: false
                ---
                Hidden harbour.
                """)
        return site
    }

    @Test func theIndexLiesBesideItsPage() async throws {
        let site = try site("search: true")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(
            try site.page("search/pages-0.json")
                == #"[["/blog/posts/one/","One \"quoted\"","2026-03-01","A <b>harbour</b>.","en"]]"#)
        #expect(try site.page("search/words-0.txt") == "a O\nb P\ncranes O\nharbour O\none P\nquoted P\nrail P\nthe M\n")
        let page = try site.page("search/index.html")
        #expect(page.contains("<script src=\"/blog/search/search.js\" defer>") && page.contains("<body class=\"kind-search\">"))
        #expect(try site.page("posts/one/index.html").contains("href=\"/blog/search/\">Search</a>"))
        #expect(try !site.page("sitemap.xml").contains("/search/"))
        #expect(try site.page("search/index.json").contains("\"pages\":1"))
    }

    /// A text that changes changes the words, and what has nothing to do with them stays.
    @Test func theIndexFollowsTheTexts() async throws {
        let site = try site("search: true")
        _ = try await site.run("build", environment: [:])
        let before = try site.page("search/index.json")
        try site.write("content/posts/one.md", "---\ntitle: One\n---\nLighthouse.\n")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("search/words-0.txt") == "lighthouse M\none P\n")
        #expect(try site.page("search/index.json") != before)
        try site.folder.remove("content/posts/one.md")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(!(try site.folder.tree(of: "public").keys.contains("search/words-0.txt")))
    }

    @Test func whoDoesNotAskHasNone() async throws {
        let site = try site("")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(!(try site.folder.tree(of: "public").keys.contains { $0.hasPrefix("search") }))
        #expect(try !site.page("posts/one/index.html").contains("search"))
    }

    /// The site's own page, and its own script, stand over the built-in ones.
    @Test func theSitesOwnPageStands() async throws {
        let site = try site("search: true")
        try site.write("content/search.md", "---\ntitle: Find\n---\nMine.\n")
        try site.write("static/search/search.js", "mine()\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("search/index.html").contains("Mine."))
        #expect(try site.page("search/search.js") == "mine()\n")
    }
}
