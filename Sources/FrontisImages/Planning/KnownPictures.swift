import FrontisCore
import FrontisStore

/// What lock, history and store have for a slot, and why. Pure: what is on the disk is handed in.
struct KnownPictures: Sendable {
    let facts: PlanFacts
    let pins: Pins
    /// A slot of each key in the lock, the smallest by id.
    private let lockedByKey: [Digest: (id: SlotID, entry: SiteLock.Entry)]

    init(_ facts: PlanFacts, pins: Pins) {
        self.facts = facts
        self.pins = pins
        var byKey: [Digest: (id: SlotID, entry: SiteLock.Entry)] = [:]
        for (id, entry) in facts.lock.images.sorted(by: { $0.key < $1.key })
        where byKey[entry.recipe] == nil && facts.lastShown[id] == nil {
            byKey[entry.recipe] = (id, entry)
        }
        lockedByKey = byKey
    }

    /// What a slot shows, first that applies: its own entry with the same key, any entry with that key, its last
    /// choice, the first candidate; and its own entry where only the configuration has changed.
    func picture(
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
    func lockMissing(for slot: Slot) -> Diagnostic? {
        guard facts.lock.images[slot.id] == nil, let line = facts.lastShown[slot.id], line.asked == nil,
            line.recipe != slot.key,
            let image = line.image(in: facts.manifests), facts.stored.contains(image.digest)
        else { return nil }
        return slot.finding(
            .lockMissing,
            "\(slot.id) has shown a picture that is paid for, and frontis.lock does not say what it was made for",
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

    func reason(for slot: Slot) -> String {
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

    // MARK: Candidates

    /// How many pictures are to be asked for where `demanded` are to be there, or else `wanted`.
    func missing(_ slot: Slot, demanded: Int?, wanted: Int) -> Int {
        if let demanded { return max(0, demanded - accepted(slot).count) }
        let manifest = facts.manifests[slot.key] ?? RecipeManifest(recipe: slot.recipe)
        return manifest.missing(of: wanted) { pins.accepts($0.stored, for: slot) }
    }

    /// Those of its recipe that its pins allow.
    func accepted(_ slot: Slot) -> [RecipeManifest.Candidate] {
        (facts.manifests[slot.key]?.candidates ?? []).filter { pins.accepts($0.stored, for: slot) }
    }

    // MARK: Paid for, and not there

    func lost(_ image: StoredImage, _ slot: Slot) -> Diagnostic {
        let error = StoreError.absent(image.digest)
        let help = error.help.map { $0 + "\nor pay for another: frontis image regenerate \(slot.id)" }
        return slot.finding(.pictureLost, "\(slot.id): \(error.summary)", help: help)
    }

    /// What became of earlier calls for the slot, where it has no picture at all.
    func missingAnswer(for slot: Slot) -> MissingAnswers.Outcome? {
        facts.missingAnswers.outcome(for: slot, facts.manifests, pending: Set(facts.pending.keys))
    }
}

extension Slot {
    /// For a picture that is paid for and not in the store.
    func lost(paidOn day: String) -> Diagnostic {
        finding(
            .pictureLost, "the picture of \(id) was paid for on \(day), and the store does not have it",
            help: "restore .frontis/store from git or a backup\nor pay for another: frontis image regenerate \(id)"
                + "\nor for all such pictures: frontis build --retry-failed")
    }
}

extension Making {
    /// The provider, as the other pins' values are.
    fileprivate var maker: String? { provider }
}
