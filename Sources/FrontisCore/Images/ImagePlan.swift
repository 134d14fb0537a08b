/// A named place for a picture in a page, with everything that decides which picture it shows.
package struct Slot: Sendable {
    package var id: SlotID
    package var request: ImageRequest
    /// The request's prompt with title and description filled in, before any style.
    package var filledPrompt: String
    /// Name of the style that the recipe has.
    package var style: String?
    package var recipe: Recipe
    /// Digest of the recipe.
    package var key: Digest
    /// Digest of what the slot's own entry says about the recipe, so that a change of the entry can be told
    /// from a change of the configuration.
    package var asked: Digest
    /// Where the picture comes from if it has to be made: the pin, else the site's default.
    package var provider: String
    /// BCP 47 languages in which its alt text is needed: the page's, and those of translations that show it.
    package var languages: [String]
    package var about: PageText
    /// For a dark companion: the slot beside whose picture this one is shown.
    package var light: Light?

    /// The light one of a pair.
    package struct Light: Sendable {
        package var id: SlotID
        package var recipe: Recipe
        package var key: Digest

        package init(id: SlotID, recipe: Recipe, key: Digest) {
            self.id = id
            self.recipe = recipe
            self.key = key
        }
    }

    package init(
        id: SlotID, request: ImageRequest, filledPrompt: String, style: String?, recipe: Recipe, key: Digest,
        asked: Digest, provider: String,
        languages: [String], about: PageText
    ) {
        self.id = id
        self.request = request
        self.filledPrompt = filledPrompt
        self.style = style
        self.recipe = recipe
        self.key = key
        self.asked = asked
        self.provider = provider
        self.languages = languages
        self.about = about
    }
}

/// A slot whose prompt is still to be written from its page; until then nothing is known of its picture.
package struct UnwrittenSlot: Sendable {
    package var id: SlotID
    package var prompt: PromptRequest
    /// What the prompt is kept under.
    package var promptKey: Digest
    package var request: ImageRequest
    /// Where the picture comes from: the pin, else the site's default.
    package var provider: String
    /// As the recipe will be, with words as long as a prompt may be in the place of the prompt: for its price.
    package var draft: Recipe
    /// BCP 47 languages in which alt text will be needed.
    package var languages: [String]

    package init(
        id: SlotID, prompt: PromptRequest, promptKey: Digest, request: ImageRequest, provider: String, draft: Recipe,
        languages: [String]
    ) {
        self.id = id
        self.draft = draft
        self.languages = languages
        self.prompt = prompt
        self.promptKey = promptKey
        self.request = request
        self.provider = provider
    }
}

/// What a build would do about every slot, and why. Printable before anything is spent.
package struct ImagePlan: Sendable {
    package enum Action: String, Sendable, Codable, CaseIterable {
        /// A picture is asked for, and paid for.
        case make
        case keep
        /// Free stand-in art.
        case placeholder
        /// An error stands in the way of it: a refusal that is remembered, lost bytes, a frozen run.
        case blocked
        /// In the lock, but no page has the slot.
        case orphan
    }

    package struct Entry: Sendable {
        package var id: SlotID
        /// Nothing for an orphan, and for a slot without a prompt.
        package var slot: Slot?
        package var action: Action
        /// For a person: `new`, `prompt changed from '…' to '…'`.
        package var reason: String
        package var provider: String?
        package var model: String?
        /// Of all pictures that are asked for.
        package var price: Price?
        /// How many are asked for.
        package var count: Int
        /// How many there are then; another process may make some of them meanwhile.
        package var goal: Int
        /// The slot whose picture, still to be made, this one shows as well.
        package var sharedWith: SlotID?
        /// Whether they are asked for whatever there is.
        package var isAnew: Bool
        /// Whether they are paid for already and only have to be fetched.
        package var isPaid = false
        /// Whether a person has asked for it on the command line.
        package var isByHand = false
        /// The day on which it was asked for before, where nobody knows what became of that: the vendor may bill both.
        package var unansweredSince: String?
        /// The picture that is shown: kept, or shown while more candidates are made.
        package var kept: StoredImage?
        package var isStale: Bool
        /// Whether a drawing is shown because the picture could not be made, and the site wants that.
        package var isStandIn = false
        /// Of a dark companion: the light picture that is shown, where there is one already.
        package var light: StoredImage?
        /// Of a dark companion: the slot whose picture has to be made first.
        package var waitsFor: SlotID?
        /// Alt texts that are to be written for its picture.
        package var alts: [Writing] = []
        /// The prompt that is to be written first.
        package var prompt: Writing?

        package init(
            id: SlotID, slot: Slot?, action: Action, reason: String, provider: String? = nil, model: String? = nil,
            price: Price? = nil, kept: StoredImage? = nil, isStale: Bool = false, count: Int = 0, isAnew: Bool = false
        ) {
            self.id = id
            self.slot = slot
            self.action = action
            self.reason = reason
            self.provider = provider
            self.model = model
            self.price = price
            self.kept = kept
            self.isStale = isStale
            self.count = count
            goal = count
            self.isAnew = isAnew
        }
    }

    /// Something that a model is asked to write.
    package struct Writing: Sendable, Hashable {
        /// BCP 47.
        package var language: String
        /// The name of the block in `frontis.yaml`.
        package var provider: String
        package var model: String?
        /// Nothing where no price is known; then it is not asked for.
        package var price: Price?

        package init(language: String, provider: String, model: String?, price: Price?) {
            self.language = language
            self.provider = provider
            self.model = model
            self.price = price
        }
    }

    /// Sorted by slot id.
    package var entries: [Entry]
    package var diagnostics: [Diagnostic]

    package init(entries: [Entry], diagnostics: [Diagnostic] = []) {
        self.entries = entries
        self.diagnostics = diagnostics
    }
}

/// A range where the vendor bills by what it turns out to use.
package struct Price: Sendable, Hashable {
    package var low: Money
    package var high: Money
    /// What it usually comes to: what a plan adds up.
    package var likely: Money

    /// - Parameter likely: within the range, whatever is given; its middle where nothing is.
    package init(low: Money, high: Money, likely: Money? = nil) {
        self.low = low
        self.high = high
        self.likely = min(max(likely ?? (low + high) / 2, low), high)
    }

    package init(_ exact: Money) { self.init(low: exact, high: exact) }
    package static func + (one: Price, other: Price) -> Price {
        Price(low: one.low + other.low, high: one.high + other.high, likely: one.likely + other.likely)
    }
    /// So many times the price.
    package static func * (one: Price, count: Int) -> Price {
        Price(low: one.low * count, high: one.high * count, likely: one.likely * count)
    }

    /// Whether `cost` is believed where this was the estimate for `count` things: up to a hundred times the estimate,
    /// and up to a hundred dollars for each thing, which is more than any vendor takes. A price that somebody has
    /// stated wrongly is no reason to count too little; a number out of all proportion is no bill.
    package func allows(_ cost: Money, count: Int) -> Bool { cost <= max(high * 100, (100 as Money) * count) }
    package var isExact: Bool { low == high }
}

/// What was paid.
package struct Cost: Sendable, Hashable, Codable {
    /// Whether it is a table's figure and not the vendor's own count.
    package var estimated: Bool
    package var usd: Money

    package init(usd: Money, estimated: Bool) {
        self.usd = usd
        self.estimated = estimated
    }

    package static let nothing = Cost(usd: .zero, estimated: false)

    /// `$0.0412`, `about $0.04`
    package var text: String { (estimated ? "about " : "") + usd.text }
}
