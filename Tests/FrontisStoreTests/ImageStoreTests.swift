import Foundation
import FrontisCore
import Testing

@testable import FrontisStore

@Suite struct ImageStoreTests {
    private let folder: TemporaryFolder
    private let store: ImageStore

    init() throws {
        folder = try TemporaryFolder()
        store = ImageStore(directory: folder.path + "/store/v1", cache: folder.path + "/cache/v1")
    }

    @Test func digestsAreSHA256() {
        #expect(Digest.of("abc").hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        var builder = DigestBuilder()
        builder.update("a")
        builder.update(Array("bc".utf8))
        #expect(builder.finish() == Digest.of("abc"))
        #expect(
            Recipe(prompt: "A fox in snow", shape: .aspect(Aspect.standard)).key.hex
                == "\(Digest.of(#"{"aspect":"3:2","prompt":"A fox in snow","version":1}"#))")
    }

    @Test func theKeyOfARecipeNeverChanges() {
        // Changing this hash makes every picture of every user anew.
        #expect(
            Recipe(prompt: "A fox in snow", shape: .aspect(Aspect.standard)).key.hex
                == "2c9cb2036aa57e8ecf8ac3e82598bc626924703f7233d284a0af909ff0d320c6")
    }

    @Test func keepsBytesByTheirDigest() throws {
        let digest = try store.put([1, 2, 3])
        #expect(store.path(of: digest).hasSuffix("/objects/\(digest.fanOut)/\(digest.hex)"))
        #expect(try store.bytes(of: digest) == [1, 2, 3])
        #expect(store.contains(digest))
        let before = try FileManager.default.attributesOfItem(atPath: store.path(of: digest))[.modificationDate] as? Date
        #expect(try store.put([1, 2, 3]) == digest)
        let after = try FileManager.default.attributesOfItem(atPath: store.path(of: digest))[.modificationDate] as? Date
        #expect(before == after)
    }

    @Test func damagedBytesAreSetAsideAndNeverGivenOut() throws {
        let digest = try store.put([1, 2, 3])
        try Data([9]).write(to: URL(fileURLWithPath: store.path(of: digest)))
        let error = #expect(throws: StoreError.self) { try store.bytes(of: digest) }
        guard case .damaged(digest, let aside) = error else {
            Issue.record("not damaged: \(String(describing: error))")
            return
        }
        #expect(FileManager.default.contents(atPath: aside) == Data([9]))
        #expect(!store.contains(digest))
        let second = #expect(throws: StoreError.self) { try store.bytes(of: digest) }
        guard case .absent(digest) = second else {
            Issue.record("not absent: \(String(describing: second))")
            return
        }
    }

    @Test func manyTasksKeepTheSameBytesAtOnce() async throws {
        let bytes = [UInt8](repeating: 7, count: 100_000)
        let store = store
        let digests = try await withThrowingTaskGroup(of: Digest.self) { group in
            for _ in 0..<8 { group.addTask { try store.put(bytes) } }
            return try await group.reduce(into: Set<Digest>()) { $0.insert($1) }
        }
        #expect(digests == [Digest.of(bytes)])
        #expect(try store.bytes(of: Digest.of(bytes)) == bytes)
    }

    @Test func manifestsComeBackAsTheyWere() throws {
        let recipe = Recipe(prompt: "x", shape: .aspect(Aspect.standard))
        #expect(try store.manifest(of: recipe.key) == nil)
        var manifest = RecipeManifest(recipe: recipe)
        for number in 1...2 {
            manifest.candidates.append(
                .init(
                    number: manifest.nextNumber, image: Digest.of("\(number)"), mediaType: .png, width: 3, height: 2,
                    provider: "art", dialect: "openai", model: "m\(number)", quality: nil,
                    created: "2026-03-02T00:00:00Z", cost: Cost(usd: 0.04, estimated: false), revisedPrompt: nil))
        }
        manifest.choice = 2
        try store.write(manifest, for: recipe.key)
        let read = try #require(try store.manifest(of: recipe.key))
        #expect(read == manifest)
        #expect(read.nextNumber == 3)
        #expect(read.shown { _ in true }?.number == 2)
        #expect(read.shown { $0.model == "m1" }?.number == 1)
        #expect(read.shown { $0.model == "m3" } == nil)
    }

    @Test(arguments: [
        ("{", "cannot be read: it is not JSON"), ("{\"version\": 2}", "has format 2, which a newer Frontis wrote"),
        ("{\"version\": 1}", "cannot be read: 'recipe' is missing"),
    ])
    func aManifestThatCannotBeReadIsNeverTakenForNone(text: String, expected: String) throws {
        let key = Digest.of("k")
        let path = "\(store.directory)/recipes/\(key.fanOut)/\(key.hex).json"
        try AtomicFile.write(text, to: path)
        let error = #expect(throws: StoreError.self) { try store.manifest(of: key) }
        #expect(error?.summary.hasSuffix(expected) == true)
    }

    @Test func altTextsBelongToPixelsAndLanguage() throws {
        let image = Digest.of("pixels")
        let record = AltRecord(
            image: image, language: "en", text: "A fox", source: .model, model: "m", created: "2026-03-02T00:00:00Z")
        try store.write(record)
        #expect(try store.alt(of: image, language: "en") == record)
        #expect(try store.alt(of: image, language: "pt") == nil)
        #expect(try store.alt(of: Digest.of("other"), language: "en") == nil)
    }

    @Test func aKeyIsLockedOnceAtATime() throws {
        let key = Digest.of("k")
        var first = try store.tryLock(key)
        #expect(first != nil)
        #expect(try store.tryLock(key) == nil)
        first = nil
        #expect(try store.tryLock(key) != nil)
    }

    @Test func theLedgerSurvivesATornLine() throws {
        let ledger = SpendLedger(store: store.directory)
        func line(_ event: SpendLedger.Line.Event, _ call: String, _ usd: Double?) -> SpendLedger.Line {
            .init(
                event: event, call: call, time: "t", provider: "art", dialect: "openai", model: nil,
                key: Digest.of("k"), kind: "image", cost: usd.map { Cost(usd: $0, estimated: true) })
        }
        try ledger.append(line(.asking, "1", 0.04))
        try ledger.append(line(.paid, "1", 0.03))
        try ledger.append(line(.asking, "2", 0.04))
        try ledger.append(line(.free, "2", nil))
        let path = store.directory + "/spend.jsonl"
        let torn = try #require(FileManager.default.contents(atPath: path)) + Data("{\"event\":\"pa".utf8)
        try torn.write(to: URL(fileURLWithPath: path))
        try ledger.append(line(.asking, "3", 0.05))
        let lines = try ledger.lines()
        #expect(lines.count == 5)
        #expect(abs(SpendLedger.total(of: lines) - 0.08) < 1e-9)
    }

    @Test func leftoversOfKilledRunsAreSwept() throws {
        let digest = try store.put([1])
        let leftover = Directory.parent(of: store.path(of: digest)) + "/\(AtomicFile.temporaryPrefix)abc"
        try Data([1]).write(to: URL(fileURLWithPath: leftover))
        try store.sweep(now: Int(Date().timeIntervalSince1970))
        #expect(FileManager.default.fileExists(atPath: leftover))
        try store.sweep(now: Int(Date().timeIntervalSince1970) + 7200)
        #expect(!FileManager.default.fileExists(atPath: leftover))
        #expect(store.contains(digest))
    }

    @Test func aFullOrForbiddenDiskIsSaidInWords() {
        #expect(FileError(.write, "/x/y", code: ENOSPC).description == "cannot write '/x/y': No space left on device")
        #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/proc/none/x") }
    }
}
