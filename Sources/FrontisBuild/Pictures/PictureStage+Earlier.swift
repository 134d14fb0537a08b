import FrontisCore
import FrontisImages
import FrontisStore

/// Pictures that were paid for and are fetched although no order of this run is about them.
extension PictureStage {
    /// Fetches them before any picture is bought.
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
            return answer.wish.map { only.contains($0.asker.slot) && demands[$0.asker.slot] == nil } ?? false
        }
        guard !answers.isEmpty else { return nil }
        progress(.stage("fetching pictures that are paid for"))
        let outcome = await earlier.collect(answers)
        // In the place of what the slots have shown; the history knows it already.
        let chosen = Dictionary(
            outcome.arrivals.filter { $0.event == .regenerated }.map { ($0.slot, $0.entry) },
            uniquingKeysWith: { first, _ in first })
        if !chosen.isEmpty {
            do throws(Diagnostic) {
                _ = try SiteLock.merge(chosen, alts: [:], into: folder.lock, locks: folder.cache + "/locks")
            } catch {
                diagnostics.append(error)
            }
        }
        let again = await prepare(
            start.list, start.registry, prompts: written.prompts, standIns: written.standIns,
            unfetched: outcome.failures)
        if let again { diagnostics += outcome.failures.compactMap { $0.finding(beside: again.plan) } }
        return again
    }
}
