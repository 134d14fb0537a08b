import FrontisCore

/// An entry of a menu.
package final class MenuContext: TemplateContext {
    private let item: Menus.Item
    private let addresses: Addresses
    /// Of the page being shown; nothing outside a page.
    private let shownPath: String?

    init(_ item: Menus.Item, addresses: Addresses, shownPath: String?) {
        (self.item, self.addresses, self.shownPath) = (item, addresses, shownPath)
    }

    private var url: String? {
        switch item.target {
        case .site(let path, let suffix): addresses.relative(path, suffix: suffix)
        case .other(let address): Addresses.encoded(reference: address)
        case .nowhere: nil
        }
    }

    private var children: [MenuContext] {
        item.children.map { MenuContext($0, addresses: addresses, shownPath: shownPath) }
    }

    private static func leads(_ item: Menus.Item, to shown: String) -> Bool {
        if let path = item.path {
            // Everything is below the front page, which is one page all the same.
            if path == "/" ? shown == "/" || shown.hasPrefix("/page/") : shown.hasPrefix(path) { return true }
        }
        return item.children.contains { leads($0, to: shown) }
    }

    package static let fields = ContextFields<MenuContext>(
        "menu-entry", "An entry of a menu.",
        [
            .text("title", "Its title.") { $0.item.title },
            .text("url", "Where it leads; nothing for a heading over others.") { $0.url },
            .flag("current", "Whether the page being shown is this one, below it, or that of an entry below.") {
                entry in
                entry.shownPath.map { leads(entry.item, to: $0) } ?? false
            },
            .flag("current-page", "Whether it is exactly the page being shown.") { entry in
                entry.item.path.map { $0 == entry.shownPath } ?? false
            },
            .flag("external", "Whether it leads to another site.") { entry in
                if case .other = entry.item.target { true } else { false }
            },
            .list("children", of: MenuContext.self, "Entries below it.") { $0.children },
            .flag("has-children", "Whether there are entries below it.") { !$0.item.children.isEmpty },
        ])
}

/// The site's menus, by their names: `site.menus.footer`.
package final class MenusContext: TemplateContext {
    private let menus: Menus
    private let addresses: Addresses
    private let shownPath: String?

    init(_ menus: Menus, addresses: Addresses, shownPath: String?) {
        (self.menus, self.addresses, self.shownPath) = (menus, addresses, shownPath)
    }

    package static var takesAdditions: Bool { true }

    func entries(of name: String) -> [MenuContext] {
        (menus.byName[name] ?? []).map { MenuContext($0, addresses: addresses, shownPath: shownPath) }
    }

    package func addedValue(named name: String) -> TemplateValue? { .objects(entries(of: name)) }

    package static let fields = ContextFields<MenusContext>(
        "menus",
        "The menus of frontis.yaml and of pages' front matter: `main`, `footer`, `social`, and what else is named.",
        [])
}
