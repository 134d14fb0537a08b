package import FrontisCore

/// The patterns that pages' addresses are made by: one for all, and others for single sections.
package struct Permalinks: Sendable {
    /// The name of the pattern for all pages whose section has none.
    package static let others = "_"
    /// The name of the pages in the root of `content/`.
    package static let root = "/"

    private let bySection: [String: Permalink]
    private let fallback: Permalink

    /// - Throws: words that say what is wrong with a pattern.
    package init(_ rules: ReadingRules) throws(PermalinkError) {
        var bySection: [String: Permalink] = [:]
        for (section, pattern) in rules.permalinks { bySection[section] = try Permalink(pattern.value) }
        fallback = try Permalink(rules.permalink)
        self.bySection = bySection
    }

    /// That of the section, or of the nearest one round it.
    package func pattern(for section: String) -> Permalink {
        guard !bySection.isEmpty else { return fallback }
        if section.isEmpty { return bySection[Self.root] ?? fallback }
        var path = section[...]
        while !path.isEmpty {
            if let pattern = bySection[String(path)] { return pattern }
            path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
        }
        return fallback
    }

    /// Names of sections that no page is in.
    package static func findings(_ configuration: SiteConfiguration, sections used: some Sequence<String>)
        -> [Diagnostic]
    {
        guard !configuration.permalinks.isEmpty else { return [] }
        var sections: Set<String> = [root]
        for section in used {
            var path = section[...]
            while !path.isEmpty, sections.insert(String(path)).inserted {
                path = path.lastIndex(of: "/").map { path[..<$0] } ?? ""
            }
        }
        return configuration.permalinks.filter { !sections.contains($0.key) }.sorted { $0.key < $1.key }.map {
            Diagnostic(
                .configurationValue,
                "permalinks: no page is in a section '\($0.key)'\(Suggestion.clause(for: $0.key, among: sections.sorted()))",
                at: $0.value.location, severity: .warning)
        }
    }
}
