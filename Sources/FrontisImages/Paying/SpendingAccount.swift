package import FrontisCore
package import FrontisHTTP
package import FrontisStore

/// What all paid calls of a run share: the ledger, what is left of the budget, who is asked no more, how often each
/// may be asked.
package struct SpendingAccount: Sendable {
    let ledger: SpendLedger
    /// Whether what comes goes elsewhere than into the ledger's store.
    let isElsewhere: Bool
    let limit: SpendingLimit
    let halted = HaltedProviders()
    let limiters: RequestLimiters
    let unmade = UnmadeCalls()
    let stated = StatedCosts()
    let unnoted = UnnotedCalls()

    /// What has been spent so far.
    package var spent: Cost { limit.total }

    /// - Parameters:
    ///   - budget: US dollars.
    ///   - isElsewhere: whether what comes goes elsewhere than into this store.
    package init(store: ImageStore, budget: Money, isElsewhere: Bool = false, clock: RequestClock = .system) {
        self.isElsewhere = isElsewhere
        ledger = SpendLedger(store: store.directory)
        limit = SpendingLimit(budget: budget)
        limiters = RequestLimiters(clock: clock)
    }
}
