package import FrontisCore

/// Decides which pictures a slot's pins let through.
package struct Pins: Sendable {
    /// Dialects of all providers that the site knows, by name.
    private let dialects: [String: String]

    package init(dialects: [String: String]) {
        self.dialects = dialects
    }

    /// Whether a picture is by what the slot's front matter pins.
    ///
    /// A provider that the site no longer has, and whose dialect was the pinned one's, counts as the pinned one: to
    /// rename a block of the configuration is no reason to pay again.
    package func accepts(_ image: StoredImage, for slot: Slot) -> Bool {
        if let provider = slot.request.provider?.value, provider != image.provider {
            guard dialects[image.provider] == nil, dialects[provider] == image.dialect else { return false }
        }
        if let model = slot.request.model, model != image.model { return false }
        if let quality = slot.request.quality, quality != image.quality { return false }
        return true
    }
}
