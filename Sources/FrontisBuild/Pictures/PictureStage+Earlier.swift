import FrontisCore
import FrontisImages
import FrontisStore

/// Pictures that were paid for and are fetched although no order of this run is about them.
extension PictureStage {
    /// Fetches them before anything is bought, and says in the history whose they are.
    ///
    /// - Returns: everything that is known, anew; nothing where nothing has changed.
    func collectEarlier(
        _ start: Start, _ prepared: Prepared, _ written: PromptFulfiller.Outcome, _ rules: ImageFulfiller.Rules,
        _ diagnostics: inout [Diagnostic]
    ) async -> Prepared? {
        guard writesLock, prepared.isSafe, rules.policy.sends else { return nil }
        let earlier = EarlierAnswers(
            store: prepared.store, providers: prepared.providers, slots: prepared.slots, pins: prepared.pins,
            rules: rules)
        // Whoever asks for a picture by hand waits for no other.
        let answers = earlier.among(prepared.pending).filter { answer in
            guard let only else { return true }
            return answer.wish.map { only.contains($0.slot) && demands[$0.slot] == nil } ?? false
        }
        guard !answers.isEmpty else { return nil }
        progress(.stage("fetching pictures that are paid for"))
        let outcome = await earlier.collect(answers)
        do throws(Diagnostic) {
            try note(outcome.arrivals, prepared, at: rules.now)
        } catch {
            diagnostics.append(error)
        }
        let again = await prepare(
            start.source, start.registry, prompts: written.prompts, standIns: written.standIns,
            unfetched: outcome.failures)
        if let again { diagnostics += outcome.failures.compactMap { $0.finding(beside: again.plan) } }
        return again
    }

    private func note(
        _ arrivals: [EarlierAnswers.Arrival], _ prepared: Prepared, at time: String
    ) throws(Diagnostic) {
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append(
                arrivals.map { .init(event: $0.event, slot: $0.slot, entry: $0.entry, time: time) })
        } catch {
            throw error.diagnostic(.storeUnreadable, in: folder.root)
        }
        let chosen = Dictionary(
            arrivals.filter { $0.event == .regenerated }.map { ($0.slot, $0.entry) },
            uniquingKeysWith: { first, _ in first })
        guard !chosen.isEmpty else { return }
        _ = try SiteLock.merge(chosen, alts: [:], into: folder.lock, locks: folder.cache + "/locks")
    }
}
