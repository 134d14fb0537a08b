import Foundation
package import FrontisCore

/// The site's menus: which entries are in each, in which order, and where they lead. Pure.
package struct Menus: Sendable {
    struct Item: Sendable {
        enum Target: Sendable, Hashable {
            /// Within the site, without the base path, and a query or fragment.
            case site(path: String, suffix: String)
            case other(String)
            case nowhere
        }

        var title: String
        var target: Target
        var children: [Item]

        /// Within the site, without the base path; nothing for what is elsewhere.
        var path: String? { if case .site(let path, _) = target { path } else { nil } }
    }

    /// By name.
    let byName: [String: [Item]]
    /// Entries that lead nowhere, or are below none.
    private(set) var findings: [Diagnostic] = []
    /// Entries of `frontis.yaml` that lead to addresses within the site.
    private let written: [MenuEntry]

    /// What templates may ask for whether or not a site has it, so that a theme can.
    private static let standing = ["main", "footer", "social"]

    /// Names that templates may use, with what stands there.
    package static func fields(of configuration: SiteConfiguration, _ pages: [Page]) -> [ContextField] {
        let names = Set(standing).union(configuration.menus.keys).union(pages.flatMap { $0.menus.map(\.menu) })
        return names.sorted().map {
            ContextField($0, .list(of: .object(ContextType(MenuContext.self))), "Of `menus` in frontis.yaml.")
        }
    }

    init(_ configuration: SiteConfiguration, _ structure: SiteStructure) {
        var builders: [String: Builder] = [:]
        var findings: [Diagnostic] = []
        for (menu, entries) in configuration.menus.sorted(by: { $0.key < $1.key }) {
            builders[menu, default: Builder(menu)].add(entries, structure, &findings)
        }
        for page in structure.pages where page.original == nil {
            for place in page.menus { builders[place.menu, default: Builder(place.menu)].add(page, place) }
        }
        var byName: [String: [Item]] = [:]
        for (menu, var builder) in builders.sorted(by: { $0.key < $1.key }) {
            byName[menu] = builder.items()
            findings += builder.findings
        }
        if byName["main"] == nil { byName["main"] = Self.standing(structure) }
        (self.byName, self.findings) = (byName, findings)
        func all(_ entries: [MenuEntry]) -> [MenuEntry] { entries.flatMap { [$0] + all($0.children) } }
        written = configuration.menus.sorted { $0.key < $1.key }.flatMap { all($0.value) }
    }

    /// Of a site that says nothing: sections with posts, then pages in the root of `content/`.
    private static func standing(_ structure: SiteStructure) -> [Item] {
        let listed = structure.main.sections.filter { section in
            !section.path.contains("/") && section.members.contains { structure.pages[$0].date != nil }
        }
        let loose = structure.pages.filter {
            $0.kind == .page && $0.section.isEmpty && $0.date == nil && $0.original == nil
        }
        let sorted = loose.sorted { ($0.weight ?? .max, $0.title) < ($1.weight ?? .max, $1.title) }
        return (listed.map { ($0.title, $0.address) } + sorted.map { ($0.title, $0.url) }).map { title, path in
            Item(title: title, target: .site(path: path, suffix: ""), children: [])
        }
    }

    /// Entries of `frontis.yaml` that lead to addresses that the site does not have.
    ///
    /// - Parameter publishes: whether the output has a file.
    package func findings(publishes: (SitePath) -> Bool) -> [Diagnostic] {
        written.compactMap { entry in
            guard case .address(let address) = entry.target, address.hasPrefix("/"),
                case .site(let path, _) = Self.target(address),
                ![path, PageAddress.path(path)].contains(where: { SitePath(urlPath: $0).map(publishes) ?? false })
            else { return nil }
            return Diagnostic(
                .menuEntry, "menu entry leads to \(address), and there is nothing", at: entry.location,
                in: entry.sourceLine, help: "a page is best named by its file: page: about.md")
        }
    }

    fileprivate static func target(_ written: String) -> Item.Target {
        guard written.hasPrefix("/") else { return .other(written) }
        let path = written.prefix { $0 != "?" && $0 != "#" }
        let decoded = String(path).removingPercentEncoding ?? String(path)
        return .site(path: decoded, suffix: String(written[path.endIndex...]))
    }
}

/// One menu while its entries are gathered.
private struct Builder {
    private struct Node {
        var title: String
        var target: Menus.Item.Target
        var weight: Int
        /// Among those of one weight.
        var order: Int
        var identifier: String?
        var parentName: String?
        var parent: Int?
        var location: SourceLocation
        var sourceLine: String?
    }

    private let menu: String
    private var nodes: [Node] = []
    private(set) var findings: [Diagnostic] = []

    init(_ menu: String) { self.menu = menu }

