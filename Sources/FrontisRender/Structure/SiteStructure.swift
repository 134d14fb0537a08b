package import FrontisCore

/// Which lists the site has, who is in them, and what stands next to what, in each language. Everything that follows
/// from the pages alone.
package struct SiteStructure: Sendable {
    package private(set) var pages: [Page]
    /// In the site's own language: all pages that translate no other, in whichever language they are.
    package let main: LanguageStructure
    /// Of the languages into which something is translated, by tag.
    package let translated: [String: LanguageStructure]
    /// By page: all pages that are translations of one another, itself included; only where there are several.
    package let translations: [Int: [Int]]
    /// Index of each page by its source.
    package let indexBySource: [SourceID: Int]

    /// - Parameters:
    ///   - hidden: folders that have no page of their own.
    ///   - language: the site's.
    ///   - kinds: the ways in which pages are filed.
    package init(
        pages: [Page], in language: String = "en", without hidden: Set<String> = [],
        taxonomies kinds: [TaxonomyKind] = TaxonomyKind.standard
    ) {
        self.pages = pages
        indexBySource = Dictionary(
            uniqueKeysWithValues: pages.enumerated().map { ($0.element.source, $0.offset) })
        let order = Self.sorted(pages)
        main = LanguageStructure(
            order.filter { pages[$0].original == nil }, of: pages, at: "/", in: language, without: hidden,
            taxonomies: kinds)
        var translated: [String: LanguageStructure] = [:]
        for language in Set(pages.filter { $0.original != nil }.map(\.language)) {
            let own = order.filter { pages[$0].language == language }
            translated[language] = LanguageStructure(
                own, of: pages, at: "/\(language)/", in: language, without: hidden, taxonomies: kinds)
        }
        self.translated = translated
        translations = Self.translations(pages, indexBySource)
    }

    /// The same of pages that are others in their texts only.
    func with(_ pages: [Page]) -> SiteStructure {
        var structure = self
        structure.pages = pages
        return structure
    }

    /// Indices of all pages as lists show them: with a date, newest first; then the rest by weight and title.
    private static func sorted(_ pages: [Page]) -> [Int] {
        let seconds = pages.map { $0.date?.secondsSince1970 }
        return pages.indices.sorted { left, right in
            switch (seconds[left], seconds[right]) {
            case (let leftDate?, let rightDate?) where leftDate != rightDate: return leftDate > rightDate
            case (.some, nil): return true
            case (nil, .some): return false
            case (.some, .some): return pages[left].source < pages[right].source
            case (nil, nil):
                let weights = (pages[left].weight ?? .max, pages[right].weight ?? .max)
                return (weights.0, pages[left].title, pages[left].source)
                    < (weights.1, pages[right].title, pages[right].source)
            }
        }
    }

    private static func translations(_ pages: [Page], _ indices: [SourceID: Int]) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            guard var first = page.original.flatMap({ indices[$0] }) else { continue }
            // A translation may have translations; names of originals are shorter, or have none themselves.
            while let next = pages[first].original.flatMap({ indices[$0] }) { first = next }
            groups[first, default: [first]].append(index)
        }
        var translations: [Int: [Int]] = [:]
        for group in groups.values {
            let sorted = group.sorted {
                (pages[$0].language, pages[$0].source) < (pages[$1].language, pages[$1].source)
            }
            for index in sorted { translations[index] = sorted }
        }
        return translations
    }
}
