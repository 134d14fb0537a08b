import FrontisCore
import FrontisHTTP

/// In what the dialects that speak OpenAI's protocol differ: addresses, credentials, what is known of models, and
/// what help texts call the settings. Everything else is one code for all of them.
protocol OpenAIService: Sendable {
    /// As `dialect:` names it.
    var dialect: String { get }
    var block: ProviderBlock { get }

    /// The model of pictures as candidates, limits and prices know it; nothing where nobody says which one it is.
    func imageModel(pinned: String?) -> String?
    /// What stands in the body for it, where the address does not say it.
    func sentImageModel(pinned: String?) -> String?
    /// The same for conversations.
    var chatModel: String? { get }
    var sentChatModel: String? { get }

    /// With the dates and prices of this vendor. `name` is what messages call it where it has no name.
    func facts(ofImageModel name: String?) -> ImageModel
    func facts(ofChatModel name: String?) -> ChatModel?
    /// Whether requests go to the vendor itself: a gateway may have a model for longer.
    var keepsVendorsDates: Bool { get }
    /// What to do about a model that is switched off.
    func successorHelp(_ successor: String) -> String
    /// Formats of pictures that are answered, beside those of the model.
    var outputFormats: [String] { get }
    var referenceTypes: [MediaType] { get }
    /// What stands in the way of a request besides its model.
    func objections(pinned: String?, model: ImageModel) -> [Objection]

    /// Throws `unconfigured` for a variable that is not set or an address that is none.
    func route(to operation: OpenAIOperation) throws(ProviderFailure) -> OpenAIRoute
    /// Beside those that every request has. Throws `unconfigured` for a variable that is not set.
    func headers() throws(ProviderFailure) -> [(name: String, value: String)]
    /// Throws `unconfigured`, or why there is no token. Nothing for a server that wants none.
    func credential() async throws(ProviderFailure) -> VendorCredential?
    /// The ways out that messages name.
    var help: OpenAIHelp { get }
}

/// What can be asked for.
enum OpenAIOperation: String, Sendable, CaseIterable {
    case generations = "/images/generations"
    case edits = "/images/edits"
    case chat = "/chat/completions"
}

/// Where a request goes, and what its body must look like there.
struct OpenAIRoute: Sendable {
    /// Whole, with its query.
    let address: WebAddress
    /// Else the address says which model is asked.
    var hasModelInBody = true
    /// Whether the form of an answer can be prescribed by a schema.
    var takesSchema = true
    /// What the member is called that bounds an answer.
    var tokenLimitName = "max_completion_tokens"
}

extension OpenAIService {
    func objections(pinned: String?, model: ImageModel) -> [Objection] { [] }

    /// What messages about an answer to `route` say besides the answer.
    func context(
        _ route: OpenAIRoute, credential: VendorCredential?, model: String?, successor: String?
    ) -> VendorContext {
        VendorContext(
            provider: block.name, model: model ?? "unknown", successor: successor, host: route.address.host,
            secrets: credential?.secrets ?? [])
    }

    /// Throws as `HTTPTransport.send`. A token that the vendor does not take is not used again.
    func send(
        _ address: WebAddress, method: String = "POST", contentType: String? = nil, body: [UInt8] = [],
        credential: VendorCredential?, timeout: Duration, largestReply: Int = HTTPTransport.largestReply,
        sufficientHeader: String? = nil
    ) async throws(ProviderFailure) -> HTTPReply {
        var headers = try headers()
        if let contentType { headers.append(("Content-Type", contentType)) }
        headers.append(("Accept", "application/json"))
        let reply = try await block.transport.send(
            HTTPRequest(
                method: method, url: address.url, headers: headers, credentials: credential.map { [$0.header] } ?? [],
                body: body, timeout: timeout, allowsInsecureHTTP: block.allowsInsecureHTTP,
                largestReply: largestReply, sufficientHeader: sufficientHeader))
        if reply.status == 401 { await credential?.forget() }
        return reply
    }
}
