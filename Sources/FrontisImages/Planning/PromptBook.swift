package import FrontisCore
package import FrontisStore

/// Which prompt was written for which slot, however its page was edited, moved or renamed since.
package struct PromptBook: Sendable {
    private let lock: SiteLock
    private let bySlot: [SlotID: PromptRecord]
    /// By what each was written from, and by what its page said in the last build.
    private let byKey: [Digest: PromptRecord]

    package init(lock: SiteLock, records: [PromptRecord]) {
        self.lock = lock
        let sorted = records.sorted { ($0.created, $0.key.hex) < ($1.created, $1.key.hex) }
        bySlot = Dictionary(sorted.map { ($0.slot, $0) }, uniquingKeysWith: { _, later in later })
        byKey = Dictionary(
            sorted.flatMap { record in [record.key, record.latest].compactMap { $0 }.map { ($0, record) } },
            uniquingKeysWith: { _, later in later })
    }

    /// Nothing where none was written.
    package func prompt(for slot: UnwrittenSlot) -> String? {
        lock.images[slot.id]?.written ?? record(for: slot)?.prompt
    }

    private func record(for slot: UnwrittenSlot) -> PromptRecord? { bySlot[slot.id] ?? byKey[slot.promptKey] }

    /// Records that should name the slot and what its page says now, so that a post which is renamed later is found
    /// again although it was edited before.
    package func updates(for slots: [UnwrittenSlot]) -> [PromptRecord] {
        let ids = Set(slots.map(\.id))
        return slots.compactMap { slot in
            guard let known = record(for: slot), known.slot == slot.id || !ids.contains(known.slot) else { return nil }
            var updated = known
            updated.slot = slot.id
            updated.latest = slot.promptKey == known.key ? nil : slot.promptKey
            return updated == known ? nil : updated
        }
    }
}
