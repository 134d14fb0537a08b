import FrontisCore
import FrontisHTTP

/// What Azure's dialects have in common: an endpoint, and a key or a token.
struct AzureAccount: Sendable {
    let block: ProviderBlock

    /// Throws `unconfigured` for a variable that is not set or an address that is none.
    func endpoint() throws(ProviderFailure) -> WebAddress {
        guard let written = try block.filledIn("endpoint", else: "${AZURE_OPENAI_ENDPOINT}"),
            let address = WebAddress(written)
        else { throw noAddress("endpoint") }
        if AzureAddress.isTooLong(written) {
            throw unconfigured(
                "endpoint of provider '\(block.name)' is a whole address",
                help: "write it as target-uri, or leave out what follows the host and write deployment: NAME")
        }
        return address
    }

    /// Throws `unconfigured` for a variable that is not set, and why the issuer gives no token.
    func credential() async throws(ProviderFailure) -> VendorCredential? {
        if let token = try await VendorCredential.token(of: block) { return token }
        return try block.secret("api-key", else: "${AZURE_OPENAI_API_KEY}").map { .apiKey($0) }
    }

    /// Settings that count where nothing is written.
    var implied: [String: String] {
        var implied = ["endpoint": "${AZURE_OPENAI_ENDPOINT}"]
        if block.settings.values["token"] == nil { implied["api-key"] = "${AZURE_OPENAI_API_KEY}" }
        return implied
    }

    /// Whether a written address is Azure's own, or may be: a variable is not filled in yet.
    func isVendors(_ written: String?) -> Bool {
        guard let written, !written.contains("${") else { return true }
        guard let host = WebAddress(written)?.host else { return false }
        return [".azure.com", ".azure.us", ".azure.cn"].contains { host.hasSuffix($0) }
    }

    func unconfigured(_ message: String, help: String) -> ProviderFailure {
        ProviderFailure(.unconfigured, message, help: help)
    }

    func noAddress(_ setting: String) -> ProviderFailure {
        unconfigured(
            "\(setting) of provider '\(block.name)' is not an http or https address",
            help: setting == "endpoint"
                ? "write it as the portal shows it, such as endpoint: https://NAME.openai.azure.com/"
                : "paste it as the portal shows it, with its api-version")
    }

    func help(address: String, model: String, successor: @escaping @Sendable (String) -> String) -> OpenAIHelp {
        let setting = block.settings.values["token"] == nil ? "api-key" : "token"
        return OpenAIHelp(
            credentials: "check \(setting) of provider '\(block.name)', and that it is for this address",
            forbidden: "the key or identity may not use it: it needs the role Cognitive Services OpenAI User",
            address: address, model: model,
            parameters:
                "api-version or model of provider '\(block.name)' is too old: write api-version: 2024-10-21 or later",
            successor: successor)
    }
}
