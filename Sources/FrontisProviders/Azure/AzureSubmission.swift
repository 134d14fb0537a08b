import FrontisCore

/// The asynchronous protocol of DALL-E 2 at Azure, as far as it is like the others.
struct AzureSubmission: OpenAIService {
    static let usualModel = "dall-e-2"

    let dialect = "azure-openai-async"
    let block: ProviderBlock

    private var account: AzureAccount { AzureAccount(block: block) }

    /// The protocol has no place for a name; one that is written says what a gateway has behind it.
    func imageModel(pinned: String?) -> String? { pinned ?? block.text("model") ?? Self.usualModel }
    func sentImageModel(pinned: String?) -> String? { nil }
    var chatModel: String? { nil }
    var sentChatModel: String? { nil }
    func facts(ofImageModel name: String?) -> ImageModel { ModelTable.azureImage(name ?? Self.usualModel) }
    func facts(ofChatModel name: String?) -> ChatModel? { nil }
    var keepsVendorsDates: Bool { account.isVendors(block.text("endpoint")) }
    func successorHelp(_ successor: String) -> String {
        "deploy \(successor), its successor, and use it with dialect: azure-openai"
    }
    let outputFormats: [String] = []
    let referenceTypes: [MediaType] = []

    func objections(pinned: String?, model: ImageModel) -> [Objection] {
        let own = block.text("model") ?? Self.usualModel
        guard let pinned, pinned != own else { return [] }
        return [Objection(isFatal: true, "provider '\(block.name)' draws with model '\(own)', not with '\(pinned)'")]
    }

    func route(to operation: OpenAIOperation) throws(ProviderFailure) -> OpenAIRoute {
        let version = block.text("api-version").map { AzureVersion($0) } ?? .usualAsync
        guard let address = AzureAddress.submission(at: try account.endpoint(), version) else {
            throw account.noAddress("endpoint")
        }
        return OpenAIRoute(address: address, hasModelInBody: false)
    }

    func headers() throws(ProviderFailure) -> [(name: String, value: String)] { [] }

    func credential() async throws(ProviderFailure) -> VendorCredential? { try await account.credential() }

    var help: OpenAIHelp {
        account.help(
            address: "check endpoint and api-version of provider '\(block.name)'",
            model: "check endpoint of provider '\(block.name)'", successor: { [self] in successorHelp($0) })
    }
}
