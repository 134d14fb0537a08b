import FrontisText
import FrontisCore
import Testing

@testable import FrontisContent

/// Where pages are. These addresses are in readers' bookmarks and in other people's links: a line here may be added, none
/// may be changed.
@Suite struct PageAddressTests {
    private static func url(
        _ source: String, _ frontMatter: String = "", configuration: SiteConfiguration = SiteConfiguration()
    ) throws -> String? {
        let reader = try PageReader(ReadingRules(configuration))
        let (page, diagnostics) = reader.read(
            "---\n\(frontMatter)\n---\n", source: .file(source), at: ContentPath(source, by: ReadingRules(configuration)) { _ in false })
        #expect(diagnostics.isEmpty)
        return page?.url
    }

    /// One file has one address, so that two pages that want it are told.
    @Test(arguments: [
        ("url: /index.html", "/"), ("url: index.html", "/"), ("url: /a/index.html", "/a/"), ("url: /a/b/index.html", "/a/b/"),
        ("permalink: /a/index.html", "/a/"), ("url: /a/my-index.html", "/a/my-index.html"), ("url: /a/index.htm", "/a/index.htm"),
        ("url: /a/index.html/", "/a/index.html/"),
    ])
    func aFoldersIndexIsTheFolder(frontMatter: String, address: String) throws {
        #expect(try Self.url("posts/x.md", frontMatter) == address)
    }

    /// Files and folders.
    @Test(arguments: [
        ("index.md", "/"), ("_index.md", "/"), ("about.md", "/about/"), ("About Us.md", "/about-us/"),
        ("posts/a.md", "/posts/a/"), ("posts/a.markdown", "/posts/a/"), ("posts/a/index.md", "/posts/a/"),
        ("posts/_index.md", "/posts/"), ("posts/deep/er/a.md", "/posts/deep/er/a/"),
        ("Field Notes/kestrel.md", "/field-notes/kestrel/"), ("Field Notes/_index.md", "/field-notes/"),
        ("posts/2026-01-14-train.md", "/posts/train/"), ("posts/2016-1-05-x.md", "/posts/x/"),
        ("posts/2016-1-5-x.md", "/posts/x/"), ("posts/2026-01-14-a-b/index.md", "/posts/a-b/"),
        ("posts/2026-13-14-x.md", "/posts/2026-13-14-x/"), ("posts/2026-01-14.md", "/posts/2026-01-14/"),
        ("posts/20260114-x.md", "/posts/20260114-x/"),
        ("_posts/2026-01-14-train.md", "/posts/train/"), ("_notes/a.md", "/notes/a/"), ("__x/_y/a.md", "/x/y/a/"),
        ("blog/_posts/a.md", "/blog/posts/a/"), ("_posts/_index.md", "/posts/"), ("posts/_a.md", "/posts/_a/"),
        ("posts/swift-5.6-released.md", "/posts/swift-5.6-released/"), ("posts/tibble-2.0.1.md", "/posts/tibble-2.0.1/"),
        ("v1.2/guide.md", "/v1.2/guide/"), ("posts/node.js.md", "/posts/node.js/"), ("posts/.x.md", "/posts/x/"),
        ("posts/wait...what.md", "/posts/wait-what/"), ("posts/the end..md", "/posts/the-end/"),
        ("posts/c++.md", "/posts/c++/"), ("posts/C++11 tips.md", "/posts/c++11-tips/"), ("posts/a+b.md", "/posts/a+b/"),
        ("posts/1 + 1.md", "/posts/1-1/"), ("posts/C#.md", "/posts/c#/"), ("posts/C# notes.md", "/posts/c#-notes/"),
        ("posts/issue#12.md", "/posts/issue-12/"), ("posts/#tag.md", "/posts/tag/"), ("posts/a~b.md", "/posts/a~b/"),
        ("posts/draft~.md", "/posts/draft/"), ("posts/don't panic.md", "/posts/dont-panic/"),
        ("posts/don’t panic.md", "/posts/dont-panic/"), ("posts/a & b.md", "/posts/a-b/"), ("posts/100%.md", "/posts/100/"),
        ("posts/why?.md", "/posts/why/"), ("posts/a,b;c.md", "/posts/a-b-c/"), ("posts/(a) [b].md", "/posts/a-b/"),
        ("posts/a_b.md", "/posts/a_b/"), ("posts/--a--b--.md", "/posts/a-b/"), ("posts/UPPER.md", "/posts/upper/"),
        ("posts/@home.md", "/posts/home/"), ("posts/a=b.md", "/posts/a-b/"), ("posts/a—b.md", "/posts/a-b/"),
        ("posts/Čeština & ß.md", "/posts/čeština-ß/"), ("posts/İstanbul.md", "/posts/i̇stanbul/"),
        ("posts/cafe\u{301}.md", "/posts/caf\u{e9}/"), ("posts/日本語 テスト.md", "/posts/日本語-テスト/"),
        ("posts/हिन्दी.md", "/posts/हिन्दी/"), ("posts/עִבְרִית.md", "/posts/עִבְרִית/"), ("posts/½ pound.md", "/posts/½-pound/"),
        ("posts/🚂.md", "/posts/🚂/"), ("posts/🚂 train.md", "/posts/train/"), ("posts/❤️.md", "/posts/❤️/"),
        ("posts/I ❤️ trains.md", "/posts/i-trains/"), ("posts/!!!.md", "/posts/!!!/"), ("posts/---.md", "/posts/---/"),
        ("🚂/a.md", "/🚂/a/"), ("posts/\(String(repeating: "ab", count: 120)).md", "/posts/\(String(repeating: "ab", count: 100))/"),
        ("posts/\(String(repeating: "日", count: 80)).md", "/posts/\(String(repeating: "日", count: 66))/"),
    ])
    func ofAFile(source: String, address: String) throws {
        #expect(try Self.url(source) == address)
    }

