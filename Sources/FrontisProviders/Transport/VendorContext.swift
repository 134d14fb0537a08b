import FrontisCore
import FrontisText

/// What messages about an answer say besides the answer.
struct VendorContext: Sendable {
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

    /// The JSON of a good answer. Throws `failure` where status or body report an error, and `unusable` for other
    /// things than JSON.
    ///
    /// - Parameter failure: sorts the vendor's errors.
    func json(
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
    static func looks(_ body: [UInt8]) -> String {
        let start = String(decoding: body.prefix(1024), as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        if start.isEmpty { return "empty" }
        if start.hasPrefix("<") { return "HTML, not JSON" }
        if start.hasPrefix("{") || start.hasPrefix("[") {
            do throws(JSONError) { _ = try JSONParser.parse(body, by: .others) } catch { return error.wordsOfAnswer }
        }
        return "not JSON"
    }
}
