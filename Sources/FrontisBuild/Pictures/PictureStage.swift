import Foundation
import FrontisContent
import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisProviders
import FrontisStore

/// Plans and fulfils a site's pictures: brings together pages, lock, store and providers.
struct PictureStage: Sendable {
    struct Outcome: Sendable {
        var plan = ImagePlan(entries: [])
        var catalog = ImageCatalog()
        var diagnostics: [Diagnostic] = []
        var counts = BuildReport.Pictures()
        var alts = BuildReport.Alts()
        var cost = Cost.nothing
        /// Whether the same site would come out again: no stand-in waits for a real picture, no alt text is missing.
        var isSettled = true
        var wroteLock = false

        /// Reference pictures and the cards' font, which are outside `content/`; absolute.
        var references: [String] = []

        /// The files behind the pages' pictures, absolute.
        var files: [String] {
            Set(catalog.entries.values.flatMap { [$0.file, $0.dark?.file].compactMap(\.self) } + references).sorted()
        }
    }

    let folder: SiteFolder
    let options: BuildOptions
    let progress: @Sendable (BuildProgress) -> Void
    /// Is told of every picture of a page as soon as it is there.
    var onArrival: @Sendable (Slot, PictureFile) -> Void = { _, _ in }
    /// A picture that belongs to no page has no place in the lock.
    var writesLock = true
    /// What a person asks for on the command line.
    var demands: [SlotID: ImagePlanner.Demand] = [:]
    /// Fulfils nothing but these slots; all where there is nothing.
    var only: Set<SlotID>?
    /// What the history says of pictures that change.
    var event = ChoiceHistory.Line.Event.made

    struct Prepared {
        var slots: [Slot]
        /// Whose prompts are still to be written.
        var unwritten: [UnwrittenSlot]
        var writer: any PromptWriter
        /// To be written when a build may write.
        var promptUpdates: [PromptRecord]
        var plan: ImagePlan
        var lock: SiteLock
        /// By the slots' keys.
        var manifests: [Digest: RecipeManifest]
        var store: ImageStore
        var providers: [String: any ImageProvider]
        var describer: (any ImageDescriber)?
        var references: [Digest: ReferencePicture]
        var pins: Pins
        var diagnostics: [Diagnostic]
        /// Whether lock and store could be read; with anything unknown there, nothing is asked of anyone.
        var isSafe: Bool
    }

    struct Planned: Sendable {
        var plan = ImagePlan(entries: [])
        /// Alt texts of the site's own pictures that would be asked for.
        var localAlts: [ImagePlan.Writing] = []
        var diagnostics: [Diagnostic] = []
    }

    func plan(_ source: SiteSource) async -> Planned {
        let registry = registry(for: source)
        let prepared = await prepare(source, registry.registry)
        await registry.registry.shutdown()
        guard let prepared else { return Planned(diagnostics: registry.diagnostics) }
        var planned = Planned(
            plan: prepared.plan,
            diagnostics: registry.diagnostics + prepared.diagnostics + prepared.plan.diagnostics)
        guard prepared.isSafe, let describer = prepared.describer, !options.isFrozen, !options.isOffline else {
            return planned
        }
        let pictures = await LocalPictureFinder.find(in: source, folder: folder, jobs: options.jobs)
        do throws(StoreError) {
            planned.localAlts = try LocalPicture.undescribed(pictures, lock: prepared.lock, store: prepared.store)
                .map { $0.writing(by: describer, maxLength: source.configuration.alt.maxLength) }
        } catch {
            planned.diagnostics.append(error.diagnostic)
        }
        return planned
    }

