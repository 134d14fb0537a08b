package import FrontisCore

/// What goes with a request to Google so that it is let in.
package struct GoogleAuthorization: Sendable {
    package var credentials: [HTTPRequest.Credential]
    /// `x-goog-user-project`: whose quota counts, where that is not the token's own project.
    package var headers: [(name: String, value: String)] = []
    /// What must not show in any message.
    package var secrets: [Secret]
    /// Under which the token is kept in the run's `TokenCache`; nothing where there is none.
    package var tokenKey: String?

    package init(
        credentials: [HTTPRequest.Credential], headers: [(name: String, value: String)] = [], secrets: [Secret],
        tokenKey: String? = nil
    ) {
        self.credentials = credentials
        self.headers = headers
        self.secrets = secrets
        self.tokenKey = tokenKey
    }
}
