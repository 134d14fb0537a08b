package import FrontisCore

/// Finds out who asks Google, as Google's own libraries do: the file that a setting names, or application default
/// credentials: the file of `GOOGLE_APPLICATION_CREDENTIALS`, that of `gcloud auth application-default login`, or
/// the metadata server of the machine in Google's cloud that this runs on.
package struct GoogleCredentials: Sendable {
    /// For everything that the account may do.
    package static let cloudPlatform = "https://www.googleapis.com/auth/cloud-platform"
    /// How long before its end a token counts as ended, in Google's own libraries.
    package static let margin = Duration.seconds(225)

    /// How messages speak of the setting: `credentials of provider 'art'`.
    package let setting: String
    /// The file that the setting names, variables filled in; nothing: application default credentials.
    package let path: String?
    /// Where relative paths start.
    package let folder: String
    package let environment: ProviderEnvironment
    package let transport: HTTPTransport
    package let tokens: TokenCache

    package init(
        setting: String, path: String?, folder: String, environment: ProviderEnvironment, transport: HTTPTransport,
        tokens: TokenCache
    ) {
        self.setting = setting
        self.path = path
        self.folder = folder
        self.environment = environment
        self.transport = transport
        self.tokens = tokens
    }

    /// What lets a request in: a token, fetched once for all requests of a run that want the same.
    ///
    /// Throws `unconfigured` where there are no credentials or their file cannot be used, `credentials` where Google
    /// does not take them, and `busy` where the issuer cannot be reached.
    package func authorization(
        scopes: [String] = [cloudPlatform]
    ) async throws(ProviderFailure) -> GoogleAuthorization {
        let source = try source()
        let key = "google \(source.identity) \(scopes.joined(separator: " "))"
        let issuer = GoogleTokenIssuer(setting: setting, transport: transport)
        let token = try await tokens.token(for: key, margin: Self.margin) {
            () async throws(ProviderFailure) -> AccessToken in
            switch source {
            case .serviceAccount(let account, _): try await issuer.token(for: account, scopes: scopes)
            case .user(let user, _): try await issuer.token(for: user)
            case .metadata(let server): try await server.token(scopes: scopes)
            }
        }
        var headers: [(name: String, value: String)] = []
        if let project = source.quotaProject { headers.append(("x-goog-user-project", project)) }
        return GoogleAuthorization(
            credentials: [.init(header: "Authorization", value: Secret("Bearer \(token.reveal())"))],
            headers: headers, secrets: [token], tokenKey: key)
    }

    /// The project that the credentials belong to, if they say. Throws like `authorization`.
    package func project() async throws(ProviderFailure) -> String? {
        switch try source() {
        case .serviceAccount(let account, _): account.project
        case .user(let user, _): user.quotaProject
        case .metadata(let server): try await server.project()
        }
    }

    /// Reads the file, every time: whoever renews it need not start anew.
    package func source() throws(ProviderFailure) -> GoogleCredentialSource {
        if let path { return try GoogleCredentialFile(path, in: folder, named: setting, environment).read() }
        let variable = "GOOGLE_APPLICATION_CREDENTIALS"
        if let path = environment.value(of: variable) {
            return try GoogleCredentialFile(path, in: folder, named: variable, environment).read()
        }
        let settled =
            environment.value(of: "CLOUDSDK_CONFIG")
            ?? environment.value(of: "HOME").map { $0 + "/.config/gcloud" }
        if let settled {
            let file = GoogleCredentialFile(
                settled + "/application_default_credentials.json", in: folder,
                named: "application default credentials", environment)
            if file.exists { return try file.read() }
        }
        if environment.value(of: "NO_GCE_CHECK")?.lowercased() == "true" { throw none }
        return .metadata(
            GoogleMetadataServer(
                host: environment.value(of: "GCE_METADATA_HOST"), transport: transport, none: none))
    }

    private var none: ProviderFailure {
        ProviderFailure(
            .unconfigured, "no Google credentials: \(setting) is not written, and there are no default ones",
            help: "write credentials: with a service account's file, set GOOGLE_APPLICATION_CREDENTIALS, or run "
                + "gcloud auth application-default login")
    }
}
