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
    /// The lock of the slot, which has another recipe for a process that has read another house style, before that of the
    /// recipe: whoever waits for the second holds the first alone.
    func waitForLocks(of slot: Slot) async throws(Diagnostic) -> [KeyLock] {
        let place = try await wait(at: slot) { () throws(FileError) in try store.tryLock(place: slot.place) }
        return [place, try await wait(at: slot) { () throws(FileError) in try store.tryLock(slot.key) }]
    }

    private func wait(
        at slot: Slot, for tryLock: () throws(FileError) -> KeyLock?
    ) async throws(Diagnostic) -> KeyLock {
        do {
            while true {
                if let lock = try tryLock() { return lock }
                try await Task.sleep(for: .milliseconds(50))
            }
        } catch let error as FileError {
            throw finding(.init(.storeUnreadable, error.description, error.help), at: slot)
        } catch {
            throw finding(.init(.providerBusy, "\(error)", nil), at: slot)
        }
    }

    /// What is asked for, once nobody else is asking. Another process may have asked since the plan was made and got no
    /// picture, or one for a recipe of before: then nobody pays for the same again. Whoever asks by hand, or for what was
    /// in vain, does.
    ///
    /// - Throws: what a plan that was made now would say stands in the way.
    func lookedAtAgain(
        _ order: PictureTask.Order, _ manifest: RecipeManifest, hasPicture: Bool
    ) throws -> PictureTask.Order {
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
        var order = order
        guard manifest.candidates.isEmpty else {
            order.vain = vain(manifest, slot)
            return order
        }
        guard !hasPicture else { return order }
        order.unansweredSince = nil
        let ledger = SpendLedger(store: store.directory)
        let missing = MissingAnswers(SpendLedger.calls(of: try ledger.lines(of: slot.key, asked: slot.asked)))
        var manifests = [slot.key: manifest]
        var pending: Set<Digest> = []
        for key in missing.earlierRecipes(of: slot) { manifests[key] = try store.manifest(of: key) }
        for key in missing.earlierRecipes(of: slot) + [slot.key] {
            let answers = try store.pendingAnswers(of: key)
            if !answers.isEmpty { pending.insert(key) }
            if !order.isByHand,
                answers.contains(where: { $0.isEarlier(of: slot) && pins.accepts($0.stored, for: slot) })
            {
                throw slot.isPaidElsewhere
            }
        }
        if !order.isByHand, isMadeMeanwhile(slot, manifests) { throw slot.isPaidElsewhere }
        switch missing.outcome(for: slot, manifests, pending: pending) {
        case .paid(let day) where !rules.retriesFailed: throw slot.lost(paidOn: day)
        case .unknown(let day): order.unansweredSince = day
        case .paid, nil: break
        }
        return order
    }

    /// How many pictures of the recipe another process has asked for since the plan was made, and did not get; none where
    /// none of those that are there does for the slot.
    private func vain(_ manifest: RecipeManifest, _ slot: Slot) -> Int {
        guard manifest.candidates.contains(where: { pins.accepts($0.stored, for: slot) }) else { return 0 }
        let before = manifests[slot.key]
        let asked = manifest.asked - (before?.asked ?? 0)
        return max(0, asked - (manifest.candidates.count - (before?.candidates.count ?? 0)))
    }

    /// Whether another process has got the slot's picture under one of its recipes since the plan was made.
    private func isMadeMeanwhile(_ slot: Slot, _ now: [Digest: RecipeManifest]) -> Bool {
        now.contains { key, manifest in
            let isNews = manifests[key]?.candidates.isEmpty ?? true
            return isNews && manifest.candidates.contains { pins.accepts($0.stored, for: slot) }
        }
    }
}

extension Slot {
    /// For a picture that another process has paid for, under the recipe of before.
    fileprivate var isPaidElsewhere: Diagnostic {
        Diagnostic(
            .pictureNotMade,
            "another build has had the picture of \(id) made meanwhile, before the configuration changed",
            at: request.prompt.location, in: request.sourceLine,
            help: "build again to show it; nothing was paid for twice")
    }
}
