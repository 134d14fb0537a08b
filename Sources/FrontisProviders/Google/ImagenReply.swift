import FrontisCore
import FrontisHTTP
import FrontisText

/// The answer of `:predict`: pictures, and beside them or in their place why some are not there.
struct ImagenReply {
    /// At least one.
    let images: [[UInt8]]
    /// The prompt as the vendor has reworded it.
    let prompt: String?
    /// Why there are fewer pictures than asked for.
    let shortfall: ProviderFailure?
    /// How many more pictures there are than were asked for.
    let surplus: Int

    /// Throws what the vendor's error means, `refused` where all pictures were filtered, or `unusable`.
    ///
    /// - Parameter most: how many pictures were asked for; others are not looked at.
    init(_ reply: HTTPReply, most: Int, context: VendorContext) throws(ProviderFailure) {
        let json = try context.json(of: reply, failure: GoogleFailure.of)
        let predictions = json["predictions"]?.list ?? []
        var images: [[UInt8]] = []
        var reasons: [String] = []
        var isElsewhere = false
        var isBroken = false
        var surplus = 0
        // The attributes of the prompt come as a prediction of their own.
        for prediction in predictions where prediction["contentType"]?.text != "Positive Prompt" {
            if let reason = prediction["raiFilteredReason"]?.text { reasons.append(reason) }
            if let text = prediction["bytesBase64Encoded"]?.text, !text.isEmpty {
                guard images.count < most else {
                    surplus += 1
                    continue
                }
                if let bytes = Base64Picture.bytes(of: text) {
                    images.append(bytes)
                } else {
                    isBroken = true
                }
            } else if prediction["gcsUri"]?.text != nil {
                isElsewhere = true
            }
        }
        let why = VendorText.clean(reasons.joined(separator: " "), secrets: context.secrets)
        if images.isEmpty {
            if isBroken { throw context.notBase64(reply.body) }
            if isElsewhere {
                var failure = context.unusable(
                    "the answer of \(context.host) holds the address of a bucket, not a picture", reply.body)
                failure.help = "Frontis asks for none: look for what rewrites the request on its way"
                throw failure
            }
            // Without a reason as well: this is how it looks when every picture was filtered.
            throw Self.refused(why.isEmpty ? "the answer holds no picture, as when all were filtered out" : why)
        }
        self.images = images
        self.surplus = surplus
        prompt = predictions.lazy.compactMap { $0["prompt"]?.text }.first.map { String($0.prefix(8000)) }
        if !why.isEmpty {
            shortfall = Self.refused(why)
        } else {
            shortfall =
                isBroken ? context.unusable("a picture of \(context.host) is not in base64", reply.body) : nil
        }
    }

    /// Filtered pictures are not billed.
    private static func refused(_ why: String) -> ProviderFailure {
        ProviderFailure(
            .refused, "refused: \(why)", help: "word the prompt differently; as it stands it is not asked again")
    }
}
