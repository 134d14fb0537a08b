import Foundation
import FrontisTestSupport
import Testing

/// Which feeds a site has, what is in them, and what else is written for programs.
@Suite(.timeLimit(.minutes(10))) struct FeedSettingsTests {
    private func site(_ configuration: String, url: String = "https://example.org/") throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: "A & B", url: "\(url)", author: Ana, description: Words }
                images: { variants: false }
                \(configuration)
                -- content/about.md --
                Who.
                -- content/posts/one.md --
                ---
                title: "[One]"
                date: 2026-03-01
                updated: 2026-03-05
                tags: [Rail]
                description: First
                ai-image: A lighthouse
                ---
                The *whole* text.
                -- content/notes/_index.md --
                ---
                title: Notes
                feed: false
                ---
                -- content/notes/two.md --
                ---
                title: Two
                date: 2026-03-02
                ---
                """)
        return site
    }

    private func files(_ site: SiteUnderTest) throws -> Set<String> { Set(try site.folder.tree(of: "public").keys) }

    @Test func everyListHasThoseThatAreWanted() async throws {
        let site = try site("feeds: { formats: [json, rss] }")
        #expect(try await site.run("build", environment: [:]).status == 0)
        let feeds = try files(site).filter { $0.hasSuffix("feed.json") || $0.hasSuffix("rss.xml") || $0.hasSuffix("atom.xml") }
        #expect(
            feeds.sorted() == ["feed.json", "posts/feed.json", "posts/rss.xml", "rss.xml", "tags/rail/feed.json", "tags/rail/rss.xml"])
        let page = try site.page("posts/index.html")
        #expect(
            page.contains(
                """
                <link rel="alternate" type="application/feed+json" title="Posts – A &amp; B" href="/posts/feed.json">
                <link rel="alternate" type="application/rss+xml" title="Posts – A &amp; B" href="/posts/rss.xml">

                """))
        // A list that wants none leads to the site's.
        #expect(try site.page("notes/index.html").contains("href=\"/feed.json\""))
    }

    @Test func aJSONFeedSaysWhatTheOthersSay() async throws {
        let site = try site("feeds: { formats: [json], hub: \"https://hub.example.org/\" }")
        #expect(try await site.run("build", environment: [:]).status == 0)
        let feed = try #require(
            JSONSerialization.jsonObject(with: Data(try site.page("posts/feed.json").utf8)) as? [String: Any])
        #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
        #expect(feed["feed_url"] as? String == "https://example.org/posts/feed.json")
        #expect((feed["hubs"] as? [[String: String]])?.first?["url"] == "https://hub.example.org/")
        let item = try #require((feed["items"] as? [[String: Any]])?.first)
        #expect(item["id"] as? String == "https://example.org/posts/one/" && item["title"] as? String == "[One]")
        #expect((item["content_html"] as? String)?.hasSuffix("<p>The <em>whole</em> text.</p>\n") == true)
        #expect(item["date_modified"] as? String == "2026-03-05T00:00:00Z" && item["tags"] as? [String] == ["Rail"])
        #expect(!(try files(site).contains("feed.css")))
    }

    @Test func summariesAreEnoughForWhoSaysSo() async throws {
        let site = try site("feeds: { formats: [atom, rss, json], content: summary, length: 1, hub: \"https://hub.example.org/\" }")
        #expect(try await site.run("build", environment: [:]).status == 0)
        for name in ["atom.xml", "rss.xml", "feed.json"] {
            let feed = try site.page(name)
            #expect(!feed.contains("whole") && feed.contains("https://hub.example.org/") && !feed.contains("[One]"), "\(name)")
        }
        #expect(try site.page("posts/atom.xml").contains("<summary>First</summary>"))
        #expect(try site.page("posts/atom.xml").hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet type=\"text/css\" href=\"../feed.css\"?>\n"))
        #expect(try site.page("feed.json").contains("\"content_text\""))
    }

    @Test func aSiteMayHaveNone() async throws {
        let site = try site("feeds: { formats: [] }")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(!(try files(site).contains { $0.hasSuffix("atom.xml") || $0.hasSuffix("rss.xml") || $0 == "feed.css" }))
        let page = try site.page("index.html")
        #expect(!page.contains("rel=\"alternate\"") && !page.contains(">Feed<"))
    }

    @Test func programsFindTheirWay() async throws {
        let site = try site("llms-txt: true\nwebmention: https://mention.example.org/me?a=1&b=2")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("robots.txt") == "User-agent: *\nDisallow:\n\nSitemap: https://example.org/sitemap.xml\n")
        #expect(
            try site.page("llms.txt") == """
                # A & B

                > Words

                ## Pages

                - [About](https://example.org/about/): Who.

                ## Posts

                - [Two](https://example.org/notes/two/)
                - [\\[One\\]](https://example.org/posts/one/): First

                """)
        #expect(try site.page("index.html").contains("<link rel=\"webmention\" href=\"https://mention.example.org/me?a=1&amp;b=2\">"))
        #expect(try site.page("sitemap.xml").contains("<image:loc>https://example.org/"))
    }

    /// What authors write is words, and makes no link and no line of its own.
    @Test func aListForModelsIsWords() async throws {
        let site = try site("llms-txt: true")
        try site.write("content/posts/one.md", "---\ntitle: \"a `b [x](y) <i>\\u0007\"\ndate: 2026-03-01\ndescription: \"c` *d*\"\n---\n")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("llms.txt").contains(#"- [a \`b \[x\](y) \<i\>](https://example.org/posts/one/): c\` \*d\*"#))
    }

    /// The site's own file stands, and nobody looks for one below a path.
    @Test func robotsOfASitesOwn() async throws {
        let own = try site("")
        try own.write("static/robots.txt", "mine\n")
        #expect(try await own.run("build", environment: [:]).status == 0)
        #expect(try own.page("robots.txt") == "mine\n")
        let below = try site("", url: "https://example.org/blog/")
        #expect(try await below.run("build", environment: [:]).status == 0)
        #expect(!(try files(below).contains("robots.txt")))
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site("feeds: { formats: [atom, jsn], content: half, hub: hub.example.org }\nwebmention: \"javascript:x\"")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                frontis.yaml:3:26: error: feeds.formats must be of atom, rss, json, not 'jsn'; did you mean 'json'? [configuration-value]
                  3 | feeds: { formats: [atom, jsn], content: half, hub: hub.example.org }
                    |                          ^~~
                frontis.yaml:3:41: error: feeds.content must be full, summary, not 'half' [configuration-value]
                  3 | feeds: { formats: [atom, jsn], content: half, hub: hub.example.org }
                    |                                         ^~~~
                frontis.yaml:3:52: error: feeds.hub 'hub.example.org' is not an absolute web address [configuration-value]
                  3 | feeds: { formats: [atom, jsn], content: half, hub: hub.example.org }
                    |                                                    ^~~~~~~~~~~~~~~
                    help: write it with its scheme: https://example.org/
                frontis.yaml:4:13: error: webmention 'javascript:x' is not an absolute web address [configuration-value]
                  4 | webmention: "javascript:x"
                    |             ^~~~~~~~~~~~
                    help: write it with its scheme: https://example.org/
                4 errors

                """)
    }
}
