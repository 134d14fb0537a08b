import FrontisCore
import FrontisPictures
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisImages

@Suite struct VariantPlanTests {
    @Test(
        arguments: [
            ([400, 800, 1200], 1536, 1024, nil, ["400x267", "800x533", "1200x800"]),
            ([400, 800, 1200, 1600], 1536, 1024, nil, ["400x267", "800x533", "1200x800", "1536x1024"]),
            // Never wider than the picture, and nothing next to its own width.
            ([400, 800, 1200], 1250, 100, nil, ["400x32", "800x64", "1200x96"]),
            ([400, 800, 1200], 820, 100, nil, ["400x49", "820x100"]),
            ([400, 800], 300, 200, nil, ["300x200"]),
            ([400], 20_000, 8, nil, ["400x1"]),
            ([200, 400], 1536, 1024, "1:1", ["200x200", "400x400"]),
            ([200, 400], 1000, 90, "1:1", ["90x90"]),
            ([400, 800], 700, 1400, "3:2", ["400x267", "700x467"]),
        ] as [([Int], Int, Int, String?, [String])])
    func widths(widths: [Int], width: Int, height: Int, aspect: String?, expected: [String]) {
        let layout = VariantSettings.Layout(widths: widths, sizes: "", aspect: aspect.flatMap { Aspect($0) })
        let operations = VariantPlan.operations(for: layout, width: width, height: height)
        #expect(operations.map { "\($0.width)x\($0.height)" } == expected)
    }

    @Test func everythingIsMadeOfAPictureNoLargerThanNeeded() {
        let settings = VariantSettings()
        #expect(VariantPlan.box(for: [VariantOrder(uses: [.body])], settings, width: 6000, height: 4000) == (1200, 800))
        #expect(VariantPlan.box(for: [VariantOrder(uses: [.body, .hero])], settings, width: 6000, height: 4000) == (1601, 1067))
        #expect(VariantPlan.box(for: [VariantOrder(uses: [.hero])], settings, width: 1000, height: 3000) == (1000, 3000))
        // A square of a panorama needs all of its height.
        #expect(VariantPlan.box(for: [VariantOrder(uses: [.square])], settings, width: 8000, height: 1000) == (3200, 400))
    }

    private static let picture = Digest.of("a picture")
    private static let sketch = PictureSketch(width: 1536, height: 1024, isOpaque: true)

    private static func plan(
        _ settings: VariantSettings = VariantSettings(), _ sketch: PictureSketch = sketch, uses: Set<PictureUse> = [.hero, .body]
    ) -> (VariantPlan, PictureVariants) {
        var plan = VariantPlan(picture, sketch, settings: settings, cache: VariantCache(cache: "/cache"))
        let variants = plan.add(VariantOrder(uses: uses))
        return (plan, variants)
    }

    private static func names(_ plan: VariantPlan, _ type: MediaType) -> Set<String> {
        Set(plan.items.filter { $0.encoding.mediaType == type }.map(\.variant.file))
    }

