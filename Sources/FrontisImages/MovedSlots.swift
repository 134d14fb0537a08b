package import FrontisCore
package import FrontisStore

/// Entries of the lock that no slot has any more, for slots that ask for the same under another name: a post that was
/// renamed, a prompt that stands in another post now.
///
/// A slot that moved finds its picture by its recipe. Where house style or default shape have changed as well, that is
/// another one, and only what the slot asks for tells whose picture it is.
package struct MovedSlots: Sendable {
    private var entries: [Digest: [(id: SlotID, entry: SiteLock.Entry)]] = [:]

    /// - Parameter known: all slots that pages have.
    package init(lock: SiteLock, known: Set<SlotID>) {
        for (id, entry) in lock.images where !known.contains(id) {
            guard let asked = entry.asked else { continue }
            entries[asked, default: []].append((id, entry))
        }
    }

    /// The entries under the slots' names of today, for those that the lock does not know.
    package func entries(for slots: [Slot], besides lock: SiteLock) -> [SlotID: SiteLock.Entry] {
        var moved: [SlotID: SiteLock.Entry] = [:]
        for slot in slots where lock.images[slot.id] == nil { moved[slot.id] = entry(for: slot) }
        return moved
    }

    /// What two slots ask for can be the same words for different pictures, with a title to be filled in or a prompt
    /// that a model writes: the picture has to be made of the words that are meant today. One for the recipe of today
    /// needs no entry; it is found by it.
    private func entry(for slot: Slot) -> SiteLock.Entry? {
        let words = Recipe.normalized(slot.filledPrompt)
        let candidates = (entries[slot.asked] ?? []).filter {
            $0.entry.recipe != slot.key && $0.entry.prompt.contains(words)
        }
        // Of several, the youngest: it was shown last.
        return candidates.max { ($0.entry.created, $1.id) < ($1.entry.created, $0.id) }?.entry
    }
}
