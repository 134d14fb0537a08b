import FrontisTestSupport
import Testing

/// A site's own templates over a theme's, one by one.
@Suite(.timeLimit(.minutes(10))) struct SiteThemeTests {
    private func site(_ theme: String, _ tree: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/" }
                \(theme)
                -- content/posts/one.md --
                ---
                title: One
                date: 2026-03-01
                ---
                {{< box >}}
                \(tree)
                """)
        return site
    }

    private static let paper = """
        -- themes/paper/templates/post.mustache --
        paper {{page.title}} {{> _foot}}{{{page.content}}}
        -- themes/paper/templates/_foot.mustache --
        theme's foot
        -- themes/paper/templates/list.mustache --
        list
        -- themes/paper/templates/shortcodes/box.mustache --
        <b>theme's box</b>
        -- themes/paper/static/css/paper.css --
        theme {}
        -- themes/paper/static/own.css --
        theme {}
        -- themes/paper/exampleSite/templates/post.mustache --
        {{broken
        -- themes/other/templates/post.mustache --
        other
        """

    private func built(_ site: SiteUnderTest) async throws {
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
    }

    @Test func oneFileAtATime() async throws {
        let site = try site("theme: paper", Self.paper)
        try await built(site)
        #expect(try site.page("posts/one/index.html") == "paper One theme's foot\n<b>theme's box</b>\n\n")
        #expect(try site.page("css/paper.css") == "theme {}\n" && site.page("own.css") == "theme {}\n")
        try site.write("templates/_foot.mustache", "own foot\n")
        try site.write("templates/shortcodes/box.mustache", "<i>own box</i>\n")
        try site.write("static/own.css", "own {}\n")
        try await built(site)
        #expect(try site.page("posts/one/index.html") == "paper One own foot\n<i>own box</i>\n\n")
        #expect(try site.page("css/paper.css") == "theme {}\n" && site.page("own.css") == "own {}\n")
        // The theme itself moves on.
        try site.write("themes/paper/templates/post.mustache", "newer {{page.title}} {{> _foot}}\n")
        try site.write("themes/paper/static/css/paper.css", "newer {}\n")
        try await built(site)
        #expect(try site.page("posts/one/index.html") == "newer One own foot\n\n")
        #expect(try site.page("css/paper.css") == "newer {}\n")
    }

    /// The places that the built-in theme leaves open.
    @Test func theBuiltInOneHasPlacesForOthers() async throws {
        let site = try site("theme: frontis", "")
        try site.write("content/posts/one.md", "---\ntitle: One\ndate: 2026-03-01\n---\nText.\n")
        try await built(site)
        let before = try site.page("posts/one/index.html")
        try site.write("templates/_comments.mustache", "<div id=\"comments\">{{page.permalink}}</div>\n")
        try site.write("templates/_analytics.mustache", "<script src=\"/count.js\"></script>\n")
        try await built(site)
        let after = try site.page("posts/one/index.html")
        #expect(after.contains("<div id=\"comments\">https://example.org/posts/one/</div>\n</footer>"))
        #expect(after.contains("<script src=\"/count.js\"></script>\n</head>"))
        #expect(before == after.replacing(/<div id="comments">.*<\/div>\n/, with: "").replacing("<script src=\"/count.js\"></script>\n", with: ""))
        #expect(try site.folder.tree(of: "public").keys.contains("frontis.css"))
    }

    @Test func aFolderOfItsNameStandsOverTheBuiltInOne() async throws {
        let site = try site("theme: frontis", "-- themes/frontis/templates/_comments.mustache --\n<p>Talk</p>\n-- themes/frontis/static/frontis.css --\nown {}\n")
        try site.write("content/posts/one.md", "---\ntitle: One\ndate: 2026-03-01\n---\nText.\n")
        try await built(site)
        #expect(try site.page("posts/one/index.html").contains("<p>Talk</p>\n</footer>") && site.page("frontis.css") == "own {}\n")
    }

    /// As ever: who writes templates and names no theme has all of their own.
    @Test func withoutAThemeASiteIsComplete() async throws {
        let site = try site("", Self.paper)
        try site.write("content/posts/one.md", "---\ntitle: One\ndate: 2026-03-01\n---\nText.\n")
        try site.write("templates/post.mustache", "mine\n")
        try await built(site)
        #expect(try site.page("posts/one/index.html") == "mine\n")
        #expect(!(try site.folder.tree(of: "public").keys.contains { $0.hasSuffix(".css") && $0 != "feed.css" }))
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site("theme: papr", Self.paper)
        try site.write("content/posts/one.md", "---\ntitle: One\ndate: 2026-03-01\n---\nText.\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                frontis.yaml:2:8: error: there is no theme 'papr'; did you mean 'paper'? [configuration-value]
                  help: a theme is a folder, themes/papr/templates/, or frontis, which is built in

                """)
        try site.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\ntheme: paper\n")
        try site.write("themes/paper/templates/post.mustache", "{{page.titel}}\n")
        #expect(
            try await site.run("build", environment: [:]).standardError.hasPrefix(
                "themes/paper/templates/post.mustache:1:3: error: unknown name 'page.titel'; did you mean 'page.title'?"))
    }
}
