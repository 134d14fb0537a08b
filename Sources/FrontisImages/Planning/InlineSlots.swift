package import FrontisCore
package import FrontisStore

/// Finds the ids of slots that are made of a prompt in the text.
///
/// Such a slot has no name of its own, and its recipe changes with the house style, the default aspect and a title in
/// the prompt. So its id is the one under which the lock, or the history where the lock is lost, knows what the page
/// asks for; only a slot that nobody knows yet gets one made of its recipe.
package struct InlineSlots: Sendable {
    private struct Known {
        var id: SlotID
        var recipe: Digest
        var time: Timestamp
    }

    private struct Place: Hashable {
        var page: SourceID
        var asked: Digest
    }

    private var known: [Place: [Known]] = [:]

    /// - Parameter history: lines of slots that the lock does not know, oldest first.
    package init(lock: SiteLock, history: [ChoiceHistory.Line] = []) {
        for (id, entry) in lock.images where id.name.isInline {
            guard let asked = entry.asked else { continue }
            known[Place(page: id.source, asked: asked), default: []].append(
                Known(id: id, recipe: entry.recipe, time: entry.created))
        }
        for line in history where line.slot.name.isInline && lock.images[line.slot] == nil {
            guard let asked = line.asked else { continue }
            known[Place(page: line.slot.source, asked: asked), default: []].append(
                Known(id: line.slot, recipe: line.recipe, time: line.time))
        }
    }

    /// The slots with the ids that they are known by, sorted by id.
    package func settled(_ slots: [Slot]) -> [Slot] {
        guard slots.contains(where: { $0.id.name.isInline }) else { return slots }
        var settled = slots
        var taken = Set(slots.filter { !$0.id.name.isInline }.map(\.id))
        for index in settled.indices where settled[index].id.name.isInline {
            guard let id = id(of: settled[index], notIn: taken) else { continue }
            settled[index].id = id
            taken.insert(id)
        }
        // Those that are new, and whose id another one of the page has had for longer.
        for index in settled.indices where settled[index].id.name.isInline {
            guard id(of: slots[index], notIn: []) == nil, !taken.insert(settled[index].id).inserted else { continue }
            settled[index].id.name = .inline(String(settled[index].key.hex.prefix(16)))
            taken.insert(settled[index].id)
        }
        return settled.sorted { $0.id < $1.id }
    }

    /// The one that is known for the recipe of today, else the youngest.
    private func id(of slot: Slot, notIn taken: Set<SlotID>) -> SlotID? {
        let known = (known[Place(page: slot.id.source, asked: slot.asked)] ?? []).filter { !taken.contains($0.id) }
        return
            (known.filter { $0.recipe == slot.key }.min { $0.id < $1.id }
            ?? known.max { ($0.time, $1.id) < ($1.time, $0.id) })?.id
    }
}
