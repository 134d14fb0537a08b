package import FrontisCore
package import FrontisStore

/// What all paid calls of a run share: the ledger, what is left of the budget, who is asked no more, how often each
/// may be asked.
package struct SpendingAccount: Sendable {
    let ledger: SpendLedger
    let limit: SpendingLimit
    let halted = HaltedProviders()
    let limiters: RequestLimiters
    let unmade = UnmadeCalls()
    let stated = StatedCosts()
    let unnoted = UnnotedCalls()

    /// What has been spent so far.
    package var spent: Cost { limit.total }

    /// - Parameter budget: US dollars.
    package init(store: ImageStore, budget: Money, clock: RequestClock = .system) {
        ledger = SpendLedger(store: store.directory)
        limit = SpendingLimit(budget: budget)
        limiters = RequestLimiters(clock: clock)
    }
}
