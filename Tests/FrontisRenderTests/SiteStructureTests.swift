import FrontisText
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisRender

/// A page with an address made of its source.
func samplePage(_ source: String, date: String? = nil, change: (inout Page) -> Void = { _ in }) -> Page {
    let name = source.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
    let section = source.split(separator: "/").dropLast().joined(separator: "/")
    let kind: PageHead.Kind = name == "_index" ? (section.isEmpty ? .home : .section) : .page
    var page = Page(source: .file(source), kind: kind, section: section, slug: name, title: name.uppercased(), language: "en")
    let folder = section.isEmpty ? "/" : "/\(section)/"
    page.url = kind == .page ? "\(folder)\(name)/" : folder
    page.date = date.flatMap { PageDate($0) }
    change(&page)
    return page
}

@Suite struct SiteStructureTests {
    private static let pages = [
        samplePage("_index.md"), samplePage("about.md"),
        samplePage("posts/_index.md") { $0.title = "Journal" },
        samplePage("posts/a.md", date: "2026-01-01") { $0.tags = ["Rail", "sea"] },
        samplePage("posts/b.md", date: "2026-03-01") { $0.tags = ["rail"] },
        samplePage("posts/deep/c.md", date: "2026-02-01"),
        samplePage("posts/d.pt.md", date: "2026-04-01") {
            $0.original = "posts/a.md"
            $0.language = "pt"
        },
        samplePage("posts/e.md") { $0.weight = 1 },
    ]
    private let structure = SiteStructure(pages: pages)

    private func names(_ indices: [Int]) -> [String] { indices.map { structure.pages[$0].source.description } }

    @Test func listsNewestFirstAndTheUndatedLast() {
        #expect(names(structure.main.posts) == ["posts/b.md", "posts/deep/c.md", "posts/a.md"])
        #expect(structure.main.sections.map(\.title) == ["Journal", "Deep"])
        #expect(names(structure.main.sections[0].members) == ["posts/b.md", "posts/deep/c.md", "posts/a.md", "posts/e.md"])
    }

    @Test func tagsThatDifferInCaseAreOne() {
        let tags = structure.main.taxonomies[0]
        #expect(tags.terms.map(\.slug) == ["rail", "sea"])
        #expect(names(tags.terms[0].members) == ["posts/b.md", "posts/a.md"])
        #expect(tags.terms[0].name == "rail")
    }

    /// As for the site's own language, of all pages in the other, whether they translate one or not.
    @Test func everyLanguageHasListsOfItsOwn() throws {
        func portuguese(_ page: inout Page) { page.language = "pt" }
        let pages = [
            samplePage("_index.md"),
            samplePage("_index.pt.md") {
                $0.kind = .home
                $0.original = "_index.md"
                portuguese(&$0)
            },
            samplePage("posts/a.md", date: "2026-01-01") { $0.tags = ["Rail"] },
            samplePage("posts/a.pt.md", date: "2026-01-01") {
                $0.original = "posts/a.md"
                $0.tags = ["Ferrovia"]
                portuguese(&$0)
            },
            samplePage("posts/b.md", date: "2026-02-01"),
            samplePage("posts/b.pt.md", date: "2026-02-01") {
                $0.original = "posts/b.md"
                portuguese(&$0)
            },
            samplePage("posts/c.md", date: "2026-03-01", change: portuguese),
        ]
        let structure = SiteStructure(pages: pages)
        func names(_ indices: [Int]) -> [String] { indices.map { pages[$0].source.description } }
        #expect(names(structure.main.posts) == ["posts/c.md", "posts/b.md", "posts/a.md"])
        #expect(structure.translated.keys.sorted() == ["pt"])
        let translated = try #require(structure.translated["pt"])
        #expect(translated.home == 1)
        #expect(names(translated.posts) == ["posts/c.md", "posts/b.pt.md", "posts/a.pt.md"])
        #expect(translated.sections.map(\.address) == ["/pt/posts/"])
        #expect(translated.taxonomies[0].terms.map(translated.taxonomies[0].address) == ["/pt/tags/ferrovia/"])
        #expect(translated.neighbours[5]?.older == 3 && translated.neighbours[5]?.newer == 6)
    }

    private static func taxonomy(_ words: [[String]]) -> Taxonomy {
        let pages = words.enumerated().map { index, words in
            samplePage("posts/p\(index).md", date: "2026-01-01") {
                $0.terms["tags"] = words.map { Located($0, at: SourceLocation(path: "content/posts/p\(index).md", line: 3, column: 8)) }
            }
        }
        return SiteStructure(pages: pages).main.taxonomies[0]
    }

