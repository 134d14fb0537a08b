package import FrontisCore

/// A request to a vendor. Credentials are kept apart from the other headers, so that only the transport sees
/// their text.
package struct HTTPRequest: Sendable {
    package struct Credential: Sendable {
        package var header: String
        package var value: Secret

        package init(header: String, value: Secret) {
            self.header = header
            self.value = value
        }
    }

    package var method: String
    package var url: String
    package var headers: [(name: String, value: String)]
    package var credentials: [Credential]
    package var body: [UInt8]
    /// For the whole exchange, from the connection to the last byte.
    package var timeout: Duration
    /// Plain http to other machines than this one.
    package var allowsInsecureHTTP: Bool
    /// Bytes that the answer may have.
    package var largestReply: Int
    /// In lower case, a header that says all there is to know: where it has come, a body that breaks off is no loss.
    package var sufficientHeader: String?

    package init(
        method: String = "POST", url: String, headers: [(name: String, value: String)] = [],
        credentials: [Credential] = [], body: [UInt8] = [], timeout: Duration, allowsInsecureHTTP: Bool = false,
        largestReply: Int = HTTPTransport.largestReply, sufficientHeader: String? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.credentials = credentials
        self.body = body
        self.timeout = timeout
        self.allowsInsecureHTTP = allowsInsecureHTTP
        self.largestReply = largestReply
        self.sufficientHeader = sufficientHeader
    }
}

/// What came back: whole, and within the limit.
package struct HTTPReply: Sendable {
    package var status: Int
    /// By name in lower case; of repeated headers the first.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
