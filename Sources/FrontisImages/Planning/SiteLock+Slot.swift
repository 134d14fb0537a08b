package import FrontisCore
package import FrontisStore

extension SiteLock.Entry {
    /// The picture for what the slot asks for today.
    package init(_ image: StoredImage, of slot: Slot) {
        self.init(
            image: image, recipe: slot.key, asked: slot.asked, prompt: slot.recipe.prompt,
            written: slot.request.isAutomatic ? slot.filledPrompt : nil)
    }
}
