import FrontisTestSupport
import Testing

/// How much a build does, in numbers that do not depend on the machine: files read, texts and templates rendered,
/// pictures encoded, files written.
@Suite struct WorkTests {
    private struct Work: Equatable {
        /// Pages read, bodies rendered, templates run and tried, pictures encoded, files written.
        var read, bodies, run, tried, encoded, written: Int

        init(read: Int, bodies: Int, run: Int, tried: Int, encoded: Int = 0, written: Int) {
            (self.read, self.bodies, self.run, self.tried) = (read, bodies, run, tried)
            (self.encoded, self.written) = (encoded, written)
        }

        init(_ run: ProgramRun.Result) throws {
            let report = try #require(VendorJSON(Array(run.standardOutput.utf8)))
            func count(_ group: String, _ key: String) throws -> Int { try #require(report[group]?[key]?.integer) }
            try self.init(
                read: count("work", "pagesRead"), bodies: count("work", "bodiesRendered"),
                run: count("work", "templatesRun"), tried: count("work", "templatesTried"),
                encoded: count("variants", "encoded"), written: count("pages", "rendered"))
        }

        static let nothing = Work(read: 0, bodies: 0, run: 0, tried: 0, written: 0)
    }

    /// Three posts, a page, a draft; nine pages of the output: these four, the front page, the posts, a tag, all tags,
    /// and what is not found.
    private func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/posts/a.md --
                ---
                title: A
                date: 2026-03-01
                tags: [rail]
                ---
                Text of A.
                -- content/posts/b.md --
                ---
                title: B
                date: 2026-03-02
                ---
                Text of B.
                -- content/posts/c.md --
                ---
                title: C
                date: 2026-03-03
                ---
                Text of C.
                -- content/posts/unfinished.md --
                ---
                title: Unfinished
                draft: true
                ---
                Not yet.
                -- content/about.md --
                ---
                title: About
                ---
                Text.
                -- templates/page.mustache --
                {{page.title}}: {{{page.content}}}
                -- templates/list.mustache --
                {{#pages}}{{title}} {{/pages}}
                -- templates/taxonomy.mustache --
                {{#taxonomy.terms}}{{name}} {{/taxonomy.terms}}
                -- templates/404.mustache --
                Nothing here.
                -- static/robots.txt --
                User-agent: *
                """)
        return site
    }

    private func build(_ site: SiteUnderTest) async throws -> Work {
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        return try Work(run)
    }

    /// Only a page that has changed is read, and only pages that show it are made again.
    @Test func ofAColdBuildAndOfChanges() async throws {
        let site = try site()
        let cold = try await build(site)
        // Besides the nine pages: the file of `static`, feeds, and whatever else plug-ins add.
        #expect(cold == Work(read: 5, bodies: 5, run: 9, tried: 4, written: try site.outputCount()))
        #expect(try await build(site) == .nothing)
        let post = try site.folder.read("content/posts/b.md")
        try site.write("content/posts/b.md", post.replacing("Text of B", with: "Other words"))
        // Its page, and the feeds of the site and of the posts.
        #expect(try await build(site) == Work(read: 1, bodies: 1, run: 1, tried: 4, written: 5))
        try site.write("templates/404.mustache", "Nothing here, and nothing there.\n")
        #expect(try await build(site) == Work(read: 0, bodies: 0, run: 1, tried: 4, written: 1))
        #expect(try await build(site) == .nothing)
    }

    /// With pictures, templates are tried before these are made, and again with them.
    @Test func ofPictures() async throws {
        let site = try SiteUnderTest(
            configuration: "images: { variants: { formats: [webp], hero: { widths: [100, 200] } } }\n")
        try site.write(
            tree: """
                -- content/a.md --
                ---
                title: A
                ai-image: A lighthouse
                ---
                Text.
                -- templates/page.mustache --
                {{{page.hero.picture}}}
                -- templates/list.mustache --
                {{#pages}}{{title}}{{/pages}}
                """)
        let cold = try await build(site)
        // WebP and JPEG of two widths, and a card.
        #expect(cold == Work(read: 1, bodies: 1, run: 2, tried: 4, encoded: 5, written: try site.outputCount()))
        #expect(try await build(site) == .nothing)
        try site.write("templates/page.mustache", "<div>{{{page.hero.picture}}}</div>\n")
        #expect(try await build(site) == Work(read: 0, bodies: 0, run: 1, tried: 4, written: 1))
    }

    /// A page whose front matter cannot be read has no text, and with it no template is run.
    @Test func ofABuildThatStops() async throws {
        let site = try site()
        try site.write("content/posts/a.md", "---\ntitle: [\n---\nText.\n")
        let run = try await site.run("build", "--format", "json")
        #expect(run.status == 1)
        #expect(try Work(run) == Work(read: 5, bodies: 4, run: 0, tried: 0, written: 0))
    }
}
