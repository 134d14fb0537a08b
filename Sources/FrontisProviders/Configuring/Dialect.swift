import FrontisCore

/// A vendor's protocol: the settings it takes and the providers that speak it. A new one is a folder with a
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
    /// What is wrong with settings that are right one by one: what is missing, or does not go together. Asked once
    /// each setting is right. Variables are not filled in yet.
    var check: (@Sendable (ProviderSettings, Use) -> [Diagnostic])?
    /// Keys that say what draws: a block that draws the pictures lends its other settings to whoever describes them.
    var drawingKeys: Set<String> = ["model"]
    /// Keys of the block that one under `alt:` puts out of force: another whole address stands for all its parts.
    var replacedKeys: [String: [String]] = [:]
    let makeProvider: @Sendable (ProviderBlock) -> any ImageProvider
    /// Nothing for dialects that cannot look at pictures.
    var makeDescriber: (@Sendable (ProviderBlock) -> any ImageDescriber)?
    /// Nothing for dialects that cannot write a prompt from a page.
    var makePromptWriter: (@Sendable (ProviderBlock) -> any PromptWriter)?
    /// What is known of a model where the block's requests go, for `frontis doctor`.
    var facts: (@Sendable (ProviderBlock, String) -> ModelFacts)?
    /// Settings that count where nothing is written, as they would be written: `frontis doctor` looks at them.
    var implied: (@Sendable (ProviderBlock) -> [String: String])?
    /// What only the dialect itself can look at without asking anybody, for `frontis doctor`.
    var inspect: (@Sendable (ProviderBlock) -> [HealthCheck])?
    /// Asks something that costs nothing, for `frontis doctor --online`; nothing where there is no such question.
    var probe: (@Sendable (ProviderBlock) async throws(ProviderFailure) -> ProbeResult)?

    /// What settings are for.
    enum Use: Sendable {
        /// Any block as it is written, used or not: contradictions.
        case block
        /// A block that is to draw: what it needs for that, beyond contradictions.
        case pictures
        /// A block with the settings of `alt:` over it, to ask for words: everything.
        case words
    }

    /// Every key that a block may have besides `dialect`.
    var allKeys: [SettingKey] { SettingKey.common + keys + describerKeys }
}
