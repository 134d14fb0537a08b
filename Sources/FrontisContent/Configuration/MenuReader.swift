import FrontisCore

/// Reads menus: those of `frontis.yaml`, and what a page says of its own place in them.
enum MenuReader {
    /// `main: [{ title: About, page: about.md }]`
    static func entries(of menu: SourceNode.Entry, _ reader: inout NodeReader) -> [MenuEntry] {
        guard TemplateWord.isOne(menu.key.value) else {
            reader.report(
                .configurationValue, "'\(menu.key.value)' cannot be a menu's name", at: menu.key.location,
                help: "a name is letters, digits and dashes, as templates say it: site.menus.footer")
            return []
        }
        return entries(menu.node, "menus.\(menu.key.value)", depth: 1, &reader)
    }

    private static func entries(
        _ node: SourceNode, _ place: String, depth: Int, _ reader: inout NodeReader
    ) -> [MenuEntry] {
        switch node.content {
        case .null: return []
        case .list(let nodes):
            guard depth <= deepest else {
                reader.report(
                    .configurationValue, "\(place) is more than \(deepest) levels deep", at: node.location)
                return []
            }
            return nodes.compactMap { entry($0, place, depth: depth, &reader) }
        default:
            reader.report(
                .configurationValue, "\(place) must be a list, not \(node.kind)", at: node.location,
                help: "write an entry a line, each beginning with a dash: - { title: About, page: about.md }")
            return []
        }
    }

    /// Levels of entries below each other.
    private static let deepest = 8

    private static func entry(
        _ node: SourceNode, _ place: String, depth: Int, _ reader: inout NodeReader
    ) -> MenuEntry? {
        guard node.entries != nil else {
            reader.report(
                .configurationValue, "an entry of \(place) must be a map, not \(node.kind)", at: node.location,
                help: "write it as - { title: About, page: about.md } or - { title: Code, url: https://example.org/ }")
            return nil
        }
        reader.checkKeys(
            of: node,
            known: ["title", "name", "url", "page", "pageRef", "weight", "identifier", "parent", "children"],
            in: "an entry of \(place)", id: .configurationUnknownKey)
        let title = text(node["title"] ?? node["name"], "title", &reader)
        guard let target = target(of: node, &reader) else { return nil }
        guard title != nil || target != .nowhere else {
            reader.report(
                .configurationValue, "an entry of \(place) has no title and leads nowhere", at: node.location,
                help: "give it a title, a page or a url")
            return nil
        }
        var entry = MenuEntry(target, title: title, at: node.location)
        if case .address(let address) = target, title == nil { entry.title = address }
        entry.sourceLine = reader.source.line(node.location.line)
        entry.weight = reader.integer(
            node["weight"], "weight", in: Int(Int32.min)...Int(Int32.max), id: .configurationValue)
        entry.identifier = text(node["identifier"], "identifier", &reader)
        entry.parent = text(node["parent"], "parent", &reader)
        if let children = node["children"] {
            entry.children = entries(children, place, depth: depth + 1, &reader)
        }
        return entry
    }

    /// Nothing, with a finding, for an address that no link should have.
    private static func target(of node: SourceNode, _ reader: inout NodeReader) -> MenuEntry.Target? {
        if let page = text(node["page"] ?? node["pageRef"], "page", &reader) { return .content(page) }
        guard let written = node["url"], let url = text(written, "url", &reader) else { return .nowhere }
        if isPath(url) || ["https://", "http://", "mailto:", "tel:"].contains(where: url.lowercased().hasPrefix) {
            return .address(url)
        }
        reader.report(
            .configurationValue, "'\(url)' is no address for a menu", at: written.location,
            help: "write a path of the site, /about/ or /#top, or an address with https://, mailto: or tel:")
        return nil
    }

    private static func isPath(_ url: String) -> Bool { url.hasPrefix("/") && !url.hasPrefix("//") }

    private static func text(_ node: SourceNode?, _ key: String, _ reader: inout NodeReader) -> String? {
        let text = reader.text(node, key, id: .configurationValue)?.trimmed
        return text?.isEmpty == false ? text : nil
    }

    // MARK: Front matter

    /// `menu: main`, `menus: [main, footer]`, `menu: { main: { weight: 10, parent: Travel } }`
    static func places(in root: SourceNode, _ reader: inout NodeReader) -> [MenuPlace] {
        guard let node = root["menus"] ?? root["menu"], !node.isAbsent else { return [] }
        // Themes of others have `menu: true`.
        if case .flag = node.content { return [] }
        guard let entries = node.entries else {
            return reader.texts(node, "menu").map { MenuPlace(menu: $0.value, at: $0.location) }
        }
        return entries.map { entry in
            var place = MenuPlace(menu: entry.key.value, at: entry.key.location)
            func text(_ key: String) -> String? {
                let text = reader.text(entry.node[key], key)?.trimmed
                return text?.isEmpty == false ? text : nil
            }
            place.title = text("title") ?? text("name")
            place.parent = text("parent")
            place.identifier = text("identifier")
            place.weight = reader.integer(
                entry.node["weight"], "weight", in: Int(Int32.min)...Int(Int32.max), id: .frontMatterType)
            return place
        }
    }
}
