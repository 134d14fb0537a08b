import FrontisCore
import FrontisHTTP
import FrontisText

/// Has alt texts written by a program.
struct CommandDescriber: ImageDescriber {
    let block: ProviderBlock
    let dialect = "command"

    var name: String { block.name }
    var model: String? { block.text("model") }
    var limits: RequestLimits { block.commandLimits }

    func price(of request: DescriptionRequest) -> Price? { block.commandWordsPrice }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        let question = AltQuestion(request: request)
        let page: [JSONValue.Member] = [
            .init("title", .text(request.pageTitle)), .init("summary", .text(request.pageSummary)),
            .init("text", .text(request.nearbyText)),
        ]
        var members: [JSONValue.Member] = [
            .init("image", .picture(request.image, request.mediaType)), .init("width", .integer(request.width)),
            .init("height", .integer(request.height)), .init("language", .text(request.language)),
            .init("maxLength", .integer(request.maxLength)), .init("page", .object(page)),
        ]
        if let objection = request.objection { members.append(.init("objection", .text(objection))) }
        if let model { members.append(.init("model", .text(model))) }
        // For programs that put the question to a language model.
        members.append(.init("instructions", .text(question.task)))
        members.append(.init("question", .text(question.words)))
        let answer = try await CommandCall(block: block, model: model).run("describe", members)
        return try AltQuestion.description(
            from: try answer.words(AltQuestion.wording, price: block.commandWordsPrice), context: answer.context)
    }
}

extension CommandCall.Answer {
    /// The program's words: a text, or the object that was asked for.
    ///
    /// - Parameter price: what it costs where the program does not say.
    func words(_ wording: ModelAnswer.Wording, price: Price?) throws(ProviderFailure) -> ModelAnswer {
        // Programs that only draw answer every task with a picture.
        guard let text = String(validating: bytes, as: UTF8.self), json?["images"] == nil,
            !text.unicodeScalars.contains(where: { $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0) })
        else {
            throw ProviderFailure(
                .unusable, "the answer of \(context.host) is no text",
                help: "a program that only makes pictures cannot describe them: name somebody who can, "
                    + "alt: { provider: … }", mayBeBilled: true)
        }
        return try ModelAnswer(
            text,
            model: json?["model"]?.text ?? (context.model.isEmpty ? nil : context.model),
            cost: CommandCall.cost(in: json) ?? price.map { Cost(usd: $0.high, estimated: $0.high > .zero) },
            wording: wording,
            body: bytes, context: context)
    }
}
