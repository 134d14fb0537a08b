import FrontisCore
import FrontisHTTP

/// What opens a vendor's door, as the header that carries it: made for a request that is about to be sent.
struct VendorCredential: Sendable {
    let header: HTTPRequest.Credential
    /// What must not show in any message: key, token, and what the token was got for.
    let secrets: [Secret]
    private var issued: Issued?

    private struct Issued {
        let cache: TokenCache
        let key: String
    }

    static func bearer(_ key: Secret) -> VendorCredential {
        VendorCredential(
            header: .init(header: "Authorization", value: Secret("Bearer \(key.reveal())")), secrets: [key], issued: nil
        )
    }

    /// In the header that Azure has for keys.
    static func apiKey(_ key: Secret) -> VendorCredential {
        VendorCredential(header: .init(header: "api-key", value: key), secrets: [key], issued: nil)
    }

    /// By the setting `token`: a token itself, or where to get one. Nothing where it is not written. Throws
    /// `unconfigured` for a variable that is not set, and why the issuer gives no token.
    static func token(of block: ProviderBlock) async throws(ProviderFailure) -> VendorCredential? {
        guard let issuer = try TokenIssuer(block) else { return try block.secret("token").map { .bearer($0) } }
        let token = try await issuer.token()
        let made: VendorCredential = issuer.isSentAsKey ? .apiKey(token) : .bearer(token)
        return VendorCredential(
            header: made.header, secrets: [token] + issuer.secrets,
            issued: Issued(cache: block.tokens, key: issuer.cacheKey))
    }

    /// Whoever asks next gets another token; a key stays what it is.
    func forget() async {
        if let issued { await issued.cache.forget(issued.key) }
    }
}
