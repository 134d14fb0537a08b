/// One vendor's protocol, seen from its side. A new dialect is a new conforming type and nothing else.
package protocol VendorDialect: Sendable {
    /// What stands behind `http://127.0.0.1:PORT` in a client's base address: `/v1`.
    var basePath: String { get }

    /// What a request asks for by method and path; `other` for what the vendor does not know.
    func kind(method: String, path: String) -> VendorRequest.Kind

    /// The same where only the body tells what is asked for; by method and path alone unless a dialect says otherwise.
    func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind

    /// The vendor's complaint about a request: wrong key, unknown member, a value that the model does not take.
    /// Nothing if it is as the vendor wants it.
    func objection(to request: VendorRequest) -> VendorReply?

    /// The reply to a request without objection. `origin` is `http://127.0.0.1:PORT`, for addresses of pictures.
    /// `answer` is never `fixed`.
    func reply(to request: VendorRequest, answer: Behaviour.Answer, origin: String) -> VendorReply
}

extension VendorDialect {
    package func kind(method: String, path: String, body: [UInt8]) -> VendorRequest.Kind {
        kind(method: method, path: path)
    }
}

extension Behaviour.PictureFault {
    /// The bytes and content type of a picture with this fault.
    package func applied(to picture: TestPNG) -> VendorReply.File {
        switch self {
        case .truncated: VendorReply.File(contentType: "image/png", bytes: picture.truncated)
        case .claiming(let width, let height):
            VendorReply.File(contentType: "image/png", bytes: picture.claiming(width: width, height: height))
        case .html:
            VendorReply.File(contentType: "text/html", bytes: Array("<!DOCTYPE html><p>Gone.</p>".utf8))
        case .empty: VendorReply.File(contentType: "image/png", bytes: [])
        }
    }
}
