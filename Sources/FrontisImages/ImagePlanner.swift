package import FrontisCore
package import FrontisStore

/// Decides for every slot which picture it shows, or that one has to be made, and says why. Pure: what is on the
/// disk is handed in.
package struct ImagePlanner: Sendable {
    /// What lock and store know.
    package struct Facts: Sendable {
        package var lock: SiteLock
        /// Of the slots' keys, and of the keys that their lock entries, and `missingAnswers`, name.
        package var manifests: [Digest: RecipeManifest]
        /// Digests whose bytes are in the store.
        package var stored: Set<Digest>
        /// Of slots that the lock on the disk does not know: what they showed last, and what they asked for then.
        /// `lock` has entries for those that ask for the same today.
        package var lastShown: [SlotID: ChoiceHistory.Line] = [:]
        /// Answers that are paid for and whose pictures are still to be fetched, by the recipe's key.
        package var pending: [Digest: [PendingAnswer]] = [:]
        /// What could not be fetched a moment ago, and may never be.
        package var unfetched: [EarlierAnswers.Failure] = []
        package var missingAnswers = MissingAnswers()

        package init(lock: SiteLock, manifests: [Digest: RecipeManifest], stored: Set<Digest>) {
            self.lock = lock
            self.manifests = manifests
            self.stored = stored
        }
    }

    /// What a person asks for on the command line.
    package enum Demand: Sendable, Hashable {
        /// That many more pictures, whatever is there; the first of them is chosen.
        case anew(count: Int)
        /// That many in all.
        case candidates(Int)
        /// Another alt text for the picture that is there.
        case description
    }

    let facts: Facts
    private let providers: [String: any ImageProvider]
    let pins: Pins
    private let candidates: Int
    let policy: RunPolicy
    let onFailure: SiteConfiguration.OnFailure
    private let standIns: Set<SlotID>
    private let retriesRefused: Bool
    private let demands: [SlotID: Demand]
    /// A slot of each key in the lock, the smallest by id.
    private let lockedByKey: [Digest: (id: SlotID, entry: SiteLock.Entry)]

    /// - Parameters:
    ///   - providers: by name; slots of others are left out, as their name has been reported.
    ///   - candidates: how many pictures to make where a slot does not say.
    ///   - onFailure: what a page shows whose picture was refused.
    ///   - standIns: slots whose prompts could not be written.
    ///   - demands: what a person has asked for, over what front matter says.
    package init(
        facts: Facts, providers: [String: any ImageProvider], pins: Pins, candidates: Int, policy: RunPolicy,
        onFailure: SiteConfiguration.OnFailure = .error, standIns: Set<SlotID> = [], retriesRefused: Bool,
        demands: [SlotID: Demand] = [:]
    ) {
        self.facts = facts
        self.providers = providers
        self.pins = pins
        self.candidates = candidates
        self.policy = policy
        self.onFailure = onFailure
        self.standIns = standIns
        self.retriesRefused = retriesRefused
        self.demands = demands
        var byKey: [Digest: (id: SlotID, entry: SiteLock.Entry)] = [:]
        for (id, entry) in facts.lock.images.sorted(by: { $0.key < $1.key })
        where byKey[entry.recipe] == nil && facts.lastShown[id] == nil {
            byKey[entry.recipe] = (id, entry)
        }
        lockedByKey = byKey
    }

    /// - Parameter unwritten: slots whose prompt is to be written first.
    package func plan(_ slots: [Slot], _ unwritten: [UnwrittenSlot] = []) -> ImagePlan {
        var plan = ImagePlan(entries: [])
        var wanted: [ImageJob: Int] = [:]
        for slot in slots {
            wanted[ImageJob(slot)] = max(wanted[ImageJob(slot)] ?? 0, slot.request.candidates ?? 0)
        }
        var firstOfJob: [ImageJob: SlotID] = [:]
        // Of each recipe, the pictures to be made and how many: a slot without pins takes any of them.
        var ordered: [Digest: [(id: SlotID, count: Int)]] = [:]
        let isFirst = { (slot: Slot) in (demands[slot.id] == nil ? 1 : 0, slot.hasPins ? 0 : 1, slot.id.description) }
        // What a dark companion can be depends on the light picture.
        var shown: [SlotID: ImagePlan.Entry] = [:]
        let sorted = slots.sorted(by: { isFirst($0) < isFirst($1) })
        for slot in sorted.filter({ $0.light == nil }) + sorted.filter({ $0.light != nil }) {
            guard let provider = providers[slot.provider] else { continue }
            let job = ImageJob(slot)
            let light = slot.light.flatMap { shown[$0.id] }
            var entry = entry(
                for: slot, provider: provider, wanted: wanted[job] ?? 0, beside: light, &plan.diagnostics)
            if entry.action == .make {
                let other =
                    slot.hasPins || entry.isAnew || entry.kept != nil
                    ? nil : ordered[slot.key]?.first { $0.count >= entry.count }?.id
                if let first = firstOfJob[job] ?? other {
                    entry = .init(
                        id: slot.id, slot: slot, action: .keep,
                        reason: entry.kept == nil ? "shares the picture of \(first)" : "kept", provider: provider.name,
                        model: entry.model, kept: entry.kept)
                    entry.sharedWith = entry.kept == nil ? first : nil
                } else {
                    firstOfJob[job] = slot.id
                    if entry.kept == nil { ordered[slot.key, default: []].append((slot.id, entry.count)) }
                }
            }
            entry.isByHand = demands[slot.id] != nil
            pair(&entry, with: light, provider, &plan.diagnostics)
            shown[slot.id] = entry
            plan.entries.append(entry)
        }
        for slot in unwritten {
            plan.entries.append(entry(for: slot, &plan.diagnostics))
            if let dark = plan.entries.last?.dark(of: slot) { plan.entries.append(dark) }
        }
        let known = Set(slots.map(\.id) + unwritten.map(\.id) + unwritten.compactMap(\.darkID))
        for (id, entry) in facts.lock.images where !known.contains(id) {
            plan.entries.append(
                .init(
                    id: id, slot: nil, action: .orphan, reason: "no page that is built has this slot",
                    provider: entry.provider, model: entry.model))
        }
        plan.entries.sort { $0.id < $1.id }
        // That a model is past its date is said once, however many slots would use it.
        var retired: Set<String> = []
        plan.diagnostics.removeAll { $0.id == .modelRetired && !retired.insert($0.summary).inserted }
        return plan
    }

    private func entry(
        for slot: Slot, provider: any ImageProvider, wanted: Int, beside light: ImagePlan.Entry?,
        _ diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry {
        let demand = demands[slot.id]
        if case .anew(let count) = demand {
            return order(
                slot, provider, count: count, reason: "asked for by hand", isAnew: true, beside: light,
                diagnostics: &diagnostics)
        }
        // A person who asks for candidates of a stale slot wants them for its recipe of today.
        let wantsCandidates = if case .candidates = demand { true } else { false }
        if let (image, reason, isStale) = picture(of: slot, provider), !isStale || !wantsCandidates {
            var entry = ImagePlan.Entry(
                id: slot.id, slot: slot, action: .keep, reason: reason, provider: image.provider, model: image.model,
                kept: image, isStale: isStale)
            guard facts.stored.contains(image.digest) else {
                diagnostics.append(lost(image, slot))
                entry.action = .blocked
                entry.reason = "bytes lost"
                entry.kept = nil
                return entry
            }
            if let fetching = fetching(for: slot) {
                entry.action = fetching.action
                (entry.reason, entry.price, entry.count) = ("kept; " + fetching.reason, fetching.price, fetching.count)
                (entry.isPaid, entry.goal) = (true, accepted(slot).count + fetching.count)
                return entry
            }
            let more = isStale ? 0 : missingCandidates(slot, wanted: wanted)
            guard more > 0, policy == .make, !provider.makesPlaceholders else { return entry }
            var obstacles: [Diagnostic] = []
            var order = order(
                slot, provider, count: more, reason: "\(more) more \(more == 1 ? "candidate" : "candidates")",
                isAnew: false, beside: light, diagnostics: &obstacles)
            // The page has its picture; only the choice is smaller.
            for index in obstacles.indices where obstacles[index].severity == .error {
                obstacles[index].severity = .warning
            }
            diagnostics += obstacles
            order.kept = image
            order.goal = more + accepted(slot).count
            return order.action == .make ? order : entry
        }
        if let finding = lockMissing(for: slot) {
            return blocked(slot, provider, by: finding, "the lock is missing", &diagnostics)
        }
        // It costs nothing, so it is done wherever requests may be sent at all.
        if let fetching = fetching(for: slot) { return fetching }
        if !wantsCandidates, let waiting = waiting(for: slot, provider, beside: light, &diagnostics) { return waiting }
        let alone = aloneClause(of: light)
        if provider.makesPlaceholders {
            return .init(
                id: slot.id, slot: slot, action: .placeholder,
                reason: alone.map { "not there" + $0 } ?? "drawn offline, free",
                provider: provider.name)
        }
        // Of a companion there is one: which of several fits is seen beside the light one, once that is chosen.
        let usual = slot.light == nil ? candidates : 1
        var count = max(1, slot.request.candidates == nil ? max(usual, wanted) : wanted)
        if case .candidates(let demanded) = demand { count = max(1, demanded) }
        switch policy {
        case .placeholder, .offline:
            if !policy.sends {
                diagnostics.append(
                    finding(
                        .pictureOffline,
                        "the picture of \(slot.id) is not there" + (alone ?? "; a drawn placeholder stands in"), slot,
                        help: "build without --offline to have it made"))
            }
            return .init(
                id: slot.id, slot: slot, action: .placeholder,
                reason: (policy.sends
                    ? "not there; images.on-missing is placeholder" : "not there, and this run is offline")
                    + (alone ?? ""),
                provider: provider.name, model: provider.model(for: GenerationRequest(slot, count: count)))
        case .error:
            let finding = finding(
                .pictureNotMade, "the picture of \(slot.id) is not there, and images.on-missing is error", slot,
                help: "have it made with: on-missing: make")
            return blocked(slot, provider, by: finding, "not there; images.on-missing is error", &diagnostics)
        case .frozen:
            let finding = finding(
                .pictureFrozen, "the picture of \(slot.id) would have to be made, and this run is frozen", slot,
                help: "run 'frontis build' where pictures may be made and commit frontis.lock and .frontis/store, "
                    + "or lift it with --no-frozen")
            return blocked(slot, provider, by: finding, self.reason(for: slot) + "; this run is frozen", &diagnostics)
        case .make:
            guard !standIns.contains(slot.id) else {
                return standIn(for: slot, provider, "its prompt could not be written")
            }
            return order(
                slot, provider, count: count, reason: self.reason(for: slot), isAnew: false, beside: light,
                diagnostics: &diagnostics)
        }
    }

    func standIn(
        for slot: Slot, _ provider: any ImageProvider, _ reason: String, _ alone: String? = nil
    ) -> ImagePlan.Entry {
        var entry = ImagePlan.Entry(
            id: slot.id, slot: slot, action: .placeholder,
            reason: reason + "; images.on-failure is placeholder" + (alone ?? ""),
            provider: provider.name, model: provider.model(for: GenerationRequest(slot, count: 1)))
        entry.isStandIn = true
        return entry
    }

    private func entry(for slot: UnwrittenSlot, _ diagnostics: inout [Diagnostic]) -> ImagePlan.Entry {
        var entry = ImagePlan.Entry(
            id: slot.id, slot: nil, action: .make, reason: "prompt to be written", provider: slot.provider)
        let obstacle: (id: DiagnosticID, words: String)? =
            switch policy {
            case .make, .placeholder, .offline: nil
            case .error: (.pictureNotMade, "images.on-missing is error")
            case .frozen: (.pictureFrozen, "this run is frozen")
            }
        guard let obstacle else { return entry }
        entry.action = .blocked
        entry.reason += "; \(obstacle.words)"
        diagnostics.append(
            Diagnostic(
                obstacle.id, "the prompt of \(slot.id) would have to be written, and \(obstacle.words)",
                at: slot.request.prompt.location, in: slot.request.sourceLine,
                help: "build where pictures may be made and commit frontis.lock and .frontis/store"))
        return entry
    }

    /// An entry for a picture that is to be made, unless something stands in the way that is known beforehand.
    private func order(
        _ slot: Slot, _ provider: any ImageProvider, count: Int, reason: String, isAnew: Bool,
        beside light: ImagePlan.Entry?, diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry {
        let request = GenerationRequest(slot, count: count, references: provider.lightPictures(for: slot))
        let model = provider.model(for: request)
        if let refusal = facts.manifests[slot.key]?.standingRefusal, !retriesRefused, !isAnew {
            let finding = refusal.finding(for: slot)
            guard onFailure == .placeholder, refusal.kind != .expired else {
                return blocked(slot, provider, by: finding, refusal.reason, &diagnostics)
            }
            let alone = aloneClause(of: light)
            diagnostics.append(finding.covered(by: alone == nil ? .drawing : .lightAlone))
            return standIn(for: slot, provider, refusal.reason, alone)
        }
        let answer = isAnew ? nil : missingAnswer(for: slot)
        if case .paid(let day) = answer, !retriesRefused {
            return blocked(
                slot, provider, by: slot.lost(paidOn: day), "paid for on \(day), and not in the store", &diagnostics)
        }
        var obstacle: String?
        for objection in provider.objections(to: request) {
            let id: DiagnosticID =
                objection.isFatal ? .aiImageUnsupported : objection.isRetirement ? .modelRetired : .aiImageNote
            diagnostics.append(finding(id, objection.summary, slot, help: objection.help))
            if objection.isFatal { obstacle = obstacle ?? objection.summary }
        }
        guard let price = provider.price(of: request) else {
            let finding = finding(
                .aiImageUnsupported,
                "no price is known for \(model.map { "model '\($0)'" } ?? "a picture") of provider "
                    + "'\(provider.name)', and the budget needs one",
                slot,
                help: "say what a picture costs, in US dollars: price: 0.04 in the provider's settings, "
                    + "or price: 0 for a program or server of your own")
            return blocked(slot, provider, by: finding, "no price is known", &diagnostics)
        }
        var entry = ImagePlan.Entry(
            id: slot.id, slot: slot, action: obstacle == nil ? .make : .blocked, reason: obstacle ?? reason,
            provider: provider.name, model: model, price: price * count, count: count, isAnew: isAnew)
        if case .unknown(let day) = answer, obstacle == nil {
            entry.unansweredSince = day
            entry.reason += "; asked for on \(day), and no answer is known"
        }
        return entry
    }

    func blocked(
        _ slot: Slot, _ provider: any ImageProvider, by finding: Diagnostic, _ reason: String,
        _ diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry {
        diagnostics.append(finding)
        return .init(
            id: slot.id, slot: slot, action: .blocked, reason: reason, provider: provider.name,
            model: provider.model(for: GenerationRequest(slot, count: 1)))
    }

    private func missingCandidates(_ slot: Slot, wanted: Int) -> Int {
        if case .candidates(let count) = demands[slot.id] { return max(0, count - accepted(slot).count) }
        let manifest = facts.manifests[slot.key] ?? RecipeManifest(recipe: slot.recipe)
        return manifest.missing(of: wanted) { pins.accepts($0.stored, for: slot) }
    }

    private func accepted(_ slot: Slot) -> [RecipeManifest.Candidate] {
        (facts.manifests[slot.key]?.candidates ?? []).filter { pins.accepts($0.stored, for: slot) }
    }

    /// What a slot shows, first that applies: its own entry with the same key, any entry with that key, its last
    /// choice, the first candidate; and its own entry where only the configuration has changed.
    private func picture(
        of slot: Slot, _ provider: any ImageProvider
    ) -> (image: StoredImage, reason: String, isStale: Bool)? {
        let own = facts.lock.images[slot.id]
        func kept(_ image: StoredImage, _ how: String) -> (StoredImage, String, Bool) {
            (image, how + although(image, slot, provider), false)
        }
        if let own, own.recipe == slot.key, pins.accepts(own.stored, for: slot) { return kept(own.stored, "kept") }
        if let (id, entry) = lockedByKey[slot.key], pins.accepts(entry.stored, for: slot) {
            return kept(entry.stored, "kept, as in \(id)")
        }
        if let candidate = facts.manifests[slot.key]?.shown(in: slot.id, where: { pins.accepts($0.stored, for: slot) })
        {
            return kept(candidate.stored, "kept, from the store")
        }
        if let own, own.asked == slot.asked, pins.accepts(own.stored, for: slot) {
            return (own.stored, "kept, but stale: \(change(of: slot, since: own).ofSurroundings)", true)
        }
        return nil
    }

    /// Where nobody can tell whether the slot's own entry was changed, or the configuration, since it got the picture
    /// that it has: nothing is paid for on a guess.
    private func lockMissing(for slot: Slot) -> Diagnostic? {
        guard facts.lock.images[slot.id] == nil, let line = facts.lastShown[slot.id], line.asked == nil,
            line.recipe != slot.key,
            let image = line.image(in: facts.manifests), facts.stored.contains(image.digest)
        else { return nil }
        return finding(
            .lockMissing,
            "\(slot.id) has shown a picture that is paid for, and frontis.lock does not say what it was made for", slot,
            help: "restore frontis.lock from git or a backup\nor show it again: frontis image keep \(slot.id)\n"
                + "or pay for another: frontis image regenerate \(slot.id)")
    }

    /// What a new picture would be made by, where that is another than made this one.
    private func although(_ image: StoredImage, _ slot: Slot, _ provider: any ImageProvider) -> String {
        guard slot.request.provider == nil else { return "" }
        if image.provider != slot.provider { return ", although images.provider is '\(slot.provider)' now" }
        guard slot.request.model == nil, let model = provider.model(for: GenerationRequest(slot, count: 1)),
            let made = image.model, model != made
        else { return "" }
        return ", although the model is '\(model)' now"
    }

    private func reason(for slot: Slot) -> String {
        let own = facts.lock.images[slot.id]
        var others = (facts.manifests[slot.key]?.candidates ?? []).map(\.stored)
        if let own, own.recipe == slot.key, others.isEmpty { others = [own.stored] }
        guard others.isEmpty else { return pinned(slot, among: others) }
        return own.map { change(of: slot, since: $0).ofEntry } ?? "new"
    }

    /// Names the pins that none of the pictures satisfies.
    private func pinned(_ slot: Slot, among pictures: [StoredImage]) -> String {
        let pins: [(String, String?, KeyPath<Making, String?>)] = [
            ("provider", slot.request.provider?.value, \.maker), ("model", slot.request.model, \.model),
            ("quality", slot.request.quality, \.quality),
        ]
        let set = pins.compactMap { name, value, path in value.map { (name, $0, path) } }
        let unmet = set.filter { _, value, path in !pictures.contains { $0.making[keyPath: path] == value } }
        let named = (unmet.isEmpty ? set : unmet).map { name, value, _ in "\(name) '\(value)'" }
        let wanted = "the pinned \(named.joined(separator: ", "))"
        return pictures.count == 1
            ? "the candidate has not \(wanted)" : "none of the \(pictures.count) candidates has \(wanted)"
    }

    private func change(of slot: Slot, since own: SiteLock.Entry) -> RecipeChange {
        RecipeChange(old: facts.manifests[own.recipe]?.recipeFields ?? [:], oldPrompt: own.prompt, slot: slot)
    }

    func finding(_ id: DiagnosticID, _ summary: String, _ slot: Slot, help: String?) -> Diagnostic {
        Diagnostic(
            id, summary, at: slot.request.prompt.location, in: slot.request.sourceLine, help: help)
    }
}

/// What is asked for once, however many slots wait for it.
struct ImageJob: Sendable, Hashable {
    var key: Digest
    var provider: String
    var model: String?
    var quality: String?

    init(_ slot: Slot) {
        key = slot.key
        provider = slot.provider
        model = slot.request.model
        quality = slot.request.quality
    }
}

extension Slot {
    /// Whether it says by whom or how well its picture is to be made.
    package var hasPins: Bool { request.provider != nil || request.model != nil || request.quality != nil }
}

extension GenerationRequest {
    init(_ slot: Slot, count: Int, references: [ReferencePicture] = []) {
        self.init(
            recipe: slot.recipe, key: slot.key, count: count, model: slot.request.model,
            quality: slot.request.quality, references: references)
    }
}

extension Making {
    /// The provider, as the other pins' values are.
    fileprivate var maker: String? { provider }
}
