package import FrontisCore
package import FrontisStore

/// Decides for every slot which picture it shows, or that one has to be made, and says why. Pure: what is on the
/// disk is handed in.
package struct ImagePlanner: Sendable {
    /// What lock and store know.
    package struct Facts: Sendable {
        package var lock: SiteLock
        /// Of the slots' keys.
        package var manifests: [Digest: RecipeManifest]
        /// Digests whose bytes are in the store.
        package var stored: Set<Digest>

        package init(lock: SiteLock, manifests: [Digest: RecipeManifest], stored: Set<Digest>) {
            self.lock = lock
            self.manifests = manifests
            self.stored = stored
        }
    }

    /// What happens to a slot without a picture.
    package enum Missing: Sendable {
        case make
        /// Stand-in art, with a warning where the run may not use the network.
        case placeholder(isOffline: Bool)
        case error
    }

    private let facts: Facts
    private let providers: [String: any ImageProvider]
    private let candidates: Int
    private let missing: Missing
    private let retriesRefused: Bool
    /// A slot of each key in the lock, the smallest by id.
    private let lockedByKey: [Digest: (id: SlotID, entry: SiteLock.Entry)]

    /// - Parameters:
    ///   - providers: by name; slots of others are left out, as their name has been reported.
    ///   - candidates: how many pictures to make where a slot does not say.
    package init(
        facts: Facts, providers: [String: any ImageProvider], candidates: Int, missing: Missing, retriesRefused: Bool
    ) {
        self.facts = facts
        self.providers = providers
        self.candidates = candidates
        self.missing = missing
        self.retriesRefused = retriesRefused
        var byKey: [Digest: (id: SlotID, entry: SiteLock.Entry)] = [:]
        for (id, entry) in facts.lock.images.sorted(by: { $0.key < $1.key }) where byKey[entry.recipe] == nil {
            byKey[entry.recipe] = (id, entry)
        }
        lockedByKey = byKey
    }

    package func plan(_ slots: [Slot]) -> ImagePlan {
        var plan = ImagePlan(entries: [])
        var firstOfJob: [ImageJob: SlotID] = [:]
        for slot in slots {
            guard let provider = providers[slot.provider] else { continue }
            var entry = entry(for: slot, provider: provider, &plan.diagnostics)
            if entry.action == .make {
                let job = ImageJob(slot)
                if let first = firstOfJob[job] {
                    entry = .init(
                        id: slot.id, slot: slot, action: .keep, reason: "shares the picture of \(first)",
                        provider: provider.name, model: entry.model)
                } else {
                    firstOfJob[job] = slot.id
                }
            }
            plan.entries.append(entry)
        }
        let known = Set(slots.map(\.id))
        for (id, entry) in facts.lock.images where !known.contains(id) {
            plan.entries.append(
                .init(
                    id: id, slot: nil, action: .orphan, reason: "no page that is built has this slot",
                    provider: entry.provider, model: entry.model))
        }
        plan.entries.sort { $0.id < $1.id }
        return plan
    }

    private func entry(
        for slot: Slot, provider: any ImageProvider, _ diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry {
        if let (image, reason, isStale) = picture(of: slot) {
            let entry = ImagePlan.Entry(
                id: slot.id, slot: slot, action: .keep, reason: reason, provider: image.provider, model: image.model,
                kept: image, isStale: isStale)
            if !facts.stored.contains(image.digest) {
                diagnostics.append(lost(image, slot))
            }
            return entry
        }
        if provider.makesPlaceholders {
            return .init(
                id: slot.id, slot: slot, action: .placeholder, reason: "drawn offline, free", provider: provider.name)
        }
        let request = GenerationRequest(slot, count: slot.request.candidates ?? candidates)
        let model = provider.model(for: request)
        switch missing {
        case .placeholder(let isOffline):
            if isOffline {
                diagnostics.append(
                    finding(
                        .pictureOffline, "the picture of \(slot.id) is not there; a drawn placeholder stands in", slot,
                        help: "build without --offline to have it made"))
            }
            return .init(
                id: slot.id, slot: slot, action: .placeholder,
                reason: isOffline
                    ? "not there, and this run is offline" : "not there; images.on-missing is placeholder",
                provider: provider.name, model: model)
        case .error:
            diagnostics.append(
                finding(
                    .pictureNotMade, "the picture of \(slot.id) is not there, and images.on-missing is error", slot,
                    help: "have it made with: on-missing: make"))
        case .make: break
        }
        for objection in provider.objections(to: request) {
            diagnostics.append(
                finding(
                    objection.isFatal ? .aiImageUnsupported : .aiImageNote, objection.summary, slot,
                    help: objection.help))
        }
        let price = provider.price(of: request)
        if price == nil {
            diagnostics.append(
                finding(
                    .aiImageUnsupported,
                    "no price is known for \(model.map { "model '\($0)'" } ?? "a picture") of provider "
                        + "'\(provider.name)', and the budget needs one",
                    slot, help: "say what a picture costs, in US dollars: price: 0.04 in the provider's settings"))
        }
        if let refusal = facts.manifests[slot.key]?.refusal, !retriesRefused {
            diagnostics.append(
                finding(
                    .providerRefused,
                    "provider '\(refusal.provider)' refused this picture on \(refusal.created.prefix(10)): "
                        + refusal.message,
                    slot, help: "change the prompt, or ask once more with --retry-failed"))
        }
        return .init(
            id: slot.id, slot: slot, action: .make, reason: reason(for: slot), provider: provider.name, model: model,
            price: price)
    }

    /// What a slot shows, first that applies: its own entry with the same key, any entry with that key, the last
    /// choice, the first candidate; and its own entry where only the configuration has changed.
    private func picture(of slot: Slot) -> (image: StoredImage, reason: String, isStale: Bool)? {
        let own = facts.lock.images[slot.id]
        if let own, own.recipe == slot.key, slot.accepts(own.stored) { return (own.stored, "kept", false) }
        if let (id, entry) = lockedByKey[slot.key], slot.accepts(entry.stored) {
            return (entry.stored, "kept, as in \(id)", false)
        }
        if let candidate = facts.manifests[slot.key]?.shown(where: { slot.accepts($0.stored) }) {
            return (candidate.stored, "kept, from the store", false)
        }
        if let own, own.asked == slot.asked, slot.accepts(own.stored) {
            return (own.stored, "kept, though style, default or title have changed since", true)
        }
        return nil
    }

    private func reason(for slot: Slot) -> String {
        let others = (facts.manifests[slot.key]?.candidates ?? []).count
        if others > 0 { return "none of the \(others) made so far is by what is pinned" }
        guard let own = facts.lock.images[slot.id] else { return "new" }
        if own.prompt != slot.recipe.prompt {
            return "prompt changed from '\(own.prompt)' to '\(slot.recipe.prompt)'"
        }
        return own.recipe == slot.key ? "another provider, model or quality is pinned" : "the entry changed"
    }

    private func lost(_ image: StoredImage, _ slot: Slot) -> Diagnostic {
        let error = StoreError.absent(image.digest)
        return finding(.pictureLost, "\(slot.id): \(error.summary)", slot, help: error.help)
    }

    private func finding(_ id: DiagnosticID, _ summary: String, _ slot: Slot, help: String?) -> Diagnostic {
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
    /// Whether a picture passes the front matter's pins.
    func accepts(_ image: StoredImage) -> Bool {
        if let provider = request.provider?.value, provider != image.provider { return false }
        if let model = request.model, model != image.model { return false }
        if let quality = request.quality, quality != image.quality { return false }
        return true
    }
}

extension GenerationRequest {
    init(_ slot: Slot, count: Int, references: [ReferencePicture] = []) {
        self.init(
            recipe: slot.recipe, key: slot.key, count: count, model: slot.request.model,
            quality: slot.request.quality, references: references)
    }
}
