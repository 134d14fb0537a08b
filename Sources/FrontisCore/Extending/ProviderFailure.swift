/// Why one attempt failed, in the classes that decide what happens next.
package struct ProviderFailure: Error, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Too many requests, overload, a lost connection, a time-out: worth another attempt.
        case busy
        /// The vendor will not make this picture. Never retried, remembered.
        case refused
        /// The account's money or quota is used up: this provider is asked no more in this run.
        case quota
        /// What it may cost no longer fits into the budget of the run: nobody was asked.
        case budget
        /// As for `quota`, because it does not know who is asking.
        case credentials
        /// The model is gone.
        case retired
        /// An answer that is no picture, or is over the limits.
        case unusable
        /// The request itself is wrong: a parameter the vendor does not take.
        case rejected
        /// A setting names an environment variable or a file that is not there.
        case unconfigured
    }

    package var kind: Kind
    /// For a person, with the vendor's words bounded and secrets taken out.
    package var message: String
    package var help: String?
    /// What the vendor asked to wait before the next attempt.
    package var retryAfter: Duration?
    /// Whether money may have been spent: the request was sent and its end is not known, or an answer came.
    package var mayBeBilled: Bool
    /// Whether what was asked for may well be made and lost: no answer came, or half of one, or none in time.
    package var isAnswerLost: Bool
    /// The paid answer that was no picture.
    package var evidence: [UInt8]?
    /// Of a voucher: whether nothing will ever come for it.
    package var isFinal: Bool

    package init(
        _ kind: Kind, _ message: String, help: String? = nil, retryAfter: Duration? = nil, mayBeBilled: Bool = false,
        isAnswerLost: Bool = false, evidence: [UInt8]? = nil, isFinal: Bool = false
    ) {
        self.kind = kind
        self.message = message
        self.help = help
        self.retryAfter = retryAfter
        self.mayBeBilled = mayBeBilled
        self.isAnswerLost = isAnswerLost
        self.evidence = evidence
        self.isFinal = isFinal
    }
}
