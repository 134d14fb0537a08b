import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisStore

@Suite struct ImageStoreTests {
    let folder: TemporaryFolder
    let store: ImageStore
    private let bytes = Array("not really a picture".utf8)
    private let hex = "fe1a4ab1fb6347036bead73597d5d2958b26ac0b96f68ca2f6dcee53a50f297e"
    private var object: String { ".frontis/store/v1/objects/\(hex.prefix(2))/\(hex)" }

    init() throws {
        folder = try TemporaryFolder()
        store = ImageStore(
            directory: folder.path + "/.frontis/store/v1", cache: folder.path + "/.frontis/cache/v1")
    }

    static func candidate(_ model: String? = "gpt-image-2") throws -> RecipeManifest.Candidate {
        RecipeManifest.Candidate(
            StoredImage(
                Picture(digest: try #require(Digest(hex: String(repeating: "00", count: 32))), mediaType: .png, width: 1536, height: 1024),
                Making(provider: "art", dialect: "openai", model: model, quality: nil, created: "2026-03-02T10:15:00Z", cost: Cost(usd: 0.05, estimated: true)), candidate: 1))
    }

    static let recipe = Recipe(prompt: "A fox in fresh snow", shape: .aspect(.standard), seed: 7)

    // MARK: Objects

    @Test func keepsBytesUnderTheirDigest() throws {
        #expect(try store.put(bytes).hex == hex)
        #expect(folder.files() == [object])
        let digest = try #require(Digest(hex: hex))
        #expect(store.contains(digest))
        #expect(try store.bytes(of: digest) == bytes)
        #expect(store.path(of: digest) == folder.path + "/" + object)
    }

    @Test func bytesThatAreThereAreNotWrittenAgain() throws {
        try store.put(bytes)
        try folder.touch(object, at: 1_000_000)
        try store.put(bytes)
        #expect(try folder.modified(object) == Date(timeIntervalSince1970: 1_000_000))
    }

    @Test func absentBytesAreNamed() throws {
        let digest = Digest.of("never kept")
        #expect(!store.contains(digest))
        let error = try #require(throws: StoreError.self) { try store.bytes(of: digest) }
        #expect(error == .absent(digest))
        #expect(error.summary == "the bytes of picture \(digest.hex.prefix(12))… are not in the store")
        #expect(error.help == "restore .frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex) from git or a backup")
        #expect(error.diagnostic.id == .pictureLost)
    }

    @Test(arguments: ["", "not really a picture!", "not really a pictur"])
    func damagedBytesAreSetAsideAndNeverHandedOut(_ damage: String) throws {
        let digest = try store.put(bytes)
        try folder.write(damage, to: object)
        let aside = ".frontis/store/v1/quarantine/damaged-\(hex)-\(Digest.of(damage).hex.prefix(12))"
        let error = try #require(throws: StoreError.self) { try store.bytes(of: digest) }
        #expect(error == .damaged(digest, movedTo: aside))
        #expect(error.summary == "the bytes of picture \(hex.prefix(12))… are damaged")
        #expect(error.help == "restore \(object) from git or a backup; what was found is kept as \(aside)")
        #expect(folder.files() == [aside])
        #expect(try folder.text(aside) == damage)
        #expect(throws: StoreError.absent(digest)) { try store.bytes(of: digest) }
    }

    @Test func damagedBytesMakeWayForTheRightOnes() throws {
        let digest = try store.put(bytes)
        try folder.write("damaged", to: object)
        try store.put(bytes)
        #expect(try store.bytes(of: digest) == bytes)
        #expect(folder.files().count == 2)
    }

    @Test func leftOversOfAKilledRunAreIgnoredAndSwept() throws {
        let digest = try store.put(bytes)
        let leftOver = (object as NSString).deletingLastPathComponent + "/.frontis-tmp-1f"
        try folder.write("half a pic", to: leftOver)
        try folder.touch(leftOver, at: 10_000)
        #expect(try store.bytes(of: digest) == bytes)
        try store.sweep(now: Timestamp(secondsSince1970: 13_600))
        #expect(folder.files().count == 2)
        try store.sweep(now: Timestamp(secondsSince1970: 13_601))
        #expect(folder.files() == [object])
    }

    @Test func eightAtOnceKeepEverything() async throws {
        let store = store
        let digests = await withTaskGroup(of: [Digest].self) { group in
            for task in 0..<8 {
                group.addTask {
                    (0..<20).compactMap { number in
                        // Half of the pictures are the same for all, half are each task's own.
                        let bytes = Array("\(number % 2 == 0 ? 0 : task) \(number)".utf8)
                        do { return try store.put(bytes) } catch {
                            Issue.record(error)
                            return nil
                        }
                    }
                }
            }
            return await group.reduce(into: Set<Digest>()) { $0.formUnion($1) }
        }
        #expect(digests.count == 90)
        #expect(folder.files().count == 90)
        for digest in digests { #expect(Digest.of(try store.bytes(of: digest)) == digest) }
    }

    @Test func evidenceIsKeptOnceWithItsNote() throws {
        let answer = Array("<html>sorry</html>".utf8)
        let name = try store.quarantine(answer, note: "provider 'art' answered with HTML")
        #expect(try store.quarantine(answer, note: "provider 'art' answered with HTML") == name)
        #expect(name.hasPrefix(".frontis/store/v1/quarantine/answer-"))
        #expect(folder.files() == [name, name + ".txt"])
        #expect(try folder.text(name) == "<html>sorry</html>")
        #expect(try folder.text(name + ".txt") == "provider 'art' answered with HTML\n")
    }

    @Test func aFileWhereTheStoreShouldBeIsAnError() throws {
        try folder.write("x", to: ".frontis/store")
        let error = try #require(throws: FileError.self) { try store.put(bytes) }
        #expect(error.description == "cannot read '\(object)': Not a directory" || error.code == ENOTDIR)
    }

    // MARK: Keeping a picture with its manifest

    @Test func candidatesAreNumberedInTheOrderOfArrival() throws {
        let key = Self.recipe.key
        var manifest = RecipeManifest(recipe: Self.recipe)
        for text in ["one", "two", "one"] {
            try store.keep(Array(text.utf8), as: try Self.candidate(), in: &manifest, for: key)
        }
        #expect(manifest.candidates.map(\.number) == [1, 2, 3])
        #expect(manifest.candidates.map(\.image) == [Digest.of("one"), Digest.of("two"), Digest.of("one")])
        // Kept, as far as a kill is concerned, before anybody waits for the disk.
        #expect(try store.manifest(of: key)?.candidates.map(\.image) == manifest.candidates.map(\.image))
        #expect(try folder.text(manifestPath).contains("pending"))
        try store.secure(&manifest, for: key)
        #expect(try store.manifest(of: key) == manifest)
        #expect(try !folder.text(manifestPath).contains("pending"))
    }

    /// Killed after the manifest was written and before the bytes were.
    @Test func aPictureThatNeverArrivedIsNoCandidate() throws {
        let key = Self.recipe.key
        var manifest = RecipeManifest(recipe: Self.recipe)
        try store.keep(Array("one".utf8), as: try Self.candidate(), in: &manifest, for: key)
        try store.secure(&manifest, for: key)
        var pending = try Self.candidate()
        pending.digest = Digest.of("two")
        pending.isPending = true
        try store.write(manifest.adding(pending), for: key)
        #expect(try store.manifest(of: key) == manifest)
        #expect(try store.manifest(of: key)?.nextNumber == 2)
    }

    /// The machine went down before all of the bytes were on the disk.
    @Test func aPictureThatArrivedInPartIsNoCandidate() throws {
        let key = Self.recipe.key
        var manifest = RecipeManifest(recipe: Self.recipe)
        try store.keep(Array("one".utf8), as: try Self.candidate(), in: &manifest, for: key)
        let digest = Digest.of("one")
        try folder.write("on", to: ".frontis/store/v1/objects/\(digest.fanOut)/\(digest.hex)")
        #expect(try store.manifest(of: key)?.candidates == [])
    }

    /// Killed while the picture was looked at, which turns out to be none.
    @Test func aPictureThatIsNoneGoesToQuarantine() throws {
        let key = Self.recipe.key
        var manifest = RecipeManifest(recipe: Self.recipe)
        try store.keep(Array("one".utf8), as: try Self.candidate(), in: &manifest, for: key)
        try store.reject(Array("one".utf8), note: "no picture", in: &manifest, for: key)
        #expect(manifest.candidates.isEmpty)
        #expect(try store.manifest(of: key) == manifest)
        #expect(!store.contains(Digest.of("one")))
        #expect(folder.files().contains { $0.contains("/quarantine/answer-") })
    }

    /// Killed after the bytes were written and before the manifest was written again.
    @Test func aPictureThatArrivedIsACandidate() throws {
        let key = Self.recipe.key
        var pending = try Self.candidate()
        pending.digest = try store.put(Array("two".utf8))
        pending.isPending = true
        try store.write(RecipeManifest(recipe: Self.recipe).adding(pending), for: key)
        let candidate = try #require(try store.manifest(of: key)?.candidates.first)
        #expect(candidate.image == Digest.of("two"))
        #expect(!candidate.isPending)
    }

    /// A full disk, or a file where a directory should be: the manifest must not name what is not there.
    @Test func bytesThatCannotBeWrittenAreNoCandidate() throws {
        let key = Self.recipe.key
        var manifest = RecipeManifest(recipe: Self.recipe)
        try folder.write("in the way", to: ".frontis/store/v1/objects")
        #expect(throws: StoreError.self) {
            try store.keep(bytes, as: try Self.candidate(), in: &manifest, for: key)
        }
        #expect(manifest.candidates.isEmpty)
        #expect(try store.manifest(of: key)?.candidates.isEmpty == true)
    }

    // MARK: Locks

    @Test(.timeLimit(.minutes(10))) func oneRecipeIsMadeOnceByEightTasks() async throws {
        let (store, key) = (store, Self.recipe.key)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await store.withKeyLock(key, pollingEvery: .milliseconds(1)) {
                        var manifest = try store.manifest(of: key) ?? RecipeManifest(recipe: Self.recipe)
                        guard manifest.candidates.isEmpty else { return 0 }
                        await Task.yield()
                        try store.keep([1, 2, 3], as: try Self.candidate(), in: &manifest, for: key)
                        return 1
                    }
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(made == 1)
        #expect(folder.files().contains(".frontis/cache/v1/locks/\(key.hex)"))
    }

    @Test(.timeLimit(.minutes(10))) func aCancelledTaskStopsWaiting() async throws {
        let (store, key) = (store, Self.recipe.key)
        let held = try #require(try store.tryLock(key))
        let waiting = Task { try await store.withKeyLock(key) { true } }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        withExtendedLifetime(held) {}
    }

    var manifestPath: String {
        let key = Self.recipe.key
        return ".frontis/store/v1/recipes/\(key.fanOut)/\(key.hex).json"
    }
}
