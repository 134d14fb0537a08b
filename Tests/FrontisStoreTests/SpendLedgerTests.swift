import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisStore

@Suite struct SpendLedgerTests {
    let folder: TemporaryFolder
    let ledger: SpendLedger

    init() throws {
        folder = try TemporaryFolder()
        ledger = SpendLedger(store: folder.path + "/store/v1")
    }

    private func line(_ event: SpendLedger.Line.Event, _ call: String, _ usd: Double?) -> SpendLedger.Line {
        SpendLedger.Line(
            event: event, call: call, time: "2026-03-02T10:15:00Z", provider: "art", dialect: "openai",
            model: "gpt-image-2", key: Digest.of("fox"), kind: .image, count: 2,
            cost: usd.map { Cost(usd: Money(usd: $0), estimated: event != .paid) })
    }

    @Test func linesAreWrittenAndReadBack() throws {
        #expect(try ledger.read() == .init(lines: [], damagedLines: []))
        let lines = [line(.asking, "a", 0.05), line(.paid, "a", 0.0412), line(.free, "b", nil)]
        for line in lines { try ledger.append(line) }
        #expect(try ledger.read() == .init(lines: lines, damagedLines: []))
        let key = Digest.of("fox").hex
        #expect(
            try folder.text("store/v1/spend.jsonl").split(separator: "\n").first.map(String.init)
                == #"{ "call": "a", "cost": { "estimated": true, "usd": 0.05 }, "count": 2, "dialect": "openai", "#
                + #""event": "asking", "key": "\#(key)", "kind": "image", "model": "gpt-image-2", "#
                + #""provider": "art", "time": "2026-03-02T10:15:00Z" }"#)
    }

    @Test(arguments: PaidKind.allCases)
    func everyKindOfCallIsReadBack(kind: PaidKind) throws {
        var line = line(.paid, "a", 0.01)
        line.kind = kind
        try ledger.append(line)
        #expect(try ledger.lines() == [line])
    }

    @Test func whatHasNoEndCountsAsSpent() {
        func total(_ lines: SpendLedger.Line...) -> Money { SpendLedger.total(of: lines) }
        #expect(total() == 0)
        #expect(total(line(.asking, "a", 0.05)) == 0.05)
        #expect(total(line(.asking, "a", 0.05), line(.paid, "a", 0.04)) == 0.04)
        #expect(total(line(.asking, "a", 0.05), line(.paid, "a", nil)) == 0.05)
        #expect(total(line(.asking, "a", 0.05), line(.free, "a", nil)) == 0)
        #expect(total(line(.asking, "a", 0.05), line(.unknown, "a", nil)) == 0.05)
        #expect(total(line(.asking, "a", nil)) == 0)
        // Two branches merged.
        #expect(total(line(.paid, "a", 0.25), line(.asking, "a", 0.5), line(.paid, "a", 0.25)) == 0.25)
        #expect(total(line(.asking, "a", 0.25), line(.asking, "b", 0.5)) == 0.75)
    }

    /// Killed in the middle of writing: what was whole stays, and the next line is whole again.
    @Test func aTornLastLineIsReportedAndHarmsNoOther() throws {
        try ledger.append(line(.asking, "a", 0.05))
        let whole = try folder.text("store/v1/spend.jsonl")
        try folder.write(whole + String(whole.prefix(whole.count / 2)), to: "store/v1/spend.jsonl")
        #expect(try ledger.read() == .init(lines: [line(.asking, "a", 0.05)], damagedLines: [2]))
        try ledger.append(line(.paid, "a", 0.04))
        #expect(
            try ledger.read() == .init(lines: [line(.asking, "a", 0.05), line(.paid, "a", 0.04)], damagedLines: [2]))
        #expect(SpendLedger.total(of: try ledger.lines()) == 0.04)
    }

    @Test func linesOfManyTasksDoNotMix() async throws {
        let ledger = ledger
        let lines = (0..<8).map { line(.paid, "call-\($0)", 0.01) }
        await withTaskGroup(of: Void.self) { group in
            for line in lines {
                group.addTask {
                    for _ in 0..<10 {
                        do { try ledger.append(line) } catch { Issue.record(error) }
                    }
                }
            }
        }
        let contents = try ledger.read()
        #expect(contents.lines.count == 80)
        #expect(Set(contents.lines) == Set(lines))
        #expect(contents.damagedLines == [])
    }

    @Test func aLedgerThatCannotBeWrittenIsAnError() throws {
        try folder.write("x", to: "store/v1/spend.jsonl/x")
        let error = try #require(throws: FileError.self) { try ledger.append(line(.asking, "a", 0.05)) }
        #expect(
            error.relative(to: folder.path).description == "cannot write 'store/v1/spend.jsonl': Is a directory")
    }
}
