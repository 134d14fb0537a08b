import Foundation
import FrontisCore
import FrontisHTTP
import FrontisStore

/// Fetches pictures that earlier runs have paid for and could not fetch.
struct AnswerCollector: Sendable {
    let store: ImageStore
    let providers: [String: any ImageProvider]
    var retry: RetryPolicy
    let now: Timestamp
    /// For one attempt at an address; as long as the provider says where there is nothing.
    var patience: Duration?
    /// Addresses expire by the real clock.
    var clock: @Sendable () -> Timestamp = { .now }

    /// The same for pictures that no page of this run lacks: one short attempt in each run is enough, as the next one
    /// tries again.
    var inPassing: AnswerCollector {
        var collector = self
        collector.retry.attempts = 1
        collector.patience = .seconds(20)
        return collector
    }

    /// What became of one answer.
    struct Collected: Sendable {
        /// Nothing where nobody could be asked.
        var receipt: PictureReceiver.Receipt?
        /// Why something of it is still not there.
        var failure: ProviderFailure?
        /// Whether it never will be.
        var isGivenUp = false
    }

    /// What comes is kept in the manifest, which the caller writes; what can never be had any more is remembered there
    /// before it is forgotten, as that has to be said before anybody pays again. Hold the key's lock meanwhile.
    ///
    /// - Parameters:
    ///   - request: for one picture of the answer's recipe.
    ///   - fallback: whom to ask where the provider has got another name.
    ///   - slot: of a page that could have another picture made; nothing where no page has it.
    ///   - note: is told of what has come before its address is forgotten.
    func collect(
        _ answer: PendingAnswer, for request: GenerationRequest, fallback: (any ImageProvider)?, slot: SlotID?,
        into manifest: RecipeManifest,
        _ note: (inout PictureReceiver.Receipt) throws(StoreError) -> Void = { _ in }
    ) async throws(StoreError) -> Collected {
        // Another protocol by the same name would say of a good address that it is none.
        let named = providers[answer.provider].flatMap { $0.dialect == answer.dialect ? $0 : nil }
        guard let provider = named ?? fallback else {
            let failure = ProviderFailure(
                .unconfigured,
                "a picture that was asked of provider '\(answer.provider)' is to be fetched, and there is no such "
                    + "provider any more", help: "put it back into frontis.yaml")
            guard answer.expires <= clock() else {
                return Collected(failure: words(for: failure, pending: answer, slot))
            }
            var manifest = manifest
            let words = try giveUp(answer, because: failure, as: .expired, in: &manifest, of: slot)
            return Collected(receipt: .init(manifest: manifest), failure: words, isGivenUp: true)
        }
        let receiver = PictureReceiver(
            store: store, provider: provider, request: request, retry: retry, now: now, light: answer.light,
            model: answer.model, quality: answer.quality, wish: answer.wish, patience: patience, clock: clock)
        var receipt = await receiver.collect(answer, into: manifest)
        try receiver.secure(&receipt)
        try note(&receipt)
        try receiver.finish(&receipt)
        guard let failure = receipt.failure else { return Collected(receipt: receipt) }
        if let pending = receipt.pending, pending.expires > clock() {
            return Collected(receipt: receipt, failure: words(for: failure, pending: pending, slot))
        }
        let kind: RecipeManifest.Refusal.Kind =
            receipt.pending != nil ? .expired : failure.kind == .refused ? .refused : .unusable
        let words = try giveUp(
            receipt.pending ?? answer, because: failure, as: kind, in: &receipt.manifest, of: slot)
        return Collected(receipt: receipt, failure: words, isGivenUp: true)
    }

    /// Writes down of a picture that was fetched for some slots whose it is besides: who has asked for it, or was to share
    /// it, may be a draft by now and comes back when its recipe is another.
    func note(
        _ candidate: RecipeManifest.Candidate, of answer: PendingAnswer, besides slots: [Slot]
    ) throws(StoreError) {
        guard let wish = answer.wish else { return }
        let told = Set(slots.map(\.id))
        let lines = ([wish.asker] + wish.sharers).filter { !told.contains($0.slot) }.map { asker in
            ChoiceHistory.Line(
                event: .fetched, slot: asker.slot,
                entry: SiteLock.Entry(
                    image: candidate.stored, recipe: answer.key, asked: asker.asked, prompt: wish.recipe.prompt,
                    written: nil), time: now)
        }
        do throws(FileError) { try ChoiceHistory(store: store.directory).append(lines) } catch {
            throw .file(error.relative(to: store.site))
        }
    }

    /// Remembers that nothing will come for an answer that is paid for. A recipe that has pictures was not refused.
    private func giveUp(
        _ answer: PendingAnswer, because failure: ProviderFailure, as kind: RecipeManifest.Refusal.Kind,
        in manifest: inout RecipeManifest, of slot: SlotID?
    ) throws(StoreError) -> ProviderFailure {
        if manifest.candidates.isEmpty {
            manifest.refusal = .init(
                kind, provider: answer.provider, model: answer.model, message: failure.message, created: answer.created)
        }
        try store.write(manifest, for: answer.key)
        try store.pending.remove(answer)
        var failure = failure
        failure.help = slot.map { "have another one made, which is paid for: frontis image regenerate \($0)" }
        return failure
    }

    /// Says of what could not be fetched that it is paid for and what becomes of it.
    func words(for failure: ProviderFailure, pending: PendingAnswer, _ slot: SlotID?) -> ProviderFailure {
        var failure = failure
        let end = pending.expires.rfc3339
        let future =
            pending.expires > clock()
            ? "it is paid for, and every build until \(end) tries to fetch it again, at no cost"
            : "it is paid for, and its address was good until \(end); the next build tries once more, at no cost"
        let others = [failure.help, future, slot.map { "or pay for another: frontis image regenerate \($0)" }]
        failure.help = others.compactMap(\.self).joined(separator: "\n")
        return failure
    }
}
