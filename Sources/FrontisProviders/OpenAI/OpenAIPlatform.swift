import FrontisCore
import FrontisHTTP

/// OpenAI's own service, and servers that speak the same at another `base-url`.
struct OpenAIPlatform: OpenAIService {
    private static let vendorAddress = "https://api.openai.com/v1"

    let dialect = "openai"
    let block: ProviderBlock

    func imageModel(pinned: String?) -> String? { pinned ?? block.text("model") ?? ModelTable.defaultImageModel }
    func sentImageModel(pinned: String?) -> String? { imageModel(pinned: pinned) }
    var chatModel: String? { block.text("model") ?? ModelTable.defaultChatModel }
    var sentChatModel: String? { chatModel }

    func facts(ofImageModel name: String?) -> ImageModel { ModelTable.image(name ?? ModelTable.defaultImageModel) }
    func facts(ofChatModel name: String?) -> ChatModel? { name.flatMap { ModelTable.chat($0) } }
    var keepsVendorsDates: Bool { block.text("base-url") == nil }
    func successorHelp(_ successor: String) -> String { "write model: \(successor), its successor" }
    let outputFormats = ["png", "jpeg", "webp"]
    let referenceTypes: [MediaType] = [.png, .jpeg, .webp]

    func route(to operation: OpenAIOperation) throws(ProviderFailure) -> OpenAIRoute {
        OpenAIRoute(address: try address(of: operation.rawValue))
    }

    /// Throws `unconfigured` for a variable that is not set or a `base-url` that is no address.
    func address(of path: String) throws(ProviderFailure) -> WebAddress {
        let written = try block.filledIn("base-url") ?? Self.vendorAddress
        guard let base = WebAddress(written), let address = WebAddress(base.appending(path: path)) else {
            throw ProviderFailure(
                .unconfigured, "base-url of provider '\(block.name)' is not an http or https address",
                help: "write it with its version path, such as base-url: \(Self.vendorAddress)")
        }
        return address
    }

    /// Settings that count where nothing is written.
    var implied: [String: String] {
        var implied = ["base-url": Self.vendorAddress]
        // A server of one's own may want no key; the vendor's key is not for it.
        if block.text("base-url") == nil, block.settings.values["token"] == nil {
            implied["api-key"] = "${OPENAI_API_KEY}"
        }
        return implied
    }

    func headers() throws(ProviderFailure) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        if let organization = try block.filledIn("organization") {
            headers.append(("OpenAI-Organization", organization))
        }
        if let project = try block.filledIn("project") { headers.append(("OpenAI-Project", project)) }
        return headers
    }

    func credential() async throws(ProviderFailure) -> VendorCredential? {
        if let token = try await VendorCredential.token(of: block) { return token }
        return try block.secret("api-key", else: implied["api-key"]).map { .bearer($0) }
    }

    var help: OpenAIHelp {
        OpenAIHelp(
            credentials: block.settings.values["token"] == nil
                ? "check api-key of provider '\(block.name)' and the variable that it names"
                : "check token of provider '\(block.name)'",
            forbidden: "the account may have to be verified, or may not use the model",
            address: "check base-url of provider '\(block.name)': redirects are not followed",
            model: "check model of provider '\(block.name)'",
            parameters: "the model or the server does not take the parameter: name another model",
            successor: { [self] in successorHelp($0) })
    }
}
