/// Why a provider did not give what it was asked for, as far as other calls may have failed for the same reason.
package struct ProviderTrouble: Sendable, Hashable {
    /// What was asked for.
    package enum Subject: String, Sendable, CaseIterable {
        case picture
        case altText = "alt text"
        case prompt
    }

    /// What a page shows all the same.
    package enum StandIn: Sendable {
        case drawing
        /// The light picture without its dark companion.
        case lightAlone
    }

    /// The name of its block in `frontis.yaml`.
    package var provider: String
    package var kind: ProviderFailure.Kind
    package var subject: Subject
    /// Whose fault it is and what is wrong, without a word about what was asked for.
    package var words: String
    /// What is shown in the picture's place; nothing where the site is not built without it.
    package var standIn: StandIn?

    package init(_ kind: ProviderFailure.Kind, of provider: String, _ subject: Subject, words: String) {
        self.kind = kind
        self.provider = provider
        self.subject = subject
        self.words = words
    }
}

extension ProviderFailure.Kind {
    /// Whether it concerns the account and not the single picture, so that the next request would fail as well.
    package var isAboutAccount: Bool { [.quota, .credentials, .unconfigured].contains(self) }

    /// Whether a drawing may stand in for the picture, where the site wants that: nothing is wrong with the site, and
    /// another day or another prompt may bring the picture.
    package var allowsStandIn: Bool {
        switch self {
        case .busy, .refused, .quota, .budget, .credentials, .unconfigured, .unusable: true
        case .retired, .rejected: false
        }
    }
}
