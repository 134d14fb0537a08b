import FrontisCore

/// What a provider answers to a question that costs nothing.
struct ProbeResult: Sendable {
    struct Model: Sendable, Hashable {
        let name: String
        /// The day from which it does not answer, `2026-05-12`, where the vendor says so.
        var retired: PageDate?
    }

    /// The end of a sentence that begins with the host: `answers, and the key is right`.
    let summary: String
    /// The models that the account may use; nothing where the provider has no list of them.
    var models: [Model]?
    /// What is odd about it.
    var help: String?
}
