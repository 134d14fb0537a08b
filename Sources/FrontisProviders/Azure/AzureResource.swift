import FrontisCore
import FrontisHTTP

/// OpenAI's models at Azure: a deployment with its own address, the addresses of version 1, or a whole address as
/// the portal shows it.
struct AzureResource: OpenAIService {
    let dialect = "azure-openai"
    let block: ProviderBlock

    private var account: AzureAccount { AzureAccount(block: block) }

    /// The name of the deployment, where it is known without a variable.
    private var deployment: String? {
        block.text("deployment") ?? block.text("target-uri").flatMap { AzureAddress.deployment(in: $0) }
    }

    /// What is behind the deployment; one that is called like a model is that model.
    func imageModel(pinned: String?) -> String? { pinned ?? block.text("model") ?? deployment }
    func sentImageModel(pinned: String?) -> String? { pinned ?? block.text("deployment") ?? block.text("model") }
    var chatModel: String? { block.text("model") ?? deployment }
    var sentChatModel: String? { block.text("deployment") ?? block.text("model") }

    func facts(ofImageModel name: String?) -> ImageModel {
        if let name { return ModelTable.azureImage(name) }
        return ModelTable.azureImage("the model of provider '\(block.name)'")
    }

    func facts(ofChatModel name: String?) -> ChatModel? { name.flatMap { ModelTable.azureChat($0) } }

    var keepsVendorsDates: Bool { account.isVendors(block.text("target-uri") ?? block.text("endpoint")) }

    func successorHelp(_ successor: String) -> String {
        "deploy \(successor), its successor, and name that deployment in provider '\(block.name)'"
    }

    let outputFormats = ["png", "jpeg"]
    let referenceTypes: [MediaType] = [.png, .jpeg]

    func objections(pinned: String?, model: ImageModel) -> [Objection] {
        var objections: [Objection] = []
        // The body of a request to version 1 can name any deployment.
        let own = block.text("model") ?? deployment
        if let pinned, let deployment, pinned != own {
            objections.append(
                Objection(
                    isFatal: true,
                    "provider '\(block.name)' draws with deployment '\(deployment)', not with model '\(pinned)'",
                    help: "pin a provider in place of the model; model: of a provider says what its deployment has"))
        }
        if case .gptImage = model.family, !version.knowsGPTImage, let text = version.text {
            objections.append(
                Objection(
                    isFatal: false, "api-version \(text) of provider '\(block.name)' is older than GPT Image",
                    help: "write api-version: 2025-04-01-preview or later"))
        }
        return objections
    }

    /// As far as it is known without a variable.
    private var version: AzureVersion {
        if let target = block.text("target-uri") { return AzureAddress.version(in: target) }
        if let written = block.text("api-version") { return AzureVersion(written) }
        return block.text("deployment") == nil ? AzureVersion(nil) : .usual
    }

    func route(to operation: OpenAIOperation) throws(ProviderFailure) -> OpenAIRoute {
        if let target = try block.filledIn("target-uri") { return try route(target: target, operation) }
        let endpoint = try account.endpoint()
        if AzureAddress.isV1(endpoint.url) {
            guard block.text("deployment") ?? block.text("model") != nil else {
                throw account.unconfigured(
                    "provider '\(block.name)' needs a model: its endpoint is one of version 1",
                    help: "write the deployment's name as model: NAME")
            }
            return try route(AzureAddress.v1(at: endpoint, operation, AzureVersion(block.text("api-version"))))
        }
        guard let deployment = block.text("deployment") else {
            throw account.unconfigured(
                "provider '\(block.name)' needs a deployment: its endpoint does not end in /openai/v1",
                help: "write deployment: NAME, as the portal shows it")
        }
        let version = block.text("api-version").map { AzureVersion($0) } ?? .usual
        return try route(
            AzureAddress.deployment(deployment, at: endpoint, operation, version), isDeployment: true, version: version)
    }

    private func route(target: String, _ operation: OpenAIOperation) throws(ProviderFailure) -> OpenAIRoute {
        let asks = AzureAddress.operation(of: target)
        if operation == .chat, asks == .generations || asks == .edits {
            throw account.unconfigured(
                "target-uri of provider '\(block.name)' makes pictures and does not look at them",
                help: "write another one under alt:, with the address of a chat model")
        }
        if operation != .chat, asks == .chat {
            throw account.unconfigured(
                "target-uri of provider '\(block.name)' is for conversations, not for pictures",
                help: "write the one that ends in /images/generations; that of a chat model belongs under alt:")
        }
        guard let address = operation == .chat ? target : AzureAddress.target(target, for: operation) else {
            throw account.unconfigured(
                "target-uri of provider '\(block.name)' has no place for reference pictures",
                help: "only one that ends in /images/generations tells where they go: …/images/edits")
        }
        let isDeployment = target.contains("/deployments/")
        return try route(
            WebAddress(address), isDeployment: isDeployment, version: AzureAddress.version(in: target),
            setting: "target-uri")
    }

    private func route(
        _ address: WebAddress?, isDeployment: Bool = false, version: AzureVersion = AzureVersion(nil),
        setting: String = "endpoint"
    ) throws(ProviderFailure) -> OpenAIRoute {
        guard let address else { throw account.noAddress(setting) }
        return OpenAIRoute(
            address: address, hasModelInBody: !isDeployment, takesSchema: version.takesSchema,
            tokenLimitName: version.tokenLimitName)
    }

    func headers() throws(ProviderFailure) -> [(name: String, value: String)] { [] }

    func credential() async throws(ProviderFailure) -> VendorCredential? { try await account.credential() }

    var help: OpenAIHelp {
        let place =
            block.text("target-uri") == nil ? "endpoint, deployment and api-version" : "target-uri"
        return account.help(
            address: "check \(place) of provider '\(block.name)'; a new deployment needs some minutes",
            model: "see in the portal what is behind the deployment of provider '\(block.name)'",
            successor: { [self] in successorHelp($0) })
    }
}
