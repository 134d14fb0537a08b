import FrontisTestSupport
import Testing

/// Pages are filed in any way that a site names, and what is written about a term stands on its page.
@Suite(.timeLimit(.minutes(10))) struct TaxonomyTests {
    private func site(_ configuration: String, _ tree: String = "") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/" }
                \(configuration)
                -- content/posts/one.md --
                ---
                title: One
                date: 2025-03-01
                series: The Long Way
                people: [Ana, Bo]
                tags: [Rail]
                ---
                -- content/posts/two.md --
                ---
                title: Two
                date: 2026-01-05
                series: [the long way]
                person: Ana
                ---
                -- content/posts/zero.md --
                ---
                title: Zero
                date: 2026-03-09
                weight: 1
                taxonomies: { series: [The long way] }
                tags: [sea]
                ---
                -- templates/post.mustache --
                {{#page.taxonomies}}{{name}} {{title}} {{url}}:{{#terms}} {{name}} {{url}}{{#number}} {{number}}/{{count}}{{/number}}{{/terms}};{{/page.taxonomies}}
                -- templates/list.mustache --
                {{page.title}}|{{{page.content}}}|{{taxonomy.title}} {{taxonomy.term}}|{{#pages}}{{title}} {{/pages}}
                -- templates/taxonomy.mustache --
                {{page.title}}|{{{page.content}}}|{{#taxonomy.terms}}{{name}} {{count}} {{url}};{{/taxonomy.terms}}
                \(tree)
                """)
        return site
    }

    @Test func anyNameIsOne() async throws {
        let site = try site("taxonomies: { series: { ordered: true }, people: { path: /who/, singular: person } }")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(
            try site.page("posts/one/index.html")
                == "tags Tags /tags/: Rail /tags/rail/;series Series /series/: The long way /series/the-long-way/ 2/3;people People /who/: Ana /who/ana/ Bo /who/bo/;\n")
        #expect(try site.page("who/index.html") == "People||Ana 2 /who/ana/;Bo 1 /who/bo/;\n")
        #expect(try site.page("who/ana/index.html") == "Ana||People Ana|Two One \n")
        // The lightest first, then from the oldest on; the feed has the newest first all the same.
        #expect(try site.page("series/the-long-way/index.html") == "The long way||Series The long way|Zero One Two \n")
        let feed = try site.page("series/the-long-way/atom.xml")
        let places = try ["Zero", "Two", "One"].map { try #require(feed.firstRange(of: "<title>\($0)")).lowerBound }
        #expect(places == places.sorted())
    }

    /// Templates for one of them, and the names that it adds.
    @Test func templatesKnowItsName() async throws {
        let site = try site(
            "taxonomies: { series: { ordered: true }, people: { singular: person } }",
            """
            -- templates/person.mustache --
            person {{page.title}}{{#site.has-people}} of {{count(site.people)}}{{/site.has-people}}
            -- templates/people.mustache --
            people
            """)
        try site.write(
            "templates/post.mustache",
            "{{#page.has-people}}{{#page.people}}{{name}} {{/page.people}}{{/page.has-people}}{{#page.series}}{{#previous}}{{title}}{{/previous}}<{{number}}>{{#next}}{{title}} {{url}}{{/next}}{{#pages}} {{number}} {{title}}{{#current}}*{{/current}}{{/pages}}{{/page.series}}\n"
        )
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("people/ana/index.html") == "person Ana of 2\n")
        #expect(try site.page("people/index.html") == "people\n")
        #expect(try site.page("posts/one/index.html") == "Ana Bo Zero<2>Two /posts/two/ 1 Zero 2 One* 3 Two\n")
        #expect(try site.page("posts/zero/index.html") == "<1>One /posts/one/ 1 Zero* 2 One 3 Two\n")
    }

    @Test func whatIsWrittenAboutATermStandsOnItsPage() async throws {
        let site = try site(
            "",
            """
            -- content/tags/_index.md --
            ---
            title: Labels
            ---
            All of *them*.
            -- content/tags/sea/_index.md --
            ---
            title: The sea
            weight: 1
            ---
            Salt.
            -- content/tags/forests/_index.md --
            ---
            title: Forests
            template: wood
            ---
            Nobody wrote of them yet.
            -- templates/wood.mustache --
            wood {{{page.content}}}
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(
            try site.page("tags/index.html")
                == "Labels|<p>All of <em>them</em>.</p>\n|The sea 1 /tags/sea/;Forests 0 /tags/forests/;Rail 1 /tags/rail/;\n")
        #expect(try site.page("tags/sea/index.html") == "The sea|<p>Salt.</p>\n|Labels The sea|Zero \n")
        #expect(try site.page("tags/forests/index.html") == "wood <p>Nobody wrote of them yet.</p>\n\n")
        #expect(try site.page("posts/zero/index.html").contains("Labels /tags/: The sea /tags/sea/"))
    }

    /// A folder of pages that happens to have a taxonomy's name is a folder of pages.
    @Test func aFolderOfPagesIsASection() async throws {
        let site = try site(
            "taxonomies: { people: {}, tags: false }",
            """
            -- content/tags/_index.md --
            ---
            title: Price tags
            ---
            -- content/tags/first.md --
            ---
            title: First
            date: 2026-01-01
            ---
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("tags/index.html") == "Price tags|| |First \n")
        #expect(try site.page("posts/one/index.html") == "people People /people/: Ana /people/ana/ Bo /people/bo/;\n")
    }

    /// A series whose parts lie in its own folder is a series, and what is written about it stands on its list.
    @Test func partsMayLieInTheFolderOfTheirSeries() async throws {
        let site = try site(
            "taxonomies: { series: { ordered: true } }",
            """
            -- content/series/alps/_index.md --
            ---
            title: Over the Alps
            ---
            -- content/series/alps/part-1.md --
            ---
            title: Part one
            date: 2026-04-01
            series: Alps
            ---
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("series/alps/index.html") == "Over the Alps||Series Over the Alps|Part one \n")
        #expect(try site.page("series/alps/part-1/index.html").contains("Over the Alps /series/alps/ 1/1"))
        #expect(try site.page("series/index.html").contains("Over the Alps 1 /series/alps/"))
    }

    /// What is written about a term in another language takes nothing from this one.
    @Test func aTranslationAloneIsNotTheOriginal() async throws {
        let site = try site(
            "languages: [en, pt]",
            "-- content/tags/rail/_index.pt.md --\n---\ntitle: Trilhos\n---\n-- content/posts/_index.pt.md --\n---\ntitle: Textos\n---\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try site.page("tags/rail/index.html") == "Rail||Tags Rail|One \n")
        #expect(try site.page("posts/index.html") == "Posts|| |Zero Two One \n")
    }

    /// One word of front matter says one thing.
    @Test(arguments: [
        ("series: { singular: title }", "'title' means something else in front matter, and cannot be one of series"),
        ("series: { singular: tag }", "'tag' means something else in front matter, and cannot be one of series"),
        ("a: { singular: b }, b: {}", "'b' means something else in front matter, and cannot be one of a"),
        ("series: { path: /:year/ }", "taxonomies.series.path '/:year/' is not a folder of this site"),
        ("tag: tags", "taxonomies.tag must be a map, not text"),
    ])
    func aWordMeansOneThing(taxonomies: String, message: String) async throws {
        let run = try await site("taxonomies: { \(taxonomies) }").run("build", environment: [:])
        #expect(run.status == 1 && run.standardError.contains("error: \(message) [configuration-value]"), "\(run.standardError)")
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site(
            """
            taxonomies:
              a b: {}
              genre: genres
              people: { pth: /x/, path: "?" }
              title: {}
              moods: { path: /tags/ }
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                frontis.yaml:3:3: error: 'a b' cannot be a taxonomy's name [configuration-value]
                  3 |   a b: {}
                    |   ^~~
                    help: a name is letters, digits and dashes, as the front matter says it: series: [Alps]
                frontis.yaml:4:10: error: taxonomies.genre must be a map, not text [configuration-value]
                  4 |   genre: genres
                    |          ^~~~~~
                    help: the plural is the key: genres: { singular: genre }
                frontis.yaml:5:13: error: unknown key 'pth' in taxonomies.people; did you mean 'path'? [configuration-unknown-key]
                  5 |   people: { pth: /x/, path: "?" }
                    |             ^~~
                frontis.yaml:5:29: error: taxonomies.people.path '?' is not a folder of this site [configuration-value]
                  5 |   people: { pth: /x/, path: "?" }
                    |                             ^
                    help: write a path such as path: /people/
                frontis.yaml:6:3: error: 'title' means something else in front matter, and cannot be one of title [configuration-value]
                  6 |   title: {}
                    |   ^~~~~
                    help: say another word for one of them: title: { singular: … }
                frontis.yaml:6:3: error: a taxonomy cannot be called 'title': 'title' is something else in templates [configuration-value]
                  help: call it something else, and give it the path that you like: path: /title/
                frontis.yaml:7:3: error: taxonomies 'tags' and 'moods' are both at /tags/ [configuration-value]
                  7 |   moods: { path: /tags/ }
                    |   ^~~~~
                    help: give one of them another path
                7 errors

                """)
    }
}
