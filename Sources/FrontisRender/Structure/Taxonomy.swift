import Foundation
package import FrontisCore

/// A way in which pages are filed by words of their authors: tags, categories, series.
package struct Taxonomy: Sendable {
    /// A tag or a category.
    package struct Term: Sendable {
        /// The title of its own file, else as the newest page spells it.
        package var name: String
        /// Its part of the address.
        package var slug: String
        /// Indices of pages, newest first.
        package var newest: [Int]
        /// The same as its list shows them: of an ordered taxonomy from the first to the last.
        package var members: [Int]
        /// Of the Markdown file about it.
        package var index: Int?
    }

    package let kind: TaxonomyKind
    /// What its addresses begin with.
    private let base: String
    /// `tags`.
    package var name: String { kind.name }
    /// Of the Markdown file about all of it.
    package private(set) var index: Int?
    /// `Tags`, or what its file says.
    package let title: String
    /// By the weights of their own files, then by slug.
    package private(set) var terms: [Term] = []
    /// Words that have no address, or that of another word.
    package private(set) var findings: [Diagnostic] = []
    /// Indices into `terms` by a term as a page writes it.
    private let indices: [String: Int]
    private let bySlug: [String: Int]

    package let address: String
    package func address(of term: Term) -> String { addresses[term.slug] ?? "\(base)\(kind.path)\(term.slug)/" }
    /// Of terms whose own files say where they are, by slug.
    private let addresses: [String: String]

    /// The index in `terms` of what a page writes; nothing for a word that no list has.
    package func index(of written: String) -> Int? {
        indices[written] ?? Slug.address(of: written).flatMap { bySlug[$0] }
    }

    /// - Parameters:
    ///   - sorted: indices of the pages to be looked at, newest first.
    ///   - own: Markdown files about it and about its terms.
    ///   - base: what its addresses begin with: `/`, `/pt/`.
    package init(
        _ kind: TaxonomyKind, of pages: [Page], sorted: [Int], own: OwnFiles = OwnFiles(), at base: String
    ) {
        self.kind = kind
        self.base = base
        index = own.index
        title = own.index.map { pages[$0].title } ?? kind.title
        address = own.index.map { pages[$0].url } ?? base + kind.path
        addresses = own.terms.mapValues { pages[$0].url }
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
                        terms.append(Term(name: word, slug: slug, newest: [], members: []))
                        return terms.count - 1
                    }
                    places[word] = .some(place)
                    if let place {
                        let term = terms[place]
                        if Self.folded(term.name) != Self.folded(word) {
                            let address = "\(base)\(kind.path)\(term.slug)/"
                            findings.append(Self.shared(kind.one, written, with: term.name, at: address))
                        }
                    } else {
                        findings.append(Self.nameless(kind.one, written))
                    }
                }
                if let place, terms[place].newest.last != index { terms[place].newest.append(index) }
            }
        }
        for (slug, index) in own.terms.sorted(by: { $0.key < $1.key }) {
            let place = bySlug[slug] ?? terms.count
            if place == terms.count { terms.append(Term(name: "", slug: slug, newest: [], members: [])) }
            bySlug[slug] = place
            terms[place].index = index
            terms[place].name = pages[index].title
        }
        for place in terms.indices {
            terms[place].members =
                kind.isOrdered ? Self.inReadingOrder(terms[place].newest, pages) : terms[place].newest
        }
        let weights = terms.map { $0.index.flatMap { pages[$0].weight } ?? .max }
        let order = terms.indices.sorted { (weights[$0], terms[$0].slug) < (weights[$1], terms[$1].slug) }
        self.terms = order.map { terms[$0] }
        let ranks = Dictionary(uniqueKeysWithValues: zip(order, 0...))
        self.bySlug = bySlug.compactMapValues { ranks[$0] }
        indices = places.compactMapValues { $0.flatMap { ranks[$0] } }
    }

    /// Whether a folder under `content/` is what it, or a term that pages have, is about.
    func isAbout(_ folder: String) -> Bool {
        let parts = folder.split(separator: "/").map(String.init)
        guard parts.first == name, !terms.isEmpty, parts.count <= 2 else { return false }
        return parts.count == 1 || Slug.address(of: parts[1]).map { bySlug[$0] != nil } ?? false
    }

    /// By weight, then from the oldest to the newest.
    private static func inReadingOrder(_ members: [Int], _ pages: [Page]) -> [Int] {
        func key(_ index: Int) -> (Int, Int, SourceID) {
            (
                pages[index].weight ?? .max, pages[index].date.map { Int($0.secondsSince1970) } ?? .max,
                pages[index].source
            )
        }
        return members.sorted { key($0) < key($1) }
    }

    /// Markdown files about a taxonomy: `tags/_index.md`, `tags/rail/_index.md`.
    package struct OwnFiles: Sendable {
        package var index: Int?
        /// By slug.
        package var terms: [String: Int] = [:]

        package init() {}

        /// - Parameters:
        ///   - folders: indices of folders' own files.
        ///   - lists: whether a folder has pages of its own, and is a section.
        init(about kind: TaxonomyKind, among folders: [Int], _ pages: [Page], lists: (String) -> Bool) {
            for folder in folders where !lists(pages[folder].section) {
                let parts = pages[folder].section.split(separator: "/")
                guard parts.first.map(String.init) == kind.name else { continue }
                if parts.count == 1 {
                    index = folder
                } else if parts.count == 2, let slug = Slug.address(of: String(parts[1])) {
                    terms[slug] = folder
                }
            }
        }

        var isEmpty: Bool { index == nil && terms.isEmpty }
        var all: [Int] { [index].compactMap(\.self) + terms.values }
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
