package import FrontisCore
package import FrontisStore

/// What has come of a plan.
package struct Fulfilment: Sendable {
    package var catalog = ImageCatalog()
    /// To be merged into the lock.
    package var lockEntries: [SlotID: SiteLock.Entry] = [:]
    package var diagnostics: [Diagnostic] = []
    package var counts = PictureCounts()
    package var alts = AltCounts()
    package var cost = Cost.nothing
    /// By the companions' own slots, until they stand beside the light ones in the catalog.
    var darks: [SlotID: OutputPicture] = [:]

    package init() {}

    /// Whether a drawing stands in the slot.
    func isDrawn(_ slot: SlotID) -> Bool { catalog.entries[slot]?.isPlaceholder == true }

    /// Puts companions beside their light pictures. A drawing stands beside a drawing only: it shows something else
    /// than a picture that was made.
    mutating func showDarks(beside slots: [Slot]) {
        for slot in slots {
            guard let id = slot.light?.id, let dark = darks[slot.id],
                catalog.entries[id]?.isPlaceholder == dark.isPlaceholder
            else { continue }
            catalog.entries[id]?.dark = dark
        }
    }
}

extension ImageCatalog {
    /// Under the slot's id, and under the name that the body uses for a prompt in the text.
    mutating func add(_ entry: Entry, for slot: Slot) {
        entries[slot.id] = entry
        entries[SlotID(source: slot.id.source, name: slot.request.name)] = entry
    }
}
