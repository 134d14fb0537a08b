import FrontisCore
import FrontisText

/// Takes the page's title and description for a prompt: no network, no money, the same words every time. What
/// `pattern` draws follows from words, so this is enough for it.
struct PatternPromptWriter: PromptWriter {
    let name: String
    let dialect = "pattern"
    let writesPlaceholders = true

    func price(of request: PromptRequest) -> Price? { Price(0) }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        var sentences: [String] = []
        for part in [request.pageTitle, request.pageSummary, request.tags.joined(separator: ", "), request.text] {
            let words = Self.words(part)
            // Tags and text are for pages that say next to nothing otherwise.
            let isEnough = sentences.count >= 2 || sentences.joined().utf8.count >= 2 * PromptRules.shortest
            guard !words.isEmpty, !isEnough, !sentences.contains(words) else { continue }
            sentences.append(words)
        }
        let joined = sentences.reduce("") { text, next in
            if text.isEmpty { return next }
            return text.last?.isPunctuation == true ? "\(text) \(next)" : "\(text). \(next)"
        }
        let isLong = joined.utf8.count >= PromptRules.shortest
        let text = isLong ? joined : "A picture for the page \(joined.isEmpty ? "without words" : joined)"
        return WrittenPrompt(
            text: PromptRules.shortened(text, to: request.maxLength), model: nil, cost: .nothing)
    }

    /// On one line, with nothing in it that a later reader could take for markup or a name to fill in.
    private static func words(_ text: String) -> String {
        UntrustedText.withoutTags(PromptRules.line(text)).replacing("{", with: "(")
            .replacing("}", with: ")")
    }
}