    /// What an author has written, which stands as it is.
    @Test(arguments: [
        ("slug: night-train", "/posts/night-train/"), ("slug: tibble-2.0.1", "/posts/tibble-2.0.1/"),
        ("slug: Rust-1.79", "/posts/Rust-1.79/"), ("slug: C++", "/posts/C++/"), ("slug: \"C#\"", "/posts/C#/"),
        ("slug: don't", "/posts/don't/"), ("slug: a~b", "/posts/a~b/"), ("slug: my post", "/posts/my-post/"),
        ("slug: wait...", "/posts/wait.../"), ("slug: .hidden", "/posts/hidden/"), ("slug: a/b", "/posts/a/b/"),
        ("slug: /a/", "/posts/a/"), ("slug: a--b", "/posts/a--b/"), ("slug: 100%", "/posts/100%/"),
        ("slug: \"🚂\"", "/posts/🚂/"), ("slug: 2026", "/posts/2026/"), ("slug: a.html", "/posts/a.html/"),
        ("slug: \"e\u{301}\"", "/posts/\u{e9}/"),
        ("url: /about/", "/about/"), ("url: about", "/about/"), ("url: /v1.2", "/v1.2/"), ("url: /v1.2/", "/v1.2/"),
        ("path: 2024/05/07/Rust-1.79", "/2024/05/07/Rust-1.79/"), ("url: /a.html", "/a.html"), ("url: /a.HTM", "/a.HTM"),
        ("url: /a.html/", "/a.html/"), ("url: /robots.txt", "/robots.txt"), ("url: /index.php", "/index.php/"),
        ("url: /feed.xml", "/feed.xml"), ("url: /old%20name/", "/old name/"), ("url: /c%23/", "/c#/"),
        ("url: /C++/it's/", "/C++/it's/"), ("url: /100%/", "/100%/"), ("url: /Ä/b", "/Ä/b/"), ("permalink: /x/", "/x/"),
        ("permalink: /:title/", "/posts/a/"),
    ])
    func ofWhatIsWritten(frontMatter: String, address: String) throws {
        #expect(try Self.url("posts/a.md", frontMatter) == address)
    }

    @Test(arguments: [
        ("/:title/", "title: Swift 5.6 is out!", "/swift-5.6-is-out/"), ("/:title/", "title: \"C++ & C#\"", "/c++-c#/"),
        ("/:title/", "title: \"🚂\"", "/🚂/"), ("/:year/:month/:day/:slug/", "date: 2026-03-02", "/2026/03/02/a/"),
        ("/:year/:slug/", "", "/a/"), ("/:section/:slug.html", "", "/posts/a.html"), ("/:slug", "", "/a/"),
        ("/blog/:slug", "slug: v1.2", "/blog/v1.2/"), ("/:section", "", "/posts/"),
    ])
    func ofAPattern(pattern: String, frontMatter: String, address: String) throws {
        var configuration = SiteConfiguration()
        configuration.permalink = pattern
        #expect(try Self.url("posts/a.md", frontMatter, configuration: configuration) == address)
    }

