import FrontisCore

/// What pages can be told apart by without a look at what is in them: each itself, and those that its context says
/// something of.
struct PageReach: Sendable {
    private let structure: SiteStructure
    private let pages: [Fingerprint?]
    /// By taxonomy, where its pages are read one after another, and by term: of all its members.
    private let series: [Int: [Fingerprint?]]

    private let digest: Outline.Digesting

    /// - Parameter pages: fingerprints of all pages; nothing for those that may be others in the next build.
    init(_ structure: SiteStructure, _ pages: [Fingerprint?], _ digest: @escaping Outline.Digesting) {
        (self.structure, self.pages, self.digest) = (structure, pages, digest)
        var series: [Int: [Fingerprint?]] = [:]
        for (place, taxonomy) in structure.main.taxonomies.enumerated() where taxonomy.kind.isOrdered {
            series[place] = taxonomy.terms.map { Self.fingerprint(of: $0.members, pages, digest) }
        }
        self.series = series
    }

    private static func fingerprint(of members: [Int], _ pages: [Fingerprint?], _ digest: Outline.Digesting)
        -> Fingerprint?
    {
        var writer = PackedWriter()
        for member in members {
            guard pages.indices.contains(member), let fingerprint = pages[member] else { return nil }
            writer.add(fingerprint)
        }
        return digest(writer.bytes)
    }

    /// Of all pages together.
    func ofAll() -> Fingerprint? { Self.fingerprint(of: Array(structure.pages.indices), pages, digest) }

    /// Of itself, its neighbours, what it translates or is translated by, and the series that it is in; nothing where that
    /// is not known.
    func callAsFunction(_ index: Int) -> [UInt8]? {
        guard pages.indices.contains(index), let own = pages[index] else { return nil }
        var writer = PackedWriter(capacity: 64)
        writer.add(own)
        func add(_ other: Int?) -> Bool {
            writer.add(other != nil)
            guard let other else { return true }
            guard let fingerprint = pages[other] else { return false }
            writer.add(fingerprint)
            return true
        }
        let neighbours = structure.main.neighbours[index]
        guard add(neighbours?.older), add(neighbours?.newer) else { return nil }
        for translation in structure.translations[index] ?? [] where !add(translation) { return nil }
        for (place, terms) in series.sorted(by: { $0.key < $1.key }) {
            let taxonomy = structure.main.taxonomies[place]
            for term in structure.pages[index].head.terms(in: taxonomy.name).compactMap(taxonomy.index) {
                guard let fingerprint = terms[term] else { return nil }
                writer.add(fingerprint)
            }
        }
        return writer.bytes
    }
}
