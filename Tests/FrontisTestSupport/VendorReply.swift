/// What a vendor says to one request.
package struct VendorReply: Sendable {
    package var status: Int
    /// Over the server's own `content-length` and `content-type`.
    package var headers: [String: String]
    package var contentType: String
    package var body: [UInt8]
    /// Pictures that the server has to serve from now on, by path: `/files/1a2b.png`.
    package var files: [String: File] = [:]
    /// What the vendor bills for it.
    package var charge: VendorLedger.Charge?

    /// A picture behind an address.
    package struct File: Sendable {
        package var contentType: String
        package var bytes: [UInt8]

        package init(contentType: String, bytes: [UInt8]) {
            self.contentType = contentType
            self.bytes = bytes
        }
    }

    package init(
        status: Int = 200, headers: [String: String] = [:], contentType: String = "application/json", body: [UInt8]
    ) {
        self.status = status
        self.headers = headers
        self.contentType = contentType
        self.body = body
    }

    package init(status: Int = 200, headers: [String: String] = [:], json: VendorJSON) {
        self.init(status: status, headers: headers, body: json.bytes)
    }

    /// A page such as a proxy in between sends.
    package static func html(status: Int) -> VendorReply {
        VendorReply(
            status: status, contentType: "text/html; charset=utf-8",
            body: Array("<!DOCTYPE html><html><body><h1>\(status)</h1><p>Please sign in.</p></body></html>".utf8))
    }
}
