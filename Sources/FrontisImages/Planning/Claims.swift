import FrontisCore
import FrontisStore

/// Which of the pictures that are still to be fetched may take the place of the one that their slot shows.
struct Claims: Sendable {
    private let lock: SiteLock
    private let slots: [SlotID: Slot]
    private let pins: Pins
    /// By slot, what the ledger calls the call of the one that was asked for last.
    private var newest: [SlotID: String] = [:]

    init(of answers: [PendingAnswer], lock: SiteLock, slots: [SlotID: Slot], pins: Pins) {
        (self.lock, self.slots, self.pins) = (lock, slots, pins)
        var wishes: [SlotID: (wish: PendingAnswer.Wish, answer: PendingAnswer)] = [:]
        for answer in answers.sorted(by: { ($0.created, $0.call) < ($1.created, $1.call) }) {
            guard let wish = answer.wish, wish.isAnew, isStillAsked(wish.asker) else { continue }
            // Whoever asks for another has chosen: the one before is for a choice.
            if let other = wishes[wish.asker.slot], other.wish.turn >= wish.turn { continue }
            wishes[wish.asker.slot] = (wish, answer)
        }
        newest = wishes.mapValues(\.answer.call)
    }

    /// A draft, or a post that is gone, asks for what its entry says.
    private func isStillAsked(_ asker: PendingAnswer.Wish.Asker) -> Bool {
        (slots[asker.slot]?.asked ?? lock.images[asker.slot]?.asked) == asker.asked
    }

    /// The slot still asks for it, or shows another picture of its recipe, and nothing was asked for or chosen since.
    func hold(_ answer: PendingAnswer, _ counts: ChoiceCounts) -> Bool {
        guard let wish = answer.wish, wish.isAnew, newest[wish.asker.slot] == answer.call,
            !counts.haveGrown(since: wish.asker)
        else { return false }
        // Under another house style it is as stale as the one that it replaces.
        let isBeside = lock.images[wish.asker.slot].map { $0.recipe == answer.key && $0.asked == wish.asker.asked }
        guard let slot = slots[wish.asker.slot] else { return isBeside == true }
        return (slot.key == answer.key || isBeside == true) && pins.accepts(answer.stored, for: slot)
    }
}
