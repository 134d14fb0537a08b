import FrontisCore

/// The site's collections, by their names: `collections.recent`.
package final class CollectionsContext: TemplateContext {
    private let collections: Collections
    private let pages: PageContexts

    init(_ collections: Collections, pages: PageContexts) { (self.collections, self.pages) = (collections, pages) }

    package static var takesAdditions: Bool { true }

    package func addedValue(named name: String) -> TemplateValue? {
        switch collections.byName[name] {
        case .pages(let indices)?: .objects(indices.map { pages[$0] })
        case .groups(let groups)?: .objects(groups.map { GroupContext($0, pages: pages) })
        case nil: nil
        }
    }

    package static let fields = ContextFields<CollectionsContext>(
        "collections",
        "Lists of pages that any page may show: `posts`, `pages`, and those of `collections` in frontis.yaml.",
        [])
}

/// Pages of a collection that belong together.
package final class GroupContext: TemplateContext {
    private let group: Collections.Group
    private let pages: PageContexts

    init(_ group: Collections.Group, pages: PageContexts) { (self.group, self.pages) = (group, pages) }

    package static let fields = ContextFields<GroupContext>(
        "group", "Pages of a collection that belong together: those of a year, a month or a section.",
        [
            .text("name", "`2026`, `2026-03`, or the section's folder.") { $0.group.name },
            .text("title", "`2026`, `March 2026`, or the section's title.") { $0.group.title },
            .number("count", "How many pages it has.") { $0.group.members.count },
            .list("pages", of: PageContext.self, "Its pages.") { group in group.group.members.map { group.pages[$0] } },
        ])
}
