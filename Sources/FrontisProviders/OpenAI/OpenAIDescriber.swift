import Foundation
import FrontisCore

/// Writes alt texts by OpenAI's chat completions, which look at the picture itself.
struct OpenAIDescriber: ImageDescriber {
    let block: ProviderBlock

    var name: String { block.name }
    let dialect = "openai"
    var model: String? { OpenAIConversation.model(of: block) }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { OpenAIConversation.retirement(of: block) }

    /// The vendor scales larger pictures down before its model sees them, to the same sizes.
    var fit: PictureFit {
        var fit = PictureFit.standard
        if isLow { (fit.longestSide, fit.shortestSide) = (512, 512) }
        return fit
    }

    private var detail: String { block.text("detail") ?? "low" }
    private var isLow: Bool { detail == "low" }

    func price(of request: DescriptionRequest) -> Price? {
        if let price = block.settings.number("price") { return Price(price) }
        guard let model = ModelTable.chat(OpenAIConversation.model(of: block)) else { return nil }
        let size = fit.size(width: request.width, height: request.height)
        let tokens = model.tokens(width: size.width, height: size.height, isLow: isLow)
        return AltQuestion(request: request).price(of: model, picture: tokens)
    }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        guard fit.mediaTypes.contains(request.mediaType) else {
            throw ProviderFailure(
                .rejected, "the describer takes PNG, JPEG, WebP and GIF, not \(request.mediaType.rawValue)")
        }
        guard request.image.count <= fit.largestBytes else {
            throw ProviderFailure(
                .rejected, "the picture is too large for the describer: more than \(fit.largestBytes >> 20) MiB")
        }
        let question = AltQuestion(request: request)
        let conversation = OpenAIConversation(
            block: block, task: question.task, question: parts(question), form: AltQuestion.form,
            tokenLimit: AltQuestion.tokenLimit, temperature: AltQuestion.temperature)
        let (reply, context) = try await conversation.send()
        let answer = try OpenAICompletion.answer(
            in: reply, context: context, tokenLimit: AltQuestion.tokenLimit, wording: AltQuestion.wording)
        return try AltQuestion.description(from: answer, context: context)
    }

    private func parts(_ question: AltQuestion) -> JSONValue {
        let request = question.request
        let picture = "data:\(request.mediaType.rawValue);base64,\(Data(request.image).base64EncodedString())"
        let image: [JSONValue.Member] = [
            .init("url", .text(picture)), .init("detail", .text(detail)),
        ]
        return .list([
            .object([.init("type", .text("text")), .init("text", .text(question.words))]),
            .object([.init("type", .text("image_url")), .init("image_url", .object(image))]),
        ])
    }
}
