import FrontisCore

extension SiteConfiguration {
    /// `permalink`, one pattern for all pages, or `permalinks`, one for each section that is named.
    mutating func readPermalinks(_ root: SourceNode, _ reader: inout NodeReader) {
        if let node = root["permalink"], let pattern = Self.pattern(node, "permalink", &reader) { permalink = pattern }
        guard let node = root["permalinks"] else { return }
        if case .null = node.content { return }
        guard let entries = node.entries else {
            reader.report(.configurationValue, "permalinks must be a map, not \(node.kind)", at: node.location)
            return
        }
        if let single = root["permalink"] {
            for place in [single.location, entries.first?.key.location ?? node.location] {
                reader.report(
                    .configurationValue, "permalink and permalinks cannot both be set", at: place,
                    help: "what permalink says is '\(Permalinks.others)' in permalinks: "
                        + "permalinks: { \(Permalinks.others): \(permalink) }")
            }
        }
        for entry in entries {
            guard let pattern = Self.pattern(entry.node, "permalinks.\(entry.key.value)", &reader) else { continue }
            if entry.key.value == Permalinks.others {
                permalink = pattern
            } else {
                let section =
                    entry.key.value == Permalinks.root ? Permalinks.root : ContentPath.section(entry.key.value)
                permalinks[section] = Located(pattern, at: entry.key.location)
            }
        }
    }

    private static func pattern(_ node: SourceNode, _ key: String, _ reader: inout NodeReader) -> String? {
        guard let pattern = reader.text(node, key, id: .configurationValue) else { return nil }
        do throws(PermalinkError) {
            _ = try Permalink(pattern)
            return pattern
        } catch {
            reader.report(
                .configurationValue, error.summary, at: node.location,
                help: "tokens are " + Permalink.tokens.map { ":" + $0 }.joined(separator: " "))
            return nil
        }
    }
}
