import FrontisTestSupport
import Foundation
import FrontisCore
import FrontisText
import Testing

@testable import FrontisStore

@Suite struct SiteLockTests {
    static let image = String(repeating: "3f", count: 32)
    static let recipe = String(repeating: "9b", count: 32)
    static let asked = String(repeating: "0a", count: 32)

    static let full = """
        {
          "images": {
            "posts/a.md#map": {
              "candidate": 2,
              "created": "2026-03-02T10:15:00Z",
              "dialect": "openai",
              "height": 1024,
              "image": "\(image)",
              "mediaType": "image/jpeg",
              "prompt": "A \\"map\\"",
              "provider": "art",
              "recipe": "\(recipe)",
              "width": 1024
            },
            "posts/night-train.md#hero": {
              "alt": { "language": "en", "source": "model", "text": "A lit night train crosses a viaduct." },
              "alts": { "de": { "source": "reviewed", "text": "Nachtzug" }, "pt": { "source": "model", "text": "Trem" } },
              "asked": "\(asked)",
              "candidate": 1,
              "cost": { "estimated": false, "usd": 0.0412 },
              "created": "2026-03-02T10:15:00Z",
              "dialect": "openai",
              "height": 864,
              "image": "\(image)",
              "mediaType": "image/png",
              "model": "gpt-image-2",
              "prompt": "Ink and wash illustration of a night train …",
              "provider": "art",
              "quality": "high",
              "recipe": "\(recipe)",
              "width": 1536
            }
          },
          "version": 1
        }

        """

    static func entry(_ prompt: String = "A fox") throws -> SiteLock.Entry {
        SiteLock.Entry(
            image: StoredImage(
                Picture(digest: try #require(Digest(hex: image)), mediaType: .png, width: 1536, height: 864),
                Making(provider: "art", dialect: "openai", model: "gpt-image-2", quality: nil, created: "2026-03-02T10:15:00Z", cost: Cost(usd: 0.0412, estimated: false)), candidate: 1),
            recipe: try #require(Digest(hex: recipe)), asked: Digest(hex: asked), prompt: prompt)
    }

    @Test func textIsReadAndWrittenAsItWas() throws {
        let lock = try SiteLock(text: Self.full)
        #expect(lock.text == Self.full)
        let hero = try #require(lock.images[SlotID(source: "posts/night-train.md", name: .hero)])
        #expect(
            hero.alt?.value == AltText(text: "A lit night train crosses a viaduct.", source: .model, language: "en"))
        #expect(hero.alts["pt"] == AltText(text: "Trem", source: .model, language: "pt"))
        #expect(hero.stored.cost == Cost(usd: 0.0412, estimated: false))
        #expect(hero.quality == "high")
        #expect(lock.images[SlotID(source: "posts/a.md", name: .named("map"))]?.prompt == "A \"map\"")
        #expect(lock.images[SlotID(source: "posts/a.md", name: .named("map"))]?.asked == nil)
    }

    static let withFiles = """
        {
          "alts": {
            "content/posts/a#b.jpg#en": {
              "image": "\(image)",
              "later": true,
              "source": "model",
              "text": "A \\"pier\\""
            },
            "static/boat.webp#pt-BR": {
              "image": "\(recipe)",
              "source": "decorative",
              "text": ""
            }
          },
          "images": {},
          "version": 1
        }

        """

    /// Only an entry of a dark companion has the member.
    @Test func theLightPictureOfACompanionIsReadAndWrittenAsItWas() throws {
        let text = Self.full.replacing(
            "      \"mediaType\": \"image/jpeg\",", with: "      \"light\": \"\(Self.asked)\",\n      \"mediaType\": \"image/jpeg\",")
        let lock = try SiteLock(text: text)
        #expect(lock.text == text)
        let entry = try #require(lock.images[SlotID(source: "posts/a.md", name: .named("map"))])
        #expect(entry.light == Digest(hex: Self.asked))
        #expect(entry.stored.light == entry.light)
        #expect(SiteLock.Entry(image: entry.stored, recipe: entry.recipe, asked: nil, prompt: "").light == entry.light)
    }

    @Test func textsOfTheSitesOwnPicturesAreReadAndWrittenAsTheyWere() throws {
        var lock = try SiteLock(text: Self.withFiles)
        #expect(lock.text == Self.withFiles)
        let image = try #require(Digest(hex: Self.image))
        let pier = AltText(text: "A \"pier\"", source: .model, language: "en")
        #expect(lock.alts[.init(file: "content/posts/a#b.jpg", language: "en")]?.image == image)
        #expect(lock.localAltsByImage[image] == [pier])
        lock.alts = [:]
        #expect(lock.text == "{\n  \"images\": {},\n  \"version\": 1\n}\n")
    }

    @Test(arguments: [
        ("\"alts\": []", "'alts' must be an object: { … }"),
        ("\"alts\": { \"photo.jpg\": {} }", "'photo.jpg' names no picture's text, which is written file#language"),
        ("\"alts\": { \"a.jpg#en\": {} }", "'image' is missing"),
    ])
    func aBrokenTextOfAPictureIsAnError(member: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try SiteLock(text: "{ \(member), \"images\": {}, \"version\": 1 }") }
        #expect(error?.summary == message)
    }

