import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisProviders
import FrontisStore

/// Reads what is known before anybody is asked: slots, lock and store, providers, and the plan that follows from them.
struct Preparation: Sendable {
    let folder: GalleryFolder
    let options: RunOptions
    let errand: Errand

    private var demands: [SlotID: PictureDemand] { errand.demands }
    private var about: Set<SlotID>? { errand.about }

    /// The slots of a list, with everything that was read to find them.
    private struct Gathered: Sendable {
        var slots: [Slot] = []
        /// Whose prompts are still to be written.
        var unwritten: [UnwrittenSlot] = []
        /// To be written when a build may write.
        var promptUpdates: [PromptRecord] = []
        var lock = SiteLock()
        var memory: SlotMemory
        var ledger: [SpendLedger.Line] = []
        var missingAnswers = MissingAnswers()
        var pending: [Digest: [PendingAnswer]] = [:]
        var providers: [String: any ImageProvider] = [:]
        var references: [Digest: ReferencePicture] = [:]
        var diagnostics: [Diagnostic]
    }

    /// Without asking anyone.
    func slots(of list: WishList) async -> [Slot] {
        guard !list.isConfigurationBroken else { return [] }
        let registry = folder.registry(for: list.configuration, options, now: list.now).registry
        let store = ImageStore(directory: folder.store, cache: folder.cache, secrets: registry.secrets)
        let gathered = await gather(list, registry, store)
        await registry.shutdown()
        return gathered.slots
    }

    private func gather(
        _ list: WishList, _ registry: ProviderRegistry, _ store: ImageStore, prompts: [SlotID: String] = [:],
        standIns: Set<SlotID> = []
    ) async -> Gathered {
        let (digests, references, referenceFindings) = readReferences(of: list)
        var gathered = Gathered(memory: SlotMemory(lock: SiteLock()), diagnostics: list.findings + referenceFindings)
        gathered.references = references
        gathered.ledger = ledgerLines
        gathered.missingAnswers = MissingAnswers(SpendLedger.calls(of: gathered.ledger))
        do throws(Diagnostic) { gathered.lock = try SiteLock.read(folder.lock) } catch {
            gathered.diagnostics.append(error)
        }
        do throws(StoreError) { gathered.pending = try store.pending.all() } catch {
            gathered.diagnostics.append(error.diagnostic)
        }
        var collector = SlotCollector(configuration: list.configuration, references: digests, prompts: prompts)
        var collection = collector.collect(from: list.wishes)
        let (providers, providerFindings) = self.providers(
            for: collection.slots.map(\.request) + collection.unwritten.map(\.request),
            fetching: gathered.pending.values.flatMap(\.self), list.configuration, registry)
        gathered.providers = providers
        if !collection.automatic.isEmpty {
            do throws(StoreError) {
                let book = PromptBook(lock: gathered.lock, records: try store.prompts())
                gathered.promptUpdates = book.updates(for: collection.automatic)
                for slot in collection.unwritten { collector.prompts[slot.id] = book.prompt(for: slot) }
            } catch {
                gathered.diagnostics.append(error.diagnostic)
            }
            for slot in collection.unwritten {
                guard collector.prompts[slot.id] == nil,
                    standIns.contains(slot.id) || drawsPlaceholder(for: slot, providers, list.configuration)
                else { continue }
                // Free art needs no paid prompt.
                do throws(ProviderFailure) {
                    collector.prompts[slot.id] = try await ProviderRegistry.drafter.writePrompt(slot.prompt).text
                } catch {
                    gathered.diagnostics.append(
                        slot.finding(
                            .aiImageValue, "no prompt can be made for \(slot.id): \(error.message)", help: error.help))
                }
            }
            collection = collector.collect(from: list.wishes)
        }
        gathered.unwritten = collection.unwritten
        gathered.diagnostics += collection.diagnostics + providerFindings
        gathered.slots = InlineSlots(lock: gathered.lock).settled(collection.slots)
        // What the lock does not say of a slot may be new, or stand in the history.
        gathered.memory = SlotMemory(lock: gathered.lock)
        if SlotMemory.asksHistory(gathered.slots, gathered.lock) {
            do throws(StoreError) {
                let history = try history(of: gathered, store)
                gathered.memory = SlotMemory(lock: gathered.lock, history: history)
                gathered.slots = InlineSlots(lock: gathered.lock, history: history).settled(collection.slots)
            } catch {
                gathered.diagnostics.append(error.diagnostic)
            }
        }
        return gathered
    }

    /// What the history says of slots, and what the ledger says of pictures that came before a line was written.
    private func history(of gathered: Gathered, _ store: ImageStore) throws(StoreError) -> [ChoiceHistory.Line] {
        let lines: [ChoiceHistory.Line]
        do throws(FileError) { lines = try ChoiceHistory(store: folder.store).lines() } catch {
            throw .file(error.relative(to: folder.root))
        }
        let strangers = gathered.slots.filter { SlotMemory.asksHistory([$0], gathered.lock) }
        return try gathered.missingAnswers.untold(strangers, lines, manifest: store.manifest) + lines
    }

