package import FrontisCore
package import FrontisStore

/// What lock and store know.
package struct PlanFacts: Sendable {
    package var lock: SiteLock
    /// Of the slots' keys, and of the keys that their lock entries, and `missingAnswers`, name.
    package var manifests: [Digest: RecipeManifest]
    /// Digests whose bytes are in the store.
    package var stored: Set<Digest>
    /// Of slots that the lock on the disk does not know: what they showed last, and what they asked for then.
    /// `lock` has entries for those that ask for the same today.
    package var lastShown: [SlotID: ChoiceHistory.Line] = [:]
    /// Answers that are paid for and whose pictures are still to be fetched, by the recipe's key.
    package var pending: [Digest: [PendingAnswer]] = [:]
    /// What could not be fetched a moment ago, and may never be.
    package var unfetched: [EarlierAnswers.Failure] = []
    package var missingAnswers = MissingAnswers()

    package init(lock: SiteLock, manifests: [Digest: RecipeManifest], stored: Set<Digest>) {
        self.lock = lock
        self.manifests = manifests
        self.stored = stored
    }
}
