import FrontisCore
import FrontisHTTP

/// What is missing in the settings of an Azure block, or does not go together: found before anything is asked.
/// Variables are not filled in, and `endpoint` may come from the environment.
struct AzureCheck {
    let settings: ProviderSettings
    let use: Dialect.Use

    /// The first thing that is wrong.
    static func findings(in settings: ProviderSettings, _ use: Dialect.Use) -> [Diagnostic] {
        let check = AzureCheck(settings: settings, use: use)
        let contradiction = CredentialCheck.finding(in: settings) ?? check.addresses
        switch use {
        case .block: return [contradiction].compactMap(\.self)
        // Contradictions have been found already.
        case .pictures: return [contradiction == nil ? check.names : nil].compactMap(\.self)
        case .words: return [contradiction ?? check.names].compactMap(\.self)
        }
    }

    private var name: String { settings.name }

    private func finding(_ summary: String, at key: String? = nil, help: String) -> Diagnostic {
        let place = key.flatMap { settings.values[$0]?.location } ?? settings.dialect.location
        return Diagnostic(.configurationValue, summary, at: place, help: help)
    }

    /// A value that can be looked at: written, and without a variable.
    private func literal(_ key: String) -> String? {
        settings.text(key).flatMap { $0.isEmpty || $0.contains("${") ? nil : $0 }
    }

    private var addresses: Diagnostic? {
        if settings.values["target-uri"] != nil {
            if let other = ["endpoint", "deployment", "api-version"].first(where: { settings.values[$0] != nil }) {
                return finding(
                    "provider '\(name)' has both target-uri and \(other)", at: other,
                    help: "target-uri is the whole address and is used as it is: leave out one of them")
            }
            guard let target = literal("target-uri"), WebAddress(target) == nil else { return nil }
            return finding(
                "target-uri of provider '\(name)' is not an http or https address", at: "target-uri",
                help: "paste it as the portal shows it, with its api-version")
        }
        guard let endpoint = literal("endpoint") else { return nil }
        if WebAddress(endpoint) == nil {
            return finding(
                "endpoint of provider '\(name)' is not an http or https address", at: "endpoint",
                help: "write it as the portal shows it, such as endpoint: https://NAME.openai.azure.com/")
        }
        if AzureAddress.isTooLong(endpoint) {
            return finding(
                "endpoint of provider '\(name)' is a whole address", at: "endpoint",
                help: "write it as target-uri, or leave out what follows the host and write deployment: NAME")
        }
        return nil
    }

    /// Whether the settings say what is asked.
    private var names: Diagnostic? {
        if let target = literal("target-uri") { return purpose(of: target) }
        if settings.values["target-uri"] != nil || literal("deployment") != nil { return nil }
        let job = use == .words ? "that looks at pictures" : "that draws"
        let place = use == .words ? ", under alt: or in a provider of its own" : ""
        guard settings.text("model") != nil else {
            return finding(
                "provider '\(name)' names no deployment \(job)",
                help: "write deployment: NAME\(place); or target-uri: with the whole address; "
                    + "or model: with an endpoint that ends in /openai/v1")
        }
        guard let endpoint = literal("endpoint"), !AzureAddress.isV1(endpoint) else { return nil }
        return finding(
            "provider '\(name)' names no deployment \(job): its endpoint does not end in /openai/v1", at: "endpoint",
            help: "write deployment: NAME\(place); model: says what is behind it")
    }

    private func purpose(of target: String) -> Diagnostic? {
        switch (use, AzureAddress.operation(of: target)) {
        case (.pictures, .chat):
            finding(
                "target-uri of provider '\(name)' is for conversations, not for pictures", at: "target-uri",
                help: "write the one that ends in /images/generations; that of a chat model belongs under alt:")
        case (.words, .generations), (.words, .edits):
            finding(
                "target-uri of provider '\(name)' makes pictures and does not look at them", at: "target-uri",
                help: "write another one under alt:, with the address of a chat model")
        default: nil
        }
    }
}
