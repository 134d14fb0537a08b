/// What a paid answer holds in the place of a picture: an address by which the picture can be had for nothing, for
/// some time.
///
/// Whoever knows the address can have the picture, so it is a secret: it is kept beside the cache until it is of no
/// more use, and is in no message, report, lock or store.
package struct Voucher: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        /// The address of a picture.
        case picture
        /// The address of work that was accepted and goes on: asked until it is done.
        case work
    }

    package var kind: Kind
    package var address: Secret
    /// From then on there is nothing at the address any more.
    package var expires: Timestamp

    /// Azure's addresses live for 24 hours and OpenAI's for one; where neither the vendor nor the address says,
    /// asking for longer costs nothing.
    package static let usualLife = 24 * 3600

    package init(_ kind: Kind, _ address: String, expires: Timestamp) {
        self.kind = kind
        self.address = Secret(address)
        self.expires = expires
    }
}
