import FrontisCore
import Testing

@testable import FrontisRender

/// Which picture each place shows.
@Suite struct ShownPicturesTests {
    private static let place = SourceLocation(path: "content/a.md")

    private static func page(
        _ source: String, asks: [SlotName] = [], cover: String? = nil, shows: [BodyPicture.Target] = [],
        original: String? = nil
    ) -> Page {
        samplePage(source) { page in
            page.imageRequests = asks.map { ImageRequest(name: $0, prompt: Located("A fox", at: place)) }
            page.existingHero = cover.map { ExistingPicture(address: $0) }
            page.original = original.map(SourceID.file)
            page.body.gaps = shows.map {
                .init(offset: 0, filling: .picture(BodyPicture(target: $0, alt: nil, location: place)))
            }
            page.resources = ["b.jpg": "b.jpg"]
        }
    }

    private static func shown(_ pages: [Page], in index: Int) -> ShownPictures.OfPage {
        let published = ["/pics/a.jpg": "static/pics/a.jpg"]
        let resolver = ReferenceResolver(
            pages: pages, files: ["b.jpg", "c.jpg"], basePath: "", otherAddresses: Set(published.keys))
        return ShownPictures(of: pages, published: published, resolver)[pages[index]]
    }

    private static func text(_ place: ShownPictures.Place?) -> String {
        switch place?.content {
        case .slot(let slot, _): slot.description
        case .address(let resolution, let file): file ?? "elsewhere: \(resolution.path)"
        case nil: "nothing"
        }
    }

    /// What the page asks for, then its cover, then what its original asks for.
    @Test(
        arguments: [
            ([.hero], "b.jpg", [.hero], "a.de.md#hero"), ([], "b.jpg", [.hero], "content/b.jpg"),
            ([], nil, [.hero], "a.md#hero"), ([], nil, [], "nothing"), ([], "/pics/a.jpg", [], "static/pics/a.jpg"),
            ([], "https://e.org/x.png", [.hero], "elsewhere: https://e.org/x.png"),
            ([], "gone.png", [.hero], "elsewhere: /a.de/gone.png"), ([.named("map")], nil, [.hero], "a.md#hero"),
        ] as [([SlotName], String?, [SlotName], String)])
    func heroes(asks: [SlotName], cover: String?, original: [SlotName], expected: String) {
        let pages = [
            Self.page("a.md", asks: original), Self.page("a.de.md", asks: asks, cover: cover, original: "a.md"),
        ]
        #expect(Self.text(Self.shown(pages, in: 1).hero) == expected)
    }

    @Test func texts() {
        let pages = [
            Self.page("a.md", asks: [.named("map"), .named("plan")]),
            Self.page(
                "a.de.md", asks: [.named("map")],
                shows: [
                    .slot(.named("map")), .slot(.named("plan")), .slot(.named("none")), .address("c.jpg"),
                    .address("../pics/a.jpg"), .address("data:x"),
                ], original: "a.md"),
        ]
        #expect(
            Self.shown(pages, in: 1).inText.map(Self.text) == [
                "a.de.md#map", "a.md#plan", "content/c.jpg", "static/pics/a.jpg", "elsewhere: data:x",
            ])
        #expect(Self.shown(pages, in: 0).inText.isEmpty)
    }

    /// Nobody sees the cover, so nobody misses its words.
    @Test func whatIsNotShownIsNotChecked() {
        for (asks, expected) in [([SlotName.hero], []), ([], [DiagnosticID.altMissing])] {
            let page = Self.page("a.md", asks: asks, cover: "b.jpg")
            let resolver = ReferenceResolver(pages: [page], files: ["b.jpg"], basePath: "")
            let pictures = ShownPictures(of: [page], published: [:], resolver)
            let checker = LinkChecker(resolver: resolver, pictures: pictures, described: []) { _ in nil }
            #expect(checker.findings(in: page).map(\.id) == expected)
        }
    }
}