    @Test(arguments: [
        (["C++", "C#", "C"], ["c", "c#", "c++"]), (["Node.js", "node js"], ["node-js", "node.js"]),
        (["🚂", "🚆"], ["🚂", "🚆"]), (["Night Train", "night-train", "NIGHT_TRAIN"], ["night-train", "night_train"]),
        ([".NET"], ["net"]), (["R&D"], ["r-d"]), (["1.0", "10"], ["1.0", "10"]),
    ])
    func tagsHaveAddressesOfTheirOwn(words: [String], slugs: [String]) {
        let tags = Self.taxonomy(words.map { [$0] })
        #expect(tags.terms.map(\.slug) == slugs)
        #expect(tags.findings.isEmpty)
        for word in words { #expect(tags.index(of: word) != nil) }
    }

    @Test func tagsThatShareAnAddressAreAFinding() {
        let long = String(repeating: "x", count: 300)
        let tags = Self.taxonomy([["Café!"], ["café"], ["..", long], [long + "y"]])
        #expect(tags.terms.map(\.slug) == ["café", String(repeating: "x", count: 200)])
        #expect(tags.terms[0].members == [0, 1])
        let shown = String(repeating: "x", count: 60) + "…"
        #expect(
            tags.findings.map(DiagnosticFormatter().text) == [
                """
                content/posts/p1.md:3:8: warning: tag 'café' has the address of 'Café!' and is shown under that name \
                [term-address]
                    help: write both in one way if they mean the same, else word one differently: both are at /tags/café/

                """.replacing("    help", with: "  help"),
                """
                content/posts/p2.md:3:8: warning: tag '..' cannot be part of an address, and has no page [term-address]
                    help: write it with a letter or a digit

                """.replacing("    help", with: "  help"),
                """
                content/posts/p3.md:3:8: warning: tag '\(shown)' has the address of '\(shown)' and is shown under that name \
                [term-address]
                    help: write both in one way if they mean the same, else word one differently: both are at \
                /tags/\(String(repeating: "x", count: 54))…

                """.replacing("    help", with: "  help"),
            ])
    }

    @Test func neighboursStayInTheirSection() throws {
        let a = try #require(structure.indexBySource["posts/a.md"])
        let b = try #require(structure.indexBySource["posts/b.md"])
        #expect(structure.main.neighbours[a]?.newer == b)
        #expect(structure.main.neighbours[b]?.older == a)
        #expect(structure.main.neighbours[b]?.newer == nil)
    }

    @Test func translationsKnowOneAnother() throws {
        let a = try #require(structure.indexBySource["posts/a.md"])
        #expect(names(structure.translations[a] ?? []) == ["posts/a.md", "posts/d.pt.md"])
    }
}

@Suite struct ReferenceResolverTests {
    private static let pages = [
        samplePage("about.md"), samplePage("posts/a.md") { $0.resources = ["pic.png": "posts/pic.png"] },
        samplePage("posts/b.md") { $0.body.headings = [.init(level: 2, id: "fares", text: "Fares")] },
        samplePage("posts/e.md") {
            $0.resources = ["own.png": "posts/e/own.png"]
            $0.body.titleID = "the-title"
        },
    ]
    private let resolver = ReferenceResolver(
        pages: pages, files: ["posts/pic.png", "img/far.png", "posts/e/own.png", "posts/a/own.png"], basePath: "/blog", otherAddresses: ["/rss.xml"])

    @Test(
        arguments: [
            ("b.md", "/posts/b/", nil), ("b.md#fares", "/posts/b/#fares", nil), ("../about.md", "/about/", nil),
            ("/about.md", "/about/", nil), ("../about/", "/posts/about/", "leads nowhere in this site"),
            ("../../about/", "/about/", nil), ("../b/", "/posts/b/", nil), ("/rss.xml", "/rss.xml", nil),
            ("/blog/about/", "/about/", nil), ("/about", "/about/", nil), ("pic.png", "/posts/a/pic.png", nil),
            ("../img/far.png", "/img/far.png", nil), ("?q=1", "/posts/a/?q=1", nil),
            ("b.md#fars", "/posts/b/#fars", "content/posts/b.md has no anchor 'fars'; did you mean 'fares'?"),
            ("c.md", "c.md", "there is no content/posts/c.md; did you mean 'a.md'?"),
            ("/posts/about.md", "/posts/about.md", "there is no content/posts/about.md; did you mean '/about.md'?"),
            ("about.md", "about.md", "there is no content/posts/about.md; did you mean '../about.md'?"),
            ("../../../x.md", "../../../x.md", "leaves content/"), ("/nope/", "/nope/", "leads nowhere in this site"),
        ] as [(String, String, String?)])
    func resolves(address: String, expected: String, problem: String?) {
        let resolution = resolver.resolve(address, from: Self.pages[1], explains: true)
        #expect(resolution.path + resolution.suffix == expected)
        #expect(resolution.problem?.text == problem)
    }

