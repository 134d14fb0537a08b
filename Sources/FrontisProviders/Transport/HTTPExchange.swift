import FrontisCore

/// A request to a vendor. Credentials are kept apart from the other headers, so that only the transport sees
/// their text.
struct HTTPRequest: Sendable {
    struct Credential: Sendable {
        var header: String
        var value: Secret
    }

    var method = "POST"
    var url: String
    var headers: [(name: String, value: String)] = []
    var credentials: [Credential] = []
    var body: [UInt8] = []
    /// For the whole exchange, from the connection to the last byte.
    var timeout: Duration
    /// Plain http to other machines than this one.
    var allowsInsecureHTTP = false
    /// Bytes that the answer may have.
    var largestReply = HTTPTransport.largestReply
    /// In lower case, a header that says all there is to know: where it has come, a body that breaks off is no loss.
    var sufficientHeader: String?
}

/// What came back: whole, and within the limit.
struct HTTPReply: Sendable {
    var status: Int
    /// By name in lower case; of repeated headers the first.
    var headers: [String: String]
    var body: [UInt8]
}