    func fulfil(_ source: SiteSource) async -> Outcome {
        var outcome = Outcome()
        let (registry, findings) = registry(for: source)
        outcome.diagnostics = findings
        guard var prepared = await prepare(source, registry) else {
            await registry.shutdown()
            return outcome
        }
        let now = PageDate(secondsSince1970: source.now.secondsSince1970).rfc3339
        let rules = ImageFulfiller.Rules(
            configuration: source.configuration, isFrozen: options.isFrozen, isOffline: options.isOffline, now: now)
        let account = SpendingAccount(store: prepared.store, budget: rules.budget)
        if case .make = missing(source.configuration), !wanted(prepared.unwritten).isEmpty {
            let prompts = PromptFulfiller(
                store: prepared.store, writer: prepared.writer, account: account, rules: rules)
            let written = await prompts.write(wanted(prepared.unwritten))
            outcome.diagnostics += written.diagnostics
            guard let again = await prepare(source, registry, prompts: written.prompts) else {
                await registry.shutdown()
                return outcome
            }
            outcome.counts.failed += wanted(again.unwritten).count
            prepared = again
        }
        do throws(FileError) {
            try prepared.store.sweep(now: Int(Date().timeIntervalSince1970))
        } catch {
            outcome.diagnostics.append(
                Diagnostic(.storeUnreadable, error.relative(to: folder.root).description, help: error.help))
        }
        outcome.diagnostics += prepared.diagnostics
        outcome.plan = prepared.plan
        if let only { outcome.plan.entries.removeAll { !only.contains($0.id) } }
        let configuration = source.configuration
        let used =
            configuration.styles.values.flatMap(\.references)
            + [configuration.images.social.fontFile?.value].compactMap(\.self)
        outcome.references = used.map { $0.hasPrefix("/") ? $0 : folder.root + "/" + $0 }
        let progress = progress
        let onArrival = onArrival
        let fulfiller = ImageFulfiller(
            store: prepared.store, account: account, gallery: PlaceholderGallery(cache: folder.cache),
            lock: prepared.lock,
            providers: prepared.providers, pins: prepared.pins, describer: prepared.describer,
            references: prepared.references, rules: rules,
            redescribed: Set(demands.filter { $0.value == .description }.keys)
        ) { event in
            switch event {
            case .total(let count): progress(.pictures(total: count))
            case .started(let slot): progress(.started(slot.description))
            case .finished(let slot): progress(.finished(slot.description))
            case .arrived(let slot, let picture): onArrival(slot, picture)
            }
        }
        let made = await fulfiller.fulfil(outcome.plan, jobs: options.jobs)
        let local = await describeLocalPictures(of: source, prepared, fulfiller)
        await registry.shutdown()
        outcome.catalog = made.catalog
        outcome.catalog.localAlts = local.alts
        outcome.diagnostics += made.diagnostics + local.diagnostics
        outcome.counts.kept = made.kept
        outcome.counts.made = made.made
        outcome.counts.placeholder = made.placeholders
        outcome.counts.failed += made.failed
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
        if writesLock, !options.isFrozen, !made.lockEntries.isEmpty || !local.lockEntries.isEmpty {
            do throws(Diagnostic) {
                for record in prepared.promptUpdates {
                    do throws(StoreError) { try prepared.store.write(record) } catch { throw error.diagnostic }
                }
                outcome.wroteLock = try write(
                    made.lockEntries, alts: local.lockEntries, over: prepared.lock, at: now)
            } catch {
                outcome.diagnostics.append(error)
            }
        }
        return outcome
    }

    /// Alt texts for the site's own pictures, where it wants them. Those that this run is not about are left out.
    private func describeLocalPictures(
        of source: SiteSource, _ prepared: Prepared, _ fulfiller: ImageFulfiller
    ) async -> ImageFulfiller.LocalAlts {
        // Every picture file's name has a dot, and no slot's but a dark companion's.
        let isAskedFor = only?.contains { $0.name.contains(".") && !$0.name.hasSuffix(".dark") } ?? true
        guard prepared.isSafe, isAskedFor else { return ImageFulfiller.LocalAlts() }
        var pictures = await LocalPictureFinder.find(in: source, folder: folder, jobs: options.jobs)
        if let only {
            // Another copy of the file has the same text.
            let wanted = Set(pictures.filter { only.contains($0.id) }.map(\.altKey))
            pictures.removeAll { !wanted.contains($0.altKey) }
        }
        guard !pictures.isEmpty else { return ImageFulfiller.LocalAlts() }
        progress(.stage("describing pictures"))
        return await fulfiller.describe(pictures, in: folder.root)
    }

    /// Writes lock entries, and into the history which slots show another picture since.
    ///
    /// - Returns: whether the lock changed.
    func write(
        _ entries: [SlotID: SiteLock.Entry], alts: [SiteLock.LocalAltID: SiteLock.LocalAlt] = [:],
        over lock: SiteLock, at time: String
    ) throws(Diagnostic) -> Bool {
        let wrote = try SiteLock.merge(entries, alts: alts, into: folder.lock, locks: folder.cache + "/locks")
        let changed = entries.filter { lock.images[$0.key]?.image != $0.value.image }.sorted { $0.key < $1.key }
        do throws(FileError) {
            try ChoiceHistory(store: folder.store).append(
                changed.map { .init(event: event, slot: $0.key, entry: $0.value, time: time) })
        } catch {
            throw Diagnostic(.storeUnreadable, error.relative(to: folder.root).description, help: error.help)
        }
        return wrote
    }

