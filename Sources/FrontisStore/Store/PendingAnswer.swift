package import FrontisCore

/// A paid answer whose pictures are still to be fetched, by addresses that are good for some time. It is kept in
/// `.frontis/cache/v1/pending/`, readable for its owner only, until the pictures are there or the addresses have
/// expired: they are secrets, and no part of what is committed.
package struct PendingAnswer: Sendable, Equatable {
    package static let formatVersion = 1

    /// What was asked for, and for whom: what is paid for is fetched also when nobody asks for it any more, because the
    /// house style has changed or the post has become a draft.
    package struct Wish: Sendable, Equatable {
        package var slot: SlotID
        /// Digest of what the slot's own front matter said.
        package var asked: Digest
        /// The slot's prompt before any style.
        package var words: String
        package var recipe: Recipe
        /// Whether it is to take the place of the picture that the slot has.
        package var isAnew: Bool

        package init(slot: SlotID, asked: Digest, words: String, recipe: Recipe, isAnew: Bool) {
            self.slot = slot
            self.asked = asked
            self.words = words
            self.recipe = recipe
            self.isAnew = isAnew
        }
    }

    /// Of the recipe.
    package var key: Digest
    /// What the ledger calls the paid call.
    package var call: String
    package var provider: String
    package var dialect: String
    package var model: String?
    package var quality: String?
    package var revisedPrompt: String?
    /// RFC 3339, UTC.
    package var created: String
    /// For each picture.
    package var cost: Cost?
    /// Of a dark picture: the light one that it is made beside.
    package var light: Digest?
    package var vouchers: [Voucher]
    /// Nothing in a file of a Frontis before it was recorded.
    package var wish: Wish?
    private var unknown: [String: JSONValue] = [:]

    package init(
        key: Digest, call: String, provider: String, dialect: String, model: String?, quality: String?,
        revisedPrompt: String?, created: String, cost: Cost?, light: Digest?, vouchers: [Voucher],
        wish: Wish? = nil
    ) {
        self.key = key
        self.call = call
        self.provider = provider
        self.dialect = dialect
        self.model = model
        self.quality = quality
        self.revisedPrompt = revisedPrompt
        self.created = created
        self.cost = cost
        self.light = light
        self.vouchers = vouchers
        self.wish = wish
    }

    /// Seconds since 1970, after which nothing can be had any more.
    package var expires: Int { vouchers.map(\.expires).max() ?? 0 }

    /// A picture of it, as far as it is known before it is there: what pins ask about.
    package var stored: StoredImage {
        StoredImage(
            digest: key, mediaType: .png, width: 1, height: 1, candidate: 1, provider: provider, dialect: dialect,
            model: model, quality: quality, created: created, cost: cost, light: light)
    }

    /// Several answers to one recipe are several files.
    var fileName: String { "\(key.hex)-\(Digest.of(call).hex.prefix(16)).json" }
}

extension PendingAnswer: StoredRecord {
    static let wayOutOfSecret: String? =
        "put it right by hand, or delete it to give up the picture that it leads to, which is paid for"

    init(_ fields: inout JSONFields) throws(JSONError) {
        key = try fields.digest("key")
        call = try fields.text("call")
        provider = try fields.text("provider")
        dialect = try fields.text("dialect")
        model = try fields.optionalText("model")
        quality = try fields.optionalText("quality")
        revisedPrompt = try fields.optionalText("revisedPrompt")
        created = try fields.text("created")
        cost = try fields.optionalCost("cost")
        light = try fields.optionalDigest("light")
        vouchers = []
        for node in try fields.list("vouchers") {
            var voucher = try JSONFields(node, "a voucher")
            vouchers.append(
                Voucher(
                    try voucher.word("kind", of: Voucher.Kind.allCases), try voucher.text("address"),
                    expires: try voucher.integer("expires", in: 0...Int.max)))
        }
        if let node = fields.take("wish") { wish = try Wish(node) }
        if let wish, Digest.of(wish.recipe.canonicalJSON) != key {
            throw JSONError("'wish' has another recipe than 'key' says", at: 0)
        }
        unknown = fields.rest
    }

    var members: [String: JSONValue] {
        let members: [String: JSONValue?] = [
            "call": .text(call),
            "cost": cost.map(JSONValue.cost),
            "created": .text(created),
            "dialect": .text(dialect),
            "key": .text(key.hex),
            "light": light.map { .text($0.hex) },
            "model": model.map { .text($0) },
            "provider": .text(provider),
            "quality": quality.map { .text($0) },
            "revisedPrompt": revisedPrompt.map { .text($0) },
            "vouchers": .list(
                vouchers.map { voucher in
                    .object([
                        "address": .text(voucher.address.reveal()), "expires": .integer(voucher.expires),
                        "kind": .text(voucher.kind.rawValue),
                    ])
                }),
            "wish": wish?.json,
        ]
        return unknown.merging(members.compactMapValues { $0 }) { _, own in own }
    }
}

extension PendingAnswer.Wish {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "'wish'")
        let name = try fields.text("slot")
        guard let slot = SlotID(name) else { throw JSONError("'slot' is no slot", at: node.offset) }
        self.init(
            slot: slot, asked: try fields.digest("asked"), words: try fields.text("words"),
            recipe: try Recipe(try fields.require("recipe")), isAnew: try fields.flag("anew"))
    }

    fileprivate var json: JSONValue {
        .object([
            "anew": .flag(isAnew), "asked": .text(asked.hex), "recipe": recipe.json, "slot": .text(slot.description),
            "words": .text(words),
        ])
    }
}
