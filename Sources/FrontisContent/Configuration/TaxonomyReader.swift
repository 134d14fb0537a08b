import FrontisCore

/// Reads `taxonomies`: those that every site has, unless it says `tags: false`, then its own.
enum TaxonomyReader {
    static func read(_ node: SourceNode, _ reader: inout NodeReader) -> [Located<TaxonomyKind>] {
        var kinds: [Located<TaxonomyKind>] = []
        var off: Set<String> = []
        for entry in node.entries ?? [] {
            if case .flag(false) = entry.node.content {
                off.insert(entry.key.value)
            } else if let kind = kind(entry, &reader) {
                kinds.append(Located(kind, at: entry.key.location))
            }
        }
        let named = Set(kinds.map(\.value.name)).union(off)
        let standing = TaxonomyKind.standard.filter { !named.contains($0.name) }
            .map { Located($0, at: SourceID.settings.location) }
        let all = standing + kinds
        reportSharedPaths(all, &reader)
        return all
    }

    private static func kind(_ entry: SourceNode.Entry, _ reader: inout NodeReader) -> TaxonomyKind? {
        let name = entry.key.value
        let place = "taxonomies.\(name)"
        guard TemplateWord.isOne(name) else {
            reader.report(
                .configurationValue, "'\(name)' cannot be a taxonomy's name", at: entry.key.location,
                help: "a name is letters, digits and dashes, as the front matter says it: series: [Alps]")
            return nil
        }
        switch entry.node.content {
        case .null, .flag(true): return TaxonomyKind(name)
        case .map: break
        default:
            reader.report(
                .configurationValue, "\(place) must be a map, not \(entry.node.kind)", at: entry.node.location,
                help: "write the plural as the key: \(name): { path: /\(name)/ }, or \(name): {}")
            return nil
        }
        reader.checkKeys(
            of: entry.node, known: ["path", "ordered", "singular"], in: place, id: .configurationUnknownKey)
        let one = reader.text(entry.node["singular"], "\(place).singular", id: .configurationValue)?.trimmed
        let isOrdered = reader.flag(entry.node["ordered"], "\(place).ordered", id: .configurationValue) ?? false
        return TaxonomyKind(
            name, one: one?.isEmpty == false ? one : nil, path: path(entry.node["path"], "\(place).path", &reader),
            isOrdered: isOrdered)
    }

    private static func path(_ node: SourceNode?, _ key: String, _ reader: inout NodeReader) -> String? {
        guard let node, let written = reader.text(node, key, id: .configurationValue)?.trimmed else { return nil }
        let path = PageAddress.path(written)
        guard path.hasSuffix("/"), path != "/", SitePath(urlPath: path) != nil, !PageAddress.hasQuery(written) else {
            reader.report(
                .configurationValue, "\(key) '\(written)' is not a folder of this site", at: node.location,
                help: "write a path such as path: /people/")
            return nil
        }
        return String(path.dropFirst())
    }

    private static func reportSharedPaths(_ kinds: [Located<TaxonomyKind>], _ reader: inout NodeReader) {
        var owners: [String: String] = [:]
        for kind in kinds {
            if let owner = owners.updateValue(kind.value.name, forKey: kind.value.path) {
                reader.report(
                    .configurationValue,
                    "taxonomies '\(owner)' and '\(kind.value.name)' are both at /\(kind.value.path)",
                    at: kind.location, help: "give one of them another path")
            }
        }
    }
}
