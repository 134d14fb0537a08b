package import FrontisCore
import FrontisText

/// A prompt that a model wrote from a page, for `ai-image: auto`. It stands for as long as the slot asks for one,
/// however the page is edited since; so does the picture that was made with it.
package struct PromptRecord: Sendable, Hashable {
    package static let formatVersion = 1

    /// What it is kept under: see `key(title:text:style:slotName:)`.
    package var key: Digest
    package var prompt: String
    package var model: String?
    package var created: Timestamp
    package var cost: Cost?
    /// Where it is used, so that a lock that was lost can be rebuilt although the page was edited since.
    package var slot: SlotID
    /// What it would be kept under by what the page said in the last build; nothing while that is the same.
    package var latest: Digest?
    private var unknown: [String: JSONValue] = [:]

    package init(key: Digest, prompt: String, model: String?, created: Timestamp, cost: Cost?, slot: SlotID) {
        self.key = key
        self.prompt = prompt
        self.model = model
        self.created = created
        self.cost = cost
        self.slot = slot
    }

    /// The digest of what a prompt is written from, at first use. White space and the spelling of accents do not
    /// matter; the path does not either, so that a renamed page has its prompt.
    ///
    /// - Parameters:
    ///   - text: the page's text, as much of it as the writer is given.
    ///   - style: the words of the house style; nothing for none.
    ///   - slotName: joins the key for other slots than `hero`, as two pictures of one page are not to be the same.
    package static func key(title: String, text: String, style: String?, slotName: SlotName = .hero) -> Digest {
        var words = ["text": text, "title": title]
        if let style, !Recipe.normalized(style).isEmpty { words["style"] = style }
        if slotName != .hero { words["slot"] = slotName.description }
        let members = words.mapValues { JSONValue.text(Recipe.normalized($0)) }
        return Digest.of(JSONValue.sorted(members).compactText)
    }
}

extension PromptRecord: StoredRecord {
    init(_ fields: inout JSONFields) throws(JSONError) {
        key = try fields.digest("key")
        let node = try fields.require("prompt")
        guard case .text(let text) = node.value, !Recipe.normalized(text).isEmpty else {
            throw JSONError("'prompt' must be a text that is not empty", at: node.offset)
        }
        prompt = text
        model = try fields.optionalText("model")
        created = try fields.time("created")
        cost = try fields.optionalCost("cost")
        let place = try fields.require("slot")
        guard case .text(let written) = place.value, let id = SlotID(written) else {
            throw JSONError("'slot' must name a slot: posts/night-train.md#hero", at: place.offset)
        }
        slot = id
        latest = try fields.optionalDigest("latest")
        unknown = fields.rest
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "cost": cost.map(JSONValue.cost),
            "created": .time(created),
            "key": .text(key.hex),
            "latest": latest.map { .text($0.hex) },
            "model": model.map { .text($0) },
            "prompt": .text(prompt),
            "slot": .text(slot.text),
        ]
        return unknown.merging(members.compactMapValues { $0 }) { _, own in own }
    }
}
