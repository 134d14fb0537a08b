import FrontisCore
import FrontisHTTP
import FrontisText

/// Makes pictures by OpenAI's images API: DALL-E, GPT Image, and servers that speak the same.
struct OpenAIImageProvider: ImageProvider {
    let service: any OpenAIService

    private var block: ProviderBlock { service.block }
    var dialect: String { service.dialect }
    var name: String { block.name }
    var limits: RequestLimits { block.limits }

    func model(for request: GenerationRequest) -> String? { service.imageModel(pinned: request.model) }

    func objections(to request: GenerationRequest) -> [Objection] {
        OpenAIImageParameters(request, service: service).objections(to: request)
    }

    func picturesPerCall(for request: GenerationRequest) -> Int {
        OpenAIImageParameters(request, service: service).model.mostPictures
    }

    func price(of request: GenerationRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        let parameters = OpenAIImageParameters(request, service: service)
        return parameters.model.price(
            quality: parameters.quality, size: parameters.size, promptLength: parameters.prompt.utf8.count,
            references: max(request.references.count, request.recipe.references.count))
    }

    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let parameters = OpenAIImageParameters(request, service: service)
        if let objection = parameters.objections(to: request).first(where: \.isFatal) {
            throw ProviderFailure(.rejected, objection.summary, help: objection.help)
        }
        let count = min(max(1, request.count), parameters.model.mostPictures)
        let route = try service.route(to: request.references.isEmpty ? .generations : .edits)
        let sentModel = route.hasModelInBody ? service.sentImageModel(pinned: request.model) : nil
        let (contentType, body) = try Self.payload(request, parameters, count: count, sentModel: sentModel)
        let timeout = block.timeout(default: 600)
        let credential = try await service.credential()
        let reply = try await service.send(
            route.address, contentType: contentType, body: body, credential: credential, timeout: timeout)
        let context = service.context(
            route, credential: credential, model: parameters.model.name, successor: parameters.model.successor)
        let parsed = try OpenAIImageReply(reply, most: count, context: context, help: service.help)
        return Generation(
            images: parsed.images, vouchers: parsed.vouchers(now: .now),
            model: parameters.modelName, quality: parsed.quality ?? parameters.quality,
            revisedPrompt: parsed.revisedPrompt,
            cost: block.cost(
                of: parsed.count, counted: parameters.model.cost(usage: parsed.usage),
                highest: price(of: request)?.high),
            shortfall: parsed.refusal,
            surplus: parsed.surplus)
    }

    func redeem(_ voucher: Voucher, for request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let route = try service.route(to: .generations)
        let download = PictureDownload(
            transport: block.transport, allowsLoopback: route.address.isLoopback,
            timeout: min(block.timeout(default: 600), .seconds(120)))
        return Generation(images: [try await download.fetch(voucher.address.reveal())], model: nil)
    }

    /// Content type and bytes of the body.
    static func payload(
        _ request: GenerationRequest, _ parameters: OpenAIImageParameters, count: Int, sentModel: String?
    ) throws(ProviderFailure) -> (contentType: String, body: [UInt8]) {
        guard !request.references.isEmpty else {
            let body = JSONValue.object(try parameters.members(count: count, sentModel: sentModel))
            return ("application/json", Array(body.compactText.utf8))
        }
        // RFC 2046 section 5.1.1: at most 70 characters.
        var form = MultipartForm(boundary: "frontis-\(request.key.hex.prefix(48))")
        for member in try parameters.members(count: count, sentModel: sentModel, isEdit: true) {
            if let value = member.value.scalarText { form.add(member.name, value) }
        }
        for (index, reference) in request.references.enumerated() {
            // Names on the author's disk are nobody else's business.
            form.add(
                "image[]", reference, fileName: "reference-\(index + 1).\(reference.mediaType.fileExtension)")
        }
        return (form.contentType, form.finished())
    }
}
