import FrontisCore

/// What is wrong with the credentials of a block, seen without filling in anything.
enum CredentialCheck {
    /// The first thing that is wrong.
    static func finding(in settings: ProviderSettings) -> Diagnostic? {
        guard let token = settings.values["token"] else { return nil }
        if settings.values["api-key"] != nil {
            return Diagnostic(
                .configurationValue, "provider '\(settings.name)' has both api-key and token", at: token.location,
                help: "a request carries one of them: leave out the other")
        }
        guard case .map(let values) = token.value else { return nil }
        let missing = ["url", "client-id", "client-secret"].filter { (values[$0] ?? "").isEmpty }
        guard !missing.isEmpty else { return nil }
        return Diagnostic(
            .configurationValue,
            "token of provider '\(settings.name)' lacks \(missing.joined(separator: ", "))", at: token.location,
            help: "a token is asked for with url, client-id and client-secret; or write a token itself")
    }
}
