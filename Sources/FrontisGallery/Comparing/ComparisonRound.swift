import Foundation
import FrontisCore
import FrontisImages
import FrontisProviders
import FrontisStore
import Synchronization

/// One comparison, from the folder that is made for it to the page that shows it.
struct ComparisonRound: Sendable {
    typealias Contender = PictureComparison.Contender

    let wish: PictureComparison.Wish
    let contenders: [Contender]
    let configuration: SiteConfiguration
    let registry: ProviderRegistry
    let gallery: Gallery
    /// Absolute.
    let folder: String
    let now: PageDate

    /// With its provider and its slot.
    private struct Entrant: Sendable {
        var number: Int
        var contender: Contender
        var provider: any ImageProvider
        var describer: (any ImageDescriber)?
        var slot: Slot
    }

    private struct Result: Sendable {
        var number: Int
        var rows: [ComparisonReport.Row]
        var diagnostics: [Diagnostic]
        /// Of the whole run up to then.
        var total: Cost
    }

    private var entrants: [Entrant] = []
    private var references: [Digest: ReferencePicture] = [:]

    init(
        wish: PictureComparison.Wish, contenders: [Contender], configuration: SiteConfiguration,
        registry: ProviderRegistry, gallery: Gallery, folder: String, now: PageDate
    ) {
        self.wish = wish
        self.contenders = contenders
        self.configuration = configuration
        self.registry = registry
        self.gallery = gallery
        self.folder = folder
        self.now = now
    }

    /// Where pictures are kept as they arrive, until they stand in the folder under their names.
    private var scratch: String { folder + "/.frontis-compare" }
    private func scratch(of entrant: Entrant) -> String { "\(scratch)/\(entrant.number)" }

    private func store(of entrant: Entrant) -> ImageStore {
        let own = scratch(of: entrant)
        return ImageStore(directory: own + "/store", cache: own + "/cache", secrets: registry.secrets)
    }

    // MARK: Before anything is asked for

    /// What stands in the way for all: names that nobody has, an unknown style, a folder that is somebody else's.
    mutating func prepare() -> [Diagnostic] {
        guard !contenders.isEmpty else {
            return [
                Diagnostic(
                    .aiImageUnknownProvider, "there is nothing to compare: no provider is defined here",
                    help: "name them: --with pattern --with openai:gpt-image-2")
            ]
        }
        var diagnostics: [Diagnostic] = []
        var seen: Set<Contender> = []
        for contender in contenders where seen.insert(contender).inserted {
            do throws(Diagnostic) {
                try add(contender, &diagnostics)
            } catch {
                diagnostics.append(error)
            }
        }
        diagnostics = diagnostics.settled(severities: configuration.severities)
        if !diagnostics.hasErrors, let obstacle = folderObstacle { diagnostics.append(obstacle) }
        return diagnostics
    }

    private mutating func add(_ contender: Contender, _ diagnostics: inout [Diagnostic]) throws(Diagnostic) {
        let name = Located(contender.provider, at: SourceLocation(path: "--with"))
        let provider = try registry.provider(named: name)
        var request = wish.request
        request.model = contender.model
        request.provider = name
        let wish = FrontisCore.Wish(
            order: request, language: wish.language ?? configuration.language, by: contender.description)
        let list = WishList(configuration: configuration, now: now, wishes: [wish])
        let (digests, pictures, findings) = gallery.preparation.readReferences(of: list)
        diagnostics += findings
        references.merge(pictures) { first, _ in first }
        let collection = SlotCollector(configuration: configuration, references: digests).collect(from: list.wishes)
        diagnostics += collection.diagnostics
        let describer = self.wish.describes ? try registry.describer(for: configuration.alt, images: name) : nil
        guard let slot = collection.slots.first else { return }
        entrants.append(
            Entrant(
                number: entrants.count + 1, contender: contender, provider: provider, describer: describer, slot: slot))
    }

    /// Pictures that an earlier comparison has paid for are not written over.
    private var folderObstacle: Diagnostic? {
        do throws(FileError) {
            guard try Directory.names(in: folder).isEmpty else {
                return Diagnostic(
                    .outputForeign, "the folder '\(folder)' is not empty", help: "name a new one: --output compare-2")
            }
        } catch {
            guard error.isAbsent else { return error.diagnostic(.outputWrite) }
        }
        do throws(FileError) {
            try Directory.make(folder)
        } catch {
            return error.diagnostic(.outputWrite)
        }
        return nil
    }

