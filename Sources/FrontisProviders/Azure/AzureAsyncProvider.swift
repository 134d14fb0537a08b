import FrontisCore

/// Makes pictures by submitting the work and asking until it is done: Azure's DALL-E of 2023.
struct AzureAsyncProvider: ImageProvider {
    let service: AzureSubmission

    private var block: ProviderBlock { service.block }
    var dialect: String { service.dialect }
    var name: String { block.name }
    var limits: RequestLimits { block.limits }

    func model(for request: GenerationRequest) -> String? { service.imageModel(pinned: request.model) }

    func objections(to request: GenerationRequest) -> [Objection] {
        OpenAIImageParameters(request, service: service).objections(to: request)
    }

    func price(of request: GenerationRequest) -> Price? {
        if let price = block.statedPrice { return Price(price) }
        let parameters = OpenAIImageParameters(request, service: service)
        return parameters.model.price(
            quality: nil, size: parameters.size, promptLength: parameters.prompt.unicodeScalars.count)
    }

    /// `timeout` holds for all of it. Work that was submitted and whose end is not known may be billed.
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let parameters = OpenAIImageParameters(request, service: service)
        if let objection = parameters.objections(to: request).first(where: \.isFatal) {
            throw ProviderFailure(.rejected, objection.summary, help: objection.help)
        }
        let timeout = block.timeout(default: 600)
        let end = ContinuousClock.now + timeout
        let route = try service.route(to: .generations)
        let body = try Self.body(parameters, count: request.count, user: block.filledIn("user"))
        let credential = try await service.credential()
        let context = service.context(
            route, credential: credential, model: parameters.model.name, successor: parameters.model.successor)
        let accepted = try await service.send(
            route.address, contentType: "application/json", body: Array(body.json.utf8), credential: credential,
            timeout: timeout)
        let operation = try AzureOperation(
            accepted, at: route, service: service, credential: credential, context: context)
        let result = try await operation.result(until: end, timeout: timeout)
        let parsed = try OpenAIImageReply(
            result.json, of: result.reply, most: max(1, request.count), context: context, help: service.help)
        let download = PictureDownload(
            transport: block.transport, allowsLoopback: route.address.isLoopback, timeout: min(timeout, .seconds(120)))
        let (images, shortfall) = try await parsed.images(by: download)
        let price = price(of: request)
        return Generation(
            images: images, model: parameters.modelName,
            cost: price.map { Cost(usd: $0.high * max(images.count, parsed.count), estimated: true) },
            shortfall: shortfall, surplus: parsed.surplus)
    }

    /// What this protocol takes, and no more.
    private static func body(_ parameters: OpenAIImageParameters, count: Int, user: String?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("prompt", .text(parameters.prompt)), .init("n", .integer(max(1, count))),
        ]
        if let size = parameters.size { members.append(.init("size", .text(size.description))) }
        if let user { members.append(.init("user", .text(user))) }
        return .object(members)
    }
}
