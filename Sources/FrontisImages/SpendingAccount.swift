package import FrontisStore

/// What all paid calls of a run share: the ledger, what is left of the budget, who is asked no more.
package struct SpendingAccount: Sendable {
    let ledger: SpendLedger
    let limit: SpendingLimit
    let halted = HaltedProviders()

    /// - Parameter budget: US dollars.
    package init(store: ImageStore, budget: Double) {
        ledger = SpendLedger(store: store.directory)
        limit = SpendingLimit(budget: budget)
    }
}
