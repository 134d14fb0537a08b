package import FrontisCore
import FrontisText

/// The append-only account of every paid call: a line before it and a line after. A call without an end, because
/// the program was killed or the vendor never answered, counts as spent.
package struct SpendLedger: Sendable {
    package struct Line: Sendable, Hashable {
        package enum Event: String, Sendable, CaseIterable {
            case asking
            case paid
            /// The vendor said no, or nothing was sent: free.
            case free
            /// Nobody knows whether it was billed.
            case unknown
        }

        package var event: Event
        /// The same on both lines of a call.
        package var call: String
        package var time: Timestamp
        package var provider: String
        package var dialect: String
        package var model: String?
        /// The recipe's key, the digest of the picture that is described, or the written prompt's key.
        package var key: Digest
        package var kind: PaidKind
        /// How many were asked for in the call.
        package var count: Int
        /// What it may cost before the call, what it cost after it; nothing where nobody knows.
        package var cost: Cost?
        /// Whether what comes goes elsewhere than into the store, as with a comparison.
        package var isElsewhere: Bool
        /// Of a picture; nothing in lines of Frontis before it was recorded.
        package var asker: Asker?

        package init(
            event: Event, call: String, time: Timestamp, provider: String, dialect: String, model: String?, key: Digest,
            kind: PaidKind, count: Int = 1, cost: Cost?, isElsewhere: Bool = false, asker: Asker? = nil
        ) {
            self.event = event
            self.call = call
            self.time = time
            self.provider = provider
            self.dialect = dialect
            self.model = model
            self.key = key
            self.kind = kind
            self.count = count
            self.cost = cost
            self.isElsewhere = isElsewhere
            self.asker = asker
        }
    }

    /// For which slot a picture is paid for, so that it is known by that under any recipe.
    package struct Asker: Sendable, Hashable {
        package var slot: SlotID
        /// Digest of what the slot's own front matter said.
        package var asked: Digest

        package init(slot: SlotID, asked: Digest) {
            self.slot = slot
            self.asked = asked
        }
    }

    /// What the ledger says.
    package struct Contents: Sendable, Hashable {
        package var lines: [Line]
        /// From 1: lines that a killed program left unfinished, or that somebody changed. Nothing is lost with the
        /// end of a call, as its first line counts then; and a call is made only after its first line is written.
        package var damagedLines: [Int]
    }

    private let file: JSONLinesFile

    /// - Parameter store: `.frontis/store/v1`, absolute.
    package init(store: String) {
        file = JSONLinesFile(path: store + "/spend.jsonl")
    }

    /// Adds a line, on the disk when it returns. Lines of several processes do not mix.
    package func append(_ line: Line) throws(FileError) {
        try file.append([line.json])
    }

    /// Everything that can be read.
    package func read() throws(FileError) -> Contents {
        let (lines, damaged) = try file.rows { (node) throws(JSONError) in try Line(node) }
        return Contents(lines: lines, damagedLines: damaged)
    }

    /// The whole lines that name a key, or that what a slot asks for; only those are parsed. Some are there twice.
    package func lines(of key: Digest, asked: Digest) throws(FileError) -> [Line] {
        var lines: [Line] = []
        for digest in [key, asked] {
            lines += try file.rows(holding: digest.hex) { (node) throws(JSONError) in try Line(node) }
        }
        return lines.filter { $0.key == key || $0.asker?.asked == asked }
    }

    /// All whole lines.
    package func lines() throws(FileError) -> [Line] { try read().lines }

    /// What all calls have cost, with the estimate for those whose end is not known. A line that is there twice,
    /// as after a merge of two branches, counts once.
    package static func total(of lines: [Line]) -> Money {
        calls(of: lines).reduce(.zero) { $0 + ($1.cost?.usd ?? .zero) }
    }
}

extension SpendLedger.Line {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "a line")
        let slot = try fields.optionalText("slot").flatMap(SlotID.init)
        let asked = try fields.optionalDigest("asked")
        var asker: SpendLedger.Asker?
        if let slot, let asked { asker = .init(slot: slot, asked: asked) }
        self.init(
            event: try fields.word("event", of: Event.allCases), call: try fields.text("call"),
            time: try fields.time("time"), provider: try fields.text("provider"), dialect: try fields.text("dialect"),
            model: try fields.optionalText("model"), key: try fields.digest("key"),
            kind: try fields.word("kind", of: PaidKind.allCases),
            count: try fields.optionalInteger("count", in: 1...Int.max) ?? 1, cost: try fields.optionalCost("cost"),
            isElsewhere: try fields.optionalFlag("elsewhere") ?? false, asker: asker)
    }

    fileprivate var json: JSONValue {
        let members: [String: JSONValue?] = [
            "asked": asker.map { .text($0.asked.hex) },
            "call": .text(call),
            "cost": cost.map(JSONValue.cost),
            "count": .integer(count),
            "dialect": .text(dialect),
            "elsewhere": isElsewhere ? .flag(true) : nil,
            "event": .text(event.rawValue),
            "key": .text(key.hex),
            "kind": .text(kind.rawValue),
            "model": model.map { .text($0) },
            "provider": .text(provider),
            "slot": asker.map { .text($0.slot.text) },
            "time": .time(time),
        ]
        return .sorted(members.compactMapValues { $0 })
    }
}
