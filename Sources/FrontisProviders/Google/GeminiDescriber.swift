import FrontisCore

/// Writes alt texts by a Gemini model that looks at the picture itself.
struct GeminiDescriber: ImageDescriber {
    /// Tokens that a picture counts as, from a small one to one that is looked at in tiles or closely.
    private static let pictureTokens = 258...2048

    let block: ProviderBlock
    /// `vertex-imagen` or `gemini`.
    let dialect: String

    var name: String { block.name }
    var model: String? { GeminiConversation.model(of: block) }
    var limits: RequestLimits { block.limits }
    /// Gemini does not read GIF.
    var fit: PictureFit {
        PictureFit(longestSide: 2048, shortestSide: 768, largestBytes: 4 << 20, mediaTypes: [.png, .jpeg, .webp])
    }

    func price(of request: DescriptionRequest) -> Price? {
        guard let model = ModelTable.chat(GeminiConversation.model(of: block)) else { return nil }
        let question = AltQuestion(request: request)
        let bytes = question.task.utf8.count + question.words.utf8.count
        func usd(_ read: Int, _ written: Int) -> Double {
            (Double(read) * model.textIn + Double(written) * model.out) / 1_000_000
        }
        // A token is a byte at least, and about four in English.
        return Price(
            low: usd(bytes / 6 + Self.pictureTokens.lowerBound, 20),
            high: usd(bytes + Self.pictureTokens.upperBound, AltQuestion.tokenLimit))
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
