import FrontisCore

/// A vendor's protocol: the settings it takes and the providers that speak it. A new one is a file with a
/// value of this type and a line in `Dialects.all`.
struct Dialect: Sendable {
    let name: String
    /// Beyond the common ones.
    let keys: [SettingKey]
    /// Keys that only describing takes; they may stand under `alt:` as well.
    var describerKeys: [SettingKey] = []
    /// Whether a provider of the dialect's own name works without being written down.
    var needsNoEntry = false
    /// Whether it asks a vendor over HTTP: the tests then hold it to what every such dialect must do.
    var usesHTTP = true
    let makeProvider: @Sendable (ProviderBlock) -> any ImageProvider
    /// Nothing for dialects that cannot look at pictures.
    var makeDescriber: (@Sendable (ProviderBlock) -> any ImageDescriber)?
    /// Nothing for dialects that cannot write a prompt from a page.
    var makePromptWriter: (@Sendable (ProviderBlock) -> any PromptWriter)?

    /// Every key that a block may have besides `dialect`.
    var allKeys: [SettingKey] { SettingKey.common + keys + describerKeys }
}
