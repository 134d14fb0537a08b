package import FrontisCore
package import FrontisText

/// What messages about an answer say besides the answer.
package struct VendorContext: Sendable {
    /// The name of the block in `frontis.yaml`.
    package let provider: String
    package let model: String
    package let successor: String?
    package let host: String
    package let secrets: [Secret]

    package init(provider: String, model: String, successor: String?, host: String, secrets: [Secret]) {
        self.provider = provider
        self.model = model
        self.successor = successor
        self.host = host
        self.secrets = secrets
    }

    /// A paid answer that cannot be used.
    package func unusable(_ message: String, _ body: [UInt8]) -> ProviderFailure {
        ProviderFailure(
            .unusable, message, mayBeBilled: true, evidence: VendorText.evidence(body, secrets: secrets))
    }

    /// Whether an answer of that status may be on the bill: a server that failed may have drawn before it did; one that is
    /// not there has not.
    package static func mayBeBilled(_ status: Int) -> Bool { status == 408 || status >= 500 && status != 503 }

    /// The JSON of a good answer. Throws `failure` where status or body report an error, and `unusable` for other
    /// things than JSON.
    ///
    /// - Parameter failure: sorts the vendor's errors.
    package func json(
        of reply: HTTPReply, failure: (HTTPReply, VendorContext) -> ProviderFailure
    ) throws(ProviderFailure) -> JSONValue {
        guard (200..<300).contains(reply.status) else { throw failure(reply, self) }
        guard let json = JSONValue(reply.body) else {
            throw unusable("the answer of \(host) is \(Self.looks(reply.body))", reply.body)
        }
        // Gateways report errors with status 200, some of them in an array.
        if (json.list?.first ?? json)["error"] != nil { throw failure(reply, self) }
        return json
    }

    /// What a body is that should have been JSON, as the end of a sentence.
    package static func looks(_ body: [UInt8]) -> String {
        let start = String(decoding: body.prefix(1024), as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        if start.isEmpty { return "empty" }
        if start.hasPrefix("<") { return "HTML, not JSON" }
        if start.hasPrefix("{") || start.hasPrefix("[") {
            do throws(JSONError) { _ = try JSONParser.parse(body, by: .others) } catch { return error.wordsOfAnswer }
            return "JSON without a message"
        }
        return "not JSON"
    }
}
