import FrontisCore
import FrontisText

/// Writes prompts by OpenAI's chat completions, from the page's words alone.
struct OpenAIPromptWriter: PromptWriter {
    let service: any OpenAIService

    private var block: ProviderBlock { service.block }
    var name: String { block.name }
    var dialect: String { service.dialect }
    var model: String? { service.chatModel }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { OpenAIConversation.retirement(of: service) }

    func price(of request: PromptRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        return service.facts(ofChatModel: service.chatModel).map { PromptQuestion(request: request).price(of: $0) }
    }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        let route = try service.route(to: .chat)
        let question = PromptQuestion(request: request, isStructured: route.takesSchema)
        let conversation = OpenAIConversation(
            service: service, route: route, task: question.task, question: .text(question.words),
            form: PromptQuestion.form,
            tokenLimit: PromptQuestion.tokenLimit, temperature: PromptQuestion.temperature)
        let (reply, context) = try await conversation.send()
        let answer = try OpenAICompletion.answer(
            in: reply, context: context, service: service, tokenLimit: PromptQuestion.tokenLimit,
            wording: PromptQuestion.wording)
        return try question.prompt(from: answer, context: context)
    }
}
