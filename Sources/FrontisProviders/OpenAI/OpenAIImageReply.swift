import FrontisCore
import FrontisHTTP
import FrontisText

/// The answer of the images API. It may hold pictures or addresses of pictures, whatever was asked for.
struct OpenAIImageReply {
    private enum Item {
        case bytes([UInt8])
        case address(String)
    }

    private let items: [Item]
    /// Why some of the pictures are not there.
    let refusal: ProviderFailure?
    let revisedPrompt: String?
    let quality: String?
    let usage: JSONValue?
    /// How many more entries there are than pictures were asked for.
    let surplus: Int

    /// Throws what the vendor's error means, or `unusable`.
    ///
    /// - Parameter most: how many pictures were asked for; others are not looked at.
    init(_ reply: HTTPReply, most: Int, context: VendorContext, help: OpenAIHelp) throws(ProviderFailure) {
        let json = try context.json(of: reply, failure: help.failure)
        try self.init(json, of: reply, most: most, context: context, help: help)
    }

    /// The part of an answer that holds pictures.
    init(
        _ json: JSONValue, of reply: HTTPReply, most: Int, context: VendorContext, help: OpenAIHelp
    ) throws(ProviderFailure) {
        guard let data = json["data"]?.list, !data.isEmpty else {
            throw context.unusable("the answer of \(context.host) holds no picture", reply.body)
        }
        var items: [Item] = []
        var refusal: ProviderFailure?
        for entry in data.prefix(most) {
            if let text = entry["b64_json"]?.text, !text.isEmpty {
                guard let bytes = Base64Picture.bytes(of: text) else {
                    // Its neighbours are paid for as well, and kept.
                    refusal = refusal ?? context.notBase64(reply.body)
                    continue
                }
                items.append(.bytes(bytes))
            } else if let address = entry["url"]?.text {
                // Some servers answer with data addresses.
                if address.hasPrefix("data:"), let bytes = Base64Picture.bytes(of: address) {
                    items.append(.bytes(bytes))
                } else {
                    items.append(.address(address))
                }
            } else if entry["error"] != nil {
                let error = HTTPReply(status: 400, headers: [:], body: Array(entry.compactText.utf8))
                refusal = refusal ?? help.failure(error, context)
            }
        }
        guard !items.isEmpty else {
            if let refusal { throw refusal }
            throw context.unusable("the answer of \(context.host) holds neither b64_json nor url", reply.body)
        }
        self.items = items
        self.refusal = refusal
        surplus = max(0, data.count - most)
        revisedPrompt = data.first?["revised_prompt"]?.text.map { String($0.prefix(8000)) }
        quality = json["quality"]?.text
        usage = json["usage"]
    }

    /// Pictures that were paid for.
    var count: Int { items.count }

    /// Those that were in the answer itself.
    var images: [[UInt8]] {
        items.compactMap { item in if case .bytes(let bytes) = item { bytes } else { nil } }
    }

    /// For those that have to be fetched.
    func vouchers(now: Timestamp) -> [Voucher] {
        items.compactMap { item in
            guard case .address(let address) = item else { return nil }
            return Voucher(.picture, address, expires: SignedAddress.expiry(of: address) ?? now + Voucher.usualLife)
        }
    }
}
