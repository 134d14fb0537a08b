/// The block `publish:`: a bucket that holds copies of the site's pictures, and how pages point at it.
package struct Publishing: Sendable, Hashable {
    /// Google's own service, for whoever names no other.
    package static let usualEndpoint = "https://storage.googleapis.com"
    /// What `credentials` says where nobody asks who is there, as emulators do not.
    package static let noCredentials = "none"

    /// `my-pictures`
    package var bucket: String
    /// Before every name in the bucket, without a slash at either end; empty for none.
    package var prefix: String
    /// Where `to` stands.
    package var location: SourceLocation
    /// A file, with variables still in it, or `none`. Nothing: Google's application default credentials.
    package var credentials: Located<String>?
    /// Where the service answers, without a slash at its end. Nothing: `usualEndpoint`.
    package var endpoint: Located<String>?
    /// What stands before the names in pages, with a slash at its end. Nothing: what the bucket itself answers to.
    package var publicURL: String?
    /// Plain http to other machines than this one.
    package var allowsInsecureHTTP = false

    package init(bucket: String, prefix: String, location: SourceLocation) {
        self.bucket = bucket
        self.prefix = prefix
        self.location = location
    }

    package var address: String { endpoint?.value ?? Self.usualEndpoint }

    /// A file's name in the bucket.
    package func objectName(of name: String) -> String { prefix.isEmpty ? name : "\(prefix)/\(name)" }

    /// `gs://my-pictures/blog`, for people.
    package var shown: String { prefix.isEmpty ? "gs://\(bucket)" : "gs://\(bucket)/\(prefix)" }
}