    @Test(arguments: [
        ("posts/a.md", "/2026/a/"), ("_posts/a.md", "/2026/a/"), ("posts/deep/a.md", "/2026/a/"),
        ("posts/travel/rail/a.md", "/t/a/"), ("postscript/a.md", "/postscript/a/"), ("a.md", "/top/a/"),
        ("notes/a.md", "/notes/a/"), ("Field Notes/a.md", "/n/a/"), ("posts/_index.md", "/posts/"),
    ])
    func ofAPatternForTheSection(source: String, address: String) throws {
        let (configuration, findings) = ConfigurationReader.read(
            """
            permalinks:
              posts: /:year/:slug/
              posts/travel: /t/:slug/
              Field Notes: /n/:slug
              /: /top/:slug/
              _: /:section/:slug/
            """)
        #expect(findings.isEmpty)
        #expect(try Self.url(source, "date: 2026-03-02", configuration: configuration) == address)
    }

    @Test func draftsOfJekyllAreDrafts() throws {
        #expect(try page("Text", source: "_drafts/a.md").page?.isDraft == true)
        #expect(try page("---\ndraft: false\n---\n", source: "_drafts/a.md").page?.isDraft == false)
        #expect(try page("Text", source: "drafts/a.md").page?.isDraft == false)
        #expect(try page("Text", source: "_posts/2016-1-05-x.md").page?.date?.day8601 == "2016-01-05")
    }

    @Test(arguments: [
        (
            "aliases: [\"/?p=123\", /ok/]",
            """
            content/posts/a.md:2:11: warning: alias '/?p=123' has a query or a fragment, and no file can answer that \
            [alias-unsafe]
              2 | aliases: ["/?p=123", /ok/]
                |           ^~~~~~~
                help: have your web server send readers on; a ? or # that belongs to a name is %3F or %23

            """
        ),
        (
            "aliases: [\"/a#b\", /ok/]",
            """
            content/posts/a.md:2:11: warning: alias '/a#b' has a query or a fragment, and no file can answer that \
            [alias-unsafe]
              2 | aliases: ["/a#b", /ok/]
                |           ^~~~
                help: have your web server send readers on; a ? or # that belongs to a name is %3F or %23

            """
        ),
        (
            "aliases: /ok/\nurl: /x?y",
            """
            content/posts/a.md:3:6: error: url '/x?y' is not an address in this site [page-url-unsafe]
              3 | url: /x?y
                |      ^~~~
                help: write a path such as url: /about/; a ? or # that belongs to a name is %3F or %23

            """
        ),
        (
            "aliases: /ok/\nurl: /%2e%2e/x",
            """
            content/posts/a.md:3:6: error: url '/%2e%2e/x' is not an address in this site [page-url-unsafe]
              3 | url: /%2e%2e/x
                |      ^~~~~~~~~
                help: write a path such as url: /about/

            """
        ),
        (
            "aliases: /ok/\nslug: \(String(repeating: "x", count: 300))",
            """
            content/posts/a.md:3:7: error: slug has more than 255 bytes [page-url-unsafe]
              3 | slug: \(String(repeating: "x", count: 300))
                |       \("^" + String(repeating: "~", count: 299))
                help: file systems take no longer names

            """
        ),
    ])
    func whatNoFileCanAnswer(frontMatter: String, expected: String) throws {
        let (page, printed) = try page("---\n\(frontMatter)\n---\n")
        #expect(printed == [expected])
        #expect(page?.aliases.map(\.value) == ["/ok/"])
    }

    @Test(arguments: [
        (
            "permalink: /:slug/\npermalinks: { posts: /:year/:slug/ }\n",
            """
            frontis.yaml:1:12: error: permalink and permalinks cannot both be set [configuration-value]
              1 | permalink: /:slug/
                |            ^~~~~~~
                help: what permalink says is '_' in permalinks: permalinks: { _: /:slug/ }
            frontis.yaml:2:15: error: permalink and permalinks cannot both be set [configuration-value]
              2 | permalinks: { posts: /:year/:slug/ }
                |               ^~~~~
                help: what permalink says is '_' in permalinks: permalinks: { _: /:slug/ }

            """
        ),
        (
            "permalinks: { posts: /:sluk/ }\n",
            """
            frontis.yaml:1:22: error: unknown token ':sluk' in permalink; did you mean 'slug'? [configuration-value]
              1 | permalinks: { posts: /:sluk/ }
                |                      ^~~~~~~
                help: tokens are :section :slug :title :year :month :day

            """
        ),
        (
            "permalinks: /:slug/\n",
            """
            frontis.yaml:1:13: error: permalinks must be a map, not text [configuration-value]
              1 | permalinks: /:slug/
                |             ^~~~~~~

            """
        ),
    ])
    func patternsThatCannotBe(configuration: String, expected: String) {
        let (_, diagnostics) = ConfigurationReader.read(configuration)
        #expect(diagnostics.map(DiagnosticFormatter().text).joined() == expected)
    }
}
