package import FrontisCore
import FrontisHTTP
package import FrontisStore

/// Has prompts written for slots that say `auto`, and keeps each as it arrives: it is paid for once, like a picture.
package struct PromptFulfiller: Sendable {
    package struct Outcome: Sendable {
        package var prompts: [SlotID: String] = [:]
        package var diagnostics: [Diagnostic] = []
        /// Slots without a prompt whose pictures a drawing may stand in for.
        package var standIns: Set<SlotID> = []

        package init() {}
    }

    private let store: ImageStore
    private let writer: any PromptWriter
    private let account: SpendingAccount
    private let rules: FulfilmentRules
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void
    private let lane: FairSemaphore

    /// - Parameter progress: is told how many prompts are settled, written or not, and of how many: first of none.
    package init(
        store: ImageStore, writer: any PromptWriter, account: SpendingAccount, rules: FulfilmentRules,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        self.store = store
        self.writer = writer
        self.account = account
        self.rules = rules
        self.progress = progress
        lane = FairSemaphore(rules.concurrency)
    }

    package func write(_ slots: [UnwrittenSlot]) async -> Outcome {
        var outcome = Outcome()
        var done = 0
        progress(done, slots.count)
        await slots.concurrently(width: rules.concurrency, written(for:)) { slot, result in
            done += 1
            progress(done, slots.count)
            switch result {
            case .success(let prompt): outcome.prompts[slot.id] = prompt
            case .failure(let error):
                if rules.onFailure == .placeholder, error.diagnostic.cause?.kind.allowsStandIn == true {
                    outcome.standIns.insert(slot.id)
                    outcome.diagnostics.append(error.diagnostic.covered(by: .drawing))
                } else {
                    outcome.diagnostics.append(error.diagnostic)
                }
            }
        }
        outcome.diagnostics.sort { ($0.location?.path ?? "", $0.summary) < ($1.location?.path ?? "", $1.summary) }
        return outcome
    }

    private struct FindingError: Error {
        var diagnostic: Diagnostic
    }

    private func written(for slot: UnwrittenSlot) async -> Result<String, FindingError> {
        do {
            return .success(try await ask(slot))
        } catch {
            var finding =
                if let failure = error as? ProviderFailure {
                    slot.finding(
                        failure.kind.diagnosticID,
                        "the prompt of \(slot.id) was not written: '\(writer.name)': \(failure.message)",
                        help: failure.help ?? "say in words what the picture shows: ai-image: …")
                } else {
                    slot.finding(for: error, "the prompt of \(slot.id) was not written: ")
                }
            finding.severity = .error
            finding.cause = (error as? ProviderFailure).map { failure in
                ProviderTrouble(
                    failure.kind, of: writer.name, .prompt, words: "provider '\(writer.name)': \(failure.message)")
            }
            return .failure(FindingError(diagnostic: finding))
        }
    }

    private func ask(_ slot: UnwrittenSlot) async throws -> String {
        try await store.withKeyLock(slot.promptKey) {
            // Two posts with one text, or another process, may have had it written meanwhile.
            if let record = try store.prompt(of: slot.promptKey) { return record.prompt }
            let key = FailedWriting.key(
                of: slot.promptKey, language: nil, by: .init(writer, settings: rules.writingSettings))
            if !rules.retriesFailed, let failure = try store.failedWriting(key) {
                throw ProviderFailure(
                    failure.kind, "\(failure.reason) (asked on \(failure.created.day))",
                    help: (failure.help.map { $0 + "\n" } ?? "") + "or ask again: frontis build --retry-failed")
            }
            try store.checkRoom()
            let call = PaidCall(
                account: account, lane: lane, provider: writer.name, dialect: writer.dialect, model: writer.model,
                limits: writer.limits, key: slot.promptKey, kind: .prompt, price: writer.price(of: slot.prompt),
                now: rules.now)
            let (prompt, cost): (WrittenPrompt, Cost)
            do throws(ProviderFailure) {
                (prompt, cost) = try await call.run(rules.retry) {
                    (_) async throws(ProviderFailure) -> (WrittenPrompt, Cost?) in
                    let prompt = try await writer.writePrompt(slot.prompt)
                    return (prompt, prompt.cost)
                }
            } catch {
                if error.isUselessAnswer {
                    try store.write(
                        FailedWriting(
                            key: key, reason: error.message, help: error.help, kind: error.kind, provider: writer.name,
                            model: writer.model, created: rules.now))
                }
                throw error
            }
            try store.write(
                PromptRecord(
                    key: slot.promptKey, prompt: prompt.text, model: prompt.model, created: rules.now,
                    cost: prompt.cost.map { _ in cost }, slot: slot.id))
            return prompt.text
        }
    }
}
