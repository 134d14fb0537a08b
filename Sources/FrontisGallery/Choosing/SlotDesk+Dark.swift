import FrontisCore
import FrontisImages
import FrontisStore

extension SlotDesk {
    /// Keeps the dark companion of a slot whose picture was kept: its recipe follows the light one's, so that a mended
    /// typo in the light prompt would buy it anew.
    func keepCompanion(of light: Slot) async throws(DiagnosticsError) {
        guard let dark = prepared.slots.first(where: { $0.light?.id == light.id }), let image = present(of: dark),
            entry(of: dark)?.kept == nil || entry(of: dark)?.isStale == true, prepared.pins.accepts(image, for: dark),
            image.light == nil || image.light == present(of: light)?.digest, isSameWish(dark, beside: light),
            store.contains(image.digest)
        else { return }
        try await choose(image, for: dark, event: .kept)
    }

    /// Whether nothing was changed but the light prompt: another dark one is another wish, which nobody has given up.
    private func isSameWish(_ dark: Slot, beside light: Slot) -> Bool {
        guard let locked = lock.images[dark.id]?.prompt else { return false }
        func derived(_ prompt: String) -> String { Recipe.normalized(DarkPrompt.derived(from: prompt)) }
        return locked == dark.recipe.prompt
            || dark.recipe.prompt == derived(light.recipe.prompt)
                && locked == lock.images[light.id].map { derived($0.prompt) }
    }
}
