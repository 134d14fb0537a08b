package import FrontisCore
import FrontisText

/// A paid answer whose pictures are still to be fetched, by addresses that are good for some time. It is kept in
/// `.frontis/cache/v1/pending/`, readable for its owner only, until the pictures are there or the addresses have
/// expired: they are secrets, and no part of what is committed.
@dynamicMemberLookup package struct PendingAnswer: Sendable, Equatable {
    package static let formatVersion = 1

    /// What was asked for, and for whom: what is paid for is fetched also when nobody asks for it any more, because the
    /// house style has changed or the post has become a draft.
    package struct Wish: Sendable, Equatable {
        /// A slot that waits for it.
        package struct Asker: Sendable, Hashable {
            package var slot: SlotID
            /// Digest of what the slot's own front matter said.
            package var asked: Digest
            /// The slot's prompt before any style.
            package var words: String
            /// How often a person had chosen a picture for the slot by then: what is chosen later stands.
            package var choices: Int

            package init(slot: SlotID, asked: Digest, words: String, choices: Int = 0) {
                self.slot = slot
                self.asked = asked
                self.words = words
                self.choices = choices
            }
        }

        /// The one for which it was ordered.
        package var asker: Asker
        /// Others that were to share it.
        package var sharers: [Asker]
        package var recipe: Recipe
        /// Whether it is to take the place of the picture that the slot has.
        package var isAnew: Bool
        /// Higher than those of all answers that the slot was waiting for by then: of several that are to take its
        /// picture's place, the one that was asked for last does.
        package var turn: Int

        package init(_ asker: Asker, sharers: [Asker], recipe: Recipe, isAnew: Bool, turn: Int = 0) {
            self.asker = asker
            self.sharers = sharers
            self.recipe = recipe
            self.isAnew = isAnew
            self.turn = turn
        }
    }

    /// Of the recipe.
    package var key: Digest
    /// What the ledger calls the paid call.
    package var call: String
    /// Of each of its pictures; the cost, too, is that of one.
    package var making: Making
    package var revisedPrompt: String?
    package var vouchers: [Voucher]
    /// Nothing in a file of a Frontis before it was recorded.
    package var wish: Wish?
    private var unknown: [String: JSONValue] = [:]

    package init(
        key: Digest, call: String, _ making: Making, revisedPrompt: String?, vouchers: [Voucher], wish: Wish? = nil
    ) {
        self.key = key
        self.call = call
        self.making = making
        self.revisedPrompt = revisedPrompt
        self.vouchers = vouchers
        self.wish = wish
    }

    package subscript<Member>(dynamicMember member: WritableKeyPath<Making, Member>) -> Member {
        get { making[keyPath: member] }
        set { making[keyPath: member] = newValue }
    }

    /// From then on nothing of it can be had any more.
    package var expires: Timestamp { vouchers.map(\.expires).max() ?? Timestamp(secondsSince1970: 0) }

    /// A picture of it, as far as it is known before it is there: what pins ask about.
    package var stored: StoredImage {
        StoredImage(Picture(digest: key, mediaType: .png, width: 1, height: 1), making, candidate: 1)
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
        making = try Making(&fields)
        revisedPrompt = try fields.optionalText("revisedPrompt")
        vouchers = []
        for node in try fields.list("vouchers") {
            var voucher = try JSONFields(node, "a voucher")
            vouchers.append(
                Voucher(
                    try voucher.word("kind", of: Voucher.Kind.allCases), try voucher.text("address"),
                    expires: Timestamp(secondsSince1970: try voucher.integer("expires", in: 0...Int.max))))
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
            "key": .text(key.hex),
            "revisedPrompt": revisedPrompt.map { .text($0) },
            "vouchers": .list(
                vouchers.map { voucher in
                    .sorted([
                        "address": .text(voucher.address.reveal()),
                        "expires": .integer(voucher.expires.secondsSince1970),
                        "kind": .text(voucher.kind.rawValue),
                    ])
                }),
            "wish": wish?.json,
        ]
        return unknown.merging(making.members) { _, own in own }.merging(members.compactMapValues { $0 }) { _, own in
            own
        }
    }
}

extension PendingAnswer.Wish {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "'wish'")
        var sharers: [Asker] = []
        for node in try fields.list("sharers") { sharers.append(try Asker(node)) }
        self.init(
            try Asker(try fields.require("asker")), sharers: sharers, recipe: try Recipe(try fields.require("recipe")),
            isAnew: try fields.flag("anew"), turn: try fields.optionalInteger("turn", in: 0...Int.max - 1) ?? 0)
    }

    fileprivate var json: JSONValue {
        .sorted([
            "anew": .flag(isAnew), "asker": asker.json, "recipe": recipe.json, "sharers": .list(sharers.map(\.json)),
            "turn": .integer(turn),
        ])
    }
}

extension PendingAnswer.Wish.Asker {
    fileprivate init(_ node: JSONNode) throws(JSONError) {
        var fields = try JSONFields(node, "who asks")
        let name = try fields.text("slot")
        guard let slot = SlotID(name) else { throw JSONError("'slot' is no slot", at: node.offset) }
        self.init(
            slot: slot, asked: try fields.digest("asked"), words: try fields.text("words"),
            choices: try fields.optionalInteger("choices", in: 0...Int.max) ?? 0)
    }

    fileprivate var json: JSONValue {
        .sorted([
            "asked": .text(asked.hex), "choices": .integer(choices), "slot": .text(slot.text),
            "words": .text(words),
        ])
    }
}
