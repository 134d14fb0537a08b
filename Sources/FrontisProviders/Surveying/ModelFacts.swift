import FrontisCore

/// What is known of a model where a provider's requests go.
struct ModelFacts: Sendable {
    /// Whether a table has it.
    var isKnown = false
    /// It does not answer from this day on.
    var retired: PageDate?
    var successor: String?
    /// Whether the vendor itself is asked: others may have a model for longer, and models of their own.
    var isVendors: Bool

    /// A model of pictures or of words, as a service of OpenAI's protocol knows it.
    static func of(_ service: some OpenAIService, _ name: String) -> ModelFacts {
        var facts = ModelFacts(isVendors: service.keepsVendorsDates)
        let image = service.facts(ofImageModel: name)
        if case .unknown = image.family {
            guard let chat = service.facts(ofChatModel: name) else { return facts }
            (facts.isKnown, facts.retired, facts.successor) = (true, chat.retired, chat.successor)
        } else {
            (facts.isKnown, facts.retired, facts.successor) = (true, image.retired, image.successor)
        }
        return facts
    }

    /// A model of Google's.
    static func of(_ service: GoogleService, _ name: String) -> ModelFacts {
        var facts = ModelFacts(isVendors: service.isVendors)
        let image = ModelTable.google(name)
        if image.isKnown {
            (facts.isKnown, facts.retired, facts.successor) = (true, image.retired, image.successor)
        } else if let chat = ModelTable.chat(name) {
            (facts.isKnown, facts.retired, facts.successor) = (true, chat.retired, chat.successor)
        }
        return facts
    }
}
