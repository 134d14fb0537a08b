package import FrontisCore
import FrontisText

/// What every vendor's failure says, so that a dialect only has to tell which kind it is.
extension VendorContext {
    /// How an answer that is no success is called; the caller names the provider.
    package func headline(_ kind: ProviderFailure.Kind, status: Int) -> String {
        switch kind {
        case .busy: "busy (status \(status))"
        case .refused: "refused"
        case .quota: "quota or money is used up"
        case .credentials: "credentials not accepted (status \(status))"
        case .retired: "model '\(model)' is gone"
        case .rejected, .unusable, .unconfigured, .budget: "rejected (status \(status))"
        }
    }

    /// The vendor's words, cleaned; where it has none, what its answer is. Never empty.
    package static func words(_ said: String, of reply: HTTPReply, secrets: [Secret]) -> String {
        let shown = VendorText.clean(said, secrets: secrets)
        if !shown.isEmpty { return shown }
        if (300..<400).contains(reply.status) { return "the answer is a redirect" }
        return "the answer is \(looks(reply.body).replacing(", not JSON", with: ""))"
    }
}