    /// What there is to choose from, without asking anyone.
    func survey(_ source: SiteSource) async -> (prepared: Prepared?, diagnostics: [Diagnostic]) {
        let registry = registry(for: source)
        let prepared = await prepare(source, registry.registry)
        await registry.registry.shutdown()
        return (prepared, registry.diagnostics + (prepared?.diagnostics ?? []))
    }

    // MARK: Preparing

    func registry(for source: SiteSource) -> (registry: ProviderRegistry, diagnostics: [Diagnostic]) {
        let (environment, findings) = SiteEnvironment.load(in: folder, options: options)
        let registry = ProviderRegistry(
            settings: source.configuration.providers, environment: environment, folder: folder.root, today: source.now)
        return (registry, findings + registry.check())
    }

    /// Nothing where lock or configuration cannot be trusted, so that nothing is planned on a guess.
    ///
    /// - Parameter prompts: such as have just been written.
    private func prepare(
        _ source: SiteSource, _ registry: ProviderRegistry, prompts: [SlotID: String] = [:]
    ) async -> Prepared? {
        guard !source.isConfigurationBroken else { return nil }
        var diagnostics: [Diagnostic] = []
        let (digests, references) = readReferences(of: source)
        let store = ImageStore(directory: folder.store, cache: folder.cache, secrets: registry.secrets)
        var facts = ImagePlanner.Facts(lock: SiteLock(), manifests: [:], stored: [])
        do throws(Diagnostic) { facts.lock = try SiteLock.read(folder.lock) } catch { diagnostics.append(error) }
        var collector = SlotCollector(configuration: source.configuration, references: digests, prompts: prompts)
        var collection = collector.collect(from: source.pages)
        let (providers, providerFindings) = self.providers(
            for: collection.slots.map(\.request) + collection.unwritten.map(\.request), source, registry)
        let drafter = ProviderRegistry.drafter
        var promptUpdates: [PromptRecord] = []
        if !collection.automatic.isEmpty {
            do throws(StoreError) {
                let book = PromptBook(lock: facts.lock, records: try store.prompts())
                promptUpdates = book.updates(for: collection.automatic)
                for slot in collection.unwritten { collector.prompts[slot.id] = book.prompt(for: slot) }
            } catch {
                diagnostics.append(error.diagnostic)
            }
            for slot in collection.unwritten {
                guard collector.prompts[slot.id] == nil, drawsPlaceholder(for: slot, providers, source) else {
                    continue
                }
                // Free art needs no paid prompt.
                do throws(ProviderFailure) {
                    collector.prompts[slot.id] = try await drafter.writePrompt(slot.prompt).text
                } catch {
                    diagnostics.append(
                        Diagnostic(
                            .aiImageValue, "no prompt can be made for \(slot.id): \(error.message)",
                            at: slot.request.prompt.location, in: slot.request.sourceLine, help: error.help))
                }
            }
            collection = collector.collect(from: source.pages)
        }
        let slots = collection.slots
        diagnostics += collection.diagnostics + providerFindings
        for slot in slots {
            do throws(StoreError) {
                for key in Set([slot.key, facts.lock.images[slot.id]?.recipe ?? slot.key])
                where facts.manifests[key] == nil {
                    facts.manifests[key] = try store.manifest(of: key)
                }
            } catch {
                diagnostics.append(
                    Diagnostic(
                        .storeUnreadable, "\(slot.id): \(error.summary)", at: slot.request.prompt.location,
                        in: slot.request.sourceLine, help: error.help))
            }
        }
        let digestsInUse =
            facts.lock.images.values.map(\.image) + facts.manifests.values.flatMap { $0.candidates.map(\.image) }
        facts.stored = Set(Set(digestsInUse).filter(store.contains))
        let isSafe = !diagnostics.contains { $0.id == .lockUnreadable || $0.id == .storeUnreadable }
        let pins = Pins(dialects: registry.dialects)
        let planner = ImagePlanner(
            facts: facts, providers: providers, pins: pins, candidates: source.configuration.images.candidates,
            missing: missing(source.configuration), retriesRefused: options.retryFailed, demands: demands)
        var describer: (any ImageDescriber)?
        var writer: any PromptWriter = drafter
        do throws(Diagnostic) {
            let (alt, images) = (source.configuration.alt, source.configuration.images.provider)
            describer = try registry.describer(for: alt, images: images)
            writer = try registry.promptWriter(for: alt, images: images) ?? drafter
        } catch {
            diagnostics.append(error)
        }
        var plan = ImagePlan(entries: [])
        if isSafe {
            let asksForTexts = !options.isFrozen && !options.isOffline
            let pricing = PlanPricing(
                store: store, lock: facts.lock, describer: asksForTexts ? describer : nil, writer: writer,
                providers: providers, configuration: source.configuration,
                redescribed: Set(demands.filter { $0.value == .description }.keys))
            plan = pricing.priced(planner.plan(slots, collection.unwritten), collection.unwritten)
        }
        return Prepared(
            slots: slots, unwritten: collection.unwritten, writer: writer,
            promptUpdates: promptUpdates,
            plan: plan, lock: facts.lock, manifests: facts.manifests, store: store, providers: providers,
            describer: describer, references: references, pins: pins, diagnostics: diagnostics,
            isSafe: isSafe)
    }

