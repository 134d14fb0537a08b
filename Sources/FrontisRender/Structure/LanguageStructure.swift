import FrontisCore

/// Which lists there are in one language, who is in them, and what stands next to what.
package struct LanguageStructure: Sendable {
    package struct Section: Sendable {
        package var path: String
        package var address: String
        package var title: String
        /// Its `_index.md`.
        package var index: Int?
        /// Pages in it and below it: with a date, newest first; then the rest by weight and title.
        package var members: [Int]
    }

    /// Index of its front page's Markdown file.
    package let home: Int?
    /// Pages as lists show them: with a date, newest first; then the rest by weight and title.
    package let ordered: [Int]
    /// Pages with a date, newest first.
    package let posts: [Int]
    package let sections: [Section]
    package let taxonomies: [Taxonomy]
    /// By page: its neighbours in its section, the older one and the newer one.
    package let neighbours: [Int: (older: Int?, newer: Int?)]

    /// - Parameters:
    ///   - order: indices of the pages that are in the language, as lists show them; then those of lists' own files.
    ///   - base: what the addresses of its lists begin with: `/`, `/pt/`.
    ///   - language: whose lists they are.
    ///   - hidden: folders that have no page of their own.
    init(
        _ order: [Int], of pages: [Page], at base: String, in language: String, without hidden: Set<String>,
        taxonomies kinds: [TaxonomyKind]
    ) {
        home = order.first { pages[$0].kind == .home }
        let sorted = order.filter { pages[$0].kind == .page }
        ordered = sorted
        posts = sorted.filter { pages[$0].date != nil }
        let members = Self.members(of: pages, sorted)
        let folders = order.filter { pages[$0].kind == .section && Self.isOwn($0, of: pages, language) }
        var taxonomies: [Taxonomy] = []
        var taken: (files: Set<Int>, paths: Set<String>) = ([], [])
        for kind in kinds {
            let bare = Taxonomy(kind, of: pages, sorted: sorted, at: base)
            // A folder of pages is a section, unless the pages are those that are filed so: `series/alps/part-1.md`.
            let own = Taxonomy.OwnFiles(about: kind, among: folders, pages) { path in
                members[path] != nil && !bare.isAbout(path)
            }
            // Few have files of their own, and sorting thousands of pages twice is not free.
            taxonomies.append(own.isEmpty ? bare : Taxonomy(kind, of: pages, sorted: sorted, own: own, at: base))
            taken.files.formUnion(own.all)
            taken.paths.formUnion(members.keys.filter { bare.isAbout($0) })
        }
        self.taxonomies = taxonomies
        sections = Self.sections(
            pages, members.filter { !taken.paths.contains($0.key) }, own: folders.filter { !taken.files.contains($0) },
            at: base, hidden)
        var neighbours: [Int: (older: Int?, newer: Int?)] = [:]
        var lastOfSection: [String: Int] = [:]
        for index in posts {
            if let newer = lastOfSection[pages[index].section] {
                neighbours[index, default: (nil, nil)].newer = newer
                neighbours[newer, default: (nil, nil)].older = index
            }
            lastOfSection[pages[index].section] = index
        }
        self.neighbours = neighbours
    }

    /// Whether a folder's file is about the list of this language: `_index.pt.md` alone says nothing of the English one.
    private static func isOwn(_ index: Int, of pages: [Page], _ language: String) -> Bool {
        let file = pages[index].source.file ?? ""
        let name = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { file[file.index(after: $0)...] } ?? file[...]
        return name.count(where: { $0 == "." }) < 2 || pages[index].language.lowercased() == language.lowercased()
    }

    /// By folder: indices of the pages in it and below it.
    private static func members(of pages: [Page], _ sorted: [Int]) -> [String: [Int]] {
        var members: [String: [Int]] = [:]
        for index in sorted {
            var path = pages[index].section[...]
            while !path.isEmpty {
                members[String(path), default: []].append(index)
                path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
            }
        }
        return members
    }

    private static func sections(
        _ pages: [Page], _ filled: [String: [Int]], own: [Int], at base: String, _ hidden: Set<String>
    ) -> [Section] {
        var members = filled
        var indexPages: [String: Int] = [:]
        for index in own {
            indexPages[pages[index].section] = index
            members[pages[index].section, default: []] += []
        }
        let taken = Set(pages.filter { $0.kind == .page }.map(\.url))
        return members.keys.sorted().compactMap { path in
            guard !hidden.contains(path) else { return nil }
            let index = indexPages[path]
            let address = index.map { pages[$0].url } ?? base + Slug.path(of: path) + "/"
            // `content/posts.md` is the author's own page about the posts.
            if index == nil, taken.contains(address) { return nil }
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let words = name.split { $0 == "-" || $0 == "_" }.joined(separator: " ")
            let title = index.map { pages[$0].title } ?? words.prefix(1).uppercased() + words.dropFirst()
            return Section(path: path, address: address, title: title, index: index, members: members[path] ?? [])
        }
    }
}
