import FrontisCore

/// What a chat model has answered, whoever the vendor is.
struct ModelAnswer: Sendable {
    /// How messages speak of what was asked for.
    struct Wording: Sendable {
        /// `the description`
        let answer: String
        /// `the model would not describe the picture`
        let refusal: String
        /// The way out of a refusal.
        let remedy: String

        /// - Parameter reason: the vendor's, cleaned.
        func refused(_ reason: String) -> ProviderFailure {
            ProviderFailure(.refused, "\(refusal): \(reason)", help: remedy, mayBeBilled: true)
        }
    }

    /// The model's words: a text, or the JSON that was asked for without the fence round it. Never empty.
    let content: String
    let model: String?
    let cost: Cost?
    /// What came over the wire, for evidence.
    let body: [UInt8]

    /// Throws `unusable` for an answer without words.
    init(
        _ words: String, model: String?, cost: Cost?, wording: Wording, body: [UInt8], context: VendorContext
    ) throws(ProviderFailure) {
        content = Self.unfenced(words)
        guard !content.isEmpty else { throw context.unusable("\(wording.answer) is empty", body) }
        self.model = model.map { String($0.prefix(200)) }
        self.cost = cost
        self.body = body
    }

    /// The object that was asked for; nothing where the model answered in plain words, as some servers' do. Throws
    /// `unusable` for JSON without the member `name`.
    func object(
        with name: String, wording: Wording, context: VendorContext
    ) throws(ProviderFailure) -> JSONValue? {
        guard content.hasPrefix("{") else { return nil }
        guard let object = JSONValue(Array(content.utf8)), object[name]?.text != nil else {
            throw context.unusable("\(wording.answer) is not the JSON that was asked for", body)
        }
        return object
    }

    /// Models that know no schema wrap their JSON in a Markdown fence.
    private static func unfenced(_ text: String) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        guard text.hasPrefix("```"), text.hasSuffix("```"), let end = text.firstIndex(where: \.isNewline) else {
            return String(text)
        }
        var inner = text[end...].dropLast(3).drop(while: \.isWhitespace)
        while inner.last?.isWhitespace == true { inner.removeLast() }
        return String(inner)
    }
}