    private func drawsPlaceholder(
        for slot: UnwrittenSlot, _ providers: [String: any ImageProvider], _ source: SiteSource
    ) -> Bool {
        if case .placeholder = missing(source.configuration) { return true }
        return providers[slot.provider]?.makesPlaceholders == true
    }

    private func wanted(_ slots: [UnwrittenSlot]) -> [UnwrittenSlot] {
        slots.filter { only?.contains($0.id) ?? true }
    }

    private func missing(_ configuration: SiteConfiguration) -> ImagePlanner.Missing {
        if options.isOffline { return .placeholder(isOffline: true) }
        if options.isFrozen { return .frozen }
        switch configuration.images.onMissing ?? .make {
        case .make: return .make
        case .placeholder: return .placeholder(isOffline: false)
        case .error: return .error
        }
    }

    private func providers(
        for requests: [ImageRequest], _ source: SiteSource, _ registry: ProviderRegistry
    ) -> (providers: [String: any ImageProvider], diagnostics: [Diagnostic]) {
        var wanted = [source.configuration.images.provider.value: source.configuration.images.provider]
        var lines: [String: String] = [:]
        for request in requests {
            guard let pin = request.provider, wanted[pin.value] == nil else { continue }
            wanted[pin.value] = pin
            lines[pin.value] = pin.location.line == request.prompt.location.line ? request.sourceLine : nil
        }
        var providers: [String: any ImageProvider] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, located) in wanted.sorted(by: { $0.key < $1.key }) {
            do throws(Diagnostic) {
                providers[name] = try registry.provider(named: located)
            } catch {
                var error = error
                error.sourceLine = error.sourceLine ?? lines[name] ?? line(of: located.location)
                diagnostics.append(error)
            }
        }
        return (providers, diagnostics)
    }

    /// A line of a small file of the site, for findings that no page stands behind.
    private func line(of location: SourceLocation) -> String? {
        guard let bytes = try? FileContents.read(folder.root + "/" + location.path) else { return nil }
        return SourceText(path: location.path, text: String(decoding: bytes, as: UTF8.self)).line(location.line)
    }

    /// Reference pictures by path, and by digest; what is not there or no picture is left out, and the slot that
    /// needs it says so.
    func readReferences(
        of source: SiteSource
    ) -> (digests: [String: Digest], pictures: [Digest: ReferencePicture]) {
        var digests: [String: Digest] = [:]
        var pictures: [Digest: ReferencePicture] = [:]
        for path in SlotCollector.referencePaths(of: source.pages, configuration: source.configuration).sorted() {
            guard let bytes = try? FileContents.read(folder.root + "/" + path),
                let info = try? PictureInspector.inspect(bytes)
            else { continue }
            let digest = Digest.of(bytes)
            digests[path] = digest
            let name = path.split(separator: "/").last.map(String.init) ?? path
            pictures[digest] = ReferencePicture(fileName: name, mediaType: info.mediaType, bytes: bytes)
        }
        return (digests, pictures)
    }
}
