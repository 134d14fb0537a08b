import FrontisCore
import FrontisTestSupport
import Testing

/// Pages are not made again while their pictures say the same: so a catalog says something else wherever anything of it is
/// another one. Whoever gives pictures a new member is told here to have it said.
@Suite struct ImageCatalogSayingTests {
    private static func digest(_ letter: String) throws -> Digest {
        try #require(Digest(hex: String(repeating: letter, count: 64)))
    }

    private static func path(_ text: String) throws -> SitePath { try #require(SitePath(text)) }

    private static func shown() throws -> OutputPicture {
        OutputPicture(
            Picture(digest: try digest("a"), mediaType: .png, width: 30, height: 20), path: try path("images/a.png"),
            file: "/store/a.png", length: 9, isPlaceholder: false,
            provenance: PictureProvenance(
                slot: slot, digest: try digest("a"), provider: "art", dialect: "openai", model: "gpt-image-2",
                created: Timestamp(secondsSince1970: 100), credential: ContentCredential(length: 5, generator: "G")))
    }

    private static let slot = SlotID(source: .file("a.md"), name: .hero)

    private static func variants() throws -> PictureVariants {
        var variant = PictureVariant(
            path: try path("images/v.avif"), file: "/cache/v", mediaType: .avif, width: 15, height: 10)
        variant.length = 4
        let rendition = PictureRendition(sets: [.init(mediaType: .avif, variants: [variant])], sizes: "100vw")
        return PictureVariants(
            renditions: [.hero: rendition], preview: PicturePreview(color: "#ffffff", address: "data:,"), social: variant)
    }

    private static func whole() throws -> ImageCatalog {
        var entry = ImageCatalog.Entry(
            try shown(), alts: ["en": AltText(text: "A", source: .model, language: "en")], caption: "C",
            focus: FocalPoint(x: 0.2, y: 0.3))
        entry.dark = try shown()
        var catalog = ImageCatalog(
            entries: [slot: entry], localAlts: [slot: AltText(text: "L", source: .author, language: "en")])
        catalog.variants = [slot: try variants()]
        catalog.published = ["images/a.png": "https://bucket.example/a.png"]
        return catalog
    }

    private static func said(_ catalog: ImageCatalog) -> [UInt8] {
        var writer = PackedWriter()
        catalog.say(into: &writer)
        return writer.bytes
    }

    private typealias Change = (inout ImageCatalog) throws -> Void

    private static func onShown(_ change: @escaping (inout OutputPicture) throws -> Void) -> [Change] {
        [
            { catalog in
                guard var entry = catalog.entries[slot] else { return }
                try change(&entry.shown)
                catalog.entries[slot] = entry
            },
            { catalog in
                guard var dark = catalog.entries[slot]?.dark else { return }
                try change(&dark)
                catalog.entries[slot]?.dark = dark
            },
        ]
    }

    private static func onVariants(_ change: @escaping (inout PictureVariants) throws -> Void) -> Change {
        { catalog in
            guard var variants = catalog.variants[slot] else { return }
            try change(&variants)
            catalog.variants[slot] = variants
        }
    }

    private static func onVariant(_ change: @escaping (inout PictureVariant) throws -> Void) -> [Change] {
        [
            onVariants { variants in
                guard var variant = variants.renditions[.hero]?.sets[0].variants[0] else { return }
                try change(&variant)
                variants.renditions[.hero]?.sets[0].variants = [variant]
            },
            onVariants { variants in
                guard var social = variants.social else { return }
                try change(&social)
                variants.social = social
            },
        ]
    }

    private static func changes() -> [Change] {
        let pictures: [[Change]] = [
            onShown { $0.picture.digest = try digest("b") }, onShown { $0.picture.mediaType = .jpeg },
            onShown { $0.picture.width = 31 }, onShown { $0.picture.height = 21 },
            onShown { $0.path = try path("images/b.png") }, onShown { $0.length = 10 }, onShown { $0.isPlaceholder = true },
            onShown { $0.provenance = nil }, onShown { $0.provenance?.slot = SlotID(source: .file("b.md"), name: .hero) },
            onShown { $0.provenance?.digest = try digest("b") }, onShown { $0.provenance?.provider = "other" },
            onShown { $0.provenance?.dialect = "google" }, onShown { $0.provenance?.model = nil },
            onShown { $0.provenance?.created = nil }, onShown { $0.provenance?.source = .algorithmicMedia },
            onShown { $0.provenance?.credential?.length = 6 }, onShown { $0.provenance?.credential?.generator = nil },
        ]
        let files: [[Change]] = [
            onVariant { $0.path = try path("images/w.avif") }, onVariant { $0.mediaType = .webp },
            onVariant { $0.width = 16 }, onVariant { $0.height = 11 }, onVariant { $0.length = nil },
        ]
        let others: [Change] = [
            { $0.entries[slot]?.alts["en"]?.text = "B" }, { $0.entries[slot]?.alts["en"]?.source = .reviewed },
            { $0.entries[slot]?.alts["en"]?.language = "de" }, { $0.entries[slot]?.alts = [:] },
            { $0.entries[slot]?.caption = nil }, { $0.entries[slot]?.focus = nil },
            { $0.entries[slot]?.focus = FocalPoint(x: 0.4, y: 0.3) },
            { $0.entries[slot]?.focus = FocalPoint(x: 0.2, y: 0.4) }, { $0.entries[slot]?.dark = nil },
            { $0.localAlts[slot]?.text = "M" }, { $0.localAlts = [:] }, { $0.entries = [:] }, { $0.variants = [:] },
            { $0.published = [:] }, { $0.published["images/a.png"] = "https://bucket.example/b.png" },
            onVariants { $0.renditions[.card] = $0.renditions[.hero] }, onVariants { $0.renditions[.hero]?.sizes = "50vw" },
            onVariants { $0.renditions[.hero]?.sets[0].mediaType = .webp },
            onVariants { $0.renditions[.hero]?.sets[0].variants = [] }, onVariants { $0.preview = nil },
            onVariants { $0.preview?.color = "#000000" }, onVariants { $0.preview?.address = "data:,x" },
            onVariants { $0.social = nil },
        ]
        return pictures.flatMap(\.self) + files.flatMap(\.self) + others
    }

    @Test func whateverIsAnotherOneIsSaid() throws {
        let before = Self.said(try Self.whole())
        #expect(Self.said(try Self.whole()) == before)
        for (index, change) in Self.changes().enumerated() {
            var catalog = try Self.whole()
            try change(&catalog)
            #expect(Self.said(catalog) != before, "change \(index)")
        }
        // Where the bytes are is not shown: a store that has moved changes no page.
        var moved = try Self.whole()
        moved.entries[Self.slot]?.shown.file = "/elsewhere/a.png"
        #expect(Self.said(moved) == before)
    }

    /// A new member that is not said would leave pages stale: say it, change it above, and count it here.
    @Test func noMemberIsForgotten() throws {
        let catalog = try Self.whole()
        let entry = try #require(catalog.entries[Self.slot])
        let variants = try #require(catalog.variants[Self.slot])
        let rendition = try #require(variants.renditions[.hero])
        let provenance = try #require(entry.shown.provenance)
        func members(_ value: Any) -> Int { Mirror(reflecting: value).children.count }
        #expect(members(catalog) == 4)
        #expect(members(entry) == 5)
        #expect(members(entry.shown) == 6)
        #expect(members(entry.shown.picture) == 4)
        #expect(members(provenance) == 8)
        #expect(members(try #require(provenance.credential)) == 2)
        #expect(members(try #require(entry.alts["en"])) == 3)
        #expect(members(try #require(entry.focus)) == 2)
        #expect(members(variants) == 3)
        #expect(members(rendition) == 2)
        #expect(members(rendition.sets[0]) == 2)
        #expect(members(rendition.sets[0].variants[0]) == 6)
        #expect(members(try #require(variants.preview)) == 2)
    }
}
