import FrontisCore

/// Reads `taxonomies`: those that every site has, unless it says `tags: false`, then its own.
enum TaxonomyReader {
    static func read(_ node: SourceNode, _ reader: inout NodeReader) -> [Located<TaxonomyKind>] {
        var kinds: [Located<TaxonomyKind>] = []
        var off: Set<String> = []
        for entry in node.entries ?? [] {
            if entry.node.answer == false {
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
        for kind in kinds { reportSingular(of: kind, among: all.map(\.value), &reader) }
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
                help: entry.node.literal.isEmpty
                    ? "write it as \(name): {}"
                    : "the plural is the key: \(entry.node.literal): { singular: \(name) }")
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
        guard path.hasSuffix("/"), path != "/", SitePath(urlPath: path) != nil, !PageAddress.hasQuery(written),
            !path.contains(":")
        else {
            reader.report(
                .configurationValue, "\(key) '\(written)' is not a folder of this site", at: node.location,
                help: "write a path such as path: /people/")
            return nil
        }
        return String(path.dropFirst())
    }

    /// A word for one term that means something else in front matter.
    private static func reportSingular(
        of kind: Located<TaxonomyKind>, among all: [TaxonomyKind], _ reader: inout NodeReader
    ) {
        let (name, one) = (kind.value.name, kind.value.one)
        let isStandard = TaxonomyKind.standard.contains { $0.name == name && $0.one == one }
        let isTaken = StandardKeys.isReserved(one) && !isStandard
        guard isTaken || all.contains(where: { $0.name != name && [$0.name, $0.one].contains(one) }) else { return }
        reader.report(
            .configurationValue, "'\(one)' means something else in front matter, and cannot be one of \(name)",
            at: kind.location, help: "say another word for one of them: \(name): { singular: … }")
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
