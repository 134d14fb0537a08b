import FrontisCore

/// A provider's account with its variables filled in: made for one request, when it is about to be sent.
struct OpenAIConnection: Sendable {
    private static let vendorAddress = "https://api.openai.com/v1"

    let address: WebAddress
    private let key: Secret?
    private let headers: [(name: String, value: String)]
    private let block: ProviderBlock

    /// Throws `unconfigured` for a variable that is not set or an address that is none.
    init(_ block: ProviderBlock) throws(ProviderFailure) {
        self.block = block
        let written = try block.filledIn("base-url") ?? Self.vendorAddress
        guard let address = WebAddress(written) else {
            throw ProviderFailure(
                .unconfigured, "base-url of provider '\(block.name)' is not an http or https address",
                help: "write it with its version path, such as base-url: \(Self.vendorAddress)")
        }
        self.address = address
        // A server of one's own may want no key; the vendor's key is not for it.
        let isVendors = block.text("base-url") == nil || block.name == "openai"
        key = try block.secret("api-key", else: isVendors ? "${OPENAI_API_KEY}" : nil)
        var headers: [(name: String, value: String)] = []
        if let organization = try block.filledIn("organization") {
            headers.append(("OpenAI-Organization", organization))
        }
        if let project = try block.filledIn("project") { headers.append(("OpenAI-Project", project)) }
        self.headers = headers
    }

    /// What must not show in any message.
    var secrets: [Secret] { key.map { [$0] } ?? [] }

    /// Throws as `HTTPTransport.send`.
    func post(
        _ path: String, contentType: String, body: [UInt8], timeout: Duration
    ) async throws(ProviderFailure) -> HTTPReply {
        try await block.transport.send(
            HTTPRequest(
                url: address.appending(path: path),
                headers: headers + [("Content-Type", contentType), ("Accept", "application/json")],
                credentials: key.map { [.init(header: "Authorization", value: Secret("Bearer \($0.reveal())"))] } ?? [],
                body: body, timeout: timeout, allowsInsecureHTTP: block.allowsInsecureHTTP))
    }
}
