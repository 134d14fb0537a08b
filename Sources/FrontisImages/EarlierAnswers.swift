package import FrontisCore
package import FrontisStore

/// Answers that are paid for, still to be fetched, and about which no order of this run is: to a recipe of before the
/// house style was changed, of a post that is a draft now, or for a picture that was to take the place of another. They
/// are fetched before any picture is bought, and the history says whose they are.
package struct EarlierAnswers: Sendable {
    package struct Outcome: Sendable {
        /// Pictures that came, as the slots that have asked for them.
        package var arrivals: [Arrival] = []
        /// What could not be fetched.
        package var failures: [Failure] = []
    }

    package struct Failure: Sendable {
        package var answer: PendingAnswer
        /// With what becomes of it as help.
        package var reason: ProviderFailure
    }

    package struct Arrival: Sendable {
        package var slot: SlotID
        package var entry: SiteLock.Entry
        /// `regenerated` where the slot is to show it in the place of what it shows, and `fetched` where it does not
        /// ask for it any more.
        package var event: ChoiceHistory.Line.Event
    }

    private let collector: AnswerCollector
    private let slots: [SlotID: Slot]
    private let pins: Pins
    private let policy: RunPolicy
    private let width: Int

    package init(
        store: ImageStore, providers: [String: any ImageProvider], slots: [Slot], pins: Pins,
        rules: ImageFulfiller.Rules
    ) {
        collector = AnswerCollector(store: store, providers: providers, retry: rules.retry, now: rules.now)
        self.slots = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.pins = pins
        policy = rules.policy
        width = max(1, rules.concurrency)
    }

    /// Those of the answers that no order fetches.
    package func among(_ answers: [PendingAnswer]) -> [PendingAnswer] {
        let byKey = Dictionary(grouping: slots.values, by: \.key)
        return answers.filter { answer in
            guard let wish = answer.wish else { return false }
            // What a frozen run cannot write into the lock waits for one that can.
            if replaces(wish, answer) { return policy.writesLock }
            return !(byKey[answer.key] ?? []).contains { pins.accepts(answer.stored, for: $0) }
        }
    }

    private func replaces(_ wish: PendingAnswer.Wish, _ answer: PendingAnswer) -> Bool {
        guard let slot = slots[wish.asker.slot] else { return false }
        return answer.replaces(slot) && pins.accepts(answer.stored, for: slot)
    }

    /// - Parameter answers: of `among`.
    package func collect(_ answers: [PendingAnswer]) async -> Outcome {
        var outcome = Outcome()
        let groups = Dictionary(grouping: answers, by: \.key).values.sorted { $0[0].call < $1[0].call }
        await groups.concurrently(width: width, collect(oneRecipe:)) { _, some in
            outcome.arrivals += some.arrivals
            outcome.failures += some.failures
        }
        outcome.arrivals.sort { ($0.slot, $0.entry.candidate) < ($1.slot, $1.entry.candidate) }
        return outcome
    }

    private func collect(oneRecipe answers: [PendingAnswer]) async -> Outcome {
        var outcome = Outcome()
        for answer in answers {
            guard let wish = answer.wish else { continue }
            do {
                let lost = try await collector.store.withKeyLock(answer.key) { () -> ProviderFailure? in
                    // Another process may have fetched it meanwhile.
                    guard try collector.store.pendingAnswers(of: answer.key).contains(where: { $0.call == answer.call })
                    else { return nil }
                    return try await collect(answer, wish, &outcome)
                }
                // Nobody holds two of these locks at once.
                if let lost { try await refuse(lost, of: answer) }
            } catch is CancellationError {
                return outcome
            } catch let error as FileError where error.isReadOnly {
                // A store that may only be read is somebody else's to fill; a slot that waits says so.
                continue
            } catch let error as StoreError {
                outcome.failures.append(
                    Failure(answer: answer, reason: ProviderFailure(.busy, error.summary, help: error.help)))
            } catch {
                outcome.failures.append(Failure(answer: answer, reason: ProviderFailure(.busy, "\(error)")))
            }
        }
        return outcome
    }

    /// - Returns: why it can never be had, where that is so.
    private func collect(
        _ answer: PendingAnswer, _ wish: PendingAnswer.Wish, _ outcome: inout Outcome
    ) async throws(StoreError) -> ProviderFailure? {
        let manifest = try collector.store.manifest(of: answer.key) ?? RecipeManifest(recipe: wish.recipe)
        let first = manifest.nextNumber
        let request = GenerationRequest(
            recipe: wish.recipe, key: answer.key, count: 1, model: answer.model, quality: answer.quality,
            references: [])
        let collected = try await collector.collect(
            answer, for: request, fallback: fallback(answer), slot: wish.asker.slot, into: manifest
        ) { (receipt) throws(StoreError) in
            // A run that was killed may have got it, and not said whose it is.
            let known = receipt.known
            let arrived = receipt.manifest.candidates.first { $0.number >= first || known.contains($0.image) }
            guard let arrived else { return }
            outcome.arrivals += try keep(arrived, answer, wish, in: &receipt.manifest)
        }
        if let error = collected.receipt?.storeError { throw error }
        guard let failure = collected.failure else { return nil }
        outcome.failures.append(Failure(answer: answer, reason: failure))
        return collected.isGivenUp ? failure : nil
    }

    /// Writes down whose picture it is, while its address is still known.
    private func keep(
        _ candidate: RecipeManifest.Candidate, _ answer: PendingAnswer, _ wish: PendingAnswer.Wish,
        in manifest: inout RecipeManifest
    ) throws(StoreError) -> [Arrival] {
        let isChosen = replaces(wish, answer)
        if isChosen { manifest.choose(candidate.number, for: wish.asker.slot) }
        try collector.store.write(manifest, for: answer.key)
        // Who has come to ask for the same since then shares it as well.
        let newcomers = wish.isAnew ? [] : slots.values.filter(answer.isEarlier).map(PendingAnswer.Wish.Asker.init)
        var askers = [wish.asker]
        for asker in wish.sharers + newcomers.sorted(by: { $0.slot < $1.slot })
        where !askers.contains(where: { $0.slot == asker.slot }) {
            askers.append(asker)
        }
        let arrivals = askers.map { asker in
            let slot = slots[asker.slot]
            return Arrival(
                slot: asker.slot,
                entry: SiteLock.Entry(
                    image: candidate.stored, recipe: answer.key, asked: asker.asked, prompt: wish.recipe.prompt,
                    written: slot?.request.isAutomatic == true ? asker.words : nil),
                event: isChosen ? .regenerated : slot?.asked == asker.asked ? .made : .fetched)
        }
        do throws(FileError) {
            try ChoiceHistory(store: collector.store.directory).append(
                arrivals.map { .init(event: $0.event, slot: $0.slot, entry: $0.entry, time: collector.now) })
        } catch {
            throw .file(error.relative(to: collector.store.site))
        }
        return arrivals
    }

    /// A slot that waits for what can never be had asks for another picture by now: that, too, is paid for only when
    /// somebody says so.
    private func refuse(_ failure: ProviderFailure, of answer: PendingAnswer) async throws {
        for slot in slots.values where answer.isEarlier(of: slot) && pins.accepts(answer.stored, for: slot) {
            try await collector.store.withKeyLock(slot.key) {
                var manifest = try collector.store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
                guard manifest.candidates.isEmpty else { return }
                manifest.refusal = .init(
                    .expired, provider: answer.provider, model: answer.model, message: failure.message,
                    created: answer.created)
                try collector.store.write(manifest, for: slot.key)
            }
        }
    }

    private func fallback(_ answer: PendingAnswer) -> (any ImageProvider)? {
        collector.providers.sorted { $0.key < $1.key }.first { $0.value.dialect == answer.dialect }?.value
    }
}

