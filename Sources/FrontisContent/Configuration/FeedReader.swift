import FrontisCore

/// Reads `feeds`.
enum FeedReader {
    /// - Returns: also how many entries a feed has, where it says so.
    static func read(_ node: SourceNode, _ reader: inout NodeReader) -> (settings: FeedSettings, length: Int?) {
        reader.checkKeys(
            of: node, known: ["formats", "content", "length", "hub"], in: "feeds", id: .configurationUnknownKey)
        var settings = FeedSettings()
        if let formats = node["formats"] {
            let written = reader.texts(formats, "feeds.formats", id: .configurationValue)
            settings.formats = written.compactMap { format($0, &reader) }
        }
        settings.content = reader.choice(node["content"], "feeds.content", id: .configurationValue) ?? .full
        settings.hub = reader.webAddress(node["hub"], "feeds.hub")
        let length = reader.integer(node["length"], "feeds.length", in: 1...1000, id: .configurationValue)
        return (settings, length)
    }

    private static func format(_ written: Located<String>, _ reader: inout NodeReader) -> FeedSettings.Format? {
        if let format = FeedSettings.Format(rawValue: written.value) { return format }
        let known = FeedSettings.Format.allCases.map(\.rawValue)
        let clause = Suggestion.clause(for: written.value, among: known)
        reader.report(
            .configurationValue,
            "feeds.formats must be of \(known.joined(separator: ", ")), not '\(written.value)'\(clause)",
            at: written.location)
        return nil
    }
}
