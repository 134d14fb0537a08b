import Foundation
import FrontisCore
import Testing

@testable import FrontisStore

@Suite struct SiteLockTests {
    private static let image = StoredImage(
        digest: Digest.of("image"), mediaType: .png, width: 1536, height: 864, candidate: 1, provider: "art",
        dialect: "openai", model: "gpt-image-2", quality: nil, created: "2026-03-02T10:15:00Z",
        cost: Cost(usd: 0.0412, estimated: false))

    private static var entry: SiteLock.Entry {
        var entry = SiteLock.Entry(
            image: image, recipe: Digest.of("recipe"), asked: Digest.of("asked"), prompt: "A \"night\" train")
        entry.alt = .init(AltText(text: "A lit train.", source: .model, language: "en"))
        return entry
    }

    private static let text = """
        {
          "images": {
            "posts/night-train.md#hero": {
              "alt": { "language": "en", "source": "model", "text": "A lit train." },
              "asked": "\(Digest.of("asked"))",
              "candidate": 1,
              "cost": { "estimated": false, "usd": 0.0412 },
              "created": "2026-03-02T10:15:00Z",
              "dialect": "openai",
              "height": 864,
              "image": "\(Digest.of("image"))",
              "mediaType": "image/png",
              "model": "gpt-image-2",
              "prompt": "A \\"night\\" train",
              "provider": "art",
              "recipe": "\(Digest.of("recipe"))",
              "width": 1536
            }
          },
          "version": 1
        }

        """

    @Test func isWrittenOneFieldALineWithSortedKeys() throws {
        let lock = SiteLock(images: [SlotID(source: "posts/night-train.md", name: "hero"): Self.entry])
        #expect(lock.text == Self.text)
        #expect(try SiteLock(text: lock.text) == lock)
    }

    @Test func keepsTranslationsOfAltTexts() throws {
        var entry = Self.entry
        entry.translations = [.init(AltText(text: "Um comboio.", source: .reviewed, language: "pt"))]
        let lock = SiteLock(images: [SlotID(source: "a.md", name: "hero"): entry])
        let read = try SiteLock(text: lock.text)
        #expect(read == lock)
        #expect(read.images.values.first?.alts["pt"]?.text == "Um comboio.")
    }

    @Test(arguments: [
        (
            "{\n  \"images\": {\n<<<<<<< HEAD\n",
            """
            frontis.lock:3:1: error: the lock has a merge conflict in it [lock-unreadable]
              3 | <<<<<<< HEAD
                | ^
                help: keep one of the two sides of each conflict and remove the marker lines

            """
        ),
        (
            "{ \"images\": {}, \"version\": 2 }",
            """
            frontis.lock:1:1: error: the lock has format 2, which a newer Frontis wrote [lock-unreadable]
              1 | { "images": {}, "version": 2 }
                | ^
                help: update Frontis

            """
        ),
        (
            "",
            """
            frontis.lock:1:1: error: the lock cannot be read: it is not JSON [lock-unreadable]
              1 | 
                | ^
                help: restore it from git: git checkout -- frontis.lock

            """
        ),
    ])
    func aLockThatCannotBeReadIsNeverTakenForNone(text: String, expected: String) {
        let error = #expect(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(error.map(DiagnosticFormatter().text) == expected)
    }

    @Test func aBadFieldIsFoundAtItsSlot() {
        let text = Self.text.replacing("\"width\": 1536", with: "\"width\": \"wide\"")
        let error = #expect(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(error?.location?.line == 3)
        #expect(error?.summary.contains("a value has the wrong type") == true)
    }

    @Test func mergingKeepsWhatOthersWrote() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/frontis.lock"
        let own = SlotID(source: "a.md", name: "hero")
        let other = SlotID(source: "b.md", name: "hero")
        #expect(try !SiteLock.merge([:], into: path, locks: folder.path))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try SiteLock.merge([other: Self.entry], into: path, locks: folder.path))
        #expect(try SiteLock.merge([own: Self.entry], into: path, locks: folder.path))
        #expect(try !SiteLock.merge([own: Self.entry], into: path, locks: folder.path))
        #expect(Set(try SiteLock.read(path).images.keys) == [own, other])
    }
}
