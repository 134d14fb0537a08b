import FrontisTestSupport
import Testing

/// Menus of `frontis.yaml` and of pages' front matter.
@Suite(.timeLimit(.minutes(10))) struct MenuTests {
    private static let menu = """
        {{#site.menu}}{{title}}<{{url}}>{{#current}}!{{/current}}{{#current-page}}!{{/current-page}}{{#external}}^{{/external}}{{#children}}({{title}}<{{url}}>{{#current}}!{{/current}}){{/children}} {{/site.menu}}| {{#site.menus.footer}}{{title}} {{/site.menus.footer}}
        """

    private func site(_ configuration: String, about: String = "", url: String = "https://example.org/") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "\(url)" }
                \(configuration)
                -- content/about.md --
                ---
                title: About
                \(about)
                ---
                -- content/posts/one.md --
                ---
                title: One
                date: 2026-03-01
                tags: [Rail]
                ---
                -- static/cv.pdf --
                %PDF
                -- templates/page.mustache --
                \(Self.menu)
                -- templates/list.mustache --
                \(Self.menu)
                -- templates/taxonomy.mustache --
                \(Self.menu)
                """)
        return site
    }

    private func built(_ site: SiteUnderTest, _ page: String = "about/index.html") async throws -> String {
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        return try site.page(page)
    }

    @Test(arguments: [
        // Where nobody says anything.
        ("", "", "Posts</posts/> About</about/>!! | \n"),
        ("menus: { footer: [{ page: about.md }] }", "", "Posts</posts/> About</about/>!! | About \n"),
        // What pages say.
        ("", "menu: main", "About</about/>!! | \n"), ("", "menus: [footer, main]", "About</about/>!! | About \n"),
        ("", "menu: { main: { name: Us } }", "Us</about/>!! | \n"), ("", "menu: true", "Posts</posts/> About</about/>!! | \n"),
        // What frontis.yaml says, in its order, the lighter ones first.
        (
            "menus: { main: [{ page: content/posts }, { title: Home, url: / }, { name: Tags, pageRef: /tags/ }, { page: tags/rail, weight: 1 }] }",
            "", "Rail</tags/rail/> Posts</posts/> Home</> Tags</tags/> | \n"
        ),
        ("menus: { main: [{ url: \"https://example.org/a b\" }] }", "", "https://example.org/a b<https://example.org/a%20b>^ | \n"),
        ("menus: { main: [{ title: CV, url: \"/cv.pdf?x#p=2\" }] }", "", "CV</cv.pdf?x#p=2> | \n"),
        // Children, written below or by name, and what pages put there.
        (
            "menus: { main: [{ title: More, children: [{ page: posts }, { page: about.md }] }] }", "",
            "More<>!(Posts</posts/>)(About</about/>!) | \n"
        ),
        ("menus: { main: [{ title: More, identifier: m }] }", "menu: { main: { parent: m, weight: 3 } }", "More<>!(About</about/>!) | \n"),
        ("menus: { main: [{ title: A, parent: B }, { title: B }] }", "", "B<>(A<>) | \n"),
    ])
    func entries(configuration: String, about: String, expected: String) async throws {
        #expect(try await built(try site(configuration, about: about)) == expected)
    }

    /// A post is below its section, and everything is not below the front page.
    @Test func theTrailIsMarked() async throws {
        let site = try site("menus: { main: [{ title: Home, url: / }, { page: posts }, { page: tags }] }")
        #expect(try await built(site, "posts/one/index.html") == "Home</> Posts</posts/>! Tags</tags/> | \n")
        #expect(try site.page("tags/rail/index.html") == "Home</> Posts</posts/> Tags</tags/>! | \n")
        #expect(try site.page("index.html") == "Home</>!! Posts</posts/> Tags</tags/> | \n")
    }

    @Test func addressesHaveTheBasePath() async throws {
        let site = try site("menus: { main: [{ title: A, url: /about/ }] }", url: "https://example.org/blog/")
        #expect(try await built(site) == "A</blog/about/>!! | \n")
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site(
            """
            menus:
              main:
                - { page: gone.md }
                - { title: There, url: /nowhere/ }
                - { title: Up, parent: Sky }
                - { title: A, parent: B }
                - { title: B, parent: A }
              footer:
                - about.md
                - { title: Bad, url: "javascript:alert(1)" }
                - { tittle: Bad, url: //example.org/ }
                - {}
              side: posts
            """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                frontis.yaml:4:7: warning: menu 'main' leads to no page: there is no content/gone.md [menu-entry]
                  4 |     - { page: gone.md }
                    |       ^
                    help: name a file or folder under content/ that is built, or a term: about.md, posts, tags/rail
                frontis.yaml:5:7: warning: menu entry leads to /nowhere/, and there is nothing [menu-entry]
                  5 |     - { title: There, url: /nowhere/ }
                    |       ^
                    help: a page is best named by its file: page: about.md
                frontis.yaml:6:7: warning: entry 'Up' of menu 'main' is below 'Sky', which is no entry of it [menu-entry]
                  6 |     - { title: Up, parent: Sky }
                    |       ^
                    help: a parent is named by its identifier or its title
                frontis.yaml:7:7: warning: entry 'A' of menu 'main' is below itself [menu-entry]
                  7 |     - { title: A, parent: B }
                    |       ^
                    help: say another parent, or none
                frontis.yaml:10:7: error: an entry of menus.footer must be a map, not text [configuration-value]
                  10 |     - about.md
                     |       ^~~~~~~~
                    help: write it as - { title: About, page: about.md } or - { title: Code, url: https://example.org/ }
                frontis.yaml:11:26: error: 'javascript:alert(1)' is no address for a menu [configuration-value]
                  11 |     - { title: Bad, url: "javascript:alert(1)" }
                     |                          ^~~~~~~~~~~~~~~~~~~
                    help: write a path of the site, /about/ or /#top, or an address with https://, mailto: or tel:
                frontis.yaml:12:9: error: unknown key 'tittle' in an entry of menus.footer; did you mean 'title'? [configuration-unknown-key]
                  12 |     - { tittle: Bad, url: //example.org/ }
                     |         ^~~~~~
                frontis.yaml:12:27: error: '//example.org/' is no address for a menu [configuration-value]
                  12 |     - { tittle: Bad, url: //example.org/ }
                     |                           ^~~~~~~~~~~~~~
                    help: write a path of the site, /about/ or /#top, or an address with https://, mailto: or tel:
                frontis.yaml:13:7: error: an entry of menus.footer has no title and leads nowhere [configuration-value]
                  13 |     - {}
                     |       ^
                    help: give it a title, a page or a url
                frontis.yaml:14:9: error: menus.side must be a list, not text [configuration-value]
                  14 |   side: posts
                     |         ^~~~~
                    help: write an entry a line, each beginning with a dash: - { title: About, page: about.md }
                6 errors, 4 warnings

                """)
    }
}
