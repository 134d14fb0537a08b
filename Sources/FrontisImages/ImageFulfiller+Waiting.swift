import FrontisCore
import FrontisStore
import Synchronization

/// Recipes that this run has asked for: what it knows of them is newer than any plan.
final class AskedKeys: Sendable {
    private let keys = Mutex<Set<Digest>>([])

    /// - Returns: whether it was not there yet.
    func insert(_ key: Digest) -> Bool { keys.withLock { $0.insert(key).inserted } }
}

/// Taking turns with other processes that want the same picture.
extension ImageFulfiller {
    func waitForLock(of slot: Slot) async throws(Diagnostic) -> KeyLock {
        do {
            while true {
                if let lock = try store.tryLock(slot.key) { return lock }
                try await Task.sleep(for: .milliseconds(50))
            }
        } catch let error as FileError {
            throw finding(.init(.storeUnreadable, error.description, error.help), at: slot)
        } catch {
            throw finding(.init(.providerBusy, "\(error)", nil), at: slot)
        }
    }

    /// What is asked for, once nobody else is asking. Another process may have asked since the plan was made and got no
    /// picture: then nobody pays for the same again. Whoever asks by hand, or for what was in vain, does.
    ///
    /// - Throws: what a plan that was made now would say stands in the way.
    func lookedAtAgain(_ order: PictureTask.Order, _ manifest: RecipeManifest) throws -> PictureTask.Order {
        let slot = order.slot
        // Of what this run has asked another provider nobody else knows more.
        guard askedKeys.insert(slot.key), !order.isAnew else { return order }
        if let refusal = manifest.standingRefusal, !rules.retriesFailed {
            var finding = refusal.finding(for: slot)
            if refusal.kind != .expired {
                finding.cause = ProviderTrouble(
                    refusal.kind == .refused ? .refused : .unusable, of: refusal.provider, .picture,
                    words: finding.summary)
            }
            throw finding
        }
        guard manifest.candidates.isEmpty else { return order }
        var order = order
        order.unansweredSince = nil
        let ledger = SpendLedger(store: store.directory)
        switch MissingAnswers(SpendLedger.calls(of: try ledger.lines(of: slot.key))).outcome(of: slot.key) {
        case .paid(let day) where !rules.retriesFailed: throw slot.lost(paidOn: day)
        case .unknown(let day): order.unansweredSince = day
        case .paid, nil: break
        }
        return order
    }
}