    // MARK: Asking

    /// - Parameters:
    ///   - ledger: the site's store; nothing without a site.
    ///   - shown: the folder as it was written on the command line.
    func run(ledger: String?, shown: String) async -> (ComparisonReport?, [Diagnostic]) {
        let store = ImageStore(
            directory: ledger ?? scratch + "/store", cache: scratch + "/locks", secrets: registry.secrets)
        let account = SpendingAccount(store: store, budget: configuration.images.budget, isElsewhere: true)
        gallery.progress(.pictures(total: entrants.count))
        var results: [Result] = []
        await withTaskGroup(of: Result.self) { group in
            var waiting = entrants[...]
            func addNext() {
                guard !Task.isCancelled, let entrant = waiting.popFirst() else { return }
                group.addTask { await make(entrant, account) }
            }
            for _ in 0..<max(1, configuration.images.concurrency) { addNext() }
            while let result = await group.next() {
                results.append(result)
                addNext()
            }
        }
        // Each says what the budget of all has not allowed up to then.
        let told = results.flatMap(\.diagnostics).filter { $0.id == .budgetReached }
        var overspent = told.last
        if told.hasErrors { overspent?.severity = .error }
        results.sort { $0.number < $1.number }
        var diagnostics = results.flatMap(\.diagnostics).filter { $0.id != .budgetReached }
        if let overspent { diagnostics.append(overspent) }
        diagnostics = diagnostics.settled(severities: configuration.severities)
        diagnostics += keepUnusable(shown: shown)
        // All share one account, so whoever ended last has seen all of it.
        let total = results.map(\.total).max { $0.usd < $1.usd } ?? .nothing
        var report = ComparisonReport(
            prompt: Recipe.normalized(wish.request.prompt.value), folder: shown, rows: results.flatMap(\.rows),
            cost: total, diagnostics: [])
        do throws(FileError) {
            try AtomicFile.write(ContactSheet(report: report).html, to: folder + "/index.html")
        } catch {
            diagnostics.append(error.diagnostic(.outputWrite))
        }
        report.diagnostics = diagnostics.map(Finding.init)
        return (report, diagnostics)
    }

    private func make(_ entrant: Entrant, _ account: SpendingAccount) async -> Result {
        let name = entrant.contender.description
        gallery.progress(.started(name))
        defer { gallery.progress(.finished(name)) }
        let store = store(of: entrant)
        let pins = Pins(dialects: registry.dialects)
        let providers = [entrant.provider.name: entrant.provider]
        let plan = ImagePlanner(
            facts: PlanFacts(lock: SiteLock(), manifests: [:], stored: []), providers: providers, pins: pins,
            candidates: wish.candidates, policy: .make, retriesRefused: false
        ).plan([entrant.slot])
        var settings = configuration
        // No picture of a comparison is published.
        settings.alt.require = .none
        let clock = Stopwatch()
        let fulfiller = ImageFulfiller(
            store: store, account: account, gallery: PlaceholderGallery(cache: scratch(of: entrant) + "/cache"),
            lock: SiteLock(),
            providers: providers, pins: pins, describer: entrant.describer, references: references,
            rules: FulfilmentRules(
                configuration: settings, policy: .make,
                now: now.timestamp)
        ) { event in
            switch event {
            case .started: clock.start()
            case .finished: clock.stop()
            case .total, .made, .arrived, .describing, .described: break
            }
        }
        clock.start()
        let outcome = await fulfiller.fulfil(plan, jobs: 1)
        clock.stop()
        var diagnostics = outcome.diagnostics
        if !wish.describes { diagnostics.removeAll { $0.id == .altNotMade } }
        diagnostics = diagnostics.map { $0.withoutSite(unusable: "unusable in the folder") }
        let rows = rows(of: entrant, outcome, store, seconds: clock.seconds, &diagnostics)
        return Result(number: entrant.number, rows: rows, diagnostics: diagnostics, total: outcome.cost)
    }

