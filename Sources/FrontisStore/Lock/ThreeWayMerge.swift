package import FrontisCore

/// Merges the locks of two branches that began with the same one, slot by slot. Pure.
package struct ThreeWayMerge: Sendable {
    private typealias Entry = SiteLock.Entry
    private typealias LocalAlt = SiteLock.LocalAlt

    private let base: SiteLock
    private let ours: SiteLock
    private let theirs: SiteLock

    /// - Parameter base: an empty lock where the branches have no common one.
    package init(base: SiteLock, ours: SiteLock, theirs: SiteLock) {
        self.base = base
        self.ours = ours
        self.theirs = theirs
    }

    /// What comes of it.
    ///
    /// A side that left a slot alone yields to the one that did not. Where both changed it, the same picture takes
    /// each alt text from the side that changed it, a person's text before a model's. Of two pictures, that one
    /// stays which the merged page asks for, as far as this can be known: the one of the only side that has
    /// another recipe than before, else the one with the key that the page has now. For one and the same recipe, a
    /// text by a person decides; then the later picture, then ours. An entry goes only if one side removed it and
    /// the other left it alone. Texts of the site's own pictures go by file and language in the same way.
    ///
    /// - Parameter keys: of the slots' recipes as the pages ask for them now; slots whose page cannot be read are left
    ///   out.
    package func merged(keys: [SlotID: Digest] = [:]) -> SiteLock {
        var merged = SiteLock()
        for id in Set(ours.images.keys).union(theirs.images.keys) {
            switch ThreeWay(base.images[id], ours.images[id], theirs.images[id]) {
            case .settled(let entry): merged.images[id] = entry
            case .contested(let our, let their):
                merged.images[id] = choice(base: base.images[id], our, their, key: keys[id])
            }
        }
        for id in Set(ours.alts.keys).union(theirs.alts.keys) {
            switch ThreeWay(base.alts[id], ours.alts[id], theirs.alts[id]) {
            case .settled(let alt): merged.alts[id] = alt
            case .contested(let our, let their): merged.alts[id] = choice(base: base.alts[id], our, their)
            }
        }
        for name in Set(ours.unknown.keys).union(theirs.unknown.keys) {
            switch ThreeWay(base.unknown[name], ours.unknown[name], theirs.unknown[name]) {
            case .settled(let value): merged.unknown[name] = value
            case .contested(let our, _): merged.unknown[name] = our
            }
        }
        return merged
    }

    /// Slots for which `merged` has to know what their pages ask for now.
    package var contested: Set<SlotID> {
        let ids = ours.images.compactMap { id, _ -> SlotID? in
            guard case .contested(let our, let their) = ThreeWay(base.images[id], ours.images[id], theirs.images[id]),
                our.recipe != their.recipe, onlyNewRecipe(base.images[id], our, their) == nil
            else { return nil }
            return id
        }
        return Set(ids)
    }

    private func choice(base: Entry?, _ our: Entry, _ their: Entry, key: Digest?) -> Entry {
        if our.recipe == their.recipe {
            if our.image == their.image { return Entry(merging: our, their, base: base) }
            guard our.isWrittenByPerson == their.isWrittenByPerson else { return our.isWrittenByPerson ? our : their }
        } else {
            if let entry = onlyNewRecipe(base, our, their) { return entry }
            if our.recipe == key { return our }
            if their.recipe == key { return their }
        }
        return their.created > our.created ? their : our
    }

    /// The side with the new picture, if only one has one: git takes that side's file as well. Else a person's text
    /// before a model's, else ours.
    private func choice(base: LocalAlt?, _ our: LocalAlt, _ their: LocalAlt) -> LocalAlt {
        if let before = base?.image, our.image != their.image {
            if our.image == before { return their }
            if their.image == before { return our }
        }
        return their.isByPerson && !our.isByPerson ? their : our
    }

    /// The entry of the only side that has another recipe than before. The page has it, too, once it is merged; git
    /// asks for the lock before it has written the merged page.
    private func onlyNewRecipe(_ base: Entry?, _ our: Entry, _ their: Entry) -> Entry? {
        guard let before = base?.recipe else { return nil }
        if our.recipe == before { return their }
        return their.recipe == before ? our : nil
    }
}

/// What two sides make of a value, or of its absence.
private enum ThreeWay<Value: Equatable> {
    case settled(Value?)
    case contested(Value, Value)

    init(_ base: Value?, _ ours: Value?, _ theirs: Value?) {
        if ours == theirs || theirs == base {
            self = .settled(ours)
        } else if ours == base {
            self = .settled(theirs)
        } else if let ours, let theirs {
            self = .contested(ours, theirs)
        } else {
            // Removed here, changed there.
            self = .settled(ours ?? theirs)
        }
    }
}

extension SiteLock.Entry {
    /// Whether the text is an author's or was accepted by one; a text there is better than none.
    fileprivate var isWrittenByPerson: Bool { alt?.isByPerson == true }

    /// Of one picture, with the alt texts of both sides.
    fileprivate init(merging our: Self, _ their: Self, base: Self?) {
        // Texts of another picture say nothing about what was changed here.
        let base = base.flatMap { $0.image == our.image ? $0 : nil }
        switch ThreeWay(base?.withoutAlts, our.withoutAlts, their.withoutAlts) {
        case .settled(let entry): self = entry ?? our
        case .contested: self = their.created > our.created ? their : our
        }
        alt = Self.alt(base?.alt, our.alt, their.alt)
        let (before, here, there) = (base?.byLanguage ?? [:], our.byLanguage, their.byLanguage)
        let languages = Set(here.keys).union(there.keys).sorted()
        let texts = languages.compactMap { Self.alt(before[$0], here[$0], there[$0]) }
        translations = texts.isEmpty ? nil : texts
    }

    private static func alt(_ base: SiteLock.Alt?, _ our: SiteLock.Alt?, _ their: SiteLock.Alt?) -> SiteLock.Alt? {
        switch ThreeWay(base, our, their) {
        case .settled(let alt): alt
        case .contested(let our, let their): their.isByPerson && !our.isByPerson ? their : our
        }
    }

    private var withoutAlts: Self {
        var entry = self
        entry.alt = nil
        entry.translations = nil
        return entry
    }

    private var byLanguage: [String: SiteLock.Alt] {
        Dictionary((translations ?? []).map { ($0.language, $0) }, uniquingKeysWith: { first, _ in first })
    }
}

extension SiteLock.Alt {
    fileprivate var isByPerson: Bool { [.author, .reviewed, .decorative].contains(source) }
}
