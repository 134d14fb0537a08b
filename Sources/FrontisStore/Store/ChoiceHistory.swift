package import FrontisCore
import FrontisText

/// Which pictures each slot has shown, in order, so that a choice can be taken back: `history.jsonl` in the store.
package struct ChoiceHistory: Sendable {
    package struct Line: Sendable, Hashable {
        package enum Event: String, Sendable, CaseIterable {
            /// A build, or `frontis image make`, gave the slot its picture.
            case made
            case picked
            case kept
            case regenerated
            case undone
            /// It was paid for in an earlier run and came later, when the slot asked for something else, or for nothing.
            case fetched

            /// Whether a person has said what the slot is to show.
            var isChoice: Bool {
                switch self {
                case .picked, .kept, .regenerated, .undone: true
                case .made, .fetched: false
                }
            }
        }

        package var event: Event
        package var slot: SlotID
        package var image: Digest
        /// Key of the recipe that the picture was made for or accepted for.
        package var recipe: Digest
        /// What the slot's own front matter said; nothing in lines of Frontis before it was recorded.
        package var asked: Digest?
        package var candidate: Int
        /// The recipe's prompt, for people.
        package var prompt: String
        package var time: Timestamp

        package init(event: Event, slot: SlotID, entry: SiteLock.Entry, time: Timestamp) {
            self.event = event
            self.slot = slot
            image = entry.image
            recipe = entry.recipe
            asked = entry.asked
            candidate = entry.candidate
            prompt = entry.prompt
            self.time = time
        }

        fileprivate init(_ node: JSONNode) throws(JSONError) {
            var fields = try JSONFields(node, "a line")
            event = try fields.word("event", of: Event.allCases)
            let name = try fields.text("slot")
            guard let slot = SlotID(name) else { throw JSONError("'slot' is no slot", at: node.offset) }
            self.slot = slot
            image = try fields.digest("image")
            recipe = try fields.digest("recipe")
            asked = try fields.optionalDigest("asked")
            candidate = try fields.integer("candidate", in: 1...Int.max)
            prompt = try fields.text("prompt")
            time = try fields.time("time")
        }

        fileprivate var json: JSONValue {
            let members: [String: JSONValue?] = [
                "asked": asked.map { .text($0.hex) }, "candidate": .integer(candidate), "event": .text(event.rawValue),
                "image": .text(image.hex), "prompt": .text(prompt), "recipe": .text(recipe.hex),
                "slot": .text(slot.text), "time": .time(time),
            ]
            return .sorted(members.compactMapValues { $0 })
        }
    }

    private let file: JSONLinesFile

    /// - Parameter store: `.frontis/store/v1`, absolute.
    package init(store: String) {
        file = JSONLinesFile(path: store + "/history.jsonl")
    }

    package func append(_ lines: [Line]) throws(FileError) {
        try file.append(lines.map(\.json))
    }

    /// All that can be read, oldest first. A damaged line is passed over: nothing is paid for by what stands here.
    package func lines() throws(FileError) -> [Line] {
        try file.rows { (node) throws(JSONError) in try Line(node) }.rows
    }

    /// How often a person has chosen a picture for each of the slots.
    package static func choices(in lines: [Line]) -> [SlotID: Int] {
        var choices: [SlotID: Int] = [:]
        for line in lines where line.event.isChoice { choices[line.slot, default: 0] += 1 }
        return choices
    }

    /// The picture that a slot showed before the one it shows now. Taking back twice goes back twice: a step back is
    /// cancelled out with the choice that it took back.
    ///
    /// - Parameters:
    ///   - lines: of this slot, oldest first.
    ///   - image: the picture that the slot shows.
    package static func previous(in lines: [Line], before image: Digest) -> Line? {
        var shown: [Line] = []
        for line in lines where line.event != .fetched {
            if line.event == .undone, shown.count > 1 {
                shown.removeLast()
                if shown.last?.image == line.image { continue }
            }
            if shown.last?.image != line.image { shown.append(line) }
        }
        if shown.last?.image == image { shown.removeLast() }
        return shown.last
    }
}
