import FrontisCore
import FrontisImages
import FrontisStore

/// Pictures that were paid for and are fetched although no order of this run is about them.
extension Gallery {
    /// Fetches them before any picture is bought.
    ///
    /// - Returns: everything that is known, anew; nothing where nothing has changed.
    func collectEarlier(
        _ start: Start, prepared: Prepared, with written: PromptFulfiller.Outcome, by rules: FulfilmentRules,
        _ diagnostics: inout [Diagnostic]
    ) async -> Prepared? {
        guard errand.writesLock, prepared.isSafe, rules.policy.sends else { return nil }
        let earlier = EarlierAnswers(
            prepared.pending,
            waiting: Set(prepared.plan.entries.filter { $0.isPaid && $0.kept == nil }.map(\.id)), store: prepared.store,
            providers: prepared.providers, slots: prepared.slots,
            lock: prepared.lock, choices: choices(besides: prepared.pending), pins: prepared.pins, rules: rules)
        // Whoever asks for a picture by hand waits for no other.
        let answers = earlier.withoutOrder.filter { answer in
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
        let again = await preparation.prepare(
            start.list, start.registry, prompts: written.prompts, standIns: written.standIns,
            unfetched: outcome.failures)
        if let again {
            diagnostics += outcome.failures.compactMap { $0.finding(beside: again.plan) }
            // What the slots of a post that was renamed have to say says it all.
            let late = outcome.arrivals.filter { arrival in
                again.slots.contains { $0.id == arrival.slot }
                    || !outcome.arrivals.contains {
                        $0.entry.image == arrival.entry.image && $0.slot != arrival.slot
                    }
            }
            diagnostics += late.compactMap { $0.finding(beside: again.plan) }
        }
        return again
    }

    /// How often pictures have been chosen; none where the history cannot be read, which whoever needs it to show a
    /// picture says.
    func choices(besides pending: [PendingAnswer]) -> ChoiceCounts {
        do throws(FileError) {
            return ChoiceCounts(try ChoiceHistory(store: folder.store).lines(), pending: pending)
        } catch {
            return ChoiceCounts(pending: pending)
        }
    }

    /// The same for a run that may ask for pictures; no other writes them down.
    func choices(for prepared: Prepared) -> ChoiceCounts {
        let asks = prepared.plan.entries.contains { $0.action == .make && !$0.isPaid }
        return asks ? choices(besides: prepared.pending) : ChoiceCounts()
    }
}
