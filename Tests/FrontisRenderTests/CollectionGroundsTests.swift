import FrontisCore
import Testing

@testable import FrontisRender

/// What an output can be told apart by holds the pages of those collections that its template asks for, and no others: a
/// text that is in none of them has nothing compared.
@Suite struct CollectionGroundsTests {
    private static let pages = [
        samplePage("about.md"), samplePage("posts/a.md", date: "2026-01-01"), samplePage("posts/b.md", date: "2026-02-01"),
        samplePage("posts/c.md", date: "2026-03-01"), samplePage("posts/d.md", date: "2026-04-01"),
    ]

    /// As good as a digest, of bytes that differ.
    private static let digest: Outline.Digesting = { Fingerprint(UInt64(bitPattern: Int64($0.hashValue)), 0) }

    /// By path, with one page's text changed.
    private func grounds(changing page: Int?) throws -> [String: [UInt8]] {
        var configuration = SiteConfiguration()
        var recent = PageCollection(at: SourceLocation(path: "frontis.yaml"))
        recent.first = 1
        configuration.collections = ["recent": recent]
        let sources = [
            ("page", "{{> _side}}"), ("_side", "{{#collections.recent}}{{title}}{{/collections.recent}}"), ("post", "{{page.title}}"),
            ("404", "{{#collections}}{{#posts}}{{title}}{{/posts}}{{/collections}}"), ("list", "{{count(collections.posts)}}"),
        ].map { TemplateSource(name: $0, path: "templates/\($0).mustache", text: $1) }
        let names = TemplateNames(
            root: RootContext.self, additions: [ContextType(CollectionsContext.self): Collections.fields(of: configuration)])
        let (set, findings) = TemplateSet.load(sources, names: names)
        #expect(findings.isEmpty)
        let templates = try #require(set)
        let layout = SiteLayout(
            structure: SiteStructure(pages: Self.pages), templates: sources.map(\.name), configuration: configuration)
        let fingerprints = Self.pages.indices.map { Fingerprint(UInt64($0), $0 == page ? 1 : 0) }
        let said = layout.said(byCollections: templates.collections, of: fingerprints, Self.digest)
        let collected = said.mapValues(Self.digest)
        let resolver = ReferenceResolver(pages: Self.pages, files: [], basePath: "")
        let renderer = SiteRenderer(
            layout: layout,
            markup: PictureMarkup(
                addresses: Addresses(configuration: configuration), resolver: resolver,
                pictures: ShownPictures(of: Self.pages, published: [:], resolver), catalog: ImageCatalog(entries: [:]), sizes: [:]),
            templates: templates, digests: [:], now: try #require(PageDate("2026-06-01")), generator: "test",
            grounds: Outline.Grounds(site: Fingerprint(0, 0), pages: fingerprints, collections: collected, digest: Self.digest))
        return try Dictionary(
            uniqueKeysWithValues: renderer.files.map { file in
                guard case .made(let maker) = file.content else { return (file.path.text, []) }
                return (file.path.text, try #require(maker.grounds))
            })
    }

    @Test(arguments: [
        // The oldest post: what shows it, its neighbour, and lists of all posts.
        (1, ["404.html", "index.html", "posts/a/index.html", "posts/b/index.html", "posts/index.html"]),
        // The newest: also whoever has a sidebar.
        (4, ["404.html", "about/index.html", "index.html", "posts/c/index.html", "posts/d/index.html", "posts/index.html"]),
    ])
    func onlyWhatIsAskedForCounts(page: Int, expected: [String]) throws {
        let (before, after) = (try grounds(changing: nil), try grounds(changing: page))
        #expect(before.keys.filter { before[$0] != after[$0] }.sorted() == expected)
    }
}
