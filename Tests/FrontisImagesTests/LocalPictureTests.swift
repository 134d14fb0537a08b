import Foundation
import FrontisCore
import FrontisHTTP
import FrontisStore
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisImages

/// Says what the page's title says, and keeps what it was asked.
private final class CountingDescriber: ImageDescriber {
    let name = "eyes"
    let dialect = "counting"
    let model: String? = "m"
    let cost: Money
    private let asked = Mutex<[DescriptionRequest]>([])

    init(cost: Money = 0) { self.cost = cost }

    var requests: [DescriptionRequest] { asked.withLock { $0 } }

    func price(of request: DescriptionRequest) -> Price? { Price(cost / 2) }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        let number = asked.withLock { requests in
            requests.append(request)
            return requests.count
        }
        return Description(
            text: "Number \(number).", isDecorative: false, model: "m", cost: Cost(usd: cost, estimated: false))
    }
}

@Suite struct LocalPictureTests {
    private let folder = NSTemporaryDirectory() + "frontis-local-" + UUID().uuidString

    private func picture(_ page: String, _ file: String, language: String = "en", alt: String? = nil) throws -> LocalPicture {
        let bytes = TestPNG(width: 3, height: 2, text: file).bytes
        let path = "\(folder)/content/\(file)"
        try AtomicFile.write(bytes, to: path)
        let place = DescribedPlace(
            id: SlotID(source: .file(page), name: .file(file)), languages: [language], about: PageText(title: "Title"), alt: alt,
            altForm: "![…](\(file))", decorativeForm: "alt: \"\"", caption: nil,
            location: SourceLocation(path: "content/\(page)", line: 3), sourceLine: nil)
        return LocalPicture(
            place, file: "content/\(file)",
            image: Picture(digest: Digest.of(bytes), mediaType: .png, width: 3, height: 2))
    }

    private func fulfiller(
        _ describer: (any ImageDescriber)?, lock: SiteLock = SiteLock(), isFrozen: Bool = false, redescribed: Set<SlotID> = []
    ) -> ImageFulfiller {
        var configuration = SiteConfiguration()
        configuration.images.concurrency = 1
        return ImageFulfiller(
            store: store, account: SpendingAccount(store: store, budget: 5), gallery: PlaceholderGallery(cache: folder + "/cache"), lock: lock, providers: [:],
            pins: Pins(dialects: [:]), describer: describer, references: [:],
            rules: .init(
                configuration: configuration, policy: isFrozen ? .frozen : .make, now: "2026-06-01T12:00:00Z", retry: RetryPolicy(sleep: { _ in })),
            redescribed: redescribed)
    }

    private var store: ImageStore { ImageStore(directory: folder + "/store", cache: folder + "/cache") }

    private func cleanUp() {
        do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
    }

    private func printed(_ diagnostics: [Diagnostic]) -> [String] {
        diagnostics.map { "\($0.severity.rawValue) \($0.id.rawValue): \($0.summary); \($0.help ?? "")" }
    }

    @Test func aPictureIsDescribedOnceInEachLanguage() async throws {
        defer { cleanUp() }
        let describer = CountingDescriber(cost: 0.01)
        let pictures = [
            try picture("a.md", "photo.png"), try picture("b.md", "photo.png"), try picture("c.md", "photo.png", language: "pt"),
            try picture("d.md", "photo.png", alt: "Mine"), try picture("e.md", "other.png", alt: ""),
        ]
        #expect(try LocalPicture.undescribed(pictures, lock: SiteLock(), store: store).map(\.id.description) == ["a.md#photo.png", "c.md#photo.png"])
        let outcome = await fulfiller(describer).describe(pictures, in: folder)
        #expect(describer.requests.map(\.language) == ["en", "pt"])
        #expect(describer.requests.allSatisfy { $0.image == TestPNG(width: 3, height: 2, text: "photo.png").bytes && $0.width == 3 && $0.pageTitle == "Title" })
        #expect(outcome.alts.mapValues(\.text) == [pictures[0].id: "Number 1.", pictures[1].id: "Number 1.", pictures[2].id: "Number 2."])
        #expect(Set(outcome.lockEntries.keys.map(\.description)) == ["content/photo.png#en", "content/photo.png#pt"])
        #expect((outcome.made, outcome.kept, outcome.isComplete) == (2, 0, true))
        #expect(outcome.cost == Cost(usd: 0.02, estimated: false))
        #expect(outcome.diagnostics.isEmpty)

        // Store and lock know it now, each by itself, and nobody is asked.
        #expect(try LocalPicture.undescribed(pictures, lock: SiteLock(), store: store).isEmpty)
        let again = await fulfiller(describer).describe(pictures, in: folder)
        #expect(describer.requests.count == 2)
        #expect((again.alts, again.lockEntries) == (outcome.alts, outcome.lockEntries))
        #expect((again.made, again.kept) == (0, 2))
        try FileManager.default.removeItem(atPath: folder + "/store")
        var lock = SiteLock()
        lock.alts = outcome.lockEntries
        #expect(try LocalPicture.undescribed(pictures, lock: lock, store: store).isEmpty)
        #expect(await fulfiller(nil, lock: lock, isFrozen: true).describe(pictures, in: folder).alts == outcome.alts)
        #expect(!FileManager.default.fileExists(atPath: folder + "/store"))
    }

