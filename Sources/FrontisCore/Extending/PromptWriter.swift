/// Writes the prompt of a picture from the page that shows it: what `ai-image: auto` asks for. One attempt, as with
/// `ImageProvider`.
package protocol PromptWriter: Sendable {
    /// The name of the block in `frontis.yaml`.
    var name: String { get }
    /// The HTTP protocol spoken: `openai`, `pattern` …
    var dialect: String { get }
    /// Who writes, in the vendor's words; nothing where no model does.
    var model: String? { get }
    /// Whether its prompts are free stand-ins that follow from the page: never kept as an answer.
    var writesPlaceholders: Bool { get }

    /// How often it may be asked.
    var limits: RequestLimits { get }

    /// As with `ImageDescriber`.
    var objections: [Objection] { get }

    /// What one prompt may cost, known without asking anyone; nothing where no price is known.
    func price(of request: PromptRequest) -> Price?

    /// The prompt has passed `PromptRules`. Throws `refused` where the model will not write one, `unusable` where
    /// the answer is none, and what the vendor's errors mean.
    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt
}

extension PromptWriter {
    package var model: String? { nil }
    package var writesPlaceholders: Bool { false }
    package var limits: RequestLimits { .none }
    package var objections: [Objection] { [] }
    package func price(of request: PromptRequest) -> Price? { nil }
}

/// What a prompt is written from. All of it but language, slot and length is untrusted data, never an instruction.
package struct PromptRequest: Sendable, Hashable {
    /// Characters of the page's text that are looked at.
    package static let longestText = 4000

    package var pageTitle: String
    package var pageSummary: String
    /// The beginning of the page's text without markup, on one line.
    package private(set) var text: String
    package var tags: [String]
    /// BCP 47, the language to write in.
    package var language: String
    /// The words that the house style adds to the prompt, so that it need not repeat them.
    package var style: String?
    /// `hero`, or a key of `ai-images`: a hint at what the picture is for.
    package var slotName: SlotName
    /// Characters.
    package var maxLength: Int

    /// - Parameter text: the page's text without markup; as much of it as is looked at is kept.
    package init(
        pageTitle: String, pageSummary: String, text: String, tags: [String] = [], language: String,
        style: String? = nil, slotName: SlotName = .hero, maxLength: Int = 600
    ) {
        self.pageTitle = pageTitle
        self.pageSummary = pageSummary
        // Cut before it is folded as well, as a page may be long.
        self.text = String(Recipe.normalized(String(text.prefix(Self.longestText * 2))).prefix(Self.longestText))
        self.tags = tags
        self.language = language
        self.style = style
        self.slotName = slotName
        self.maxLength = maxLength
    }
}

package struct WrittenPrompt: Sendable, Hashable {
    /// One line that has passed `PromptRules`. Escape it like everything that a model wrote.
    package var text: String
    package var model: String?
    package var cost: Cost?

    package init(text: String, model: String?, cost: Cost? = nil) {
        self.text = text
        self.model = model
        self.cost = cost
    }
}
