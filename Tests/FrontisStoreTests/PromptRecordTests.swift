import FrontisTestSupport
import Foundation
import FrontisCore
import Testing

@testable import FrontisStore

@Suite struct PromptRecordTests {
    let folder: TemporaryFolder
    let store: ImageStore
    private let slot = SlotID(source: "posts/night-train.md", name: .hero)

    init() throws {
        folder = try TemporaryFolder()
        store = ImageStore(
            directory: folder.path + "/.frontis/store/v1", cache: folder.path + "/.frontis/cache/v1")
    }

    private func path(_ key: Digest) -> String { ".frontis/store/v1/prompts/\(key.fanOut)/\(key.hex).json" }

    private func record(
        _ name: String = "one", prompt: String = "A \"lit\" train on a viaduct", created: Timestamp = "2026-03-02T10:15:00Z",
        slot: SlotID? = nil
    ) -> PromptRecord {
        PromptRecord(
            key: Digest.of(name), prompt: prompt, model: "gpt-5.4-mini", created: created, cost: Cost(usd: 0.0004, estimated: false),
            slot: slot ?? self.slot)
    }

    // MARK: Keys

    @Test func aKeyIsTheDigestOfWhatThePromptIsWrittenFrom() {
        let key = PromptRecord.key(title: "Night trains", text: "They come back.", style: nil)
        #expect(key == Digest.of(#"{"text":"They come back.","title":"Night trains"}"#))
        #expect(key.hex == "63427a4cf2ee4f615f8c78883bebdde34c62b7e2b58237e614daf29a9038cc81")
        #expect(
            PromptRecord.key(title: "T \"1\"", text: "a\n\n b", style: " Ink  and wash ", slotName: .named("map"))
                == Digest.of(#"{"slot":"map","style":"Ink and wash","text":"a b","title":"T \"1\""}"#))
    }

    @Test func aKeyChangesWithEachOfItsParts() {
        let keys = [
            PromptRecord.key(title: "a", text: "b", style: "c"), PromptRecord.key(title: "x", text: "b", style: "c"),
            PromptRecord.key(title: "a", text: "x", style: "c"), PromptRecord.key(title: "a", text: "b", style: "x"),
            PromptRecord.key(title: "a", text: "b", style: nil), PromptRecord.key(title: "b", text: "a", style: "c"),
            PromptRecord.key(title: "a", text: "b", style: "c", slotName: .named("map")),
        ]
        #expect(Set(keys).count == keys.count)
    }

    @Test func whiteSpaceAndTheSpellingOfAccentsDoNotMatter() {
        let key = PromptRecord.key(title: "Caf\u{E9}", text: "a b", style: nil)
        #expect(PromptRecord.key(title: "Cafe\u{301}", text: " a\n b ", style: nil) == key)
        #expect(PromptRecord.key(title: "Caf\u{E9}", text: "a b", style: "", slotName: .hero) == key)
    }

    // MARK: Records

    @Test func aPromptIsReadableAndReadBack() throws {
        let record = record()
        #expect(try store.prompt(of: record.key) == nil)
        try store.write(record)
        #expect(try store.prompt(of: record.key) == record)
        #expect(folder.files() == [path(record.key)])
        #expect(
            try folder.text(path(record.key)) == """
                {
                  "cost": { "estimated": false, "usd": 0.0004 },
                  "created": "2026-03-02T10:15:00Z",
                  "key": "\(record.key.hex)",
                  "model": "gpt-5.4-mini",
                  "prompt": "A \\"lit\\" train on a viaduct",
                  "slot": "posts/night-train.md#hero",
                  "version": 1
                }

                """)
    }

    @Test func whatIsNotKnownIsLeftOut() throws {
        var record = record()
        (record.model, record.cost) = (nil, nil)
        try store.write(record)
        let text = try folder.text(path(record.key))
        #expect(!text.contains("model") && !text.contains("cost"))
        #expect(try store.prompt(of: record.key) == record)
    }

    @Test func membersOfALaterFrontisAreKept() throws {
        let record = record()
        try store.write(record)
        let text = try folder.text(path(record.key))
            .replacing("  \"model\":", with: "  \"language\": \"en\",\n  \"model\":")
            .replacing("\"posts", with: "\"more/posts")
        #expect(text.contains("\"language\": \"en\""))
        try folder.write(text.replacing("more/", with: ""), to: path(record.key))
        var read = try #require(try store.prompt(of: record.key))
        read.slot.source = "more/posts/night-train.md"
        try store.write(read)
        #expect(try folder.text(path(record.key)) == text)
    }

