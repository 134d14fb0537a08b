package import FrontisCore
package import FrontisStore

/// Entries of the lock that no slot has any more, for slots that ask for the same under another name: a post that was
/// renamed, a prompt that stands in another post now.
///
/// A slot that moved finds its picture by its recipe. Where house style or default shape have changed as well, that is
/// another one, and only what the slot asks for tells whose picture it is.
package struct MovedSlots: Sendable {
    private let lock: SiteLock
    /// The lock's slots that no page has, by what they asked for; the smallest id first.
    private var gone: [Digest: [SlotID]] = [:]

    /// - Parameter known: all slots that pages have.
    package init(lock: SiteLock, known: Set<SlotID>) {
        self.lock = lock
        for (id, entry) in lock.images.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
            if let asked = entry.asked { gone[asked, default: []].append(id) }
        }
    }

    /// The entries under the slots' names of today, for those that the lock does not know.
    package func entries(for slots: [Slot]) -> [SlotID: SiteLock.Entry] {
        guard !gone.isEmpty else { return [:] }
        var origins: [SlotID: SlotID] = [:]
        let strangers = slots.filter { lock.images[$0.id] == nil }
        for slot in strangers where slot.light == nil { origins[slot.id] = origin(of: slot) }
        // A companion comes along with its light picture, and with no other.
        for slot in strangers {
            guard let light = slot.light, let dark = origins[light.id]?.dark,
                gone[slot.asked]?.contains(dark) == true
            else { continue }
            origins[slot.id] = dark
        }
        return origins.compactMapValues { lock.images[$0] }
    }

    /// Of several, the one that was made last. One for the recipe of today is found by that.
    private func origin(of slot: Slot) -> SlotID? {
        (gone[slot.asked] ?? []).filter { id in
            lock.images[id].map { $0.recipe != slot.key && means($0, slot) } ?? false
        }.max { (lock.images[$0]?.created ?? "") < (lock.images[$1]?.created ?? "") }
    }

    /// Whether the entry was made for the same words: `auto`, and a title to be filled in, mean others in each post, and
    /// the words of a title cannot be told from those of a style that is gone.
    private func means(_ entry: SiteLock.Entry, _ slot: Slot) -> Bool {
        slot.request.isAutomatic ? entry.written == slot.filledPrompt : slot.request.prompt.value == slot.filledPrompt
    }
}
