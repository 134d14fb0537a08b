import FrontisTestSupport
import Testing

/// Any page may show any pages: the newest, those of a tag, an archive by year.
@Suite(.timeLimit(.minutes(10))) struct CollectionTests {
    private static let content = """
        -- content/about.md --
        ---
        title: About
        ---
        Who.
        -- content/docs/b.md --
        ---
        title: Beta
        weight: 1
        ---
        -- content/docs/a.md --
        ---
        title: Alpha
        weight: 2
        ---
        -- content/posts/one.md --
        ---
        title: One
        date: 2025-03-01
        tags: [Night Train]
        featured: true
        ---
        First words.
        -- content/posts/two.md --
        ---
        title: Two
        date: 2026-01-05
        tags: [night-train, sea]
        updated: 2026-05-01
        ---
        -- content/posts/2026/three.md --
        ---
        title: Three
        date: 2026-03-09
        ---
        """

    private func site(_ collections: String, template: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/" }
                \(collections)
                \(Self.content)
                -- templates/page.mustache --
                \(template)
                -- templates/list.mustache --
                {{page.title}}
                """)
        return site
    }

    @Test(arguments: [
        ("posts", "", "Three Two One "),
        ("pages", "", "Beta Alpha About "),
        ("x", "{ section: posts, first: 2 }", "Three Two "),
        ("x", "{ section: posts/2026 }", "Three "),
        ("x", "{ section: /docs/ }", "Beta Alpha "),
        ("x", "{ section: docs, sort: title }", "Alpha Beta "),
        ("x", "{ section: docs, sort: title, reverse: true }", "Beta Alpha "),
        ("x", "{ sort: updated, first: 2 }", "Two Three "),
        ("x", "{ tag: NIGHT TRAIN }", "Two One "),
        ("x", "{ tag: sea }", "Two "),
        ("x", "{ params: { featured: true } }", "One "),
        ("x", "", "Three Two One Beta Alpha About "),
    ])
    func holds(name: String, collection: String, expected: String) async throws {
        let own = name == "x" ? "collections: { x: \(collection) }" : ""
        let site = try site(own, template: "[{{#collections.\(name)}}{{title}} {{/collections.\(name)}}]")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("about/index.html") == "[\(expected)]\n")
        #expect(try site.page("posts/one/index.html") == "[\(expected)]\n")
    }

    @Test(arguments: [
        ("year", "2026 2026 2: Three Two; 2025 2025 1: One; "),
        ("month", "2026-03 March 2026 1: Three; 2026-01 January 2026 1: Two; 2025-03 March 2025 1: One; "),
        ("section", "posts/2026 2026 1: Three; posts Posts 2: Two One; docs Docs 2: Beta Alpha;  Test 1: About; "),
    ])
    func groups(by: String, expected: String) async throws {
        let site = try site(
            "collections: { archive: { group-by: \(by) } }",
            template: "{{#collections.archive}}{{name}} {{title}} {{count}}:{{#pages}} {{title}}{{/pages}}; {{/collections.archive}}")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("about/index.html") == expected + "\n")
    }

    /// A page of a list is as whole as any: what a card shows is there.
    @Test func pagesAreWhole() async throws {
        let site = try site(
            "collections: { recent: { section: posts } }",
            template: "{{#collections.recent}}{{#last()}}{{url}} {{date}} {{summary}} {{#tags}}{{name}}{{/tags}} {{params.featured}}{{/last()}}{{/collections.recent}}")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("about/index.html") == "/posts/one/ 2025-03-01 First words. night-train true\n")
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site(
            "collections:\n  recent: { sectoin: posts }\n  a b: {}\n  none: { section: letters }\n  odd: { sort: size, first: 0, group-by: week }\n  text: posts",
            template: "{{#collections.recnt}}{{title}}{{/collections.recnt}}")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                frontis.yaml:5:3: warning: collection 'none' is empty: no page is what it asks for [configuration-value]
                  help: a section is a folder of content/: section: posts
                frontis.yaml:3:13: error: unknown key 'sectoin' in collections.recent; did you mean 'section'? [configuration-unknown-key]
                  3 |   recent: { sectoin: posts }
                    |             ^~~~~~~
                frontis.yaml:4:3: error: 'a b' cannot be a collection's name [configuration-value]
                  4 |   a b: {}
                    |   ^~~
                    help: a name is letters, digits and dashes, as templates say it: collections.recent
                frontis.yaml:6:16: error: collections.odd.sort must be date, updated, title, weight, not 'size' [configuration-value]
                  6 |   odd: { sort: size, first: 0, group-by: week }
                    |                ^~~~
                frontis.yaml:6:29: error: collections.odd.first must be from 1 to 100000, not 0 [configuration-value]
                  6 |   odd: { sort: size, first: 0, group-by: week }
                    |                             ^
                frontis.yaml:6:42: error: collections.odd.group-by must be year, month, section, not 'week' [configuration-value]
                  6 |   odd: { sort: size, first: 0, group-by: week }
                    |                                          ^~~~
                frontis.yaml:7:9: error: collections.text must be a map, not text [configuration-value]
                  7 |   text: posts
                    |         ^~~~~
                    help: write it as text: { section: posts, first: 5 }
                templates/page.mustache:1:4: error: unknown name 'collections.recnt'; did you mean 'collections.recent'? [template-unknown-name]
                  1 | {{#collections.recnt}}{{title}}{{/collections.recnt}}
                    |    ^~~~~~~~~~~~~~~~~
                7 errors, 1 warning

                """)
    }
}