    @Test func whatIsThereAlreadyIsNotWrittenAgain() throws {
        let record = record()
        try store.write(record)
        try folder.touch(path(record.key), at: 1_000_000)
        try store.write(record)
        #expect(try folder.modified(path(record.key)) == Date(timeIntervalSince1970: 1_000_000))
    }

    @Test(arguments: [
        ("\"version\": 1", "\"version\": 2", "written by a newer Frontis, as version 2; this one reads version 1", "update Frontis"),
        ("\"prompt\": \"A \\\"lit\\\" train on a viaduct\"", "\"prompt\": \" \"", "'prompt' must be a text that is not empty", nil),
        ("\"prompt\": \"A \\\"lit\\\" train on a viaduct\"", "\"prompt\": 7", "'prompt' must be a text that is not empty", nil),
        ("\"prompt\"", "\"promt\"", "'prompt' is missing", nil),
        ("night-train.md#hero", "night-train.md", "'slot' must name a slot: posts/night-train.md#hero", nil),
        ("\"key\": \"", "\"key\": \"0", "'key' must be a SHA-256 digest: 64 hexadecimal digits in lower case", nil),
        ("\"usd\": 0.0004", "\"usd\": -1", "'usd' must be an amount of dollars", nil),
        ("\"created\": ", "\"made\": ", "'created' is missing", nil),
    ])
    func anUnreadablePromptIsNeverNoPrompt(_ good: String, bad: String, reason: String, help: String?) throws {
        let record = record()
        try store.write(record)
        let text = try folder.text(path(record.key))
        try #require(text.contains(good))
        try folder.write(text.replacing(good, with: bad), to: path(record.key))
        let error = try #require(throws: StoreError.self) { try store.prompt(of: record.key) }
        #expect(error.diagnostic.id == .storeUnreadable)
        #expect(error.diagnostic.summary == reason)
        #expect(error.diagnostic.location?.path == path(record.key))
        #expect(error.help == help ?? "restore the file from git or a backup")
        #expect(throws: error) { try store.prompts() }
    }

    @Test func halfAPromptIsAnError() throws {
        let record = record()
        try store.write(record)
        let text = try folder.text(path(record.key))
        for length in [0, 1, 40, text.utf8.count - 3] {
            try folder.write(String(decoding: Array(text.utf8).prefix(length), as: UTF8.self), to: path(record.key))
            #expect(throws: StoreError.self) { try store.prompt(of: record.key) }
        }
    }

    @Test func thePromptOfAnotherKeyIsNotTaken() throws {
        let (one, two) = (record("one"), record("two"))
        try store.write(one)
        try folder.write(try folder.text(path(one.key)), to: path(two.key))
        let error = try #require(throws: StoreError.self) { try store.prompt(of: two.key) }
        #expect(error.diagnostic.summary == "it is the prompt of another key")
        #expect(error.diagnostic.location?.path == path(two.key))
    }

    // MARK: All of them

    @Test func allPromptsAreRead() throws {
        #expect(try store.prompts() == [])
        for index in 0..<20 { try store.write(record("other \(index)")) }
        var mine = record("mine")
        mine.latest = Digest.of("edited since")
        try store.write(mine)
        #expect(try store.prompts().count == 21)
        #expect(try store.prompts().contains(mine))
    }

    @Test func whatElseLiesInTheFolderIsPassedOver() throws {
        try store.write(record("mine"))
        let key = record("mine").key
        try folder.write("x", to: ".frontis/store/v1/prompts/.DS_Store")
        try folder.write("x", to: ".frontis/store/v1/prompts/notes/a.json")
        try folder.write("x", to: path(key) + ".tmp-1")
        try folder.write("x", to: ".frontis/store/v1/prompts/\(key.fanOut)/README.json")
        #expect(try store.prompts() == [record("mine")])
    }

    @Test func aFolderThatCannotBeListedIsAnError() throws {
        try folder.write("x", to: ".frontis/store/v1/prompts")
        let error = try #require(throws: StoreError.self) { try store.prompts() }
        #expect(error.summary == "cannot list '.frontis/store/v1/prompts': Not a directory")
    }
}