extension EarlierAnswers.Failure {
    /// What to say of it beside a plan: nothing where a slot that has no picture without it says so.
    package func finding(beside plan: ImagePlan) -> Diagnostic? {
        let isTold = plan.entries.contains { entry in
            (entry.action == .blocked || entry.isStandIn) && entry.slot.map(answer.isEarlier) == true
        }
        guard !isTold, let slot = answer.wish?.asker.slot else { return nil }
        var finding = Diagnostic(
            reason.kind.diagnosticID,
            "a picture of \(slot), paid for on \(answer.created.prefix(10)), could not be fetched: \(reason.message)",
            help: reason.help)
        finding.severity = .warning
        return finding
    }
}

extension PendingAnswer {
    /// Whether it is to take the place of the slot's picture.
    func replaces(_ slot: Slot) -> Bool {
        guard let wish, wish.isAnew else { return false }
        return wish.asker.slot == slot.id && wish.asker.asked == slot.asked && key == slot.key
    }

    /// Whether it is what a slot asks for, made for a recipe that the configuration has changed since.
    func isEarlier(of slot: Slot) -> Bool {
        guard let wish, key != slot.key else { return false }
        return ([wish.asker] + wish.sharers).contains { asker in
            asker.asked == slot.asked && (asker.slot == slot.id || asker.words == slot.filledPrompt)
        }
    }
}

extension PendingAnswer.Wish.Asker {
    init(_ slot: Slot) { self.init(slot: slot.id, asked: slot.asked, words: slot.filledPrompt) }
}
