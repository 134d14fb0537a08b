/// A request as the vendor server received it.
package struct VendorRequest: Sendable {
    /// What a request asks for; scripts and assertions go by it.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Pictures made from words, with or without reference pictures.
        case images
        /// A conversation, which here means the description of a picture.
        case chat
        /// A conversation that asks for the prompt of a picture.
        case prompt
        /// An access token, by whatever grant.
        case token
        /// A look at work that was submitted before.
        case poll
        /// A question that costs nothing: the list of models, a metadata server's ping.
        case question
        /// Bytes on their way into a bucket.
        case upload
        /// The beginning of an upload in pieces, or a question about one.
        case session
        /// A picture fetched from the address in a reply.
        case download
        /// Anything else; answered with the vendor's 404.
        case other
    }

    /// Its place among all requests of the server, from 0.
    package var index: Int
    package var kind: Kind
    package var method: String
    /// Without the query.
    package var path: String
    package var query: String?
    /// In order of arrival, names as sent.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// How many requests of its kind with the same prompt came before: a vendor never makes one picture twice.
    package var repetition = 0

    package init(
        index: Int, kind: Kind, method: String, path: String, query: String? = nil,
        headers: [(name: String, value: String)], body: [UInt8]
    ) {
        self.index = index
        self.kind = kind
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first header of that name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// The body, if it is JSON.
    package var json: VendorJSON? { VendorJSON(body) }

    /// What is asked for: the prompt where the body is JSON that has one. A form with reference pictures has its own
    /// boundary, so only the address tells it from others.
    var subject: String {
        let json = json
        return json?["prompt"]?.string ?? json.flatMap(GoogleVendor.prompt) ?? path
    }

    /// The content type in lower case, without its parameters.
    package var mediaType: String {
        let value = header("content-type") ?? ""
        return value.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
}
