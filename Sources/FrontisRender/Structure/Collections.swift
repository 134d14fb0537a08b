import Foundation
package import FrontisCore

/// The site's collections: which pages are in each, in which order. Pure.
package struct Collections: Sendable {
    struct Group: Sendable {
        var name: String
        var title: String
        /// Indices of pages.
        var members: [Int]
    }

    enum Value: Sendable {
        case pages([Int])
        case groups([Group])

        var members: [Int] {
            switch self {
            case .pages(let members): members
            case .groups(let groups): groups.flatMap(\.members)
            }
        }
    }

    let byName: [String: Value]
    /// Collections that nothing is in.
    let findings: [Diagnostic]

    /// Names that templates may use, with what stands there.
    package static func fields(of configuration: SiteConfiguration) -> [ContextField] {
        let given = configuration.collections
        let own = given.sorted { $0.key < $1.key }.map { name, collection in
            ContextField(
                name, .list(of: .object(ContextType(collection.groups == nil ? PageContext.self : GroupContext.self))),
                "Of `collections` in frontis.yaml.")
        }
        let standing = builtIn.filter { given[$0.name] == nil }.map { ContextField($0.name, pages, $0.summary) }
        return standing + own
    }

    private static let pages = ValueForm.list(of: .object(ContextType(PageContext.self)))

    private static let builtIn = [
        (name: "posts", summary: "All pages with a date, newest first."),
        (name: "pages", summary: "All pages without a date, by weight and title."),
    ]

    init(_ configuration: SiteConfiguration, _ structure: SiteStructure) {
        let pages = structure.pages
        let all = structure.main.ordered
        var byName: [String: Value] = [
            "posts": .pages(all.filter { pages[$0].date != nil }),
            "pages": .pages(all.filter { pages[$0].date == nil }),
        ]
        var findings: [Diagnostic] = []
        for (name, collection) in configuration.collections.sorted(by: { $0.key < $1.key }) {
            var members = all.filter { Self.holds(pages[$0], collection, structure) }
            if members.isEmpty, !pages.isEmpty { findings.append(Self.finding(name, collection)) }
            if let sort = collection.sort { members = Self.sorted(members, by: sort, pages, configuration.language) }
            if collection.isReversed { members.reverse() }
            if let first = collection.first { members = Array(members.prefix(first)) }
            byName[name] =
                collection.groups.map { .groups(Self.groups(members, by: $0, structure, configuration)) }
                ?? .pages(members)
        }
        (self.byName, self.findings) = (byName, findings)
    }

    /// - Parameter asked: nothing stands for all of them.
    /// - Returns: those that there are, sorted.
    func names(among asked: Set<String>?) -> [String] {
        byName.keys.filter { asked?.contains($0) ?? true }.sorted()
    }

    /// What it can say; nothing where that is not known of one of its pages.
    ///
    /// - Parameter reach: what a page can say.
    func said(by name: String, _ reach: (Int) -> [UInt8]?) -> [UInt8]? {
        guard let value = byName[name] else { return nil }
        var said = PackedWriter()
        said.add(name)
        if case .groups(let groups) = value {
            said.add(groups) { said, group in
                for text in [group.name, group.title] { said.add(text) }
                said.add(group.members.count)
            }
        }
        for index in value.members {
            guard let reach = reach(index) else { return nil }
            said.add(reach)
        }
        return said.bytes
    }

    private static func holds(_ page: Page, _ collection: PageCollection, _ structure: SiteStructure) -> Bool {
        if let section = collection.section, page.section != section, !page.section.hasPrefix(section + "/") {
            return false
        }
        if collection.groups?.isOfTime == true, page.date == nil { return false }
        for (taxonomy, term) in collection.terms {
            guard let kind = structure.main.taxonomies.first(where: { $0.name == taxonomy }),
                let wanted = kind.index(of: term),
                page.head.terms(in: taxonomy).contains(where: { kind.index(of: $0) == wanted })
            else { return false }
        }
        return collection.params.allSatisfy { page.params[$0.key] == $0.value }
    }

    private static func sorted(
        _ members: [Int], by sort: PageCollection.Sort, _ pages: [Page], _ language: String
    ) -> [Int] {
        // The site's, as the machine's would be another one elsewhere.
        let locale = Locale(identifier: language)
        func precedes(_ left: String, _ right: String) -> Bool {
            left.compare(right, options: [.caseInsensitive, .numeric], locale: locale) == .orderedAscending
        }
        func newest(_ date: (Page) -> PageDate?) -> [Int] {
            let seconds = Dictionary(
                uniqueKeysWithValues: members.map { ($0, date(pages[$0])?.secondsSince1970 ?? .min) })
            return stable(members) { (seconds[$0] ?? .min) > (seconds[$1] ?? .min) }
        }
        return switch sort {
        case .date: newest { $0.date }
        case .updated: newest { $0.updated ?? $0.date }
        case .title: stable(members) { precedes(pages[$0].title, pages[$1].title) }
        case .weight: stable(members) { (pages[$0].weight ?? .max) < (pages[$1].weight ?? .max) }
        }
    }

    /// Pages that are the same to the order stay as they stand in lists.
    private static func stable(_ members: [Int], _ precedes: (Int, Int) -> Bool) -> [Int] {
        members.enumerated().sorted { left, right in
            if precedes(left.element, right.element) { return true }
            return !precedes(right.element, left.element) && left.offset < right.offset
        }.map(\.element)
    }

    private static func groups(
        _ members: [Int], by kind: PageCollection.Grouping, _ structure: SiteStructure,
        _ configuration: SiteConfiguration
    ) -> [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for index in members {
            let page = structure.pages[index]
            let name = Self.name(of: page, by: kind)
            if let place = places[name] {
                groups[place].members.append(index)
            } else {
                places[name] = groups.count
                let title = Self.title(of: page, by: kind, structure, configuration) ?? name
                groups.append(Group(name: name, title: title, members: [index]))
            }
        }
        return groups
    }

    private static func name(of page: Page, by kind: PageCollection.Grouping) -> String {
        switch kind {
        case .section: page.section
        case .year: page.date.map { String($0.year) } ?? ""
        case .month: page.date.map { String($0.day8601.prefix(7)) } ?? ""
        }
    }

    /// Of the group that the page is in; nothing where its name is its title.
    private static func title(
        of page: Page, by kind: PageCollection.Grouping, _ structure: SiteStructure, _ configuration: SiteConfiguration
    ) -> String? {
        switch kind {
        case .section: structure.main.sections.first { $0.path == page.section }?.title ?? configuration.title
        case .year: nil
        case .month: page.date.map { LongDate.month(of: $0, language: configuration.language) }
        }
    }

    private static func finding(_ name: String, _ collection: PageCollection) -> Diagnostic {
        Diagnostic(
            .configurationValue, "collection '\(name)' is empty: no page is what it asks for", at: collection.location,
            help: collection.section == nil
                ? "params are the author's own keys of front matter; tags and categories are asked for by tag and category"
                : "a section is a folder of content/: section: posts", severity: .warning)
    }
}
