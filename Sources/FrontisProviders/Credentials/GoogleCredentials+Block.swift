import FrontisCore
import FrontisHTTP

extension GoogleCredentials {
    /// The `credentials` of a provider. Throws `unconfigured` for a variable that is not set.
    init(_ block: ProviderBlock) throws(ProviderFailure) {
        self.init(
            setting: "credentials of provider '\(block.name)'", path: try block.filledIn("credentials"),
            folder: block.folder, environment: block.environment, transport: block.transport, tokens: block.tokens)
    }
}
