import FrontisCore
import FrontisHTTP
import FrontisText

/// Finds out for nothing whether an account may ask: by the token that its issuer has to give, and by the list of
/// models, which needs the key. The list has Azure's models and not one's own deployments.
enum AzureProbe {
    /// Throws what a request for a picture would throw, but for a gateway that has no such list.
    static func run(_ service: any OpenAIService) async throws(ProviderFailure) -> ProbeResult {
        let credential = try await service.credential()
        let place = try place(of: service)
        guard let address = AzureAddress.models(near: place) else {
            return ProbeResult(summary: "\(place.host) was not asked: the list of models has no place at its address")
        }
        let route = OpenAIRoute(address: address)
        let reply = try await service.send(
            address, method: "GET", credential: credential,
            timeout: min(service.block.timeout(default: 30), .seconds(30)))
        let context = service.context(route, credential: credential, model: service.chatModel, successor: nil)
        if [404, 405, 501].contains(reply.status), JSONValue(reply.body) != nil {
            return ProbeResult(summary: "\(context.host) answers, but has no list of models")
        }
        let json = try context.json(of: reply, failure: service.help.failure)
        guard json["data"]?.list != nil else {
            throw context.unusable("the answer of \(context.host) is no list of models", reply.body)
        }
        return ProbeResult(summary: "\(context.host) answers and takes the credential; no deployment was asked")
    }

    /// Where pictures are asked for; a target URI may be one for conversations only.
    private static func place(of service: any OpenAIService) throws(ProviderFailure) -> WebAddress {
        do throws(ProviderFailure) {
            return try service.route(to: .generations).address
        } catch {
            return try service.route(to: .chat).address
        }
    }
}
