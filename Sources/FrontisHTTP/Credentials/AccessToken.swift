package import FrontisCore

/// A token that opens a vendor's door for a while.
package struct AccessToken: Sendable {
    package let secret: Secret
    /// From now on, as the issuer says.
    package let lifetime: Duration

    /// Bytes that an issuer's answer may have; a token has a few thousand.
    package static let largestReply = 256 << 10

    package init(secret: Secret, lifetime: Duration) {
        self.secret = secret
        self.lifetime = lifetime
    }
}
