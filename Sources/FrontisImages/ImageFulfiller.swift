package import FrontisCore
package import FrontisHTTP
import FrontisPictures
package import FrontisStore
import Synchronization

/// Makes what a plan says is to be made, keeps every picture as it arrives, and has alt texts written. The only
/// stage that may use the network or spend money.
package struct ImageFulfiller: Sendable {
    /// How a run may behave.
    package struct Rules: Sendable {
        package var concurrency: Int
        /// US dollars.
        package var budget: Money
        package var altLength: Int
        package var altRequirement: SiteConfiguration.Requirement
        /// What decides about the words that are asked for, beside who is asked.
        package var writingSettings: String
        /// Whether what was asked for in vain before is asked for again.
        package var retriesFailed = false
        package var onFailure: SiteConfiguration.OnFailure
        package var policy: RunPolicy
        /// Noted of everything that is made.
        package var now: Timestamp
        package var retry: RetryPolicy

        package init(
            configuration: SiteConfiguration, policy: RunPolicy, now: Timestamp,
            retry: RetryPolicy = RetryPolicy()
        ) {
            concurrency = DescriptorLimit.requests(wanted: configuration.images.concurrency)
            budget = configuration.images.budget
            altLength = configuration.alt.maxLength
            altRequirement = configuration.alt.require
            writingSettings = configuration.alt.writingSettings
            onFailure = configuration.images.onFailure
            self.policy = policy
            self.now = now
            self.retry = retry
        }
    }

    package enum Event: Sendable {
        case total(Int)
        case started(SlotID)
        case finished(SlotID)
        /// A slot has got a picture that was just made for it.
        case made(Slot, StoredImage)
        /// A describer is looking at its picture.
        case describing(SlotID)
        case described(SlotID)
        /// A page's picture is there.
        case arrived(Slot, PictureFile)
    }

    package struct Outcome: Sendable {
        package var catalog = ImageCatalog()
        /// To be merged into the lock.
        package var lockEntries: [SlotID: SiteLock.Entry] = [:]
        package var diagnostics: [Diagnostic] = []
        package var kept = 0
        package var made = 0
        package var placeholders = 0
        package var failed = 0
        /// Of those that failed, how many have a drawing in their place.
        package var standIns = 0
        package var altsKept = 0
        package var altsMade = 0
        package var cost = Cost.nothing
        /// By the companions' own slots, until they stand beside the light ones in the catalog.
        var darks: [SlotID: OutputPicture] = [:]

        package init() {}
    }

    let store: ImageStore
    let gallery: PlaceholderGallery
    let providers: [String: any ImageProvider]
    let describer: (any ImageDescriber)?
    let references: [Digest: ReferencePicture]
    let rules: Rules
    let lock: SiteLock
    /// Entries of the lock by the picture that they show, in the order of their slots.
    let lockedByImage: [Digest: [SiteLock.Entry]]
    /// What the lock says of the site's own files, by picture.
    let lockedAlts: [Digest: [AltText]]
    let pins: Pins
    let choices: ChoiceCounts
    /// What the store had when the plan was made.
    let manifests: [Digest: RecipeManifest]
    /// Slots whose alt text is to be written although there is one.
    let redescribed: Set<SlotID>
    let onEvent: @Sendable (Event) -> Void
    let account: SpendingAccount
    let askedKeys = AskedKeys()
    /// Pictures in the making at the same time, and pictures that are looked at: neither waits for the other.
    let making: FairSemaphore
    let describing: FairSemaphore

    package init(
        store: ImageStore, account: SpendingAccount, gallery: PlaceholderGallery, lock: SiteLock,
        providers: [String: any ImageProvider],
        pins: Pins, describer: (any ImageDescriber)?, references: [Digest: ReferencePicture], rules: Rules,
        choices: ChoiceCounts = ChoiceCounts(), manifests: [Digest: RecipeManifest] = [:],
        redescribed: Set<SlotID> = [],
        onEvent: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        self.store = store
        self.gallery = gallery
        self.lock = lock
        lockedByImage = lock.entriesByImage
        lockedAlts = lock.localAltsByImage
        self.providers = providers
        self.pins = pins
        self.choices = choices
        self.manifests = manifests
        self.redescribed = redescribed
        self.describer = describer
        self.references = references
        self.rules = rules
        self.onEvent = onEvent
        self.account = account
        making = FairSemaphore(rules.concurrency)
        describing = FairSemaphore(rules.concurrency)
    }

    /// - Parameter jobs: threads for drawing placeholders.
    package func fulfil(_ plan: ImagePlan, jobs: Int) async -> Outcome {
        var outcome = Outcome()
        outcome.diagnostics = plan.diagnostics
        let placeholders = plan.entries.filter { $0.action == .placeholder }
        await draw(placeholders.filter { $0.slot?.light == nil }, jobs: jobs, into: &outcome)
        outcome.failed += plan.entries.count { $0.action == .blocked || $0.isStandIn }
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
                        group.addTask { .made(await make(task), lane: lane) }
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

    // MARK: One picture

    private func make(_ task: PictureTask) async -> PictureTask.Result {
        var result = PictureTask.Result(task: task, image: task.image)
        for var order in task.orders {
            order.sharers = task.slots.filter { $0.id != order.slot.id }
            onEvent(.started(order.slot.id))
            defer { onEvent(.finished(order.slot.id)) }
            do throws(Diagnostic) {
                let made = try await make(order, &result)
                // Where another was asked for and did not come, the slot has what it had before.
                let isNews = result.image == nil && (!order.isAnew || result.hasArrived)
                if isNews { for slot in task.slots { onEvent(.made(slot, made)) } }
                result.image = result.image ?? made
            } catch {
                var error = error
                // The page has its picture; only the choice is smaller.
                if result.image != nil { error.severity = .warning }
                result.diagnostics.append(error)
            }
        }
        return result
    }

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
                Diagnostic(
                    .pictureLost, "\(slot.id): \(error.summary)", at: slot.request.prompt.location,
                    in: slot.request.sourceLine, help: error.help)
            }
            return result
        }
        let words = await describe(image.picture, at: result.task.slots.map(\.described))
        (result.alts, result.altsMade) = (words.alts, words.made)
        result.diagnostics += words.diagnostics
        return result
    }

    /// Asks for the pictures, unless another process has made them meanwhile.
    ///
    /// - Returns: the one to show.
    private func make(
        _ order: PictureTask.Order, _ result: inout PictureTask.Result
    ) async throws(Diagnostic) -> StoredImage {
        let slot = order.slot
        guard let provider = providers[slot.provider] else {
            throw finding(.init(.aiImageUnknownProvider, "unknown provider '\(slot.provider)'", nil), at: slot)
        }
        // What came of asking is written down, too, before anybody else may ask.
        let locks = try await waitForLocks(of: slot)
        defer { withExtendedLifetime(locks) {} }
        do {
            var manifest = try store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
            let accepts = { (candidate: RecipeManifest.Candidate) in pins.accepts(candidate.stored, for: slot) }
            let unfetched = try await collect(for: order, into: &manifest, &result)
            let present = manifest.candidates.filter(accepts).count
            let wanted = order.isAnew ? present + order.count : order.count
            let first = manifest.nextNumber
            if present < wanted {
                // What is paid for is never asked for again by itself.
                if !order.isAnew, let unfetched { throw Unfetched(failure: unfetched) }
                if !order.isPaid {
                    let order = try lookedAtAgain(order, manifest, hasPicture: result.image != nil)
                    let missing = wanted - present - order.vain
                    if missing > 0 { try await add(missing, by: provider, to: &manifest, order, &result) }
                }
            }
            result.hasArrived = manifest.candidates.contains { $0.number == first }
            if order.isAnew, result.hasArrived {
                manifest.choose(first, for: slot.id)
                try store.write(manifest, for: slot.key)
            }
            guard let shown = manifest.shown(in: slot.id, where: accepts) ?? manifest.candidates.last else {
                throw ProviderFailure(.unusable, "the answer held no picture")
            }
            return shown.stored
        } catch let error as Diagnostic {
            throw error
        } catch let error as Unfetched {
            throw failed(error.failure, provider, slot, isWhole: false)
        } catch let failure as ProviderFailure {
            throw failed(failure, provider, slot)
        } catch let error as StoreError {
            throw finding(.init(.storeUnreadable, error.summary, error.help), at: slot)
        } catch let error as FileError {
            throw finding(.init(.storeUnreadable, error.description, error.help), at: slot)
        } catch {
            throw finding(.init(.providerBusy, "\(error)", nil), at: slot)
        }
    }

    /// - Parameter isWhole: whether the recipe got no picture at all, so that a refusal is one of the recipe.
    func failed(
        _ failure: ProviderFailure, _ provider: any ImageProvider, _ slot: Slot, isWhole: Bool = true
    ) -> Diagnostic {
        var failure = failure
        if let evidence = failure.evidence {
            do throws(FileError) {
                try store.quarantine(evidence)
                failure.help = failure.help ?? "what came is kept in .frontis/store/v1/quarantine"
            } catch {
                return finding(.init(.storeUnreadable, error.description, error.help), at: slot)
            }
        }
        let kind: RecipeManifest.Refusal.Kind? =
            failure.kind == .refused ? .refused : failure.kind == .unusable && failure.mayBeBilled ? .unusable : nil
        if let kind, isWhole {
            do throws(StoreError) {
                var manifest = try store.manifest(of: slot.key) ?? RecipeManifest(recipe: slot.recipe)
                manifest.refusal = .init(
                    kind, provider: provider.name, model: slot.request.model, message: failure.message,
                    created: rules.now)
                try store.write(manifest, for: slot.key)
            } catch {
                return finding(.init(.storeUnreadable, error.summary, error.help), at: slot)
            }
        }
        // What is wrong with the configuration names the provider itself.
        let summary =
            failure.kind == .unconfigured ? failure.message : "provider '\(provider.name)': \(failure.message)"
        var diagnostic = finding(.init(failure.kind.diagnosticID, summary, failure.help), at: slot)
        diagnostic.cause = ProviderTrouble(failure.kind, of: provider.name, .picture, words: summary)
        // Of a budget it matters more that there is no picture than that the limit has been kept.
        diagnostic.severity = .error
        return diagnostic
    }

    struct Finding {
        var id: DiagnosticID
        var summary: String
        var help: String?

        init(_ id: DiagnosticID, _ summary: String, _ help: String?) {
            self.id = id
            self.summary = summary
            self.help = help
        }
    }

    func finding(_ finding: Finding, at slot: Slot) -> Diagnostic {
        Diagnostic(
            finding.id, finding.summary, at: slot.request.prompt.location, in: slot.request.sourceLine,
            help: finding.help)
    }

    func finding(_ finding: Finding, at place: DescribedPlace) -> Diagnostic {
        Diagnostic(finding.id, finding.summary, at: place.location, in: place.sourceLine, help: finding.help)
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
