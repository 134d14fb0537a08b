import FrontisCore
import FrontisText

/// Writes prompts by a Gemini model, from the page's words alone.
struct GeminiPromptWriter: PromptWriter {
    let block: ProviderBlock
    /// `vertex-imagen` or `gemini`.
    let dialect: String

    var name: String { block.name }
    var model: String? { GeminiConversation.model(of: block) }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { GeminiConversation.retirement(of: block) }

    func price(of request: PromptRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        return ModelTable.chat(GeminiConversation.model(of: block)).map {
            PromptQuestion(request: request).price(of: $0)
        }
    }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        let question = PromptQuestion(request: request)
        let conversation = GeminiConversation(
            block: block, task: question.task, parts: [GeminiPart.text(question.words)], form: PromptQuestion.form,
            tokenLimit: PromptQuestion.tokenLimit, temperature: PromptQuestion.temperature)
        let reply = try await conversation.send()
        let answer = try reply.answer(tokenLimit: PromptQuestion.tokenLimit, wording: PromptQuestion.wording)
        return try question.prompt(from: answer, context: reply.context)
    }
}
