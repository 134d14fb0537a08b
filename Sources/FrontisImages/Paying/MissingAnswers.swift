package import FrontisCore
package import FrontisStore

/// What the ledger says of pictures that are not in the store: such as are paid for were lost, and of others nobody
/// knows what became of them.
///
/// A call is known by its recipe, and by the slot and what that asked for: a new house style gives the slot another
/// recipe, and is no reason to pay again for what was lost under the one before.
package struct MissingAnswers: Sendable {
    package enum Outcome: Sendable, Hashable {
        /// The vendor has sent it, on that day.
        case paid(day: String)
        /// The program was killed, or the vendor never answered.
        case unknown(day: String)
    }

    /// A recipe that was asked for, and for which slot.
    private struct Wish: Hashable {
        var slot: SlotID
        var key: Digest
        var time: Timestamp
    }

    private var outcomes: [Digest: Outcome] = [:]
    /// By what was asked for, oldest first.
    private var wishes: [Digest: [Wish]] = [:]

    /// - Parameter calls: all there were; what costs nothing can be asked for again, and a comparison is
    ///   none of the store's.
    package init(_ calls: [SpendLedger.Call] = []) {
        for call in calls.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
        where call.kind == .image && !call.isElsewhere && call.cost?.usd != .zero {
            let day = call.time.day
            switch call.outcome {
            case .free: continue
            case .paid: outcomes[call.key] = .paid(day: day)
            case .unknown:
                if case .paid = outcomes[call.key] { break }
                outcomes[call.key] = .unknown(day: day)
            }
            guard let asker = call.asker else { continue }
            wishes[asker.asked, default: []].append(Wish(slot: asker.slot, key: call.key, time: call.time))
        }
    }

    /// What became of earlier calls for a slot for which no picture is there.
    ///
    /// - Parameters:
    ///   - manifests: of the slot's recipe and of its `earlierRecipes`.
    ///   - pending: recipes with pictures that are still to be fetched, which are not lost.
    package func outcome(
        for slot: Slot, _ manifests: [Digest: RecipeManifest], pending: Set<Digest>
    ) -> Outcome? {
        func isMade(_ key: Digest) -> Bool { manifests[key]?.candidates.isEmpty == false }
        guard !isMade(slot.key) else { return nil }
        let earlier = earlierRecipes(of: slot)
        let keys = earlier.contains(where: isMade) ? [slot.key] : earlier + [slot.key]
        let found = keys.filter { !pending.contains($0) }.compactMap { key -> Outcome? in
            guard key != slot.key, let refusal = manifests[key]?.refusal else { return outcomes[key] }
            // What a vendor will not make, or could not, was said then; under another recipe it may.
            return refusal.kind == .expired ? .paid(day: refusal.created.day) : nil
        }
        let paid = found.last { if case .paid = $0 { true } else { false } }
        return paid ?? found.last
    }

    /// Recipes besides that of today for which something was paid, or may have been, when the slot asked for the same;
    /// where it never did, those of others that asked for it with the same words, as its post may have been renamed.
    package func earlierRecipes(of slot: Slot) -> [Digest] {
        earlierWishes(of: slot).map(\.key).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func earlierWishes(of slot: Slot) -> [Wish] {
        let all = wishes[slot.asked] ?? []
        let own = all.filter { slot.isSamePlace(as: $0.slot) }
        let others = slot.hasOwnWords ? all : []
        return (own.isEmpty ? others : own).filter { $0.key != slot.key }
    }

    /// Pictures that came, under recipes of before, and of which the history does not say whose they are, as the program
    /// was killed in between: the lines that it would have.
    ///
    /// - Parameters:
    ///   - slots: such as the lock has no picture for.
    ///   - history: what it says.
    ///   - manifest: reads that of a recipe.
    package func untold(
        _ slots: [Slot], _ history: [ChoiceHistory.Line],
        manifest: (Digest) throws(StoreError) -> RecipeManifest?
    ) throws(StoreError) -> [ChoiceHistory.Line] {
        var told = Set(history.compactMap { line in line.asked.map { SpendLedger.Asker(slot: line.slot, asked: $0) } })
        var lines: [ChoiceHistory.Line] = []
        for slot in slots {
            // What was asked for last counts.
            for wish in earlierWishes(of: slot).reversed() {
                let asker = SpendLedger.Asker(slot: wish.slot, asked: slot.asked)
                guard !told.contains(asker), let manifest = try manifest(wish.key),
                    let candidate = manifest.shown(in: wish.slot, where: { _ in true })
                else { continue }
                told.insert(asker)
                let entry = SiteLock.Entry(
                    image: candidate.stored, recipe: wish.key, asked: slot.asked,
                    prompt: manifest.recipeFields["prompt"] ?? "", written: nil)
                lines.append(.init(event: .fetched, slot: wish.slot, entry: entry, time: wish.time))
            }
        }
        return lines
    }
}

extension Slot {
    /// Whether it is the same place in the same page. A prompt in the text has its name from its recipe.
    fileprivate func isSamePlace(as other: SlotID) -> Bool {
        id == other || (id.name.isInline && other.name.isInline && id.source == other.source)
    }

    /// What only one run at a time has made, under whatever recipe: what the slot asks for, in all posts where that means
    /// the same in all.
    var place: Digest {
        let asker = hasOwnWords ? "a slot" : id.name.isInline ? id.source.text : id.text
        return Digest.of("\(asker) asks for \(asked.hex)")
    }

    /// Whether its words are those of its entry, and so the same in every post: neither a model's nor with a title in them.
    fileprivate var hasOwnWords: Bool { request.prompt.value == filledPrompt }
}
