package import FrontisCore
package import FrontisStore

/// What the store's history still knows of slots that are not in the lock, because it was lost.
package struct LostLock: Sendable {
    /// The last line of each slot that the lock does not know.
    package private(set) var lastShown: [SlotID: ChoiceHistory.Line] = [:]

    /// - Parameter history: oldest first.
    package init(_ history: [ChoiceHistory.Line], besides lock: SiteLock) {
        for line in history where lock.images[line.slot] == nil { lastShown[line.slot] = line }
    }

    /// Of slots that ask for what they asked for then: the entries that the lock will have had. A slot that was
    /// changed since has none, and one whose line does not say what it asked for, neither.
    ///
    /// - Parameter manifests: by recipe, of the lines.
    package func entries(for slots: [Slot], _ manifests: [Digest: RecipeManifest]) -> [SlotID: SiteLock.Entry] {
        var entries: [SlotID: SiteLock.Entry] = [:]
        for slot in slots {
            guard let line = lastShown[slot.id], line.asked == slot.asked, let image = line.image(in: manifests)
            else { continue }
            entries[slot.id] = SiteLock.Entry(
                image: image, recipe: line.recipe, asked: line.asked, prompt: line.prompt,
                written: slot.request.isAutomatic ? slot.filledPrompt : nil)
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
