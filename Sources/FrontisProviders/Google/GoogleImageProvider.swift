import FrontisCore
import FrontisText

/// Makes pictures by Google's models: Imagen by `:predict`, Gemini by `:generateContent`, on Vertex AI or by the Gemini
/// API. The model's name decides which of the two protocols is spoken.
struct GoogleImageProvider: ImageProvider {
    let block: ProviderBlock
    /// `vertex-imagen` or `gemini`.
    let dialect: String

    var name: String { block.name }
    var limits: RequestLimits { block.limits }

    func model(for request: GenerationRequest) -> String? { parameters(request).model.name }

    func objections(to request: GenerationRequest) -> [Objection] { parameters(request).objections(to: request) }

    func price(of request: GenerationRequest) -> Price? { price(parameters(request)).map { Price($0) } }

    private func parameters(_ request: GenerationRequest) -> GoogleImageParameters {
        GoogleImageParameters(request, block: block, dialect: dialect)
    }

    private func price(_ parameters: GoogleImageParameters) -> Money? {
        block.statedPrice ?? parameters.model.price(size: parameters.size)
    }

    func picturesPerCall(for request: GenerationRequest) -> Int { parameters(request).model.mostPictures }

    /// Fewer pictures than asked for come back where some are refused.
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let parameters = parameters(request)
        if let objection = parameters.objections(to: request).first(where: \.isFatal) {
            throw ProviderFailure(.rejected, objection.summary, help: objection.help)
        }
        let connection = try await GoogleConnection(block, for: parameters.model.family)
        let model = parameters.model
        let timeout = block.timeout(default: 300)
        let context = connection.context(model: model.name, successor: model.successor)
        switch model.family {
        case .imagen:
            let count = min(max(1, request.count), model.mostPictures)
            let body = parameters.prediction(count: count, made: request.made)
            let reply = try await connection.ask(model.name, .predict, body, timeout: timeout)
            let parsed = try ImagenReply(reply, most: count, context: context)
            return Generation(
                images: parsed.images, model: model.name, quality: parameters.size, revisedPrompt: parsed.prompt,
                cost: block.cost(of: parsed.images.count, highest: price(parameters)), shortfall: parsed.shortfall,
                surplus: parsed.surplus)
        case .gemini:
            let body = parameters.content(references: request.references)
            let reply = try await connection.ask(model.name, .generateContent, body, timeout: timeout)
            let parsed = try GeminiReply(reply, context: context)
            let (images, surplus) = try parsed.images()
            return Generation(
                images: images, model: model.name, quality: parameters.size,
                cost: block.cost(
                    of: images.count, counted: model.cost(usage: parsed.usage), highest: price(parameters)),
                surplus: surplus)
        }
    }
}
