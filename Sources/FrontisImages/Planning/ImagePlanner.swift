package import FrontisCore
import FrontisStore

/// Decides for every slot which picture it shows, or that one has to be made, and says why. Pure: what is on the
/// disk is handed in.
package struct ImagePlanner: Sendable {
    private let providers: [String: any ImageProvider]
    private let candidates: Int
    let policy: RunPolicy
    let onFailure: SiteConfiguration.OnFailure
    private let standIns: Set<SlotID>
    private let retriesRefused: Bool
    private let demands: [SlotID: PictureDemand]
    /// What lock and store know, and which of it the slots' pins allow.
    let known: KnownPictures
    var facts: PlanFacts { known.facts }
    var pins: Pins { known.pins }

    /// - Parameters:
    ///   - providers: by name; slots of others are left out, as their name has been reported.
    ///   - candidates: how many pictures to make where a slot does not say.
    ///   - onFailure: what a page shows whose picture was refused.
    ///   - standIns: slots whose prompts could not be written.
    ///   - demands: what a person has asked for, over what front matter says.
    package init(
        facts: PlanFacts, providers: [String: any ImageProvider], pins: Pins, candidates: Int, policy: RunPolicy,
        onFailure: SiteConfiguration.OnFailure = .error, standIns: Set<SlotID> = [], retriesRefused: Bool,
        demands: [SlotID: PictureDemand] = [:]
    ) {
        self.providers = providers
        self.candidates = candidates
        self.policy = policy
        self.onFailure = onFailure
        self.standIns = standIns
        self.retriesRefused = retriesRefused
        self.demands = demands
        known = KnownPictures(facts, pins: pins)
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
        let ids = Set(slots.map(\.id) + unwritten.map(\.id) + unwritten.compactMap(\.darkID))
        for (id, entry) in facts.lock.images where !ids.contains(id) {
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
            guard !provider.makesPlaceholders else {
                let finding = slot.finding(
                    .choiceImpossible, "\(slot.id) has no picture to make anew: provider '\(provider.name)' draws it",
                    help: "it is drawn offline, anew whenever it is needed, and costs nothing")
                return blocked(slot, at: provider, by: finding, reason: "drawn offline, free", &diagnostics)
            }
            return order(
                slot, provider, count: count, reason: "asked for by hand", isAnew: true, beside: light,
                diagnostics: &diagnostics)
        }
        // A person who asks for candidates of a stale slot wants them for its recipe of today.
        let demanded: Int? = if case .candidates(let count) = demand { count } else { nil }
        let wantsCandidates = demanded != nil
        if let (image, reason, isStale) = known.picture(of: slot, provider), !isStale || !wantsCandidates {
            var entry = ImagePlan.Entry(
                id: slot.id, slot: slot, action: .keep, reason: reason, provider: image.provider, model: image.model,
                kept: image, isStale: isStale)
            guard facts.stored.contains(image.digest) else {
                diagnostics.append(known.lost(image, slot))
                entry.action = .blocked
                entry.reason = "bytes lost"
                entry.kept = nil
                return entry
            }
            if let fetching = fetching(for: slot) {
                entry.action = fetching.action
                (entry.reason, entry.price, entry.count) = ("kept; " + fetching.reason, fetching.price, fetching.count)
                (entry.isPaid, entry.goal) = (true, known.accepted(slot).count + fetching.count)
                return entry
            }
            let more = isStale ? 0 : known.missing(slot, demanded: demanded, wanted: wanted)
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
            order.goal = more + known.accepted(slot).count
            return order.action == .make ? order : entry
        }
        if let finding = known.lockMissing(for: slot) {
            return blocked(slot, at: provider, by: finding, reason: "the lock is missing", &diagnostics)
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
        if let demanded { count = max(1, demanded) }
        switch policy {
        case .placeholder, .offline:
            if !policy.sends {
                diagnostics.append(
                    slot.finding(
                        .pictureOffline,
                        "the picture of \(slot.id) is not there" + (alone ?? "; a drawn placeholder stands in"),
                        help: "build without --offline to have it made"))
            }
            return .init(
                id: slot.id, slot: slot, action: .placeholder,
                reason: (policy.sends
                    ? "not there; images.on-missing is placeholder" : "not there, and this run is offline")
                    + (alone ?? ""),
                provider: provider.name, model: provider.model(for: GenerationRequest(slot, count: count)))
        case .error:
            let finding = slot.finding(
                .pictureNotMade, "the picture of \(slot.id) is not there, and images.on-missing is error",
                help: "have it made with: on-missing: make")
            return blocked(
                slot, at: provider, by: finding, reason: "not there; images.on-missing is error", &diagnostics)
        case .frozen:
            let finding = slot.finding(
                .pictureFrozen, "the picture of \(slot.id) would have to be made, and this run is frozen",
                help: "run 'frontis build' where pictures may be made and commit frontis.lock and .frontis/store, "
                    + "or lift it with --no-frozen")
            return blocked(
                slot, at: provider, by: finding, reason: known.reason(for: slot) + "; this run is frozen", &diagnostics)
        case .make:
            guard !standIns.contains(slot.id) else {
                return standIn(for: slot, provider, "its prompt could not be written")
            }
            return order(
                slot, provider, count: count, reason: known.reason(for: slot), isAnew: false, beside: light,
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
            slot.finding(
                obstacle.id, "the prompt of \(slot.id) would have to be written, and \(obstacle.words)",
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
                return blocked(slot, at: provider, by: finding, reason: refusal.reason, &diagnostics)
            }
            let alone = aloneClause(of: light)
            diagnostics.append(finding.covered(by: alone == nil ? .drawing : .lightAlone))
            return standIn(for: slot, provider, refusal.reason, alone)
        }
        let answer = isAnew ? nil : known.missingAnswer(for: slot)
        if case .paid(let day) = answer, !retriesRefused {
            return blocked(
                slot, at: provider, by: slot.lost(paidOn: day),
                reason: "paid for on \(day), and not in the store", &diagnostics)
        }
        var obstacle: String?
        for objection in provider.objections(to: request) {
            let id: DiagnosticID =
                objection.isFatal ? .aiImageUnsupported : objection.isRetirement ? .modelRetired : .aiImageNote
            diagnostics.append(slot.finding(id, objection.summary, help: objection.help))
            if objection.isFatal { obstacle = obstacle ?? objection.summary }
        }
        guard let price = provider.price(of: request) else {
            let finding = slot.finding(
                .aiImageUnsupported,
                "no price is known for \(model.map { "model '\($0)'" } ?? "a picture") of provider "
                    + "'\(provider.name)', and the budget needs one",
                help: "say what a picture costs, in US dollars: price: 0.04 in the provider's settings, "
                    + "or price: 0 for a program or server of your own")
            return blocked(slot, at: provider, by: finding, reason: "no price is known", &diagnostics)
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
        _ slot: Slot, at provider: any ImageProvider, by finding: Diagnostic, reason: String,
        _ diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry {
        diagnostics.append(finding)
        return .init(
            id: slot.id, slot: slot, action: .blocked, reason: reason, provider: provider.name,
            model: provider.model(for: GenerationRequest(slot, count: 1)))
    }
}
