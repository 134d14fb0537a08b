import FrontisCore
import FrontisStore
import Synchronization

/// Looks at store and ledger once more before a picture is asked for, as another process may have asked for it since the
/// plan was made: then nobody pays for the same again.
struct SecondLook: Sendable {
    let store: ImageStore
    let pins: Pins
    /// What the store had when the plan was made.
    let manifests: [Digest: RecipeManifest]
    let retriesFailed: Bool
    private let asked = AskedKeys()

    init(store: ImageStore, pins: Pins, manifests: [Digest: RecipeManifest], retriesFailed: Bool) {
        self.store = store
        self.pins = pins
        self.manifests = manifests
        self.retriesFailed = retriesFailed
    }

    /// What is asked for, once nobody else is asking. Another process may have got no picture, or one for a recipe of
    /// before. Whoever asks by hand, or for what was in vain, pays all the same.
    ///
    /// - Throws: what a plan that was made now would say stands in the way.
    func order(
        _ order: PictureTask.Order, _ manifest: RecipeManifest, hasPicture: Bool
    ) throws -> PictureTask.Order {
        let slot = order.slot
        // Of what this run has asked another provider nobody else knows more.
        guard asked.insert(slot.key), !order.isAnew else { return order }
        if let refusal = manifest.standingRefusal, !retriesFailed {
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
            let answers = try store.pending.of(key)
            if !answers.isEmpty { pending.insert(key) }
            if !order.isByHand,
                answers.contains(where: { $0.isEarlier(of: slot) && pins.accepts($0.stored, for: slot) })
            {
                throw slot.isPaidElsewhere
            }
        }
        if !order.isByHand, isMadeMeanwhile(slot, manifests) { throw slot.isPaidElsewhere }
        switch missing.outcome(for: slot, manifests, pending: pending) {
        case .paid(let day) where !retriesFailed: throw slot.lost(paidOn: day)
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

/// Recipes that this run has asked for: what it knows of them is newer than any plan.
private final class AskedKeys: Sendable {
    private let keys = Mutex<Set<Digest>>([])

    /// - Returns: whether it was not there yet.
    func insert(_ key: Digest) -> Bool { keys.withLock { $0.insert(key).inserted } }
}

extension Slot {
    /// For a picture that another process has paid for, under the recipe of before.
    fileprivate var isPaidElsewhere: Diagnostic {
        finding(
            .pictureNotMade,
            "another build has had the picture of \(id) made meanwhile, before the configuration changed",
            help: "build again to show it; nothing was paid for twice")
    }
}
