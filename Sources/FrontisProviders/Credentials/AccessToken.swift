import FrontisCore

/// A token that opens a vendor's door for a while.
struct AccessToken: Sendable {
    let secret: Secret
    /// From now on, as the issuer says.
    let lifetime: Duration
}
