import FrontisTestSupport
import FrontisCore
import Testing

@testable import FrontisStore

@Suite struct StoreRecordTests {
    let folder: TemporaryFolder
    let store: ImageStore
    private let key = ImageStoreTests.recipe.key
    private var path: String { ".frontis/store/v1/recipes/\(key.fanOut)/\(key.hex).json" }

    init() throws {
        folder = try TemporaryFolder()
        store = ImageStore(
            directory: folder.path + "/.frontis/store/v1", cache: folder.path + "/.frontis/cache/v1")
    }

    private func full() throws -> RecipeManifest {
        var second = try ImageStoreTests.candidate(nil)
        second.cost = nil
        second.quality = "high"
        second.revisedPrompt = "A red fox"
        var manifest = RecipeManifest(recipe: ImageStoreTests.recipe)
            .adding(try ImageStoreTests.candidate()).adding(second)
        manifest.asked = 2
        manifest.choice = 2
        manifest.refusal = .init(
            provider: "art", model: "dall-e-3", message: "safety system", created: "2026-03-02T10:15:00Z")
        return manifest
    }

    /// A file that was renamed names pictures of some other recipe.
    @Test func aManifestIsBelievedUnderItsOwnNameOnly() throws {
        try store.write(try full(), for: key)
        let other = Recipe(prompt: "An owl", shape: ImageStoreTests.recipe.shape).key
        let path = ".frontis/store/v1/recipes/\(other.fanOut)/\(other.hex).json"
        try folder.write(try folder.text(self.path), to: path)
        let error = try #require(throws: StoreError.self) { try store.manifest(of: other) }
        #expect(error.diagnostic.id == .storeUnreadable)
        #expect(error.diagnostic.summary == "it is the manifest of another recipe")
        #expect(error.diagnostic.location?.path == path)
        #expect(
            error.diagnostic.help
                == "restore the file from git or a backup; its name is the digest of the recipe in it")
        #expect(try store.manifest(of: key) != nil)
    }

    @Test func whatIsSetAsideHoldsNoSecret() throws {
        let secrets = KnownSecrets()
        secrets.add(Secret("sk-0123456789"))
        let store = ImageStore(directory: store.directory, cache: folder.path + "/c", secrets: secrets)
        let path = try store.quarantine(Array("no picture: sk-0123456789".utf8))
        #expect(try folder.text(path) == "no picture: <redacted>")
    }

    @Test func aManifestIsReadableAndReadBack() throws {
        let manifest = try full()
        try store.write(manifest, for: key)
        let zero = String(repeating: "00", count: 32)
        #expect(
            try folder.text(path) == """
                {
                  "asked": 2,
                  "candidates": [
                    { "cost": { "estimated": true, "usd": 0.05 }, "created": "2026-03-02T10:15:00Z", "dialect": "openai", "height": 1024, "image": "\(zero)", "mediaType": "image/png", "model": "gpt-image-2", "number": 1, "provider": "art", "width": 1536 },
                    { "created": "2026-03-02T10:15:00Z", "dialect": "openai", "height": 1024, "image": "\(zero)", "mediaType": "image/png", "number": 2, "provider": "art", "quality": "high", "revisedPrompt": "A red fox", "width": 1536 }
                  ],
                  "choice": 2,
                  "recipe": { "aspect": "3:2", "prompt": "A fox in fresh snow", "seed": 7, "version": 1 },
                  "refusal": { "created": "2026-03-02T10:15:00Z", "message": "safety system", "model": "dall-e-3", "provider": "art" },
                  "version": 1
                }

                """)
        let read = try #require(try store.manifest(of: key))
        #expect(read == manifest)
        #expect(Digest.of(read.recipe) == key)
        let (slot, other) = (SlotID(source: "a.md", name: .hero), SlotID(source: "b.md", name: .hero))
        #expect(read.shown(in: slot) { _ in true }?.number == 2)
        #expect(read.shown(in: slot) { $0.model == "gpt-image-2" }?.number == 1)
        #expect(read.shown(in: slot) { $0.model == "imagen" } == nil)
        // A slot's own choice stands over the last one of any slot, and survives the file.
        var chosen = read
        chosen.choose(1, for: slot)
        chosen.choose(2, for: other)
        try store.write(chosen, for: key)
        let again = try #require(try store.manifest(of: key))
        #expect(again == chosen)
        #expect(again.shown(in: slot) { _ in true }?.number == 1)
        #expect(again.shown(in: SlotID(source: "c.md", name: .hero)) { _ in true }?.number == 2)
    }

    @Test func aManifestKnowsTheLightPictureOfACompanion() throws {
        var manifest = try full()
        manifest.candidates[0].light = Digest.of("light")
        try store.write(manifest, for: key)
        #expect(try folder.text(path).contains("\"light\": \"\(Digest.of("light").hex)\", \"mediaType\": \"image/png\", \"model\""))
        let read = try #require(try store.manifest(of: key))
        #expect(read.candidates.map(\.stored.light) == [Digest.of("light"), nil])
    }

    @Test func noManifestIsNoError() throws {
        #expect(try store.manifest(of: key) == nil)
    }

    @Test func membersOfALaterFrontisAreKept() throws {
        try store.write(try full(), for: key)
        let text = try folder.text(path)
            .replacing("  \"asked\": 2,", with: "  \"asked\": 2,\n  \"asked-by-model\": { \"a\": 1.50 },")
            .replacing("\"width\": 1536 },", with: "\"width\": 1536, \"xmp\": true },")
        try folder.write(text, to: path)
        try store.write(try #require(try store.manifest(of: key)), for: key)
        #expect(try folder.text(path) == text)
    }

    @Test(arguments: [
        (
            "\"version\": 1\n", "\"version\": 2\n",
            "written by a newer Frontis, as version 2; this one reads version 1", "update Frontis"
        ),
        ("\"choice\": 2", "\"choice\": 3", "'choice' must be the number of a candidate", nil),
        ("\"number\": 2", "\"number\": 1", "candidate 1 is there twice", nil),
        ("\"number\": 2", "\"number\": \"2\"", "'number' must be a whole number from 1", nil),
        ("\"candidates\": [", "\"candidates\": 7, \"b\": [", "'candidates' must be a list: [ … ]", nil),
        ("\"recipe\": {", "\"recipes\": {", "'recipe' is missing", nil),
        ("  \"choice\": 2,", "  \"choice\": 2", "not valid JSON: expected ',' or '}'", nil),
    ])
    func anUnreadableManifestIsNeverNoManifest(_ good: String, bad: String, reason: String, help: String?) throws {
        try store.write(try full(), for: key)
        try folder.write(try folder.text(path).replacing(good, with: bad), to: path)
        let error = try #require(throws: StoreError.self) { try store.manifest(of: key) }
        #expect(error.diagnostic.id == .storeUnreadable)
        #expect(error.diagnostic.summary == reason)
        #expect(error.diagnostic.location?.path == path)
        #expect(error.diagnostic.sourceLine != nil)
        #expect(error.help == help ?? "restore the file from git or a backup")
        let location = try #require(error.diagnostic.location)
        #expect(
            error.summary
                == "'\(path)' cannot be read: line \(location.line), column \(location.column): \(reason)")
    }

    /// Hours where each candidate is compared with all others.
    @Test(.timeLimit(.minutes(10))) func aManifestOfManyCandidatesIsRead() throws {
        var manifest = RecipeManifest(recipe: ImageStoreTests.recipe)
        let candidate = try ImageStoreTests.candidate()
        // What takes the square of its length is seen with fewer as well, and sooner than the limit ends.
        let count = TestLength.of(short: 30_000, long: 150_000)
        for number in 1...count {
            manifest.candidates.append(candidate)
            manifest.candidates[number - 1].number = number
        }
        for number in 1...20_000 { manifest.choices[SlotID(source: .file("\(number).md"), name: .hero)] = number }
        #expect(try RecipeManifest(bytes: manifest.bytes).candidates.count == count)
    }

    // MARK: Pending answers

    /// As many as there are pictures may be waiting, and each recipe looks for its own.
    @Test func whatWaitsForOneRecipeIsReadAlone() throws {
        func answer(_ name: String, call: String) -> PendingAnswer {
            PendingAnswer(
                key: Digest.of(name), call: call, Making(provider: "art", dialect: "openai", model: nil, quality: nil, created: "2026-06-01T12:00:00Z", cost: nil, light: nil), revisedPrompt: nil,
                vouchers: [Voucher(.picture, "https://example.com/fox.png?sig=s3cret", expires: Timestamp(secondsSince1970: 1_780_320_000))])
        }
        let foxes = [answer("fox", call: "1"), answer("fox", call: "2")]
        for answer in foxes + [answer("owl", call: "3")] { try store.pending.write(answer) }
        #expect(try store.pending.all() == [Digest.of("fox"): foxes, Digest.of("owl"): [answer("owl", call: "3")]])
        let file = try #require(folder.files().first { $0.contains("pending/\(Digest.of("owl").hex)") })
        try folder.write("{", to: file)
        #expect(try store.pending.of(Digest.of("fox")) == foxes)
        #expect(throws: StoreError.self) { try store.pending.of(Digest.of("owl")) }
        #expect(throws: StoreError.self) { try store.pending.all() }
    }

    /// Whatever a recipe says, its picture can be put where it belongs when it comes.
    @Test(arguments: [
        Recipe(prompt: "A fox in \"fresh\" snow, caf\u{e9} 🦊\u{1}", shape: .aspect(.standard)),
        Recipe(
            prompt: "A fox", negative: "people, text", shape: .size(PictureSize(width: 1536, height: 864)!),
            background: .transparent, seed: -7, references: [Digest.of("one"), Digest.of("two")],
            light: Digest.of("light")),
    ])
    func whatWasAskedForIsKeptWithTheAddress(recipe: Recipe) throws {
        let key = Digest.of(recipe.canonicalJSON)
        var answer = PendingAnswer(
            key: key, call: "1", Making(provider: "art", dialect: "openai", model: "m", quality: "low", created: "2026-06-01T12:00:00Z", cost: nil, light: recipe.light), revisedPrompt: nil,
            vouchers: [Voucher(.work, "https://example.com/work?sig=s3cret", expires: Timestamp(secondsSince1970: 1_780_320_000))],
            wish: .init(
                .init(slot: SlotID(source: "posts/a.md", name: .hero), asked: Digest.of("asked"), words: "A fox", choices: 2),
                sharers: [
                    .init(slot: SlotID(source: "posts/b.md", name: .dark(.hero)), asked: Digest.of("other"), words: "")
                ], recipe: recipe, isAnew: true, turn: 3))
        try store.pending.write(answer)
        #expect(try store.pending.all() == [key: [answer]])
        // Another recipe's key would put a paid picture where nobody finds it.
        answer.wish?.recipe.prompt = "An owl"
        try store.pending.write(answer)
        #expect(throws: StoreError.self) { try store.pending.all() }
    }

    @Test func halfAManifestIsAnError() throws {
        try store.write(try full(), for: key)
        let text = try folder.text(path)
        for length in [0, 1, 10, text.utf8.count / 2, text.utf8.count - 3] {
            try folder.write(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self), to: path)
            #expect(throws: StoreError.self) { try store.manifest(of: key) }
        }
    }

    // MARK: Alt texts

    @Test func altTextsBelongToPixelsAndLanguage() throws {
        let (image, other) = (Digest.of("one"), Digest.of("two"))
        let record = AltRecord(
            image: image, language: "pt-BR", text: "Uma raposa \"vermelha\"", source: .model, model: "gpt-5",
            created: "2026-03-02T10:15:00Z")
        try store.write(record)
        #expect(try store.alt(of: image, language: "pt-BR") == record)
        #expect(try store.alt(of: image, language: "pt-br") == record)
        #expect(try store.alt(of: image, language: "pt") == nil)
        #expect(try store.alt(of: other, language: "pt-BR") == nil)
        let file = try #require(folder.files().first)
        #expect(file.hasPrefix(".frontis/store/v1/alts/"))
        #expect(
            try folder.text(file) == """
                {
                  "created": "2026-03-02T10:15:00Z",
                  "image": "\(image.hex)",
                  "language": "pt-BR",
                  "model": "gpt-5",
                  "source": "model",
                  "text": "Uma raposa \\"vermelha\\"",
                  "version": 1
                }

                """)
    }

    @Test func theTextOfAnotherPictureIsNotTaken() throws {
        let record = AltRecord(
            image: Digest.of("one"), language: "en", text: "A fox", source: .reviewed, model: nil,
            created: "2026-03-02T10:15:00Z")
        try store.write(record)
        let file = try #require(folder.files().first)
        let text = try folder.text(file)
        try folder.write(text.replacing(Digest.of("one").hex, with: Digest.of("two").hex), to: file)
        let error = try #require(throws: StoreError.self) { try store.alt(of: Digest.of("one"), language: "en") }
        #expect(error.diagnostic.summary == "it is the text of another picture or language")
        #expect(error.diagnostic.location?.path == file)
    }
}
