import FrontisCore

/// What goes with a request to Google so that it is let in.
struct GoogleAuthorization: Sendable {
    var credentials: [HTTPRequest.Credential]
    /// `x-goog-user-project`: whose quota counts, where that is not the token's own project.
    var headers: [(name: String, value: String)] = []
    /// What must not show in any message.
    var secrets: [Secret]
    /// Under which the token is kept in the run's `TokenCache`; nothing where there is none.
    var tokenKey: String?
}
