import FrontisCore
import FrontisText

/// Has prompts written by a program, from the page's words.
struct CommandPromptWriter: PromptWriter {
    let block: ProviderBlock
    let dialect = "command"

    var name: String { block.name }
    var model: String? { block.text("model") }
    var limits: RequestLimits { block.commandLimits }

    func price(of request: PromptRequest) -> Price? { block.commandWordsPrice }

    func writePrompt(_ request: PromptRequest) async throws(ProviderFailure) -> WrittenPrompt {
        let question = PromptQuestion(request: request)
        let page: [JSONValue.Member] = [
            .init("title", .text(request.pageTitle)), .init("summary", .text(request.pageSummary)),
            .init("text", .text(request.text)), .init("tags", .list(request.tags.map { .text($0) })),
        ]
        var members: [JSONValue.Member] = [
            .init("page", .object(page)), .init("slot", .text(request.slotName.description)),
            .init("language", .text(request.language)), .init("maxLength", .integer(request.maxLength)),
        ]
        if let style = request.style { members.append(.init("style", .text(style))) }
        if let model { members.append(.init("model", .text(model))) }
        // For programs that put the question to a language model.
        members.append(.init("instructions", .text(question.task)))
        members.append(.init("question", .text(question.words)))
        let answer = try await CommandCall(block: block, model: model).run("prompt", members)
        let words = try answer.words(PromptQuestion.wording, price: block.commandWordsPrice)
        return try question.prompt(from: words, context: answer.context)
    }
}
