import Foundation
import FrontisCore
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisGallery

/// What becomes of a picture that is paid for and made without a site.
@Suite struct ScratchGalleryTests {
    private let folder: TemporarySite
    private let site: ScratchGallery
    private let store: ImageStore
    private var failure: Diagnostic {
        Diagnostic(
            .providerBusy, "the picture could not be fetched",
            help: "what came is kept in .frontis/store/v1/quarantine\nor pay for another: frontis image regenerate picture.md#hero")
    }

    init() throws {
        folder = try TemporarySite()
        site = ScratchGallery(beside: folder.path + "/fox.png", for: "A fox", from: "/")
        store = ImageStore(directory: site.folder.store, cache: site.folder.cache)
    }

    private var files: Set<String> { get throws { Set(try folder.tree(of: ".").keys) } }

    @Test func whatIsDoneLeavesNothing() throws {
        try store.put(TestPNG(width: 8, height: 8, text: "fox").bytes)
        #expect(site.close(isDone: true, []).isEmpty)
        #expect(try files.isEmpty)
    }

    /// Nobody else's folder is taken away, and the next one waits.
    @Test func onlyItsOwnFolderGoes() async throws {
        try folder.write("fox.png.frontis/mine.txt", "precious")
        let lock = try #require(await site.lock())
        #expect(try FileLock.tryAcquire(site.folder.root + "/lock") == nil)
        let other = ScratchGallery(beside: folder.path + "/fox.png", for: "A bear", from: "/")
        #expect(await other.lock() != nil)
        try store.put(TestPNG(width: 8, height: 8, text: "fox").bytes)
        #expect(site.close(isDone: true, []).isEmpty)
        withExtendedLifetime(lock) {}
        #expect(other.close(isDone: true, []).isEmpty)
        #expect(try files == ["fox.png.frontis/mine.txt"])
    }

    @Test func anAddressStaysUntilThePictureIsThere() throws {
        let answer = PendingAnswer(
            key: Digest.of("fox"), call: "call", Making(provider: "art", dialect: "openai", model: nil, quality: nil, created: "2026-06-01T12:00:00Z", cost: nil, light: nil), revisedPrompt: nil,
            vouchers: [Voucher(.picture, "https://example.com/fox.png?sig=s3cret", expires: Timestamp(secondsSince1970: 1_780_320_000))])
        try store.pending.write(answer)
        let told = site.close(isDone: false, [failure])
        #expect(
            told.map(\.help) == [
                "it is paid for, and its address is kept in '\(folder.path)/fox.png.frontis': until "
                    + "2026-06-01T13:20:00Z the same command fetches it, at no cost"
            ])
        #expect(try store.pending.all().count == 1)
        // Nor does a picture of other words take it away.
        #expect(site.close(isDone: true, []).isEmpty)
        #expect(try store.pending.all().count == 1)
    }

    @Test func aPictureThatCouldNotBeWrittenStays() throws {
        try store.put(TestPNG(width: 8, height: 8, text: "fox").bytes)
        let told = site.close(isDone: false, [])
        #expect(told.map(\.summary) == ["the picture is made and kept in '\(folder.path)/fox.png.frontis'"])
        #expect(told.map(\.help) == ["the same command takes it from there"])
        #expect(try !files.isEmpty)
    }

    @Test func anAnswerThatIsNoPictureStaysBesideTheFile() throws {
        try store.quarantine(Array("<html>".utf8), note: "an answer of provider 'art': no picture")
        let told = site.close(isDone: false, [failure])
        #expect(try files == ["fox.png.unusable"])
        #expect(try folder.read("fox.png.unusable") == "<html>")
        #expect(told.map(\.help) == [nil])
    }
}
