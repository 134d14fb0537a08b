import FrontisCore
import FrontisImages
import FrontisStore

/// Writes down what slots show, in the lock and in the history.
struct ChoiceWriter: Sendable {
    let folder: GalleryFolder
    /// Of the run; noted of everything.
    let time: Timestamp

    /// Writes down at once what a picture was made for, as a killed run writes no lock.
    func note(_ image: StoredImage, of slot: Slot, _ event: ChoiceHistory.Line.Event, in noted: NotedLines) {
        let entry = SiteLock.Entry(image, of: slot)
        let line = ChoiceHistory.Line(event: event, slot: slot.id, entry: entry, time: time)
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append([line])
            noted.add(line)
        } catch {
            // It is tried again with the lock, and told then.
            return
        }
    }

    /// Writes lock entries, and into the history which slots show another picture since.
    ///
    /// - Parameters:
    ///   - event: what the history says of them.
    ///   - affirmed: slots of which it says so although they show the same as before.
    ///   - noted: what the history says already.
    /// - Returns: whether the lock changed.
    func write(
        _ entries: [SlotID: SiteLock.Entry], event: ChoiceHistory.Line.Event,
        alts: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:], over lock: SiteLock,
        affirmed: Set<SlotID> = [], besides noted: Set<ChoiceHistory.Line> = []
    ) throws(Diagnostic) -> Bool {
        let wrote = try SiteLock.merge(entries, alts: alts, into: folder.lock, locks: folder.cache + "/locks")
        let changed = entries.filter { slot, entry in
            let before = lock.images[slot]
            return affirmed.contains(slot) || before?.image != entry.image || before?.recipe != entry.recipe
                || before?.asked != entry.asked
        }.sorted { $0.key < $1.key }
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append(
                changed.map { slot, entry in
                    // Made anew is what has been noted as such: a picture that came beside it is none.
                    let isNoted = noted.contains { $0.slot == slot && $0.image == entry.image }
                    let event = event == .regenerated && !isNoted ? .made : event
                    return .init(event: event, slot: slot, entry: entry, time: time)
                }.filter { !noted.contains($0) })
        } catch {
            throw error.diagnostic(.storeUnreadable, in: folder.root)
        }
        return wrote
    }
}
