import FrontisCore

/// Reads one entry of `collections`.
enum CollectionReader {
    /// - Parameter kinds: the site's taxonomies.
    static func read(
        _ entry: SourceNode.Entry, of kinds: [TaxonomyKind], _ reader: inout NodeReader
    ) -> PageCollection? {
        let name = entry.key.value
        let place = "collections.\(name)"
        guard TemplateWord.isOne(name) else {
            reader.report(
                .configurationValue, "'\(name)' cannot be a collection's name", at: entry.key.location,
                help: "a name is letters, digits and dashes, as templates say it: collections.recent")
            return nil
        }
        var collection = PageCollection(at: entry.key.location)
        if case .null = entry.node.content { return collection }
        guard entry.node.entries != nil else {
            reader.report(
                .configurationValue, "\(place) must be a map, not \(entry.node.kind)", at: entry.node.location,
                help: "write it as \(name): { section: posts, first: 5 }")
            return nil
        }
        let terms = kinds.map(\.one)
        reader.checkKeys(
            of: entry.node, known: ["section", "params", "sort", "reverse", "first", "group-by"] + terms, in: place,
            id: .configurationUnknownKey)
        func text(_ key: String) -> String? {
            reader.text(entry.node[key], "\(place).\(key)", id: .configurationValue)?.trimmed
        }
        collection.section = text("section").map { section in
            section.split(separator: "/").joined(separator: "/")
        }
        for kind in kinds { collection.terms[kind.name] = text(kind.one) }
        if let params = entry.node["params"], params.entries == nil {
            reader.report(
                .configurationValue, "\(place).params must be a map, not \(params.kind)", at: params.location,
                help: "write it as params: { featured: true }")
        }
        for param in entry.node["params"]?.entries ?? [] { collection.params[param.key.value] = param.node.param }
        collection.sort = reader.choice(entry.node["sort"], "\(place).sort", id: .configurationValue)
        collection.isReversed =
            reader.flag(entry.node["reverse"], "\(place).reverse", id: .configurationValue) ?? false
        collection.first = reader.integer(
            entry.node["first"], "\(place).first", in: 1...100_000, id: .configurationValue)
        collection.groups = reader.choice(
            entry.node["group-by"], "\(place).group-by", id: .configurationValue)
        return collection
    }
}