    /// Nothing where lock or configuration cannot be trusted, so that nothing is planned on a guess.
    ///
    /// - Parameters:
    ///   - prompts: such as have just been written.
    ///   - standIns: slots whose prompts could not be written, so that a drawing stands in for their pictures.
    ///   - unfetched: what is paid for and could not be fetched a moment ago.
    func prepare(
        _ list: WishList, _ registry: ProviderRegistry, prompts: [SlotID: String] = [:],
        standIns: Set<SlotID> = [], unfetched: [EarlierAnswers.Failure] = []
    ) async -> Prepared? {
        guard !list.isConfigurationBroken else { return nil }
        let configuration = list.configuration
        let store = ImageStore(directory: folder.store, cache: folder.cache, secrets: registry.secrets)
        let gathered = await gather(list, registry, store, prompts: prompts, standIns: standIns)
        var diagnostics = gathered.diagnostics
        var facts = PlanFacts(lock: gathered.lock, manifests: [:], stored: [])
        facts.unfetched = unfetched
        facts.pending = gathered.pending
        facts.lastShown = gathered.memory.lastShown
        facts.missingAnswers = gathered.missingAnswers
        let slots = looked(at: gathered.slots)
        readManifests(of: slots, in: gathered, from: store, to: &facts, &diagnostics)
        let isSafe = !diagnostics.contains { $0.id == .lockUnreadable || $0.id == .storeUnreadable }
        let pins = Pins(dialects: registry.dialects)
        let planner = ImagePlanner(
            facts: facts, providers: gathered.providers, pins: pins, candidates: configuration.images.candidates,
            policy: options.policy(configuration), onFailure: configuration.images.onFailure,
            standIns: standIns, retriesRefused: options.retryFailed, demands: demands)
        var describer: (any ImageDescriber)?
        var writer: any PromptWriter = ProviderRegistry.drafter
        do throws(Diagnostic) {
            let (alt, images) = (configuration.alt, configuration.images.provider)
            describer = try registry.describer(for: alt, images: images)
            writer = try registry.promptWriter(for: alt, images: images) ?? writer
        } catch {
            diagnostics.append(error)
        }
        var plan = ImagePlan(entries: [])
        if isSafe {
            let asksForTexts = options.policy(configuration).asksForWords
            let pricing = PlanPricing(
                store: store, lock: facts.lock, describer: asksForTexts ? describer : nil, writer: writer,
                providers: gathered.providers, configuration: configuration,
                redescribed: Set(demands.filter { $0.value == .description }.keys), retriesFailed: options.retryFailed,
                usual: UsualPrices(gathered.ledger))
            plan = pricing.priced(planner.plan(slots, gathered.unwritten), gathered.unwritten)
            // Whoever looks at some slots knows nothing of those that no page has.
            if about != nil { plan.entries.removeAll { $0.action == .orphan } }
        }
        return Prepared(
            slots: gathered.slots, unwritten: gathered.unwritten, writer: writer,
            promptUpdates: gathered.promptUpdates, plan: plan, lock: facts.lock,
            forgotten: facts.lastShown.compactMapValues { $0.image(in: facts.manifests) },
            manifests: facts.manifests, store: store, providers: gathered.providers,
            describer: describer, references: gathered.references, pins: pins, diagnostics: diagnostics,
            pending: facts.pending.values.flatMap(\.self), isSafe: isSafe)
    }

    /// The slots that this run is about, with their companions and those that want the same picture.
    private func looked(at slots: [Slot]) -> [Slot] {
        guard let about else { return slots }
        let lights = Set(slots.filter { about.contains($0.id) }.compactMap(\.light?.id))
        let pairs = about.union(lights)
        let keys = Set(slots.filter { pairs.contains($0.id) }.map(\.key))
        return slots.filter { slot in
            keys.contains(slot.key) || slot.light.map { pairs.contains($0.id) } ?? false
        }
    }

