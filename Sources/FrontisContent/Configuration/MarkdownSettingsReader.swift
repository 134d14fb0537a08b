import FrontisCore

/// Reads what the texts of a site have besides GitHub's Markdown.
enum MarkdownSettingsReader {
    /// `markdown: { emoji: true }`
    static func read(_ node: SourceNode, into configuration: inout SiteConfiguration, _ reader: inout NodeReader) {
        reader.checkKeys(
            of: node, known: ["highlight", "line-numbers"] + MarkdownExtras.named.map(\.key), in: "markdown",
            id: .configurationUnknownKey)
        for (key, extra) in MarkdownExtras.named {
            switch reader.flag(node[key], "markdown.\(key)", id: .configurationValue) {
            case true?: configuration.extras.insert(extra)
            case false?: configuration.extras.remove(extra)
            case nil: break
            }
        }
        let style = configuration.code
        configuration.code.highlights =
            reader.flag(node["highlight"], "markdown.highlight", id: .configurationValue) ?? style.highlights
        configuration.code.numbersLines =
            reader.flag(node["line-numbers"], "markdown.line-numbers", id: .configurationValue) ?? style.numbersLines
    }

    /// `math: true` leaves TeX to a script, `math: mathml` makes markup of it.
    static func readMath(
        _ node: SourceNode?, into configuration: inout SiteConfiguration, _ reader: inout NodeReader
    ) {
        guard let node, !node.isAbsent else { return }
        configuration.convertsMath = node.literal.trimmed.lowercased() == "mathml"
        if configuration.convertsMath {
            configuration.keepsMath = true
        } else if let keeps = node.answer {
            configuration.keepsMath = keeps
        } else {
            reader.report(
                .configurationValue,
                "math must be true, false or mathml, not \(node.entries == nil ? "'\(node.literal)'" : node.kind)",
                at: node.location)
        }
    }
}