    @Test func whatIsAskedForAnewIsAskedForAllItsPlaces() async throws {
        defer { cleanUp() }
        let describer = CountingDescriber()
        let pictures = [try picture("a.md", "photo.png"), try picture("b.md", "photo.png")]
        let first = await fulfiller(describer).describe(pictures, in: folder)
        var lock = SiteLock()
        lock.alts = first.lockEntries
        let second = await fulfiller(describer, lock: lock, redescribed: [pictures[1].id]).describe(pictures, in: folder)
        #expect(second.alts.values.map(\.text) == ["Number 2.", "Number 2."])
        #expect(second.lockEntries.values.map(\.text) == ["Number 2."])
    }

    /// A decision about the picture stands in the lock, and what was said of another picture says nothing.
    @Test func decorationStandsAndAnotherPictureIsAnother() async throws {
        defer { cleanUp() }
        let describer = CountingDescriber()
        let shown = try picture("a.md", "photo.png")
        var lock = SiteLock()
        let id = SiteLock.LocalAltID(file: "content/photo.png", language: "en")
        lock.alts[id] = .init(image: shown.image.digest, AltText(text: "", source: .decorative, language: "en"))
        let outcome = await fulfiller(describer, lock: lock).describe([shown], in: folder)
        #expect(outcome.alts == [shown.id: AltText(text: "", source: .decorative, language: "en")])
        #expect(outcome.isComplete)
        lock.alts[id]?.image = Digest.of("another")
        try FileManager.default.removeItem(atPath: folder + "/store")
        #expect(await fulfiller(describer, lock: lock).describe([shown], in: folder).alts[shown.id]?.text == "Number 1.")
    }

    @Test func theBudgetHolds() async throws {
        defer { cleanUp() }
        let describer = CountingDescriber(cost: 6)
        let pictures = [try picture("a.md", "1.png"), try picture("a.md", "2.png")]
        let outcome = await fulfiller(describer).describe(pictures, in: folder)
        #expect(describer.requests.count == 1)
        #expect(outcome.alts.values.map(\.source).sorted { $0.rawValue < $1.rawValue } == [.missing, .model])
        #expect(!outcome.isComplete)
        #expect(outcome.diagnostics.map(\.id) == [.altNotMade])
        #expect(outcome.diagnostics.first?.summary.hasPrefix("a.md#2.png has no alt text in 'en': describer 'eyes': $6.00 is spent, which is more than the budget of this run") == true)
        #expect(outcome.diagnostics.first?.help == "allow more with --budget, or with images.budget in frontis.yaml; what was made is kept, the next build goes on from there")
    }

    @Test func withoutADescriberItIsSaidAtThePicture() async throws {
        defer { cleanUp() }
        let outcome = await fulfiller(nil).describe([try picture("a.md", "photo.png")], in: folder)
        #expect(
            printed(outcome.diagnostics) == [
                "warning alt-not-made: a.md#photo.png has no alt text in 'en': there is no describer; write it yourself: ![…](photo.png)"
            ])
        #expect(outcome.diagnostics.first?.location?.line == 3)
    }

    @Test func aFileThatChangesOrGoesMeanwhileIsNotDescribed() async throws {
        defer { cleanUp() }
        let describer = CountingDescriber()
        let shown = try picture("a.md", "photo.png")
        try AtomicFile.write(Array("changed".utf8), to: folder + "/content/photo.png")
        let changed = await fulfiller(describer).describe([shown], in: folder)
        #expect(
            printed(changed.diagnostics) == [
                "warning alt-not-made: a.md#photo.png has no alt text in 'en': describer 'eyes': its file has changed since it was found; build once more"
            ])
        try FileManager.default.removeItem(atPath: folder + "/content/photo.png")
        let gone = await fulfiller(describer).describe([shown], in: folder)
        #expect(gone.diagnostics.map(\.id) == [.altNotMade])
        #expect(describer.requests.isEmpty)
        #expect(!gone.isComplete)
    }

    @Test func twoPicturesOfAPageWithOneTextAreFound() async throws {
        defer { cleanUp() }
        let pictures = [try picture("a.md", "1.png"), try picture("a.md", "2.png"), try picture("a.md", "3.png")]
        var lock = SiteLock()
        for (shown, text) in zip(pictures, ["A pier.", "a pier", "3"]) {
            let id = SiteLock.LocalAltID(file: shown.file, language: "en")
            lock.alts[id] = .init(image: shown.image.digest, AltText(text: text, source: .reviewed, language: "en"))
        }
        let outcome = await fulfiller(nil, lock: lock).describe(pictures, in: folder)
        #expect(
            outcome.diagnostics.map { "\($0.id.rawValue): \($0.summary)" }.sorted() == [
                "alt-duplicate: a.md#2.png has the alt text of another picture, a.md#1.png",
                "alt-repeats: a.md#3.png: the alt text in 'en' only repeats the picture's file name",
            ])
    }
}
