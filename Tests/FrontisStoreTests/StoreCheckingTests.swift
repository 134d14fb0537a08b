import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisStore

@Suite(.timeLimit(.minutes(10))) struct StoreCheckingTests {
    let folder: TemporaryFolder
    let store: ImageStore
    private let root = ".frontis/store/v1/"

    init() throws {
        folder = try TemporaryFolder()
        store = ImageStore(directory: folder.path + "/.frontis/store/v1", cache: folder.path + "/.frontis/cache/v1")
    }

    private func inventory() throws -> StoreInventory { try StoreInventory(of: store.directory) }

    private func manifest(_ pictures: [String], pending: Bool = false) throws -> RecipeManifest {
        var manifest = RecipeManifest(recipe: ImageStoreTests.recipe)
        for picture in pictures {
            var candidate = try ImageStoreTests.candidate()
            candidate.digest = Digest.of(picture)
            candidate.isPending = pending
            manifest = manifest.adding(candidate)
        }
        return manifest
    }

    @Test func filesAreToldByTheirNames() throws {
        #expect(try inventory().objects.isEmpty)
        let digest = try store.put(Array("a picture".utf8))
        let key = ImageStoreTests.recipe.key
        try store.write(manifest(["a picture"]), for: key)
        let alt = AltRecord(image: digest, language: "en", text: "A fox.", source: .model, model: nil, created: "2026-03-02T10:15:00Z")
        try store.write(alt)
        try store.quarantine([1, 2, 3], note: "no picture")
        let other = Digest.of("b").hex
        let stray = [
            "objects/\(other)", "objects/00/\(other)", "objects/\(other.prefix(2))/\(other).png", "recipes/\(other.prefix(2))/\(other)",
            "prompts/x.json",
        ]
        for name in stray { try folder.write("x", to: root + name) }
        for name in ["objects/ab/.frontis-tmp-1", ".frontis-tmp-2"] { try folder.write("x", to: root + name) }
        for name in ["objects/.DS_Store", "notes.txt", "later/kind/of.thing"] { try folder.write("x", to: root + name) }
        let found = try inventory()
        #expect(found.objects.mapValues(\.size) == [digest: 9])
        #expect(Array(found.recipes.keys) == [key])
        #expect(Array(found.alts.keys) == [AltRecord.key(image: digest, language: "en")])
        #expect(found.quarantine.count == 2)
        #expect(Set(found.misplaced.map { String($0.path.dropFirst(store.directory.count + 1)) }) == Set(stray))
        #expect(Set(found.temporary.map(\.name)) == [".frontis-tmp-1", ".frontis-tmp-2"])
    }

    @Test func checkingChangesNothingUnlessItRepairs() throws {
        let digest = try store.put(Array("a picture".utf8))
        try StoreCheck(of: store).picture(digest, repairs: true)
        try folder.write("damaged", to: root + "objects/\(digest.fanOut)/\(digest.hex)")
        let before = folder.files()
        #expect(throws: StoreError.damaged(digest, movedTo: nil)) { try StoreCheck(of: store).picture(digest, repairs: false) }
        #expect(folder.files() == before)
        let aside = root + "quarantine/damaged-\(digest.hex)-\(Digest.of("damaged").hex.prefix(12))"
        #expect(throws: StoreError.damaged(digest, movedTo: aside)) { try StoreCheck(of: store).picture(digest, repairs: true) }
        #expect(folder.files() == [aside])
        #expect(throws: StoreError.absent(digest)) { try StoreCheck(of: store).picture(digest, repairs: true) }
    }

    @Test func aManifestNamesItsPictures() throws {
        let key = ImageStoreTests.recipe.key
        #expect(try StoreCheck(of: store).pictures(namedBy: key, withPending: true) == [])
        try store.write(manifest(["a", "b"]), for: key)
        #expect(try StoreCheck(of: store).pictures(namedBy: key, withPending: false) == [Digest.of("a"), Digest.of("b")])
        // Announced, and killed before it arrived: named, but not missed.
        try store.write(manifest(["a"], pending: true), for: key)
        #expect(try StoreCheck(of: store).pictures(namedBy: key, withPending: true) == [Digest.of("a")])
        #expect(try StoreCheck(of: store).pictures(namedBy: key, withPending: false) == [])
        try store.put(Array("a".utf8))
        #expect(try StoreCheck(of: store).pictures(namedBy: key, withPending: false) == [Digest.of("a")])
    }

    @Test func recordsUnderAnotherKeyAreErrors() throws {
        let key = Digest.of("another key")
        try store.write(manifest(["a"]), for: key)
        let recipe = try #require(throws: StoreError.self) { try StoreCheck(of: store).pictures(namedBy: key, withPending: true) }
        #expect(recipe.diagnostic.summary == "it is the manifest of another recipe")
        #expect(recipe.diagnostic.location?.path == root + "recipes/\(key.fanOut)/\(key.hex).json")
        let alt = AltRecord(image: key, language: "en", text: "A fox.", source: .model, model: nil, created: "2026-03-02T10:15:00Z")
        try folder.write(String(decoding: alt.bytes, as: UTF8.self), to: root + "alts/\(key.fanOut)/\(key.hex).json")
        let error = try #require(throws: StoreError.self) { try StoreCheck(of: store).alt(key) }
        #expect(error.diagnostic.summary == "it is the text of another picture or language")
        #expect(error.diagnostic.help == "restore the file from git or a backup")
        try store.write(alt)
        try StoreCheck(of: store).alt(AltRecord.key(image: key, language: "EN"))
    }

    @Test func aWithdrawnPictureIsRestoredOrDiscarded() throws {
        let digest = try store.put(Array("a picture".utf8))
        #expect(try PictureRemoval(from: store).withdraw(digest))
        #expect(try !PictureRemoval(from: store).withdraw(digest))
        #expect(!store.contains(digest))
        // Made anew meanwhile.
        try store.put(Array("a picture".utf8))
        try PictureRemoval(from: store).restore(digest)
        #expect(try store.bytes(of: digest) == Array("a picture".utf8))
        #expect(try PictureRemoval(from: store).withdraw(digest))
        try PictureRemoval(from: store).discard(digest)
        #expect(folder.files() == [])
    }

    // MARK: Files of locks

    @Test func aHeldLocksFileStays() throws {
        let path = folder.path + "/locks/a"
        var held = try FileLock.tryAcquire(path)
        #expect(held != nil)
        #expect(try !FileLock.removeIfFree(path))
        #expect(folder.files() == ["locks/a"])
        held = nil
        #expect(try FileLock.removeIfFree(path))
        #expect(try !FileLock.removeIfFree(path))
        #expect(folder.files() == [])
    }

    /// Whoever waits for a lock whose file goes meanwhile does not end up with a lock that nobody else sees.
    @Test func removingNeverLetsTwoHoldersIn() async throws {
        let path = folder.path + "/locks/a"
        var first = try FileLock.tryAcquire(path)
        #expect(first != nil)
        // On a thread of its own: those that run tasks are too few for one to wait.
        async let waiting = withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Result { try FileLock.acquire(path) }) }.start()
        }
        // Two have the file open: the holder, and the one that waits.
        while try descriptors(of: path) < 2 { try await Task.sleep(for: .milliseconds(2)) }
        try FileManager.default.removeItem(atPath: path)
        first = nil
        let second = try await waiting
        #expect(try FileLock.tryAcquire(path) == nil)
        withExtendedLifetime(second) {}
    }

    /// How many files of this process are the one at `path`.
    private func descriptors(of path: String) throws -> Int {
        let folder = "/proc/self/fd"
        return try FileManager.default.contentsOfDirectory(atPath: folder).count {
            (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)) == path
        }
    }

    // MARK: Calls

    @Test func callsAreJoinedFromTheirLines() {
        func line(_ event: SpendLedger.Line.Event, _ call: String, _ usd: Double?) -> SpendLedger.Line {
            SpendLedger.Line(
                event: event, call: call, time: "2026-03-02T10:15:00Z", provider: "art", dialect: "openai", model: event == .asking ? "m" : nil, key: Digest.of("fox"),
                kind: .image, cost: usd.map { Cost(usd: Money(usd: $0), estimated: event != .paid) })
        }
        let calls = SpendLedger.calls(of: [
            line(.asking, "d", nil), line(.paid, "a", 0.25), line(.asking, "a", 0.5), line(.asking, "b", 0.5), line(.paid, "b", nil), line(.asking, "c", 0.5),
            line(.free, "c", nil), line(.paid, "a", 0.25), line(.asking, "e", 0.125), line(.unknown, "e", nil),
        ])
        #expect(calls.map(\.id) == ["a", "b", "c", "d", "e"])
        #expect(calls.map(\.outcome) == [.paid, .paid, .free, .unknown, .unknown])
        #expect(calls.map(\.cost?.usd) == [0.25, 0.5, nil, nil, 0.125])
        #expect(calls.map(\.cost?.estimated) == [false, true, nil, nil, true])
        #expect(calls[1].model == "m")
    }
}