    @Test func anotherQualityIsAnotherNameInThatFormatAlone() {
        let before = Self.plan().0
        var settings = VariantSettings()
        settings.quality.webp += 1
        let after = Self.plan(settings).0
        for type in [MediaType.webp, .avif, .jpeg] { #expect(Self.names(before, type).count == 4) }
        #expect(Self.names(before, .webp).isDisjoint(with: Self.names(after, .webp)))
        #expect(Self.names(before, .avif) == Self.names(after, .avif))
        #expect(Self.names(before, .jpeg) == Self.names(after, .jpeg))
    }

    @Test func aNameSaysWhatTheFileWasMadeOf() {
        let operation = PictureOperation(width: 400, height: 267)
        let encoding = PictureEncoding(.avif, VariantSettings.Quality())
        var other = VariantSettings.Quality()
        other.avif = 1
        let names = [
            VariantCache.name(of: Self.picture, operation, encoding, metadata: nil),
            VariantCache.name(of: Digest.of("another"), operation, encoding, metadata: nil),
            VariantCache.name(of: Self.picture, PictureOperation(width: 401, height: 267), encoding, metadata: nil),
            VariantCache.name(of: Self.picture, operation, PictureEncoding(.webp, VariantSettings.Quality()), metadata: nil),
            VariantCache.name(of: Self.picture, operation, PictureEncoding(.avif, other), metadata: nil),
            VariantCache.name(of: Self.picture, operation, encoding, metadata: Digest.of("a credit line")),
        ]
        #expect(Set(names).count == names.count)
        #expect(encoding.fingerprint.hasPrefix("image/avif q52 e2 vips \(PictureLibrary.version)"))
        #expect(encoding.fingerprint.contains("libaom"))
        #expect(PictureEncoding(.webp, other).fingerprint.contains("libwebp"))
    }

    @Test func usesOfOnePictureShareFiles() throws {
        let (plan, variants) = Self.plan(uses: [.hero, .body, .lead, .card])
        // 400, 800, 1200 and 1536 pixels in three formats: lists show the same files.
        #expect(plan.items.count == 12)
        #expect(variants.files.count == 12)
        let hero = try #require(variants.renditions[.hero])
        #expect(hero.sets.map(\.mediaType) == [.avif, .webp, .jpeg])
        #expect(hero.sets.allSatisfy { $0.variants.map(\.width) == [400, 800, 1200, 1536] })
    }

    @Test func whatShinesThroughFallsBackToPNG() throws {
        var sketch = Self.sketch
        sketch.isOpaque = false
        let (_, variants) = Self.plan(VariantSettings(), sketch)
        #expect(try #require(variants.renditions[.hero]).sets.map(\.mediaType) == [.avif, .webp, .png])
    }

    @Test func aPictureTooTallForWebPHasTheFallbackAlone() throws {
        let (_, variants) = Self.plan(VariantSettings(), PictureSketch(width: 300, height: 20_000, isOpaque: true))
        #expect(try #require(variants.renditions[.body]).sets.map(\.mediaType) == [.jpeg])
    }

    @Test func nothingIsEncodedTwiceNorReadWithoutNeed() throws {
        let folder = try TemporarySite()
        let bytes = TestPNG(width: 300, height: 200, text: "red and blue").bytes
        let maker = VariantMaker(settings: VariantSettings(), cache: VariantCache(cache: folder.path + "/cache"))
        let orders = [VariantOrder(uses: [.hero]), VariantOrder(uses: [.body])]
        let first = try maker.make(orders, of: Digest.of(bytes)) { bytes }
        #expect(first.encoded == 3)
        #expect(first.sketch == PictureSketch(width: 300, height: 200, isOpaque: true, preview: first.sketch.preview))
        let second = try maker.make(orders, of: Digest.of(bytes)) {
            Issue.record("the picture was read again")
            return bytes
        }
        #expect(second.encoded == 0)
        #expect(second.variants == first.variants)
        #expect(second.variants?[0].renditions[.hero]?.fallback?.variants.first?.length ?? 0 > 0)
        // Another quality needs the picture once more, and encodes that format alone.
        var settings = VariantSettings()
        settings.quality.jpeg = 40
        let third = try VariantMaker(settings: settings, cache: maker.cache).make(orders, of: Digest.of(bytes)) { bytes }
        #expect(third.encoded == 1)
    }

    @Test func aSketchThatCannotBeReadIsMadeAgain() throws {
        let folder = try TemporarySite()
        let bytes = TestPNG(width: 300, height: 200, text: "green").bytes
        let maker = VariantMaker(settings: VariantSettings(), cache: VariantCache(cache: folder.path + "/cache"))
        let orders = [VariantOrder(uses: [.body])]
        let first = try maker.make(orders, of: Digest.of(bytes)) { bytes }
        try AtomicFile.write("{ not JSON", to: maker.cache.sketchFile(of: Digest.of(bytes)))
        #expect(maker.cache.sketch(of: Digest.of(bytes)) == nil)
        #expect(try maker.make(orders, of: Digest.of(bytes)) { bytes }.variants == first.variants)
    }
}
