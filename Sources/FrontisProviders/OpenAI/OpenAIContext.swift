import FrontisCore

/// What messages about an answer say besides the answer.
struct OpenAIContext: Sendable {
    /// The name of the block in `frontis.yaml`.
    let provider: String
    let model: String
    let successor: String?
    let host: String
    let secrets: [Secret]

    /// A paid answer that cannot be used.
    func unusable(_ message: String, _ body: [UInt8]) -> ProviderFailure {
        ProviderFailure(
            .unusable, message, mayBeBilled: true, evidence: VendorText.evidence(body, secrets: secrets))
    }

    /// The JSON of a good answer. Throws what an error's status or body means, and `unusable` for other things
    /// than JSON.
    func json(of reply: HTTPReply) throws(ProviderFailure) -> JSONValue {
        guard (200..<300).contains(reply.status) else { throw OpenAIFailure(reply, context: self).failure }
        guard let json = JSONValue(reply.body) else {
            throw unusable("the answer of \(host) is \(Self.looks(reply.body))", reply.body)
        }
        // Gateways report errors with status 200.
        if json["error"] != nil { throw OpenAIFailure(reply, context: self).failure }
        return json
    }

    static func looks(_ body: [UInt8]) -> String {
        let start = String(decoding: body.prefix(1024), as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        if start.isEmpty { return "empty" }
        if start.hasPrefix("<") { return "HTML, not JSON" }
        if start.hasPrefix("{") || start.hasPrefix("[") { return "broken JSON: cut off, or not well-formed" }
        return "not JSON"
    }
}
