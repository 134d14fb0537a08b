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
        /// ask for it any more, or shows what was chosen since.
        package var event: ChoiceHistory.Line.Event
        /// Whether it was asked for to take the place of another.
        package var isAnew: Bool
    }

    private let collector: AnswerCollector
    private let slots: [SlotID: Slot]
    private let answers: [PendingAnswer]
    /// Slots that have no picture without one of them.
    private let waiting: Set<SlotID>
    private let lock: SiteLock
    private let claims: Claims
    private let choices: ChoiceCounts
    private let pins: Pins
    private let policy: RunPolicy
    private let width: Int

    /// - Parameters:
    ///   - answers: all that are still to be fetched.
    ///   - waiting: slots that have no picture without one of them.
    ///   - lock: with what the history says of slots that the lock does not know.
    ///   - choices: as they are before anything is fetched.
    package init(
        _ answers: [PendingAnswer], waiting: Set<SlotID>, store: ImageStore, providers: [String: any ImageProvider],
        slots: [Slot], lock: SiteLock, choices: ChoiceCounts, pins: Pins, rules: FulfilmentRules
    ) {
        collector = AnswerCollector(store: store, providers: providers, retry: rules.retry, now: rules.now)
        let slots = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        claims = Claims(of: answers, lock: lock, slots: slots, pins: pins)
        self.answers = answers
        self.waiting = waiting
        self.slots = slots
        self.lock = lock
        self.choices = choices
        self.pins = pins
        policy = rules.policy
        width = max(1, rules.concurrency)
    }

    /// Those of the answers that no order fetches.
    package var withoutOrder: [PendingAnswer] {
        let byKey = Dictionary(grouping: slots.values, by: \.key)
        return answers.filter { answer in
            guard let wish = answer.wish else { return false }
            // What a frozen run cannot write into the lock waits for one that can.
            if wish.isAnew { return policy.writesLock || !claims.hold(answer, choices) }
            return !(byKey[answer.key] ?? []).contains { pins.accepts(answer.stored, for: $0) }
        }
    }

    /// - Parameter answers: some of `withoutOrder`.
    package func collect(_ answers: [PendingAnswer]) async -> Outcome {
        var outcome = Outcome()
        let groups = Dictionary(grouping: answers, by: \.key).values.sorted { $0[0].call < $1[0].call }
            // Of several that were asked for one after the other, the last has the first number.
            .map { $0.sorted { ($1.wish?.turn ?? 0, $0.created, $0.call) < ($0.wish?.turn ?? 0, $1.created, $1.call) } }
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
                    guard try collector.store.pending.of(answer.key).contains(where: { $0.call == answer.call })
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
        let isLacking = waiting.contains { slots[$0].map(answer.isEarlier) ?? false }
        let collected = try await (isLacking ? collector : collector.inPassing).collect(
            answer, for: request, fallback: fallback(answer), slot: slot(for: answer, wish), into: manifest
        ) { (receipt) throws(StoreError) in
            guard let arrived = receipt.arrived(since: first) else { return }
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
        // Somebody may have chosen while it was fetched.
        let choices = try choicesOfNow()
        let isChosen = claims.hold(answer, choices)
        if isChosen { manifest.choose(candidate.number, for: wish.asker.slot) }
        try collector.store.write(manifest, for: answer.key)
        let newcomers = slots.values.filter { isNewcomer($0, to: answer, wish) }.map(choices.asker)
        var askers = [wish.asker]
        for asker in wish.sharers + newcomers.sorted(by: { $0.slot < $1.slot })
        where !askers.contains(where: { $0.slot == asker.slot }) {
            askers.append(asker)
        }
        let arrivals = askers.map { asker in
            let slot = slots[asker.slot]
            let isAutomatic = slot?.request.isAutomatic ?? (lock.images[asker.slot]?.written != nil)
            let isWaitedFor = !wish.isAnew && slot?.asked == asker.asked && !choices.haveGrown(since: asker)
            return Arrival(
                slot: asker.slot,
                entry: SiteLock.Entry(
                    image: candidate.stored, recipe: answer.key, asked: asker.asked, prompt: wish.recipe.prompt,
                    written: isAutomatic ? asker.words : nil),
                event: isChosen && asker.slot == wish.asker.slot ? .regenerated : isWaitedFor ? .made : .fetched,
                isAnew: wish.isAnew)
        }
        do throws(FileError) {
            try ChoiceHistory(store: collector.store.directory).append(
                arrivals.map { .init(event: $0.event, slot: $0.slot, entry: $0.entry, time: collector.now) })
        } catch {
            throw .file(error.relative(to: collector.store.site))
        }
        return arrivals
    }

    private func choicesOfNow() throws(StoreError) -> ChoiceCounts {
        do throws(FileError) {
            return ChoiceCounts(try ChoiceHistory(store: collector.store.directory).lines())
        } catch {
            throw .file(error.relative(to: collector.store.site))
        }
    }

    /// Who has come to ask for the same since then shares it as well. What was to take the place of another picture is
    /// of use to the slots of a post that was renamed.
    private func isNewcomer(_ slot: Slot, to answer: PendingAnswer, _ wish: PendingAnswer.Wish) -> Bool {
        guard wish.isAnew else { return answer.isEarlier(of: slot) }
        return slots[wish.asker.slot] == nil && wish.asker.asked == slot.asked && wish.asker.words == slot.filledPrompt
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

    /// A slot of this run for which another picture could be made instead.
    private func slot(for answer: PendingAnswer, _ wish: PendingAnswer.Wish) -> SlotID? {
        slots[wish.asker.slot]?.id ?? slots.values.filter { isNewcomer($0, to: answer, wish) }.map(\.id).min()
    }

    /// Whom to ask where the provider has got another name: that of a slot that waits before any other that speaks the
    /// same protocol.
    private func fallback(_ answer: PendingAnswer) -> (any ImageProvider)? {
        let askers = answer.wish.map { [$0.asker] + $0.sharers } ?? []
        let waiting =
            askers.compactMap { slots[$0.slot] } + slots.values.filter(answer.isEarlier).sorted { $0.id < $1.id }
        let names = waiting.map(\.provider) + collector.providers.keys.sorted()
        return names.lazy.compactMap { collector.providers[$0] }.first { $0.dialect == answer.dialect }
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
            "a picture of \(slot), paid for on \(answer.created.day), could not be fetched: \(reason.message)",
            help: reason.help)
        finding.severity = .warning
        return finding
    }
}

extension EarlierAnswers.Arrival {
    /// What to say of a picture that was to take the place of another and does not: nothing where it is shown.
    package func finding(beside plan: ImagePlan) -> Diagnostic? {
        guard isAnew, event == .fetched else { return nil }
        let start = "a picture of \(slot), paid for on \(entry.created.day), has come"
        guard let planned = plan.entries.first(where: { $0.id == slot }), let slot = planned.slot else {
            return Diagnostic(.pictureLate, start + ", and waits in the store", help: nil)
        }
        guard planned.kept?.digest != entry.image else { return nil }
        let choice = slot.key == entry.recipe ? String(entry.candidate) : String(entry.image.hex.prefix(12))
        return slot.finding(
            .pictureLate, start + "; \(slot.id) goes on showing another",
            help: "show it with: frontis image pick \(slot.id) \(choice)")
    }
}

extension PendingAnswer {
    /// Whether it is what a slot asks for, made for a recipe that the configuration has changed since.
    func isEarlier(of slot: Slot) -> Bool {
        guard let wish, key != slot.key else { return false }
        return ([wish.asker] + wish.sharers).contains { asker in
            asker.asked == slot.asked && (asker.slot == slot.id || asker.words == slot.filledPrompt)
        }
    }
}
