import Foundation
import FrontisCore
import FrontisText

/// Writes alt texts by OpenAI's chat completions, which look at the picture itself.
struct OpenAIDescriber: ImageDescriber {
    let service: any OpenAIService

    private var block: ProviderBlock { service.block }
    var name: String { block.name }
    var dialect: String { service.dialect }
    var model: String? { service.chatModel }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { OpenAIConversation.retirement(of: service) }

    /// The vendor scales larger pictures down before its model sees them, to the same sizes.
    var fit: PictureFit {
        var fit = PictureFit.standard
        if isLow { (fit.longestSide, fit.shortestSide) = (512, 512) }
        return fit
    }

    private var detail: String { block.text("detail") ?? "low" }
    private var isLow: Bool { detail == "low" }

    func price(of request: DescriptionRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        guard let model = service.facts(ofChatModel: service.chatModel) else { return nil }
        let size = fit.size(width: request.width, height: request.height)
        let tokens = model.tokens(width: size.width, height: size.height, isLow: isLow)
        let usual = model.usualTokens(width: size.width, height: size.height, isLow: isLow)
        return AltQuestion(request: request).price(
            of: model, picture: min(usual, tokens)...tokens, usualPicture: usual)
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
        let route = try service.route(to: .chat)
        let question = AltQuestion(request: request, isStructured: route.takesSchema)
        let conversation = OpenAIConversation(
            service: service, route: route, task: question.task, question: parts(question), form: AltQuestion.form,
            tokenLimit: AltQuestion.tokenLimit, temperature: AltQuestion.temperature)
        let (reply, context) = try await conversation.send()
        let answer = try OpenAICompletion.answer(
            in: reply, context: context, service: service, tokenLimit: AltQuestion.tokenLimit,
            wording: AltQuestion.wording)
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
