import FrontisCore

/// What is asked for once, however many slots wait for it.
struct ImageJob: Sendable, Hashable {
    var key: Digest
    var provider: String
    var model: String?
    var quality: String?

    init(_ slot: Slot) {
        key = slot.key
        provider = slot.provider
        model = slot.request.model
        quality = slot.request.quality
    }
}

extension Slot {
    /// Whether it says by whom or how well its picture is to be made.
    package var hasPins: Bool { request.provider != nil || request.model != nil || request.quality != nil }
}

extension GenerationRequest {
    init(_ slot: Slot, count: Int, references: [ReferencePicture] = []) {
        self.init(
            recipe: slot.recipe, key: slot.key, count: count, model: slot.request.model,
            quality: slot.request.quality, references: references)
    }
}