    @Test func textsAreMergedIntoTheFileAndTakenOut() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/frontis.lock"
        let locks = folder.path + "/locks"
        let id = SiteLock.LocalAltID(file: "content/posts/a#b.jpg", language: "en")
        let image = try #require(Digest(hex: Self.image))
        let alt = SiteLock.LocalAlt(image: image, AltText(text: "A \"pier\"", source: .model, language: "en"))
        #expect(try !SiteLock.merge([:], into: path, locks: locks))
        #expect(try SiteLock.merge([:], alts: [id: alt], into: path, locks: locks))
        #expect(try SiteLock.read(path).alts == [id: alt])
        #expect(try !SiteLock.merge([:], alts: [id: alt], into: path, locks: locks))
        // What a later version wrote stays.
        try AtomicFile.write(Array(Self.withFiles.utf8), to: path)
        #expect(try !SiteLock.merge([:], alts: [id: alt], into: path, locks: locks))
        #expect(try SiteLock.merge([:], removingAlts: [id], into: path, locks: locks))
        #expect(try SiteLock.read(path).alts.count == 1)
    }

    @Test func aNewEntryIsWrittenAsTheContractShows() throws {
        var entry = try Self.entry()
        entry.alt = .init(.byAuthor("", language: "en"))
        entry.translations = [.init(AltText(text: "", source: .missing, language: "pt"))]
        let lock = SiteLock(images: [SlotID(source: "posts/a.md", name: .hero): entry])
        #expect(
            lock.text == """
                {
                  "images": {
                    "posts/a.md#hero": {
                      "alt": { "language": "en", "source": "decorative", "text": "" },
                      "asked": "\(Self.asked)",
                      "candidate": 1,
                      "cost": { "estimated": false, "usd": 0.0412 },
                      "created": "2026-03-02T10:15:00Z",
                      "dialect": "openai",
                      "height": 864,
                      "image": "\(Self.image)",
                      "mediaType": "image/png",
                      "model": "gpt-image-2",
                      "prompt": "A fox",
                      "provider": "art",
                      "recipe": "\(Self.recipe)",
                      "width": 1536
                    }
                  },
                  "version": 1
                }

                """)
        #expect(SiteLock().text == "{\n  \"images\": {},\n  \"version\": 1\n}\n")
    }

    @Test func whatALaterFrontisAddedIsKept() throws {
        let text = Self.full
            .replacing(
                "      \"width\": 1024",
                with: "      \"width\": 1024,\n      \"zoom\": { \"by\": 1.50, \"to\": [1, null] }"
            )
            .replacing("  \"version\": 1", with: "  \"prompts\": {\n    \"a\": \"b\"\n  },\n  \"version\": 1")
        let lock = try SiteLock(text: text)
        #expect(lock.text == text)
    }

    @Test(arguments: [
        ("", 1, 1, "the file is empty"),
        ("{\n  \"images\": {\n", 2, 14, "not valid JSON: it ends too early"),
        (
            "{\n  \"images\": {},\n  \"version\": 1,\n}\n", 4, 1,
            "not valid JSON: expected a name in double quotes after ','"
        ),
        ("[]", 1, 1, "the lock must be an object: { … }"),
        ("{\n  \"images\": {}\n}\n", 1, 1, "'version' is missing"),
        ("{ \"version\": 1 }", 1, 1, "'images' is missing"),
        ("{ \"images\": [], \"version\": 1 }", 1, 13, "'images' must be an object: { … }"),
        ("{ \"images\": {}, \"version\": \"1\" }", 1, 28, "'version' must be a whole number from 1"),
        (
            "{\n  \"images\": { \"posts/ä.md\": {} },\n  \"version\": 1\n}\n", 2, 15,
            "'posts/ä.md' is no slot, which is written path#name"
        ),
        ("{\n  \"images\": { \"a.md#b\": 1 },\n  \"version\": 1\n}\n", 2, 25, "'a.md#b' must be an object: { … }"),
    ])
    func aLockThatCannotBeReadIsAnError(_ text: String, line: Int, column: Int, summary: String) throws {
        let found = try #require(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(found.id == .lockUnreadable)
        #expect(found.severity == .error)
        #expect(found.location == SourceLocation(path: "frontis.lock", line: line, column: column))
        #expect(found.summary == summary)
        #expect(found.help == "put the last good one back with 'git checkout frontis.lock', or mend this line")
    }

    @Test(arguments: [
        (
            "\"image\": \"\(image)\"", "\"image\": \"3F0A\"",
            "'image' must be a SHA-256 digest: 64 hexadecimal digits in lower case"
        ),
        (
            "\"created\": \"2026", "\"created\": \"last week, 2026",
            "'created' must be a time: \"2026-03-02T10:15:00Z\""
        ),
        ("\"width\": 1536", "\"width\": \"1536\"", "'width' must be a whole number from 1"),
        ("\"width\": 1536", "\"width\": 1.5", "'width' must be a whole number from 1"),
        ("\"candidate\": 1", "\"candidate\": 0", "'candidate' must be a whole number from 1"),
        ("\"candidate\": 1", "\"candidate\": 99999999999999999999", "'candidate' must be a whole number from 1"),
        ("\"usd\": 0.0412", "\"usd\": -1", "'usd' must be an amount of dollars"),
        ("\"usd\": 0.0412", "\"usd\": 1e999", "'usd' must be an amount of dollars"),
        ("\"estimated\": false", "\"estimated\": 0", "'estimated' must be true or false"),
        ("\"prompt\": \"Ink", "\"prompt\": 7, \"p\": \"Ink", "'prompt' must be a text in double quotes"),
        (
            "\"source\": \"reviewed\"", "\"source\": \"reviewd\"",
            "'source' must be one of author, reviewed, model, decorative; did you mean 'reviewed'?"
        ),
        (
            "\"mediaType\": \"image/png\"", "\"mediaType\": \"image/pmg\"",
            "'mediaType' must be one of image/png, image/jpeg, image/webp, image/gif, image/svg+xml, image/avif; did you mean 'image/png'?"
        ),
        ("\"recipe\": \"\(recipe)\",\n      \"width\": 1536", "\"width\": 1536", "'recipe' is missing"),
        ("\"quality\": \"high\"", "\"width\": 1536", "'width' is there twice"),
    ])
    func aWrongFieldIsNamedWithItsPlace(_ good: String, bad: String, summary: String) throws {
        let start = try #require(Self.full.range(of: "posts/night-train.md#hero"))
        let place = try #require(Self.full.range(of: good, range: start.upperBound..<Self.full.endIndex))
        let text = Self.full.replacingCharacters(in: place, with: bad)
        let found = try #require(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(found.id == .lockUnreadable)
        #expect(found.summary == summary)
        let location = try #require(found.location)
        #expect(location.line > 14)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(found.sourceLine == String(lines[location.line - 1]))
    }

    @Test func aDiagnosticIsPrintedWithLineAndWayOut() throws {
        let text = "{\n  \"images\": {},\n  \"version\": 2\n}\n"
        let found = try #require(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(
            DiagnosticFormatter().text(found) == """
                frontis.lock:3:14: error: written by a newer Frontis, as version 2; this one reads version 1 [lock-unreadable]
                  3 |   "version": 2
                    |              ^
                    help: update Frontis

                """)
    }

    @Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| base"])
    func conflictMarkersAreNamed(_ marker: String) throws {
        let text = Self.full.replacing("      \"width\": 1024\n", with: "      \"width\": 1024\n\(marker)\n")
        let found = try #require(throws: Diagnostic.self) { try SiteLock(text: text) }
        #expect(found.id == .lockUnreadable)
        #expect(found.summary == "the lock has a merge conflict in it")
        #expect(found.location == SourceLocation(path: "frontis.lock", line: 14, column: 1))
        #expect(found.sourceLine == marker)
        #expect(found.help == "keep one of the two sides of each conflict and remove the marker lines")
    }

    @Test func markersInsideATextAreText() throws {
        let text = Self.full.replacing("\"text\": \"Trem\"", with: "\"text\": \"a\u{2028}======= b\"")
        #expect(try SiteLock(text: text).text == text)
    }

    // MARK: The file

    @Test func anAbsentFileIsAnEmptyLockAndADirectoryIsAnError() throws {
        let folder = try TemporaryFolder()
        #expect(try SiteLock.read(folder.path + "/frontis.lock") == SiteLock())
        try folder.write("x", to: "frontis.lock/x")
        let found = try #require(throws: Diagnostic.self) { try SiteLock.read(folder.path + "/frontis.lock") }
        #expect(found.id == .lockUnreadable)
        #expect(found.summary.hasSuffix("frontis.lock': Is a directory"))
    }

    @Test func mergingKeepsTheOthersAndTouchesNothingUnchanged() throws {
        let folder = try TemporaryFolder()
        let (path, locks) = (folder.path + "/frontis.lock", folder.path + "/locks")
        let (first, second) = (SlotID(source: "a.md", name: .hero), SlotID(source: "b.md", name: .hero))
        #expect(try !SiteLock.merge([:], into: path, locks: locks))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try SiteLock.merge([first: Self.entry()], into: path, locks: locks))
        #expect(try SiteLock.merge([second: Self.entry("A box")], into: path, locks: locks))
        #expect(try SiteLock.read(path).images.keys.sorted() == [first, second])
        try folder.touch("frontis.lock", at: 1_000_000)
        #expect(try !SiteLock.merge([first: Self.entry()], into: path, locks: locks))
        #expect(try folder.modified("frontis.lock") == Date(timeIntervalSince1970: 1_000_000))
        #expect(try SiteLock.merge([:], removing: [first], into: path, locks: locks))
        #expect(try SiteLock.read(path).images.keys.sorted() == [second])
    }

    @Test func mergingDoesNotDropWhatALaterFrontisAdded() throws {
        let folder = try TemporaryFolder()
        let slot = SlotID(source: "posts/a.md", name: .hero)
        var entry = try Self.entry()
        entry.unknown = ["zoom": .number("2")]
        try folder.write(SiteLock(images: [slot: entry]).text, to: "frontis.lock")
        #expect(
            try SiteLock.merge(
                [slot: Self.entry("Another prompt")], into: folder.path + "/frontis.lock", locks: folder.path))
        #expect(try folder.text("frontis.lock").contains("      \"width\": 1536,\n      \"zoom\": 2\n"))
    }

    @Test func mergingIntoABrokenLockLeavesItAlone() throws {
        let folder = try TemporaryFolder()
        try folder.write("<<<<<<< HEAD\n", to: "frontis.lock")
        #expect(throws: Diagnostic.self) {
            try SiteLock.merge(
                [SlotID(source: "a.md", name: .hero): Self.entry()], into: folder.path + "/frontis.lock",
                locks: folder.path + "/locks")
        }
        #expect(try folder.text("frontis.lock") == "<<<<<<< HEAD\n")
    }

    @Test func manyMergesAtOnceLoseNothing() async throws {
        let folder = try TemporaryFolder()
        let entry = try Self.entry()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    for round in 0..<5 {
                        let slot = SlotID(source: .file("\(number)-\(round).md"), name: .hero)
                        do {
                            _ = try SiteLock.merge(
                                [slot: entry], into: folder.path + "/frontis.lock", locks: folder.path + "/locks")
                        } catch { Issue.record(error) }
                    }
                }
            }
        }
        #expect(try SiteLock.read(folder.path + "/frontis.lock").images.count == 40)
    }
}
