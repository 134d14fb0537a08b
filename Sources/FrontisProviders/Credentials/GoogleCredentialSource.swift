import FrontisCore

/// Where tokens of Google's come from.
enum GoogleCredentialSource: Sendable {
    /// With the path of its file.
    case serviceAccount(GoogleServiceAccount, path: String)
    case user(GoogleUser, path: String)
    case metadata(GoogleMetadataServer)

    /// Tells accounts apart; no secret.
    var identity: String {
        switch self {
        case .serviceAccount(let account, let path): "\(account.email) \(account.tokenAddress.url) \(path)"
        case .user(let user, let path): "\(user.clientID) \(user.tokenAddress.url) \(path)"
        case .metadata(let server): server.origin
        }
    }

    var quotaProject: String? {
        switch self {
        case .serviceAccount(let account, _): account.quotaProject
        case .user(let user, _): user.quotaProject
        case .metadata: nil
        }
    }
}

/// A program's own account, from its key file.
struct GoogleServiceAccount: Sendable {
    let email: String
    /// PKCS#8, as PEM.
    let privateKey: Secret
    let privateKeyID: String?
    let tokenAddress: WebAddress
    let project: String?
    let quotaProject: String?
}

/// A person who has signed in by `gcloud auth application-default login`.
struct GoogleUser: Sendable {
    let clientID: String
    let clientSecret: Secret
    let refreshToken: Secret
    let tokenAddress: WebAddress
    let quotaProject: String?
}
