package import FrontisCore

/// Which lists the site has, who is in them, and what stands next to what. Everything that follows from the
/// pages alone.
package struct SiteStructure: Sendable {
    package struct Section: Sendable {
        package var path: String
        package var address: String
        package var title: String
        /// Its `_index.md`.
        package var index: Int?
        /// Pages in it and below it: with a date, newest first; then the rest by weight and title.
        package var members: [Int]
    }

    package let pages: [Page]
    /// Index of the page that is `content/_index.md`.
    package let home: Int?
    /// Dated pages that translate no other, newest first, in whichever language they are.
    package let posts: [Int]
    package let sections: [Section]
    package let taxonomies: [Taxonomy]
    /// By page: its neighbours in its section, the older one and the newer one.
    package let neighbours: [Int: (older: Int?, newer: Int?)]
    /// By page: all pages that are translations of one another, itself included; only where there are several.
    package let translations: [Int: [Int]]
    /// Index of each page by its source.
    package let indexBySource: [SourceID: Int]

    /// - Parameter hidden: folders that have no page of their own.
    package init(pages: [Page], without hidden: Set<String> = []) {
        self.pages = pages
        indexBySource = Dictionary(
            uniqueKeysWithValues: pages.enumerated().map { ($0.element.source, $0.offset) })
        home = pages.firstIndex { $0.kind == .home && $0.original == nil }
        let listed = pages.indices.filter { pages[$0].kind == .page && pages[$0].original == nil }
        let sorted = Self.sorted(listed, pages)
        posts = sorted.filter { pages[$0].date != nil }
        let built = Self.sections(pages, sorted, hidden)
        sections = built
        taxonomies = TaxonomyKind.all.map { Taxonomy($0, of: pages, sorted: sorted) }
        var neighbours: [Int: (older: Int?, newer: Int?)] = [:]
        var lastOfSection: [String: Int] = [:]
        for index in sorted where pages[index].date != nil {
            if let newer = lastOfSection[pages[index].section] {
                neighbours[index, default: (nil, nil)].newer = newer
                neighbours[newer, default: (nil, nil)].older = index
            }
            lastOfSection[pages[index].section] = index
        }
        self.neighbours = neighbours
        translations = Self.translations(pages, indexBySource)
    }

    private static func sorted(_ indices: [Int], _ pages: [Page]) -> [Int] {
        let seconds = pages.map { $0.date?.secondsSince1970 }
        return indices.sorted { left, right in
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

    private static func sections(_ pages: [Page], _ sorted: [Int], _ hidden: Set<String>) -> [Section] {
        var members: [String: [Int]] = [:]
        for index in sorted {
            var path = pages[index].section[...]
            while !path.isEmpty {
                members[String(path), default: []].append(index)
                path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
            }
        }
        var indexPages: [String: Int] = [:]
        for (index, page) in pages.enumerated() where page.kind == .section && page.original == nil {
            indexPages[page.section] = index
            members[page.section, default: []] += []
        }
        let taken = Set(pages.filter { $0.kind == .page }.map(\.url))
        return members.keys.sorted().compactMap { path in
            guard !hidden.contains(path) else { return nil }
            let index = indexPages[path]
            let address = index.map { pages[$0].url } ?? "/" + Slug.path(of: path) + "/"
            // `content/posts.md` is the author's own page about the posts.
            if index == nil, taken.contains(address) { return nil }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
            let title = index.map { pages[$0].title } ?? words.prefix(1).uppercased() + words.dropFirst()
            return Section(path: path, address: address, title: title, index: index, members: members[path] ?? [])
        }
    }

    private static func translations(_ pages: [Page], _ indices: [SourceID: Int]) -> [Int: [Int]] {
        var groups: [Int: [Int]] = [:]
        for (index, page) in pages.enumerated() {
            guard let original = page.original, let first = indices[original] else { continue }
            groups[first, default: [first]].append(index)
        }
        var translations: [Int: [Int]] = [:]
        for group in groups.values {
            let sorted = group.sorted { pages[$0].language < pages[$1].language }
            for index in sorted { translations[index] = sorted }
        }
        return translations
    }
}
