import Foundation
package import FrontisCore
package import FrontisImages
import FrontisPictures
import FrontisProviders
import FrontisStore

/// Takes wishes and gives pictures: plans, orders, keeps and describes them by lock, store and providers. It knows no
/// page.
package struct Gallery: Sendable {
    package let folder: GalleryFolder
    let options: RunOptions
    let errand: Errand
    let progress: @Sendable (RunProgress) -> Void

    package init(
        folder: GalleryFolder, options: RunOptions, errand: Errand = .everything,
        progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
    ) {
        self.folder = folder
        self.options = options
        self.errand = errand
        self.progress = progress
    }

    var demands: [SlotID: PictureDemand] { errand.demands }
    var only: Set<SlotID>? { errand.only }
    var preparation: Preparation { Preparation(folder: folder, options: options, errand: errand) }

    /// The same folder and rules, visited for something else.
    func on(_ errand: Errand) -> Gallery {
        Gallery(folder: folder, options: options, errand: errand, progress: progress)
    }

    package struct Planned: Sendable {
        package var plan = ImagePlan(entries: [])
        /// Alt texts of the site's own pictures that would be asked for.
        package var localAlts: [ImagePlan.Writing] = []
        package var diagnostics: [Diagnostic] = []
    }

    /// Everything about the pictures that is known before anybody is asked.
    package struct Start: Sendable {
        let list: WishList
        let registry: ProviderRegistry
        /// Nothing where the configuration cannot be trusted, or no picture can be looked at.
        var prepared: Prepared?
        /// What is wrong with the providers' settings.
        var findings: [Diagnostic]

        /// What is wrong with settings, slots, lock, store and plan.
        package var diagnostics: [Diagnostic] { findings + (prepared?.allDiagnostics ?? []) }
        /// Whether lock, store and configuration can be trusted: pages without their pictures are no site.
        package var isReady: Bool { prepared?.isSafe == true }
        var plan: ImagePlan { prepared?.plan ?? ImagePlan(entries: []) }
    }

    /// Asks nobody and writes nothing. Whoever starts ends: by `fulfil` or by `stop`.
    package func start(_ list: WishList) async -> Start {
        var (registry, findings) = registry(for: list)
        var prepared = await preparation.prepare(list, registry)
        // What is only in the lock is not looked at.
        let hasPictures =
            prepared?.plan.entries.contains { $0.action != .orphan } == true || !list.localPictures.isEmpty
        if hasPictures, let finding = PictureLibrary.finding {
            findings.append(finding)
            prepared = nil
        }
        return Start(list: list, registry: registry, prepared: prepared, findings: findings)
    }

    /// Ends without asking anyone.
    ///
    /// - Returns: what is there of the pictures, for the report.
    package func stop(_ start: Start) async -> PictureCounts {
        await start.registry.shutdown()
        return PictureCounts(of: start.plan)
    }

    package func plan(_ list: WishList) async -> Planned {
        let start = await start(list)
        await start.registry.shutdown()
        guard let prepared = start.prepared else { return Planned(diagnostics: start.diagnostics) }
        var planned = Planned(plan: prepared.plan, diagnostics: start.diagnostics)
        guard prepared.isSafe, let describer = prepared.describer, options.policy(list.configuration).asksForWords
        else {
            return planned
        }
        do throws(StoreError) {
            let author = FailedWriting.Author(describer, settings: list.configuration.alt.writingSettings)
            planned.localAlts = try LocalPicture.undescribed(
                start.list.localPictures, lock: prepared.lock, store: prepared.store,
                by: options.retryFailed ? nil : author
            ).map { $0.writing(by: describer, maxLength: list.configuration.alt.maxLength) }
        } catch {
            planned.diagnostics.append(error.diagnostic)
        }
        return planned
    }

    /// Has everything made that is missing. What stands in the way of a single slot stands in the way of no other.
    ///
    /// - Parameter onArrival: is told of every picture as soon as it is there.
    package func fulfil(
        _ start: Start, onArrival: @escaping @Sendable (Slot, PictureFile) -> Void = { _, _ in }
    ) async -> GalleryOutcome {
        DescriptorLimit.raise()
        let list = start.list
        let configuration = list.configuration
        var outcome = GalleryOutcome()
        outcome.diagnostics = start.findings
        guard var prepared = start.prepared else {
            await start.registry.shutdown()
            return outcome
        }
        var rules = FulfilmentRules(
            configuration: configuration, policy: options.policy(configuration), now: list.now.timestamp)
        rules.retriesFailed = options.retryFailed
        let account = SpendingAccount(store: prepared.store, budget: rules.budget)
        var written = PromptFulfiller.Outcome()
        if rules.policy == .make, !wanted(prepared.unwritten).isEmpty {
            written = await writePrompts(prepared, account, rules)
            guard
                let again = await preparation.prepare(
                    list, start.registry, prompts: written.prompts, standIns: written.standIns)
            else {
                await start.registry.shutdown()
                return outcome
            }
            prepared = again
            outcome.diagnostics += written.diagnostics
            // What a written prompt shows to be impossible is known before anything else is bought.
            if only == nil, again.allDiagnostics.settled(severities: configuration.severities).hasErrors {
                await start.registry.shutdown()
                outcome.diagnostics = AccountFindings(folder: folder).toldOnce(
                    outcome.diagnostics + again.allDiagnostics, account, configuration)
                outcome.plan = again.plan
                outcome.counts = PictureCounts(of: again.plan)
                outcome.counts.failed += again.unwritten.count
                outcome.cost = account.spent
                outcome.isSettled = false
                return outcome
            }
            outcome.counts.failed += wanted(again.unwritten).count
        }
        if let again = await collectEarlier(
            start, prepared: prepared, with: written, by: rules, &outcome.diagnostics)
        {
            prepared = again
        }
        outcome.diagnostics += sweep(prepared.store) + prepared.diagnostics
        outcome.plan = prepared.plan
        if let only { outcome.plan.entries.removeAll { !only.contains($0.id) } }
        let used =
            configuration.styles.values.flatMap(\.references)
            + [configuration.images.social.fontFile?.value].compactMap(\.self)
        outcome.references = used.map(folder.path(ofShown:))
        let noted = NotedLines()
        let fulfiller = fulfiller(
            for: prepared, on: account, by: rules, noting: noted, onArrival: onArrival)
        let made = await fulfiller.fulfil(outcome.plan, jobs: options.jobs)
        let local = await describeLocalPictures(of: start, prepared, fulfiller)
        await start.registry.shutdown()
        outcome.add(made, local) { prepared.providers[$0 ?? ""]?.makesPlaceholders == true }
        outcome.diagnostics = AccountFindings(folder: folder).toldOnce(outcome.diagnostics, account, configuration)
        guard errand.writesLock, rules.policy.writesLock else { return outcome }
        write(made, and: local, of: prepared, besides: noted, at: rules.now, &outcome)
        return outcome
    }

    private func writePrompts(
        _ prepared: Prepared, _ account: SpendingAccount, _ rules: FulfilmentRules
    ) async -> PromptFulfiller.Outcome {
        let prompts = PromptFulfiller(
            store: prepared.store, writer: prepared.writer, account: account, rules: rules,
            progress: { [progress] in progress(.prompts($0, of: $1)) })
        return await prompts.write(wanted(prepared.unwritten))
    }

    private func sweep(_ store: ImageStore) -> [Diagnostic] {
        do throws(FileError) {
            try store.sweep(now: options.beginning)
        } catch  where error.isReadOnly {
            // A store that may only be read is somebody else's to sweep.
            progress(.stage("reading the store"))
        } catch {
            return [error.diagnostic(.storeUnreadable, in: folder.root)]
        }
        return []
    }

    private func fulfiller(
        for prepared: Prepared, on account: SpendingAccount, by rules: FulfilmentRules, noting noted: NotedLines,
        onArrival: @escaping @Sendable (Slot, PictureFile) -> Void
    ) -> ImageFulfiller {
        let choices = ChoiceWriter(folder: folder, time: rules.now)
        let (progress, event, writesLock) = (progress, errand.event, errand.writesLock)
        return ImageFulfiller(
            store: prepared.store, account: account, gallery: PlaceholderGallery(cache: folder.cache),
            lock: prepared.lock, providers: prepared.providers, pins: prepared.pins, describer: prepared.describer,
            references: prepared.references, rules: rules, choices: self.choices(for: prepared),
            manifests: prepared.manifests, redescribed: Set(demands.filter { $0.value == .description }.keys)
        ) { happened in
            switch happened {
            case .total(let count): progress(.pictures(total: count))
            case .started(let slot): progress(.started(slot.description))
            case .finished(let slot): progress(.finished(slot.description))
            case .made(let slot, let image):
                if writesLock { choices.note(image, of: slot, event, in: noted) }
            case .describing(let slot): progress(.describing(slot.description))
            case .described(let slot): progress(.described(slot.description))
            case .arrived(let slot, let picture): onArrival(slot, picture)
            }
        }
    }

    /// Writes what stands from now on: prompts, lock and history.
    private func write(
        _ made: Fulfilment, and local: LocalAlts, of prepared: Prepared, besides noted: NotedLines, at time: Timestamp,
        _ outcome: inout GalleryOutcome
    ) {
        do throws(StoreError) {
            // Also where no picture has come yet: the prompt is paid for.
            for record in prepared.promptUpdates { try prepared.store.write(record) }
        } catch {
            if !error.isReadOnly || !made.lockEntries.isEmpty { outcome.diagnostics.append(error.diagnostic) }
        }
        guard !made.lockEntries.isEmpty || !local.lockEntries.isEmpty else { return }
        do throws(Diagnostic) {
            outcome.wroteLock = try ChoiceWriter(folder: folder, time: time).write(
                made.lockEntries, event: errand.event, alts: local.lockEntries, over: prepared.lock,
                besides: noted.lines)
        } catch {
            outcome.diagnostics.append(error)
        }
    }

    /// Alt texts for the site's own pictures, where it wants them. Those that this run is not about are left out.
    private func describeLocalPictures(
        of start: Start, _ prepared: Prepared, _ fulfiller: ImageFulfiller
    ) async -> LocalAlts {
        let isAskedFor = only?.contains(where: \.name.isFile) ?? true
        guard prepared.isSafe, isAskedFor else { return LocalAlts() }
        var pictures = start.list.localPictures
        if let only {
            // Another copy of the file has the same text.
            let wanted = Set(pictures.filter { only.contains($0.id) }.map(\.altKey))
            pictures.removeAll { !wanted.contains($0.altKey) }
        }
        guard !pictures.isEmpty else { return LocalAlts() }
        return await fulfiller.describe(pictures, in: folder.root)
    }

    /// What there is to choose from, without asking anyone.
    func survey(_ list: WishList) async -> (prepared: Prepared?, diagnostics: [Diagnostic]) {
        let (registry, findings) = registry(for: list)
        let prepared = await preparation.prepare(list, registry)
        await registry.shutdown()
        return (prepared, findings + (prepared?.diagnostics ?? []))
    }

    /// All slots that the wishes come to, without asking anyone.
    package func slots(of list: WishList) async -> [Slot] { await preparation.slots(of: list) }

    private func registry(for list: WishList) -> (registry: ProviderRegistry, diagnostics: [Diagnostic]) {
        folder.registry(for: list.configuration, options, now: list.now)
    }

    private func wanted(_ slots: [UnwrittenSlot]) -> [UnwrittenSlot] {
        slots.filter { only?.contains($0.id) ?? true }
    }

    // MARK: Pictures that are there

    /// Reads the pictures that are kept, where others are to be paid for: a damaged one is found before that.
    package func damages(_ start: Start) async -> [Diagnostic] {
        guard let prepared = start.prepared, isPaidFor(start, prepared) else { return [] }
        let kept = prepared.plan.entries.filter { $0.kept != nil }
        let store = prepared.store
        let bySlot = Dictionary(grouping: kept) { $0.kept?.digest }
        let digests = Set(kept.compactMap { $0.kept?.digest }).sorted { $0.hex < $1.hex }
        let errors = await digests.parallelMap(jobs: options.jobs) { digest -> StoreError? in
            do throws(StoreError) {
                _ = try store.bytes(of: digest)
                return nil
            } catch {
                return error
            }
        }
        return zip(digests, errors).flatMap { digest, error -> [Diagnostic] in
            guard let error else { return [] }
            return (bySlot[digest] ?? []).compactMap(\.slot).map { slot in
                slot.finding(.pictureLost, "\(slot.id): \(error.summary)", help: error.help)
            }
        }
    }

    /// Whether a run would ask anyone for anything.
    private func isPaidFor(_ start: Start, _ prepared: Prepared) -> Bool {
        if prepared.plan.entries.contains(where: { $0.action == .make || !$0.alts.isEmpty || $0.prompt != nil }) {
            return true
        }
        guard prepared.describer != nil, options.policy(start.list.configuration).asksForWords else { return false }
        do throws(StoreError) {
            let author = prepared.describer.map {
                FailedWriting.Author($0, settings: start.list.configuration.alt.writingSettings)
            }
            return try !LocalPicture.undescribed(
                start.list.localPictures, lock: prepared.lock, store: prepared.store,
                by: options.retryFailed ? nil : author
            ).isEmpty
        } catch {
            // Whoever looks for the texts says so.
            return true
        }
    }
}
