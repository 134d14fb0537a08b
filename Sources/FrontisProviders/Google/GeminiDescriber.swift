import FrontisCore
import FrontisText

/// Writes alt texts by a Gemini model that looks at the picture itself.
struct GeminiDescriber: ImageDescriber {
    /// Tokens that a picture counts as: few where it is small, more where it is looked at in tiles or closely.
    private static let pictureTokens = 258...2048

    let block: ProviderBlock
    /// `vertex-imagen` or `gemini`.
    let dialect: String

    var name: String { block.name }
    var model: String? { GeminiConversation.model(of: block) }
    var limits: RequestLimits { block.limits }
    var objections: [Objection] { GeminiConversation.retirement(of: block) }
    /// Gemini does not read GIF.
    var fit: PictureFit {
        PictureFit(longestSide: 2048, shortestSide: 768, largestBytes: 4 << 20, mediaTypes: [.png, .jpeg, .webp])
    }

    func price(of request: DescriptionRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        return ModelTable.chat(GeminiConversation.model(of: block)).map {
            AltQuestion(request: request).price(of: $0, picture: Self.pictureTokens)
        }
    }

    func describe(_ request: DescriptionRequest) async throws(ProviderFailure) -> Description {
        guard fit.mediaTypes.contains(request.mediaType) else {
            throw ProviderFailure(
                .rejected, "the describer takes PNG, JPEG and WebP, not \(request.mediaType.rawValue)")
        }
        guard request.image.count <= fit.largestBytes else {
            throw ProviderFailure(
                .rejected, "the picture is too large for the describer: more than \(fit.largestBytes >> 20) MiB")
        }
        let question = AltQuestion(request: request)
        let conversation = GeminiConversation(
            block: block, task: question.task,
            parts: [GeminiPart.picture(request.image, request.mediaType), GeminiPart.text(question.words)],
            form: AltQuestion.form, tokenLimit: AltQuestion.tokenLimit, temperature: AltQuestion.temperature)
        let reply = try await conversation.send()
        let answer = try reply.answer(tokenLimit: AltQuestion.tokenLimit, wording: AltQuestion.wording)
        return try AltQuestion.description(from: answer, context: reply.context)
    }
}
