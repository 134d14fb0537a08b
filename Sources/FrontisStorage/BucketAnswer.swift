import FrontisCore
import FrontisHTTP
import FrontisText

/// What a bucket answered, with what messages about it must not show.
struct BucketAnswer: Sendable {
    let reply: HTTPReply
    let publishing: Publishing
    let secrets: [Secret]

    var status: Int { reply.status }
    var isGood: Bool { (200..<300).contains(reply.status) }

    /// The JSON of a good answer. Throws what the service has against the request, and `rejected` for other things
    /// than JSON.
    func json() throws(ProviderFailure) -> JSONValue {
        guard isGood else { throw failure }
        guard let json = JSONValue(reply.body), case .object = json else {
            throw ProviderFailure(
                .rejected, "the answer of \(publishing.address) is \(VendorContext.looks(reply.body))",
                help: "check publish.endpoint")
        }
        return json
    }

    var failure: ProviderFailure { BucketFailure(publishing: publishing, secrets: secrets).of(reply) }
}
