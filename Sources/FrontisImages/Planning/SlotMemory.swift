package import FrontisCore
package import FrontisStore

/// What lock and history know of pictures and of what they were made for, so that a slot keeps its picture, or takes it
/// along, when its recipe has changed with the house style or the default shape.
///
/// A slot shows what it was given for what it asks for today: by its lock entry, or by its history where the entry says
/// something else or is lost. A slot that was never given anything for it, because its post was renamed or its prompt
/// stood elsewhere, takes what another slot was given for the same words and no longer asks for.
package struct SlotMemory: Sendable {
    /// Where a slot was given its picture.
    package enum Source: Sendable {
        case entry(SiteLock.Entry)
        case line(ChoiceHistory.Line)

        package var recipe: Digest {
            switch self {
            case .entry(let entry): entry.recipe
            case .line(let line): line.recipe
            }
        }
    }

    private struct Record {
        var slot: SlotID
        var source: Source
    }

    private let lock: SiteLock
    /// Of each slot, the last line for each of the things that it has asked for.
    private var lines: [SlotID: [Digest: ChoiceHistory.Line]] = [:]
    /// The last line of each slot that the lock does not know.
    package private(set) var lastShown: [SlotID: ChoiceHistory.Line] = [:]

    /// - Parameter history: oldest first; none is needed where `asksHistory` says so.
    package init(lock: SiteLock, history: [ChoiceHistory.Line] = []) {
        self.lock = lock
        for line in history {
            // What came later than it was waited for is shown by nobody who has anything else.
            let isShown = line.event != .fetched
            if lock.images[line.slot] == nil, isShown || lastShown[line.slot] == nil { lastShown[line.slot] = line }
            guard let asked = line.asked else { continue }
            if isShown || lines[line.slot]?[asked] == nil { lines[line.slot, default: [:]][asked] = line }
        }
    }

    /// Whether the lock alone does not know what one of the slots shows.
    package static func asksHistory(_ slots: [Slot], _ lock: SiteLock) -> Bool {
        slots.contains { slot in lock.images[slot.id].map { !isFor(slot, $0) } ?? true }
    }

    /// An entry that does not record what was asked for may be for anything.
    private static func isFor(_ slot: Slot, _ entry: SiteLock.Entry) -> Bool {
        entry.asked == nil || entry.asked == slot.asked
    }

    /// For slots whose lock entry is missing, or for something else: where they were given what they ask for.
    ///
    /// - Parameter unwritten: slots whose prompt is still to be written; they keep what they have.
    package func sources(for slots: [Slot], unwritten: Set<SlotID>) -> [SlotID: Source] {
        var sources: [SlotID: Source] = [:]
        var strangers: [Slot] = []
        for slot in slots {
            if let entry = lock.images[slot.id], Self.isFor(slot, entry) { continue }
            if let line = lines[slot.id]?[slot.asked] { sources[slot.id] = .line(line) } else { strangers.append(slot) }
        }
        guard !strangers.isEmpty else { return sources }
        let free = free(besides: slots, unwritten)
        guard !free.isEmpty else { return sources }
        var origins: [SlotID: SlotID] = [:]
        for slot in strangers where slot.light == nil {
            guard let record = origin(of: slot, among: free[slot.asked] ?? []) else { continue }
            origins[slot.id] = record.slot
            if record.source.recipe != slot.key { sources[slot.id] = record.source }
        }
        for slot in strangers {
            guard let light = slot.light, let records = free[slot.asked] else { continue }
            // A companion comes along with its light picture.
            let dark = origins[light.id]?.dark
            let record = records.first { $0.slot == dark } ?? origin(of: slot, among: records)
            if let record, record.source.recipe != slot.key { sources[slot.id] = record.source }
        }
        return sources
    }

    /// What slots were given and do not ask for, by what it was asked for with: of the lock before that of the history,
    /// the smallest id first.
    private func free(besides slots: [Slot], _ unwritten: Set<SlotID>) -> [Digest: [Record]] {
        let asked = Dictionary(slots.map { ($0.id, $0.asked) }, uniquingKeysWith: { first, _ in first })
        func isFree(_ slot: SlotID, _ words: Digest) -> Bool { !unwritten.contains(slot) && asked[slot] != words }
        var free: [Digest: [Record]] = [:]
        for (id, entry) in lock.images.sorted(by: { $0.key < $1.key }) {
            guard let words = entry.asked, isFree(id, words) else { continue }
            free[words, default: []].append(Record(slot: id, source: .entry(entry)))
        }
        for (id, known) in lines.sorted(by: { $0.key < $1.key }) {
            for (words, line) in known where isFree(id, words) && lock.images[id]?.asked != words {
                free[words, default: []].append(Record(slot: id, source: .line(line)))
            }
        }
        return free
    }

    /// Of several, the one that was made last.
    private func origin(of slot: Slot, among records: [Record]) -> Record? {
        records.filter { means($0.source, slot) }.max { time(of: $0.source) < time(of: $1.source) }
    }

    private func time(of source: Source) -> Timestamp {
        switch source {
        case .entry(let entry): entry.created
        case .line(let line): line.time
        }
    }

    /// Whether it was made for the same words: `auto`, and a title to be filled in, mean others in each post, and the
    /// words of a title cannot be told from those of a style that is gone.
    private func means(_ source: Source, _ slot: Slot) -> Bool {
        guard slot.request.isAutomatic else { return slot.request.prompt.value == slot.filledPrompt }
        return if case .entry(let entry) = source { entry.written == slot.filledPrompt } else { false }
    }

    /// The entries that the lock would have for the slots.
    ///
    /// - Parameter manifests: by recipe, of the lines among the sources.
    package static func entries(
        for slots: [Slot], from sources: [SlotID: Source], _ manifests: [Digest: RecipeManifest]
    ) -> [SlotID: SiteLock.Entry] {
        var entries: [SlotID: SiteLock.Entry] = [:]
        for slot in slots {
            switch sources[slot.id] {
            case .entry(let entry): entries[slot.id] = entry
            case .line(let line):
                guard let image = line.image(in: manifests) else { continue }
                entries[slot.id] = SiteLock.Entry(
                    image: image, recipe: line.recipe, asked: line.asked, prompt: line.prompt,
                    written: slot.request.isAutomatic ? slot.filledPrompt : nil)
            case nil: continue
            }
        }
        return entries
    }
}

extension ChoiceHistory.Line {
    /// The picture, as the manifest of its recipe knows it.
    package func image(in manifests: [Digest: RecipeManifest]) -> StoredImage? {
        manifests[recipe]?.candidates.first { $0.image == image }?.stored
    }
}
