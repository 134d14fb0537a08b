import Foundation
import FrontisCore
import FrontisHTTP
import FrontisText

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

    /// Submits the work: what it is to come to is asked for by the voucher.
    func generate(_ request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let parameters = OpenAIImageParameters(request, service: service)
        if let objection = parameters.objections(to: request).first(where: \.isFatal) {
            throw ProviderFailure(.rejected, objection.summary, help: objection.help)
        }
        let route = try service.route(to: .generations)
        let body = try Self.body(parameters, count: request.count, user: block.filledIn("user"))
        let credential = try await service.credential()
        let context = context(parameters, route, credential)
        let accepted = try await service.send(
            route.address, contentType: "application/json", body: Array(body.compactText.utf8), credential: credential,
            timeout: block.timeout(default: 600), sufficientHeader: AzureOperation.header)
        let operation = try AzureOperation(
            accepted, at: route, service: service, credential: credential, context: context)
        let voucher = Voucher(.work, operation.address.url, expires: .now + Voucher.usualLife)
        return Generation(
            images: [], vouchers: [voucher], model: parameters.modelName,
            cost: block.cost(of: request.count, highest: price(of: request)?.high))
    }

    /// Asks until the work is done, for as long as `timeout` says, or fetches one of its pictures.
    func redeem(_ voucher: Voucher, for request: GenerationRequest) async throws(ProviderFailure) -> Generation {
        let timeout = block.timeout(default: 600)
        let route = try service.route(to: .generations)
        guard voucher.kind == .work else {
            let download = PictureDownload(
                transport: block.transport, allowsLoopback: route.address.isLoopback,
                timeout: min(timeout, .seconds(120)))
            return Generation(images: [try await download.fetch(voucher.address.reveal())], model: nil)
        }
        let end = ContinuousClock.now + timeout
        let credential = try await service.credential()
        let parameters = OpenAIImageParameters(request, service: service)
        let context = context(parameters, route, credential)
        let operation = try AzureOperation(
            voucher.address.reveal(), at: route, service: service, credential: credential, context: context)
        let result = try await operation.result(until: end, timeout: timeout)
        let parsed: OpenAIImageReply
        do throws(ProviderFailure) {
            parsed = try OpenAIImageReply(
                result.json, of: result.reply, most: max(1, request.count), context: context, help: service.help)
        } catch {
            // The work is done, and this is what it has come to.
            var failure = error
            failure.isFinal = true
            throw failure
        }
        return Generation(
            images: parsed.images, vouchers: parsed.vouchers(now: .now),
            model: parameters.modelName, cost: block.cost(of: parsed.count, highest: price(of: request)?.high),
            shortfall: parsed.refusal,
            surplus: parsed.surplus)
    }

    private func context(
        _ parameters: OpenAIImageParameters, _ route: OpenAIRoute, _ credential: VendorCredential?
    ) -> VendorContext {
        service.context(
            route, credential: credential, model: parameters.model.name, successor: parameters.model.successor)
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
