import FrontisCore
package import FrontisStore

/// How often people have chosen pictures for slots, and which of their pictures are still on the way: written down with
/// whatever is asked for, so that what comes late undoes nothing that was chosen meanwhile.
package struct ChoiceCounts: Sendable {
    private let choices: [SlotID: Int]
    private var turns: [SlotID: Int] = [:]

    package init(_ history: [ChoiceHistory.Line] = [], pending: [PendingAnswer] = []) {
        choices = ChoiceHistory.choices(in: history)
        for wish in pending.compactMap(\.wish) where wish.isAnew {
            turns[wish.asker.slot] = max(turns[wish.asker.slot] ?? 0, wish.turn)
        }
    }

    func asker(_ slot: Slot) -> PendingAnswer.Wish.Asker {
        .init(slot: slot.id, asked: slot.asked, words: slot.filledPrompt, choices: choices[slot.id] ?? 0)
    }

    /// The turn of what the slot asks for now.
    func turn(of slot: SlotID) -> Int { (turns[slot] ?? 0) + 1 }

    /// Whether something was chosen for the slot since it has asked.
    func haveGrown(since asker: PendingAnswer.Wish.Asker) -> Bool { (choices[asker.slot] ?? 0) > asker.choices }
}
