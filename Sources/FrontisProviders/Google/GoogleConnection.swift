import FrontisCore
import FrontisHTTP
import FrontisText

/// A provider's account with its variables filled in and its token fetched: made for one request, when it is about
/// to be sent.
struct GoogleConnection: Sendable {
    /// How a model is asked.
    enum Method: String, Sendable {
        case predict
        case generateContent
    }

    let address: WebAddress
    /// What stands before a model's name in the path.
    private let models: String
    private let authorization: GoogleAuthorization
    private let block: ProviderBlock

    /// Throws `unconfigured` for settings that cannot be used, and what fetching a token throws.
    ///
    /// - Parameter family: whose models are asked.
    init(_ block: ProviderBlock, for family: GoogleImageModel.Family) async throws(ProviderFailure) {
        self.block = block
        let service = GoogleService(block: block)
        try service.checkSettings()
        guard service.isVertex else {
            address = try service.apiAddress()
            models = "/models/"
            let key = try service.apiKey()
            authorization = GoogleAuthorization(
                credentials: key.map { [.init(header: "x-goog-api-key", value: $0)] } ?? [],
                secrets: key.map { [$0] } ?? [])
            return
        }
        let location = try service.location(for: family)
        address = try service.vertexAddress(in: location)
        let credentials = try GoogleCredentials(block)
        let project = Self.pathPart(try await service.project(by: credentials))
        models = "/v1/projects/\(project)/locations/\(location)/publishers/google/models/"
        authorization = try await credentials.authorization()
    }

    /// `@` is in models' names, `:` in projects' ids; neither means anything in a path.
    private static func pathPart(_ text: String) -> String { PercentEncoding.encoded(text, keeping: "@:") }

    /// What must not show in any message.
    var secrets: [Secret] { authorization.secrets }

    /// Throws as `HTTPTransport.send`.
    func ask(
        _ model: String, _ method: Method, _ body: JSONValue, timeout: Duration,
        largestReply: Int = HTTPTransport.largestReply
    ) async throws(ProviderFailure) -> HTTPReply {
        let path = models + Self.pathPart(model) + ":\(method.rawValue)"
        let reply = try await block.transport.send(
            HTTPRequest(
                url: address.appending(path: path),
                headers: authorization.headers + [
                    ("Content-Type", "application/json"), ("Accept", "application/json"),
                ],
                credentials: authorization.credentials, body: Array(body.compactText.utf8), timeout: timeout,
                allowsInsecureHTTP: block.allowsInsecureHTTP, largestReply: largestReply))
        // A token that the vendor does not take is not kept for the next request.
        if reply.status == 401, let key = authorization.tokenKey { await block.tokens.forget(key) }
        return reply
    }

    /// The list of models that an API key may use.
    ///
    /// Throws as `HTTPTransport.send`.
    func models(timeout: Duration) async throws(ProviderFailure) -> HTTPReply {
        try await block.transport.send(
            HTTPRequest(
                method: "GET", url: address.appending(path: "/models") + "?pageSize=1000",
                headers: [("Accept", "application/json")], credentials: authorization.credentials, timeout: timeout,
                allowsInsecureHTTP: block.allowsInsecureHTTP))
    }

    func context(model: String, successor: String?) -> VendorContext {
        VendorContext(
            provider: block.name, model: model, successor: successor, host: address.host, secrets: secrets)
    }
}
