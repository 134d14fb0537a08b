import FrontisCore
import FrontisHTTP

/// The ways out that messages about a vendor's errors name, in the words of a dialect's settings.
struct OpenAIHelp: Sendable {
    /// Status 401.
    let credentials: String
    /// Status 403.
    let forbidden: String
    /// A redirect, or status 404.
    let address: String
    /// A model that is gone and has no successor that is known.
    let model: String
    /// A parameter of conversations that the vendor does not know.
    let parameters: String
    /// A model that is gone, by its successor.
    let successor: @Sendable (String) -> String

    /// Sorts an answer that reports an error.
    func failure(_ reply: HTTPReply, _ context: VendorContext) -> ProviderFailure {
        OpenAIFailure(reply, context: context, help: self).failure
    }
}
