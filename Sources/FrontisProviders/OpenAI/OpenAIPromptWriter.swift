import FrontisCore

/// Writes prompts by OpenAI's chat completions, from the page's words alone.
struct OpenAIPromptWriter: PromptWriter {
    let block: ProviderBlock

    var name: String { block.name }
    let dialect = "openai"
    var model: String? { OpenAIConversation.model(of: block) }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { OpenAIConversation.retirement(of: block) }

    func price(of request: PromptRequest) -> Price? {
        if let price = block.settings.number("price") { return Price(price) }
        return ModelTable.chat(OpenAIConversation.model(of: block)).map {
            PromptQuestion(request: request).price(of: $0)
        }
    }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        let question = PromptQuestion(request: request)
        let conversation = OpenAIConversation(
            block: block, task: question.task, question: .text(question.words), form: PromptQuestion.form,
            tokenLimit: PromptQuestion.tokenLimit, temperature: PromptQuestion.temperature)
        let (reply, context) = try await conversation.send()
        let answer = try OpenAICompletion.answer(
            in: reply, context: context, tokenLimit: PromptQuestion.tokenLimit, wording: PromptQuestion.wording)
        return try question.prompt(from: answer, context: context)
    }
}
