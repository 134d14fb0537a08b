package import FrontisCore

/// Where tokens of Google's come from.
package enum GoogleCredentialSource: Sendable {
    /// With the path of its file.
    case serviceAccount(GoogleServiceAccount, path: String)
    case user(GoogleUser, path: String)
    case metadata(GoogleMetadataServer)

    /// Tells accounts apart; no secret.
    package var identity: String {
        switch self {
        case .serviceAccount(let account, let path): "\(account.email) \(account.tokenAddress.url) \(path)"
        case .user(let user, let path): "\(user.clientID) \(user.tokenAddress.url) \(path)"
        case .metadata(let server): server.origin
        }
    }

    package var quotaProject: String? {
        switch self {
        case .serviceAccount(let account, _): account.quotaProject
        case .user(let user, _): user.quotaProject
        case .metadata: nil
        }
    }
}

/// A program's own account, from its key file.
package struct GoogleServiceAccount: Sendable {
    package let email: String
    /// PKCS#8, as PEM.
    package let privateKey: Secret
    package let privateKeyID: String?
    package let tokenAddress: WebAddress
    package let project: String?
    package let quotaProject: String?
}

/// A person who has signed in by `gcloud auth application-default login`.
package struct GoogleUser: Sendable {
    package let clientID: String
    package let clientSecret: Secret
    package let refreshToken: Secret
    package let tokenAddress: WebAddress
    package let quotaProject: String?
}
