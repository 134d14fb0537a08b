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

    /// `tags`, which is also the first part of its addresses.
    package let name: String
    /// Sorted by slug.
    package private(set) var terms: [Term] = []
    /// Words that have no address, or that of another word.
    package private(set) var findings: [Diagnostic] = []
    /// Indices into `terms` by a term as a page writes it.
    private let indices: [String: Int]
    private let bySlug: [String: Int]

    package var address: String { "/\(name)/" }
    package func address(of term: Term) -> String { "/\(name)/\(term.slug)/" }

    /// The index in `terms` of what a page writes; nothing for a word that no list has.
    package func index(of written: String) -> Int? {
        indices[written] ?? Slug.address(of: written).flatMap { bySlug[$0] }
    }

    /// - Parameters:
    ///   - one: what a term is called: `tag`.
    ///   - words: a page's terms.
    ///   - sorted: indices of the pages to be looked at, newest first.
    package init(name: String, one: String, of pages: [Page], by words: (Page) -> [String], sorted: [Int]) {
        self.name = name
        var slugs: [String: String?] = [:]
        var terms: [String: Term] = [:]
        for index in sorted {
            let page = pages[index]
            for word in words(page) {
                let known = slugs[word]
                let made = known ?? Slug.address(of: word)
                slugs[word] = .some(made)
                guard let slug = made else {
                    if known == nil { findings.append(Self.nameless(one, word, in: page)) }
                    continue
                }
                // The newest post's spelling is the one that is shown.
                var term = terms[slug] ?? Term(name: word, slug: slug, members: [])
                if known == nil, Self.folded(term.name) != Self.folded(word) {
                    findings.append(Self.shared(one, word, with: term.name, at: "/\(name)/\(slug)/", in: page))
                }
                if term.members.last != index { term.members.append(index) }
                terms[slug] = term
            }
        }
        self.terms = terms.values.sorted { $0.slug < $1.slug }
        let bySlug = Dictionary(uniqueKeysWithValues: self.terms.enumerated().map { ($0.element.slug, $0.offset) })
        self.bySlug = bySlug
        indices = slugs.compactMapValues { $0.flatMap { bySlug[$0] } }
    }

    /// `Night Train`, `night train` and `night-train` are one word: who writes them means the same.
    private static func folded(_ word: String) -> String {
        word.precomposedStringWithCanonicalMapping.lowercased()
            .split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }

    private static func nameless(_ one: String, _ word: String, in page: Page) -> Diagnostic {
        Diagnostic(
            .termAddress, "\(one) '\(word)' cannot be part of an address, and has no page",
            at: place(of: word, in: page),
            help: "write it with a letter or a digit")
    }

    private static func shared(
        _ one: String, _ word: String, with other: String, at address: String, in page: Page
    ) -> Diagnostic {
        func shown(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
        return Diagnostic(
            .termAddress, "\(one) '\(shown(word))' has the address of '\(shown(other))' and is shown under that name",
            at: place(of: word, in: page),
            help:
                "write both in one way if they mean the same, else word one differently: both are at \(shown(address))")
    }

    private static func place(of word: String, in page: Page) -> SourceLocation {
        page.terms.first { $0.value == word }?.location ?? page.location
    }
}
