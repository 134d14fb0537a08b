import Foundation
package import FrontisCore

/// A way in which pages are sorted by words of their authors: tags, categories.
package struct Taxonomy: Sendable {
    /// A tag or a category.
    package struct Term: Sendable {
        /// As the newest page spells it.
        package var name: String
        /// Its part of the address.
        package var slug: String
        /// Indices of pages, newest first.
        package var members: [Int]
    }

    package let kind: TaxonomyKind
    /// What its addresses begin with.
    private let base: String
    /// `tags`, which is also the first part of its addresses.
    package var name: String { kind.name }
    /// Sorted by slug.
    package private(set) var terms: [Term] = []
    /// Words that have no address, or that of another word.
    package private(set) var findings: [Diagnostic] = []
    /// Indices into `terms` by a term as a page writes it.
    private let indices: [String: Int]
    private let bySlug: [String: Int]

    package var address: String { "\(base)\(name)/" }
    package func address(of term: Term) -> String { "\(base)\(name)/\(term.slug)/" }

    /// The index in `terms` of what a page writes; nothing for a word that no list has.
    package func index(of written: String) -> Int? {
        indices[written] ?? Slug.address(of: written).flatMap { bySlug[$0] }
    }

    /// - Parameters:
    ///   - sorted: indices of the pages to be looked at, newest first.
    ///   - base: what its addresses begin with: `/`, `/pt/`.
    package init(_ kind: TaxonomyKind, of pages: [Page], sorted: [Int], at base: String) {
        self.kind = kind
        self.base = base
        var terms: [Term] = []
        // Into `terms`; nothing for a word without an address.
        var places: [String: Int?] = [:]
        var bySlug: [String: Int] = [:]
        for index in sorted {
            for written in pages[index].terms[kind.name] ?? [] {
                let word = written.value
                let place: Int?
                if let known = places[word] {
                    place = known
                } else {
                    // The newest post's spelling is the one that is shown.
                    place = Slug.address(of: word).map { slug in
                        if let other = bySlug[slug] { return other }
                        bySlug[slug] = terms.count
                        terms.append(Term(name: word, slug: slug, members: []))
                        return terms.count - 1
                    }
                    places[word] = .some(place)
                    if let place {
                        let term = terms[place]
                        if Self.folded(term.name) != Self.folded(word) {
                            let address = "\(base)\(kind.name)/\(term.slug)/"
                            findings.append(Self.shared(kind.one, written, with: term.name, at: address))
                        }
                    } else {
                        findings.append(Self.nameless(kind.one, written))
                    }
                }
                if let place, terms[place].members.last != index { terms[place].members.append(index) }
            }
        }
        let order = terms.indices.sorted { terms[$0].slug < terms[$1].slug }
        self.terms = order.map { terms[$0] }
        let ranks = Dictionary(uniqueKeysWithValues: zip(order, 0...))
        self.bySlug = bySlug.compactMapValues { ranks[$0] }
        indices = places.compactMapValues { $0.flatMap { ranks[$0] } }
    }

    /// `Night Train`, `night train` and `night-train` are one word: who writes them means the same.
    private static func folded(_ word: String) -> String {
        word.precomposedStringWithCanonicalMapping.lowercased()
            .split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }

    private static func nameless(_ one: String, _ word: Located<String>) -> Diagnostic {
        Diagnostic(
            .termAddress, "\(one) '\(word.value)' cannot be part of an address, and has no page", at: word.location,
            help: "write it with a letter or a digit")
    }

    private static func shared(
        _ one: String, _ word: Located<String>, with other: String, at address: String
    ) -> Diagnostic {
        func shown(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
        return Diagnostic(
            .termAddress,
            "\(one) '\(shown(word.value))' has the address of '\(shown(other))' and is shown under that name",
            at: word.location,
            help:
                "write both in one way if they mean the same, else word one differently: both are at \(shown(address))")
    }
}