    mutating func add(
        _ entries: [MenuEntry], below parent: Int? = nil, _ structure: SiteStructure, _ findings: inout [Diagnostic]
    ) {
        for entry in entries {
            guard let place = place(of: entry, structure) else {
                findings.append(
                    Diagnostic(
                        .menuEntry, "menu '\(menu)' leads to no page: there is no \(Self.shown(entry))",
                        at: entry.location, in: entry.sourceLine,
                        help:
                            "name a file or folder under content/ that is built, or a term: about.md, posts, tags/rail")
                )
                continue
            }
            nodes.append(
                Node(
                    title: entry.title ?? place.title, target: place.target, weight: entry.weight ?? .max,
                    order: nodes.count, identifier: entry.identifier, parentName: entry.parent, parent: parent,
                    location: entry.location, sourceLine: entry.sourceLine))
            add(entry.children, below: nodes.count - 1, structure, &findings)
        }
    }

    mutating func add(_ page: Page, _ place: MenuPlace) {
        nodes.append(
            Node(
                title: place.title ?? page.title, target: .site(path: page.url, suffix: ""),
                weight: place.weight ?? page.weight ?? .max, order: .max, identifier: place.identifier,
                parentName: place.parent, parent: nil, location: place.location, sourceLine: nil))
    }

    private static func shown(_ entry: MenuEntry) -> String {
        if case .content(let path) = entry.target { "content/" + Self.bare(path) } else { "address" }
    }

    private static func bare(_ path: String) -> String {
        let parts = path.split(separator: "/").map(String.init)
        return (parts.first == "content" ? parts.dropFirst() : parts[...]).joined(separator: "/")
    }

    private func place(
        of entry: MenuEntry, _ structure: SiteStructure
    ) -> (title: String, target: Menus.Item.Target)? {
        switch entry.target {
        case .nowhere: return (entry.title ?? "", .nowhere)
        case .address(let address): return (entry.title ?? address, Menus.target(address))
        case .content(let written):
            let path = Self.bare(written)
            let base = path.isEmpty ? "" : path + "/"
            let files = [path, path + ".md", base + "index.md", base + "_index.md"]
            for file in files {
                if let index = structure.indexBySource[.file(file)] {
                    return (structure.pages[index].title, .site(path: structure.pages[index].url, suffix: ""))
                }
            }
            func site(_ path: String) -> Menus.Item.Target { .site(path: path, suffix: "") }
            if let section = structure.main.sections.first(where: { $0.path == path }) {
                return (section.title, site(section.address))
            }
            for taxonomy in structure.main.taxonomies where !taxonomy.terms.isEmpty {
                if taxonomy.name == path { return (taxonomy.title, site(taxonomy.address)) }
                let word = path.hasPrefix(taxonomy.name + "/") ? path.dropFirst(taxonomy.name.count + 1) : ""
                if let index = taxonomy.index(of: String(word)) {
                    let term = taxonomy.terms[index]
                    return (term.name, site(taxonomy.address(of: term)))
                }
            }
            return path.isEmpty ? ("Home", site("/")) : nil
        }
    }

    /// The entries as a tree.
    mutating func items() -> [Menus.Item] {
        for index in nodes.indices where nodes[index].parentName != nil {
            nodes[index].parent = parent(of: index) ?? nodes[index].parent
        }
        var children: [Int?: [Int]] = [:]
        for index in nodes.indices {
            if isBelowItself(index) {
                report(index, "is below itself", help: "say another parent, or none")
                nodes[index].parent = nil
            }
            children[nodes[index].parent, default: []].append(index)
        }
        return items(below: nil, children)
    }

    private func items(below parent: Int?, _ children: [Int?: [Int]]) -> [Menus.Item] {
        let sorted = (children[parent] ?? []).sorted { left, right in
            let (left, right) = (nodes[left], nodes[right])
            return (left.weight, left.order, left.title) < (right.weight, right.order, right.title)
        }
        return sorted.map {
            Menus.Item(title: nodes[$0].title, target: nodes[$0].target, children: items(below: $0, children))
        }
    }

    private mutating func parent(of index: Int) -> Int? {
        guard let name = nodes[index].parentName else { return nil }
        let others = nodes.indices.filter { $0 != index }
        let found =
            others.first { nodes[$0].identifier == name } ?? others.first { nodes[$0].title == name }
            ?? others.first { nodes[$0].title.lowercased() == name.lowercased() }
        if found == nil {
            report(
                index, "is below '\(name)', which is no entry of it",
                help: "a parent is named by its identifier or its title")
        }
        return found
    }

    private func isBelowItself(_ index: Int) -> Bool {
        var (next, steps) = (nodes[index].parent, 0)
        while let place = next, steps <= nodes.count {
            if place == index { return true }
            (next, steps) = (nodes[place].parent, steps + 1)
        }
        return false
    }

    private mutating func report(_ index: Int, _ what: String, help: String) {
        findings.append(
            Diagnostic(
                .menuEntry, "entry '\(nodes[index].title)' of menu '\(menu)' \(what)", at: nodes[index].location,
                in: nodes[index].sourceLine, help: help))
    }
}