    /// In the folder of the page's name, unless that is another page's.
    @Test func filesMayBeInAFolderOfTheirOwn() {
        let own = resolver.resolve("own.png", from: Self.pages[3], explains: true)
        #expect(own.path == "/posts/e/own.png")
        #expect(own.file == "posts/e/own.png")
        #expect(own.problem == nil)
        let others = resolver.resolve("own.png", from: Self.pages[1], explains: true)
        #expect(others.problem?.text == "leads nowhere in this site")
    }

    /// The heading is left out, as the template shows the title: such a link leads to the top of the page.
    @Test func theTitlesOwnAnchorIsThere() {
        #expect(resolver.resolve("e.md#the-title", from: Self.pages[1], explains: true).problem == nil)
        #expect(resolver.resolve("#the-title", from: Self.pages[1], explains: true).problem != nil)
    }

    @Test(arguments: ["https://e.org/x", "//e.org", "mailto:a@b", "data:image/png;base64,xx"])
    func leavesElsewhereAlone(address: String) {
        let resolution = resolver.resolve(address, from: Self.pages[1], explains: true)
        #expect(!resolution.isInternal && resolution.path == address && resolution.problem == nil)
    }
}

@Suite struct PictureMarkupTests {
    private static let configuration: SiteConfiguration = {
        var configuration = SiteConfiguration()
        configuration.url = "https://e.org/blog/"
        return configuration
    }()

    private static let map = BodyPicture(target: .slot(.named("map")), alt: nil, location: SourceLocation(path: "a.md"))

    private static let page = samplePage("a.md") { page in
        page.imageRequests = [SlotName.hero, .named("map")].map {
            ImageRequest(name: $0, prompt: Located("A map", at: page.location))
        }
        page.body.gaps = [.init(offset: 0, filling: .picture(map))]
    }

    private static func markup(alt: String) throws -> PictureMarkup {
        let entry = ImageCatalog.Entry(
            OutputPicture(
                Picture(digest: try #require(Digest(hex: String(repeating: "a", count: 64))), mediaType: .png, width: 3, height: 2), path: try #require(SitePath("images/x.png")), file: "/x", length: 9,
                isPlaceholder: false, provenance: nil), alts: ["en": AltText(text: alt, source: .model, language: "en")], caption: "C & D")
        let addresses = Addresses(configuration: configuration)
        let resolver = ReferenceResolver(pages: [page], files: [], basePath: "/blog")
        return PictureMarkup(
            addresses: addresses, resolver: resolver, pictures: ShownPictures(of: [page], published: [:], resolver),
            catalog: ImageCatalog(entries: [SlotID(source: "a.md", name: .hero): entry, SlotID(source: "a.md", name: .named("map")): entry]),
            sizes: [:])
    }

    @Test func markupInAltTextIsEscaped() throws {
        let markup = try Self.markup(alt: "\"><script>alert('x')</script> & more")
        let hero = try #require(markup.hero(of: Self.page))
        #expect(
            markup.heroMarkup(hero)
                == "<picture><img src=\"/blog/images/x.png\" alt=\"&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; "
                + "&amp; more\" width=\"3\" height=\"2\" decoding=\"async\" loading=\"lazy\"></picture>")
    }

    @Test func aPictureThatStandsAloneMayHaveACaption() throws {
        let markup = try Self.markup(alt: "A map")
        var picture = Self.map
        picture.standsAlone = true
        let html = markup.markup(picture, in: Self.page, absolutely: true)
        #expect(
            html == "<figure><img src=\"https://e.org/blog/images/x.png\" alt=\"A map\" width=\"3\" height=\"2\" "
                + "decoding=\"async\" loading=\"lazy\"><figcaption>C &amp; D</figcaption></figure>")
        picture.alt = "Mine"
        picture.standsAlone = false
        #expect(markup.markup(picture, in: Self.page, absolutely: false).contains("alt=\"Mine\""))
    }

    @Test(arguments: [
        ("/a b/", "/a%20b/"), ("/ä/", "/%C3%A4/"), ("/a\u{308}/", "/%C3%A4/"), ("/%41/", "/%2541/"),
        ("/C# a?.pdf", "/C%23%20a%3F.pdf"), ("/\"<>/", "/%22%3C%3E/"), ("/c++/it's~1.0/", "/c++/it's~1.0/"),
    ])
    func pathsAreEncoded(path: String, expected: String) {
        #expect(Addresses.encoded(path: path) == expected)
    }

    @Test(arguments: [
        ("https://e.org/a b?c=d e#f", "https://e.org/a%20b?c=d%20e#f"), ("/%41/?q=%23#x", "/%41/?q=%23#x"),
        ("https://e.org/a\u{308}", "https://e.org/a%CC%88"),
    ])
    func whatSomebodyWroteKeepsItsParts(reference: String, expected: String) {
        #expect(Addresses.encoded(reference: reference) == expected)
    }
}