    /// What the store has for the slots, by the recipes of today and by those of the pictures that they show.
    private func readManifests(
        of slots: [Slot], in gathered: Gathered, from store: ImageStore, to facts: inout PlanFacts,
        _ diagnostics: inout [Diagnostic]
    ) {
        let sources = gathered.memory.sources(
            for: gathered.slots,
            unwritten: Set(gathered.unwritten.flatMap { [$0.id, $0.darkID].compactMap(\.self) }))
        for slot in slots {
            do throws(StoreError) {
                let known = [
                    slot.key, sources[slot.id]?.recipe, facts.lock.images[slot.id]?.recipe,
                    facts.lastShown[slot.id]?.recipe,
                ]
                // Of a slot that shows what its entry says nobody asks what became of other pictures.
                let isShown = !slot.hasPins && !SlotMemory.asksHistory([slot], facts.lock)
                let earlier = isShown ? [] : gathered.missingAnswers.earlierRecipes(of: slot)
                for key in Set(known.compactMap(\.self) + earlier) where facts.manifests[key] == nil {
                    facts.manifests[key] = try store.manifest(of: key)
                }
            } catch {
                diagnostics.append(
                    slot.finding(.storeUnreadable, "\(slot.id): \(error.summary)", help: error.help))
            }
        }
        facts.lock.images.merge(SlotMemory.entries(for: slots, from: sources, facts.manifests)) { _, given in given }
        let images =
            about == nil
            ? facts.lock.images.values.map(\.image)
            : locked(facts.lock, for: slots)
        let digests = images + facts.manifests.values.flatMap { $0.candidates.map(\.image) }
        facts.stored = Set(Set(digests).filter(store.contains))
    }

    /// Of the lock, what these slots show, and what others show that have the same recipe.
    private func locked(_ lock: SiteLock, for slots: [Slot]) -> [Digest] {
        let (ids, keys) = (Set(slots.map(\.id)), Set(slots.map(\.key)))
        return lock.images.filter { ids.contains($0.key) || keys.contains($0.value.recipe) }.map(\.value.image)
    }

    /// What the ledger says; a damaged one is reported where money is shown.
    private var ledgerLines: [SpendLedger.Line] {
        do throws(FileError) { return try SpendLedger(store: folder.store).lines() } catch { return [] }
    }

    private func drawsPlaceholder(
        for slot: UnwrittenSlot, _ providers: [String: any ImageProvider], _ configuration: SiteConfiguration
    ) -> Bool {
        switch options.policy(configuration) {
        case .placeholder, .offline: return true
        case .make, .error, .frozen: break
        }
        return providers[slot.provider]?.makesPlaceholders == true
    }

    /// - Parameter answers: such as are still to be fetched; where their providers are gone, that is said when it is
    ///   tried.
    private func providers(
        for requests: [ImageRequest], fetching answers: [PendingAnswer], _ configuration: SiteConfiguration,
        _ registry: ProviderRegistry
    ) -> (providers: [String: any ImageProvider], diagnostics: [Diagnostic]) {
        var wanted = [configuration.images.provider.value: configuration.images.provider]
        var lines: [String: String] = [:]
        for request in requests {
            guard let pin = request.provider, wanted[pin.value] == nil else { continue }
            wanted[pin.value] = pin
            lines[pin.value] = pin.location.line == request.prompt.location.line ? request.sourceLine : nil
        }
        for answer in answers
        where wanted[answer.provider] == nil && registry.dialects[answer.provider] != nil {
            wanted[answer.provider] = Located(answer.provider, at: SourceLocation(path: SiteConfiguration.path))
        }
        var providers: [String: any ImageProvider] = [:]
        var diagnostics: [Diagnostic] = []
        for (name, located) in wanted.sorted(by: { $0.key < $1.key }) {
            do throws(Diagnostic) {
                providers[name] = try registry.provider(named: located)
            } catch {
                var error = error
                error.sourceLine = error.sourceLine ?? lines[name] ?? folder.line(of: located.location)
                diagnostics.append(error)
            }
        }
        return (providers, diagnostics)
    }

    /// Reference pictures by path, and by digest; what is not there or no picture is left out, and the slot that
    /// needs it says so. The findings are about those that must not be read.
    func readReferences(
        of list: WishList
    ) -> (digests: [String: Digest], pictures: [Digest: ReferencePicture], findings: [Diagnostic]) {
        var digests: [String: Digest] = [:]
        var pictures: [Digest: ReferencePicture] = [:]
        var findings: [Diagnostic] = []
        let rule = LinkRule(site: folder.root, allowsOutside: list.configuration.allowsLinksOutside)
        for path in SlotCollector.referencePaths(of: list.wishes, configuration: list.configuration).sorted() {
            if let refusal = rule.refusal(ofNamed: folder.root + "/" + path) {
                findings.append(LinkRule.finding(refusal, at: path, subject: "the path"))
                continue
            }
            let file = SourceID(sitePath: path)?.file.flatMap(list.files.spelling(of:))
            guard let bytes = try? FileContents.read(folder.root + "/" + (file.map(SourceID.sitePath(of:)) ?? path))
            else {
                continue
            }
            if GitLFSPointer(bytes) != nil { findings.append(GitLFSPointer.finding(at: path)) }
            guard let info = try? PictureInspector.inspect(bytes) else { continue }
            let digest = Digest.of(bytes)
            digests[path] = digest
            let name = path.split(separator: "/").last.map(String.init) ?? path
            pictures[digest] = ReferencePicture(fileName: name, mediaType: info.mediaType, bytes: bytes)
        }
        return (digests, pictures, findings)
    }
}
