package import FrontisCore
import FrontisHTTP
import FrontisPictures
package import FrontisStore

/// Makes what a plan says is to be made, keeps every picture as it arrives, and has alt texts written. The only
/// stage that may use the network or spend money.
package struct ImageFulfiller: Sendable {
    let store: ImageStore
    let gallery: PlaceholderGallery
    let rules: FulfilmentRules
    let lock: SiteLock
    let account: SpendingAccount
    let onEvent: @Sendable (FulfilmentEvent) -> Void
    private let maker: PictureMaker
    private let writer: AltWriter

    /// - Parameters:
    ///   - manifests: what the store had when the plan was made.
    ///   - redescribed: places whose alt text is to be written although there is one.
    package init(
        store: ImageStore, account: SpendingAccount, gallery: PlaceholderGallery, lock: SiteLock,
        providers: [String: any ImageProvider],
        pins: Pins, describer: (any ImageDescriber)?, references: [Digest: ReferencePicture], rules: FulfilmentRules,
        choices: ChoiceCounts = ChoiceCounts(), manifests: [Digest: RecipeManifest] = [:],
        redescribed: Set<SlotID> = [],
        onEvent: @escaping @Sendable (FulfilmentEvent) -> Void = { _ in }
    ) {
        self.store = store
        self.gallery = gallery
        self.lock = lock
        self.rules = rules
        self.account = account
        self.onEvent = onEvent
        let look = SecondLook(store: store, pins: pins, manifests: manifests, retriesFailed: rules.retriesFailed)
        // Neither waits for the other.
        let (making, describing) = (FairSemaphore(rules.concurrency), FairSemaphore(rules.concurrency))
        maker = PictureMaker(
            store: store, providers: providers, references: references, rules: rules, pins: pins, choices: choices,
            account: account, secondLook: look, lane: making, onEvent: onEvent)
        writer = AltWriter(
            store: store, describer: describer, rules: rules, account: account, locked: lock.entriesByImage,
            lockedFiles: lock.localAltsByImage, redescribed: redescribed, lane: describing, onEvent: onEvent)
    }

    /// - Parameter jobs: threads for drawing placeholders.
    package func fulfil(_ plan: ImagePlan, jobs: Int) async -> Fulfilment {
        var outcome = Fulfilment()
        outcome.diagnostics = plan.diagnostics
        let placeholders = plan.entries.filter { $0.action == .placeholder }
        await draw(placeholders.filter { $0.slot?.light == nil }, jobs: jobs, into: &outcome)
        outcome.counts.failed += plan.entries.count { $0.action == .blocked || $0.isStandIn }
        let tasks = PictureTask.tasks(for: plan)
        onEvent(.total(tasks.filter { !$0.orders.isEmpty }.count))
        var shown: [SlotID: StoredImage?] = [:]
        await work(on: tasks.filter { !$0.isDark }) { result in
            for slot in result.task.slots { shown[slot.id] = .some(result.image) }
            add(result, to: &outcome)
        }
        // Which light pictures came is known by now.
        await draw(placeholders.filter { $0.slot?.light != nil }, jobs: jobs, into: &outcome)
        await work(on: paired(tasks.filter(\.isDark), with: shown, &outcome.diagnostics)) { result in
            outcome.diagnostics += mismatches(in: result, of: plan, with: shown)
            add(result, to: &outcome)
        }
        outcome.showDarks(beside: plan.entries.compactMap(\.slot))
        outcome.diagnostics += AltChecker(rules).findings(
            ofShown: plan.entries.compactMap(\.slot), in: outcome.catalog)
        outcome.cost = account.limit.total
        outcome.diagnostics += account.stated.findings()
        outcome.diagnostics += [account.unnoted.finding].compactMap(\.self)
        outcome.diagnostics = account.toldOnce(outcome.diagnostics)
        return outcome
    }

    // MARK: Lanes

    /// Which of the two lanes a task comes out of.
    private enum Step: Sendable {
        case made(PictureTask.Result, lane: String)
        case finished(PictureTask.Result)
    }

    /// Has pictures made in lanes of their own, one for each provider, so that one with a narrow limit holds up no
    /// other; and has them looked at in another lane as soon as they are there. What waits between the two holds no
    /// bytes.
    private func work(on tasks: [PictureTask], _ finish: (PictureTask.Result) -> Void) async {
        let width = max(1, rules.concurrency)
        var orders = Dictionary(grouping: tasks.filter { !$0.orders.isEmpty }) { $0.orders[0].slot.provider }
            .mapValues { $0[...] }
        let lanes = orders.keys.sorted()
        var busy: [String: Int] = [:]
        var made: ArraySlice<PictureTask.Result> = []
        var kept = tasks.filter { $0.orders.isEmpty }[...]
        var looking = 0
        await withTaskGroup(of: Step.self) { group in
            func refill() {
                for lane in lanes {
                    while busy[lane, default: 0] < width, !Task.isCancelled, let task = orders[lane]?.popFirst() {
                        busy[lane, default: 0] += 1
                        group.addTask { .made(await maker.make(task), lane: lane) }
                    }
                }
                // What has just been made goes first, also after an interruption: it belongs into the lock.
                while looking < width, let result = made.popFirst() ?? next() {
                    looking += 1
                    group.addTask { .finished(await look(at: result)) }
                }
            }
            func next() -> PictureTask.Result? {
                guard !Task.isCancelled, let task = kept.popFirst() else { return nil }
                return PictureTask.Result(task: task, image: task.image)
            }
            refill()
            while let step = await group.next() {
                switch step {
                case .made(let result, let lane):
                    busy[lane, default: 1] -= 1
                    made.append(result)
                case .finished(let result):
                    looking -= 1
                    finish(result)
                }
                refill()
            }
        }
    }

    /// Finds or asks for the texts of the site's own pictures that authors have not written.
    ///
    /// - Parameter root: the site's folder, absolute.
    package func describe(_ pictures: [LocalPicture], in root: String) async -> LocalAlts {
        await LocalAltWriter(writer: writer).describe(pictures, in: root)
    }

    // MARK: One picture

    /// Verifies the picture's bytes and has its texts written.
    private func look(at made: PictureTask.Result) async -> PictureTask.Result {
        var result = made
        guard let image = result.image else { return result }
        do throws(StoreError) {
            let bytes = try store.bytes(of: image.digest)
            result.length = bytes.count
            result.credential = PictureMetadata(bytes).credential
        } catch {
            result.image = nil
            // An absence has been found while planning.
            if case .absent = error { return result }
            result.diagnostics += result.task.slots.map { slot in
                slot.finding(.pictureLost, "\(slot.id): \(error.summary)", help: error.help)
            }
            return result
        }
        let words = await writer.describe(image.picture, at: result.task.slots.map(\.described))
        (result.alts, result.altsMade) = (words.alts, words.made)
        result.diagnostics += words.diagnostics
        return result
    }

    /// Adds what became of one picture to the outcome, in catalog and lock.
    func add(_ result: PictureTask.Result, to outcome: inout Fulfilment) {
        guard let image = result.image else { return addFailed(result, to: &outcome) }
        outcome.diagnostics += result.diagnostics
        outcome.alts.made += result.altsMade
        outcome.alts.kept += result.alts.count - result.altsMade
        outcome.counts.made += result.made
        outcome.counts.kept += result.task.slots.count - (result.task.image == nil && result.made > 0 ? 1 : 0)
        for slot in result.task.slots {
            guard slot.light == nil else {
                let dark = shown(image, in: slot, result)
                outcome.darks[slot.id] = dark
                onEvent(.arrived(slot, PictureFile(dark)))
                outcome.lockEntries[slot.id] = lockEntry(
                    slot, image, [:], isStale: result.task.staleSlots.contains(slot.id))
                continue
            }
            var alts: [String: AltText] = [:]
            for language in slot.languages {
                alts[language] =
                    slot.request.alt.map { AltText.byAuthor($0, language: language) } ?? result.alts[language]
                    ?? AltText(text: "", source: .missing, language: language)
            }
            let shown = shown(image, in: slot, result)
            outcome.catalog.add(
                .init(shown, alts: alts, caption: slot.request.caption, focus: slot.request.focus), for: slot)
            onEvent(.arrived(slot, PictureFile(shown)))
            outcome.lockEntries[slot.id] = lockEntry(
                slot, image, alts, isStale: result.task.staleSlots.contains(slot.id))
        }
    }

    private func shown(_ image: StoredImage, in slot: Slot, _ result: PictureTask.Result) -> OutputPicture {
        OutputPicture(
            image.picture, path: PicturePath.path(of: image.digest, image.mediaType),
            file: store.path(of: image.digest), length: result.length, isPlaceholder: false,
            provenance: PictureProvenance(
                slot: slot.id, digest: image.digest, provider: image.provider, dialect: image.dialect,
                model: image.model, created: image.created, credential: result.credential))
    }

    private func lockEntry(
        _ slot: Slot, _ image: StoredImage, _ alts: [String: AltText], isStale: Bool
    ) -> SiteLock.Entry {
        // A stale slot goes on saying what its picture was made for.
        var entry =
            (isStale ? lock.images[slot.id] : nil)
            ?? SiteLock.Entry(image, of: slot)
        let known = slot.languages.compactMap { alts[$0] }.filter { $0.source != .missing }
        entry.alt = known.first { $0.language == slot.languages.first }.map(SiteLock.Alt.init)
        let others = known.filter { $0.language != slot.languages.first }.map(SiteLock.Alt.init)
        entry.translations = others.isEmpty ? nil : others
        return entry
    }
}

extension ProviderFailure.Kind {
    var diagnosticID: DiagnosticID {
        switch self {
        case .busy: .providerBusy
        case .refused: .providerRefused
        case .quota: .providerQuota
        case .budget: .budgetReached
        case .credentials: .providerCredentials
        case .retired: .providerRetired
        case .unusable: .providerUnusable
        case .rejected: .providerRejected
        case .unconfigured: .environmentUnset
        }
    }
}