    /// One for each picture, or one that says why there is none.
    private func rows(
        of entrant: Entrant, _ outcome: Fulfilment, _ store: ImageStore, seconds: Double,
        _ diagnostics: inout [Diagnostic]
    ) -> [ComparisonReport.Row] {
        let asked = entrant.provider.model(
            for: GenerationRequest(
                recipe: entrant.slot.recipe, key: entrant.slot.key, model: entrant.contender.model))
        var row = ComparisonReport.Row(provider: entrant.provider.name, model: asked, candidate: 1)
        let entry = outcome.catalog.entries[entrant.slot.id]
        let alt = entry?.alts.values.first { $0.source != .missing }?.text
        do {
            if let entry, entry.isPlaceholder {
                row.mediaType = entry.mediaType.rawValue
                (row.width, row.height, row.seconds) = (entry.width, entry.height, seconds)
                row.cost = .nothing
                row.alt = alt
                try put(entry.file, entrant, entry.mediaType, into: &row)
                return [row]
            }
            var rows: [ComparisonReport.Row] = []
            for candidate in try store.manifest(of: entrant.slot.key)?.candidates ?? [] {
                var made = row
                made.candidate = candidate.number
                made.model = candidate.model ?? asked
                made.mediaType = candidate.mediaType.rawValue
                (made.width, made.height, made.seconds) = (candidate.width, candidate.height, seconds)
                made.cost = candidate.cost
                made.revisedPrompt = candidate.revisedPrompt
                // Only the one that a page would show is described.
                made.alt = candidate.number == 1 ? alt : nil
                try put(store.path(of: candidate.image), entrant, candidate.mediaType, into: &made)
                rows.append(made)
            }
            if !rows.isEmpty { return rows }
        } catch {
            diagnostics.append(
                Diagnostic(.outputWrite, "a picture of \(entrant.contender) is not in the folder: \(error)"))
        }
        row.failure = diagnostics.first { $0.severity == .error }?.summary ?? "no picture came"
        return [row]
    }

    /// Copies a picture into the folder under a name that says who made it.
    private func put(
        _ file: String, _ entrant: Entrant, _ type: MediaType, into row: inout ComparisonReport.Row
    ) throws(FileError) {
        let words = [entrant.contender.provider, row.model].compactMap { $0 }.joined(separator: "-").lowercased()
        let safe = words.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "." ? $0 : "-" }
        let number = row.candidate > 1 ? "-\(row.candidate)" : ""
        let name = "\(entrant.number)-\(String(safe.prefix(60)))\(number).\(type.fileExtension)"
        let bytes = try FileContents.read(file)
        try AtomicFile.write(bytes, to: folder + "/" + name, .durable)
        row.file = name
        row.bytes = bytes.count
    }

    // MARK: Tidying up

    /// Paid answers that were no picture stay beside those that were; everything else that was kept on the way goes.
    private func keepUnusable(shown: String) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        do {
            for entrant in entrants {
                let inventory = try StoreInventory(of: scratch(of: entrant) + "/store")
                for file in inventory.quarantine {
                    let name = "\(entrant.number)-\(file.name)"
                    try AtomicFile.write(try FileContents.read(file.path), to: "\(folder)/unusable/\(name)", .durable)
                    diagnostics.append(
                        Diagnostic(
                            .providerUnusable,
                            "an answer of \(entrant.contender) is no picture; it is kept as "
                                + "\(shown)/unusable/\(name)", severity: .note))
                }
            }
            let unfetched = try unfetched()
            diagnostics += unfetched
            if unfetched.isEmpty, FileManager.default.fileExists(atPath: scratch) {
                try FileManager.default.removeItem(atPath: scratch)
            }
        } catch {
            diagnostics.append(
                Diagnostic(
                    .outputWrite, "what was kept on the way stays in '\(scratch)': \(error)", severity: .warning))
        }
        return diagnostics
    }

    /// Pictures that are paid for and not there: whoever has the address can still fetch them.
    private func unfetched() throws(StoreError) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for entrant in entrants {
            let pending = try store(of: entrant).pending.all().values.joined()
            guard let end = pending.map(\.expires).max() else { continue }
            diagnostics.append(
                Diagnostic(
                    .providerUnusable, "a picture of \(entrant.contender) is paid for and could not be fetched",
                    help: "its address stands in \(scratch(of: entrant))/cache/pending and is good until "
                        + "\(end.rfc3339): it opens the picture to everyone",
                    severity: .note))
        }
        return diagnostics
    }
}

/// Measures from the last start to the first stop after it.
private final class Stopwatch: Sendable {
    private let state = Mutex<(start: ContinuousClock.Instant, length: Duration?)>((.now, nil))

    func start() { state.withLock { $0 = (.now, nil) } }
    func stop() { state.withLock { if $0.length == nil { $0.length = .now - $0.start } } }

    var seconds: Double {
        let length = state.withLock { $0.length ?? .zero }.components
        return Double(length.seconds) + Double(length.attoseconds) / 1e18
    }
}
