import FrontisTestSupport
import Testing

/// What a folder says for its pages, so that nobody writes it into each of them.
@Suite(.timeLimit(.minutes(10))) struct FolderDefaultsTests {
    private func site(_ tree: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- templates/page.mustache --
                {{page.author}}|{{#page.tags}}{{name}} {{/page.tags}}|{{page.params.mood}} {{page.params.size}}|{{page.language}}
                -- templates/list.mustache --
                {{page.title}} {{page.author}}
                -- templates/wide.mustache --
                wide {{page.author}}
                -- content/trips/one.md --
                One.
                -- content/trips/2026/two.md --
                ---
                title: Two
                author: Own
                params: { size: 3 }
                ---
                -- content/trips/2026/deep/index.md --
                ---
                Tag: own
                ---
                -- content/other.md --
                Other.
                \(tree)
                """)
        return site
    }

    private func built(_ site: SiteUnderTest) async throws -> [String] {
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        return try ["trips/one", "trips/2026/two", "trips/2026/deep", "other"].map { try site.page($0 + "/index.html") }
    }

    @Test func nearerFoldersStandOverThoseAbove() async throws {
        let site = try site(
            """
            -- content/_defaults.yaml --
            author: Root
            lang: pt
            -- content/trips/_defaults.yaml --
            authors: [Ana, Bo]
            tags: [all]
            params: { mood: calm, size: 1 }
            -- content/trips/2026/_index.md --
            ---
            title: Year
            cascade: { tags: [year], mood: wild }
            ---
            """)
        #expect(
            try await built(site) == [
                "Ana, Bo|all |calm 1|pt\n", "Own|year |wild 3|pt\n", "Ana, Bo|own |wild 1|pt\n", "Root||| pt\n".replacing("| pt", with: " |pt"),
            ])
        #expect(try site.page("trips/2026/index.html") == "Year \n")
        #expect(!(try site.folder.tree(of: "public").keys.contains { $0.contains("_defaults") }))
    }

    /// Pages that are known are read again when their folder says something else, and no others.
    @Test func aChangeReachesItsPages() async throws {
        let site = try site("-- content/trips/2026/_defaults.yaml --\nauthor: Ana\n")
        #expect(try await built(site) == ["|| |en\n", "Own|| 3|en\n", "Ana|own | |en\n", "|| |en\n"])
        try site.write("content/trips/2026/_defaults.yaml", "author: Bo\ntemplate: wide\n")
        #expect(try await built(site) == ["|| |en\n", "wide Own\n", "wide Bo\n", "|| |en\n"])
        try site.folder.remove("content/trips/2026/_defaults.yaml")
        #expect(try await built(site) == ["|| |en\n", "Own|| 3|en\n", "|own | |en\n", "|| |en\n"])
    }

    /// Whatever way a page says it in, and whatever it says it with.
    @Test(arguments: [
        ("expiryDate: 2026-01-01", "x.md", "unpublishDate: 2030-01-01", "||\n"), ("publishDate: 2027-01-01", "x.md", "pubDate: 2026-01-01", "|2026-01-01|\n"),
        ("people: [All]", "x.md", "person: Own", "Own ||\n"), ("people: [All]", "x.md", "People: [Own]", "Own ||\n"),
        ("people: [All]", "x.md", "taxonomies: { people: [Own] }", "Own ||\n"), ("person: All", "x.md", "title: X", "All ||\n"),
        ("date: 2025-01-01", "2026-02-02-x.md", "title: X", "|2026-02-02|\n"), ("date: 2025-01-01", "x.md", "title: X", "|2025-01-01|\n"),
        // What says nothing is filled; an empty list says that there is none.
        ("people: [All]", "x.md", "people:", "All ||\n"), ("people: [All]", "x.md", "people: []", "||\n"),
        ("description: All", "x.md", "description: \"\"", "||All\n"), ("params: { mood: all }", "x.md", "params: { mood: ~ }", "||\n"),
    ])
    func aPagesOwnKeysStand(defaults: String, name: String, own: String, expected: String) async throws {
        let site = try SiteUnderTest(configuration: "taxonomies: { people: { singular: person } }\npermalink: /:slug/\n")
        try site.write("content/notes/_defaults.yaml", defaults + "\n")
        try site.write("content/notes/\(name)", "---\n\(own)\nslug: x\n---\n")
        let template = "{{#page.people}}{{name}} {{/page.people}}|{{page.date}}|{{page.description}}\n"
        for name in ["page", "post"] { try site.write("templates/\(name).mustache", template) }
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("x/index.html") == expected)
    }

    /// Drafts by folder, and pictures that every page has made.
    @Test func whatDecidesAboutPagesCounts() async throws {
        let site = try site("-- content/trips/2026/_defaults.yml --\ndraft: true\nai-image: A lighthouse\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.standardOutput.contains("2 drafts left out"))
        let plan = try await site.run("plan", "--drafts", environment: [:])
        #expect(plan.standardOutput.contains("trips/2026/two.md#hero") && plan.standardOutput.contains("trips/2026/deep/index.md#hero"))
        let list = try await site.run("image", "list", "--no-pictures", environment: [:])
        #expect(list.standardOutput.contains("trips/2026/two.md#hero"))
    }

    /// Said once, where it stands, however many pages have it.
    @Test func faultsAreSaidOnceInTheirPlace() async throws {
        let site = try site(
            """
            -- content/trips/_defaults.yaml --
            date: soon
            slug: x
            draft: perhaps
            ai-image: { promt: A fox }
            -- content/other/_defaults.yaml --
            - a list
            -- content/trips/2026/_index.md --
            ---
            cascade:
              - mood: calm
                weight: heavy
              - target: { path: "/x/**" }
                mood: wild
            ---
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                content/trips/2026/_index.md:5:13: warning: targets of cascade are not read [front-matter-unknown-key]
                  5 |   - target: { path: "/x/**" }
                    |             ^
                    help: write what is meant for a folder into its own _defaults.yaml
                content/other/_defaults.yaml:1:1: error: defaults must be keys and values, not a list [front-matter-yaml]
                  1 | - a list
                    | ^
                content/trips/2026/_index.md:4:13: error: weight must be a whole number, not text [front-matter-type]
                  4 |     weight: heavy
                    |             ^~~~~
                content/trips/_defaults.yaml:1:7: error: date 'soon' is not a date [front-matter-date]
                  1 | date: soon
                    |       ^~~~
                    help: write it as 2026-03-02 or 2026-03-02T10:15:00+01:00
                content/trips/_defaults.yaml:2:1: error: 'slug' says of one page where it is, and cannot be every page's [front-matter-unknown-key]
                  2 | slug: x
                    | ^~~~
                    help: pages' addresses by folder: permalinks, in frontis.yaml
                content/trips/_defaults.yaml:3:8: error: draft must be true or false, not text [front-matter-type]
                  3 | draft: perhaps
                    |        ^~~~~~~
                content/trips/_defaults.yaml:4:11: error: ai-image has no prompt [ai-image-empty-prompt]
                  4 | ai-image: { promt: A fox }
                    |           ^
                    help: say what the picture shows: prompt: A night train crossing a stone viaduct
                content/trips/_defaults.yaml:4:13: error: unknown key 'promt' in ai-image; did you mean 'prompt'? [ai-image-unknown-key]
                  4 | ai-image: { promt: A fox }
                    |             ^~~~~
                7 errors, 1 warning

                """)
    }
}
