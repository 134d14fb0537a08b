import Foundation
package import FrontisCore
package import FrontisImages
import FrontisProviders
import FrontisStore

/// Takes wishes and gives pictures: plans, orders, keeps and describes them by lock, store and providers. It knows no
/// page.
package struct Gallery: Sendable {
    package struct Outcome: Sendable {
        package var plan = ImagePlan(entries: [])
        package var catalog = ImageCatalog()
        package var diagnostics: [Diagnostic] = []
        package var counts = PictureCounts()
        package var alts = AltCounts()
        package var cost = Cost(usd: 0, estimated: false)
        /// Whether the same would come out again: no stand-in waits for a real picture, no alt text is missing.
        package var isSettled = true
        package var wroteLock = false

        /// Reference pictures and the cards' font, absolute.
        var references: [String] = []

        /// The files behind the pictures, absolute.
        package var files: [String] {
            Set(catalog.entries.values.flatMap { [$0.file, $0.dark?.file].compactMap(\.self) } + references).sorted()
        }
    }

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

    var demands: [SlotID: ImagePlanner.Demand] { errand.demands }
    var only: Set<SlotID>? { errand.only }
    var about: Set<SlotID>? { errand.about }

    /// The same folder and rules, visited for something else.
    func on(_ errand: Errand) -> Gallery {
        Gallery(folder: folder, options: options, errand: errand, progress: progress)
    }

    struct Prepared: Sendable {
        var slots: [Slot]
        /// Whose prompts are still to be written.
        var unwritten: [UnwrittenSlot]
        var writer: any PromptWriter
        /// To be written when a build may write.
        var promptUpdates: [PromptRecord]
        var plan: ImagePlan
        var lock: SiteLock
        /// What slots showed last that the lock does not know, and of which nobody knows what it was made for.
        var forgotten: [SlotID: StoredImage]
        /// Of the slots' recipes, and of others that they have had pictures for.
        var manifests: [Digest: RecipeManifest]
        var store: ImageStore
        var providers: [String: any ImageProvider]
        var describer: (any ImageDescriber)?
        var references: [Digest: ReferencePicture]
        var pins: Pins
        var diagnostics: [Diagnostic]
        /// What is paid for and was still to be fetched.
        var pending: [PendingAnswer]
        /// Whether lock and store could be read; with anything unknown there, nothing is asked of anyone.
        var isSafe: Bool

        var allDiagnostics: [Diagnostic] { diagnostics + plan.diagnostics }
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
        /// Nothing where lock or configuration cannot be trusted.
        var prepared: Prepared?
        /// What is wrong with the providers' settings.
        var findings: [Diagnostic]

        /// What is wrong with settings, slots, lock, store and plan.
        package var diagnostics: [Diagnostic] { findings + (prepared?.allDiagnostics ?? []) }
        var plan: ImagePlan { prepared?.plan ?? ImagePlan(entries: []) }
    }

    /// Asks nobody and writes nothing. Whoever starts ends: by `fulfil` or by `stop`.
    package func start(_ list: WishList) async -> Start {
        let (registry, findings) = registry(for: list.configuration, now: list.now)
        return Start(list: list, registry: registry, prepared: await prepare(list, registry), findings: findings)
    }

    /// Ends without asking anyone.
    ///
    /// - Returns: what is there of the pictures, for the report.
    package func stop(_ start: Start) async -> PictureCounts {
        await start.registry.shutdown()
        return Self.counts(of: start.plan)
    }

    private static func counts(of plan: ImagePlan) -> PictureCounts {
        var counts = PictureCounts()
        counts.kept = plan.entries.count { $0.action == .keep && $0.kept != nil }
        counts.failed = plan.entries.count { $0.action == .blocked || $0.isStandIn }
        return counts
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
    ) async -> Outcome {
        DescriptorLimit.raise()
        let list = start.list
        let configuration = list.configuration
        var outcome = Outcome()
        outcome.diagnostics = start.findings
        guard var prepared = start.prepared else {
            await start.registry.shutdown()
            return outcome
        }
        let now = list.now.timestamp
        var rules = ImageFulfiller.Rules(
            configuration: configuration, policy: options.policy(list.configuration), now: now)
        rules.retriesFailed = options.retryFailed
        let account = SpendingAccount(store: prepared.store, budget: rules.budget)
        var written = PromptFulfiller.Outcome()
        if rules.policy == .make, !wanted(prepared.unwritten).isEmpty {
            let prompts = PromptFulfiller(
                store: prepared.store, writer: prepared.writer, account: account, rules: rules,
                progress: { [progress] in progress(.prompts($0, of: $1)) })
            written = await prompts.write(wanted(prepared.unwritten))
            guard
                let again = await prepare(
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
                outcome.diagnostics = toldOnce(outcome.diagnostics + again.allDiagnostics, account, configuration)
                outcome.plan = again.plan
                outcome.counts = Self.counts(of: again.plan)
                outcome.counts.failed += again.unwritten.count
                outcome.cost = account.spent
                outcome.isSettled = false
                return outcome
            }
            outcome.counts.failed += wanted(again.unwritten).count
        }
        if let again = await collectEarlier(start, prepared, written, rules, &outcome.diagnostics) { prepared = again }
        do throws(FileError) {
            try prepared.store.sweep(now: options.beginning)
        } catch  where error.isReadOnly {
            // A store that may only be read is somebody else's to sweep.
            progress(.stage("reading the store"))
        } catch {
            outcome.diagnostics.append(
                error.diagnostic(.storeUnreadable, in: folder.root))
        }
        outcome.diagnostics += prepared.diagnostics
        outcome.plan = prepared.plan
        if let only { outcome.plan.entries.removeAll { !only.contains($0.id) } }
        let used =
            configuration.styles.values.flatMap(\.references)
            + [configuration.images.social.fontFile?.value].compactMap(\.self)
        outcome.references = used.map(folder.path(ofShown:))
        let progress = progress
        let noted = NotedLines()
        let fulfiller = ImageFulfiller(
            store: prepared.store, account: account, gallery: PlaceholderGallery(cache: folder.cache),
            lock: prepared.lock,
            providers: prepared.providers, pins: prepared.pins, describer: prepared.describer,
            references: prepared.references, rules: rules, choices: choices(for: prepared),
            manifests: prepared.manifests,
            redescribed: Set(demands.filter { $0.value == .description }.keys)
        ) { event in
            switch event {
            case .total(let count): progress(.pictures(total: count))
            case .started(let slot): progress(.started(slot.description))
            case .finished(let slot): progress(.finished(slot.description))
            case .made(let slot, let image): note(image, of: slot, at: now, in: noted)
            case .describing(let slot): progress(.describing(slot.description))
            case .described(let slot): progress(.described(slot.description))
            case .arrived(let slot, let picture): onArrival(slot, picture)
            }
        }
        let made = await fulfiller.fulfil(outcome.plan, jobs: options.jobs)
        let local = await describeLocalPictures(of: start, prepared, fulfiller)
        await start.registry.shutdown()
        outcome.catalog = made.catalog
        outcome.catalog.localAlts = local.alts
        outcome.diagnostics += made.diagnostics + local.diagnostics
        outcome.diagnostics = toldOnce(outcome.diagnostics, account, configuration)
        outcome.counts.kept = made.kept
        outcome.counts.made = made.made
        outcome.counts.placeholder = made.placeholders
        outcome.counts.failed += made.failed
        outcome.counts.standIn = made.standIns
        let attested = made.catalog.entries.values.compactMap(\.provenance).filter { $0.credential != nil }
        outcome.counts.credentials = Set(attested.map(\.digest)).count
        outcome.alts.kept = made.altsKept + local.kept
        outcome.alts.made = made.altsMade + local.made
        outcome.cost = local.cost ?? made.cost
        outcome.isSettled =
            outcome.counts.failed == 0 && local.isComplete
            && !made.catalog.entries.values.contains { $0.alts.values.contains { $0.source == .missing } }
            && !outcome.plan.entries.contains { entry in
                entry.action == .placeholder && prepared.providers[entry.provider ?? ""]?.makesPlaceholders != true
            }
        guard errand.writesLock, rules.policy.writesLock else { return outcome }
        do throws(StoreError) {
            // Also where no picture has come yet: the prompt is paid for.
            for record in prepared.promptUpdates { try prepared.store.write(record) }
        } catch {
            if !error.isReadOnly || !made.lockEntries.isEmpty { outcome.diagnostics.append(error.diagnostic) }
        }
        if !made.lockEntries.isEmpty || !local.lockEntries.isEmpty {
            do throws(Diagnostic) {
                outcome.wroteLock = try write(
                    made.lockEntries, event: errand.event, alts: local.lockEntries, over: prepared.lock, at: now,
                    besides: noted.lines)
            } catch {
                outcome.diagnostics.append(error)
            }
        }
        return outcome
    }

    /// Alt texts for the site's own pictures, where it wants them. Those that this run is not about are left out.
    private func describeLocalPictures(
        of start: Start, _ prepared: Prepared, _ fulfiller: ImageFulfiller
    ) async -> ImageFulfiller.LocalAlts {
        let isAskedFor = only?.contains(where: \.name.isFile) ?? true
        guard prepared.isSafe, isAskedFor else { return ImageFulfiller.LocalAlts() }
        var pictures = start.list.localPictures
        if let only {
            // Another copy of the file has the same text.
            let wanted = Set(pictures.filter { only.contains($0.id) }.map(\.altKey))
            pictures.removeAll { !wanted.contains($0.altKey) }
        }
        guard !pictures.isEmpty else { return ImageFulfiller.LocalAlts() }
        return await fulfiller.describe(pictures, in: folder.root)
    }

    /// Writes down at once what a picture was made for, as a killed run writes no lock.
    private func note(_ image: StoredImage, of slot: Slot, at time: Timestamp, in noted: NotedLines) {
        guard errand.writesLock else { return }
        let entry = SiteLock.Entry(image, of: slot)
        let line = ChoiceHistory.Line(event: errand.event, slot: slot.id, entry: entry, time: time)
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append([line])
            noted.add(line)
        } catch {
            // It is tried again with the lock, and told then.
            return
        }
    }

    /// Writes lock entries, and into the history which slots show another picture since.
    ///
    /// - Parameters:
    ///   - event: what the history says of them.
    ///   - affirmed: slots of which it says so although they show the same as before.
    ///   - noted: what the history says already.
    /// - Returns: whether the lock changed.
    func write(
        _ entries: [SlotID: SiteLock.Entry], event: ChoiceHistory.Line.Event,
        alts: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:], over lock: SiteLock, at time: Timestamp,
        affirmed: Set<SlotID> = [], besides noted: Set<ChoiceHistory.Line> = []
    ) throws(Diagnostic) -> Bool {
        let wrote = try SiteLock.merge(entries, alts: alts, into: folder.lock, locks: folder.cache + "/locks")
        let changed = entries.filter { slot, entry in
            let before = lock.images[slot]
            return affirmed.contains(slot) || before?.image != entry.image || before?.recipe != entry.recipe
                || before?.asked != entry.asked
        }.sorted { $0.key < $1.key }
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append(
                changed.map { slot, entry in
                    // Made anew is what has been noted as such: a picture that came beside it is none.
                    let isNoted = noted.contains { $0.slot == slot && $0.image == entry.image }
                    let event = event == .regenerated && !isNoted ? .made : event
                    return .init(event: event, slot: slot, entry: entry, time: time)
                }.filter { !noted.contains($0) })
        } catch {
            throw error.diagnostic(.storeUnreadable, in: folder.root)
        }
        return wrote
    }

    /// What there is to choose from, without asking anyone.
    func survey(_ list: WishList) async -> (prepared: Prepared?, diagnostics: [Diagnostic]) {
        let registry = registry(for: list.configuration, now: list.now)
        let prepared = await prepare(list, registry.registry)
        await registry.registry.shutdown()
        return (prepared, registry.diagnostics + (prepared?.diagnostics ?? []))
    }
}
