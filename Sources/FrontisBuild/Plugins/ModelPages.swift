import FrontisCore

/// `llms.txt`, by choice: the site's pages as a list in Markdown, for programs that read the web for language models.
///
/// https://llmstxt.org
struct ModelPages: Plugin {
    let name = "llms"

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [GeneratedFile] {
        guard context.site.listsPagesForModels, let path = SitePath("llms.txt") else { return [] }
        var text = "# \(Self.line(context.site.title))\n"
        if let description = context.site.description { text += "\n> \(Self.line(description))\n" }
        let entries = site.entries.filter { $0.page.kind == .page && $0.page.original == nil }
        let posts = entries.filter { $0.page.date != nil }.sorted {
            ($1.page.date?.secondsSince1970 ?? 0, $0.url) < ($0.page.date?.secondsSince1970 ?? 0, $1.url)
        }
        for (title, part) in [("Pages", entries.filter { $0.page.date == nil }), ("Posts", posts)] where !part.isEmpty {
            text += "\n## \(title)\n\n"
            for entry in part {
                let summary = Self.line(entry.page.summary)
                text += "- [\(Self.line(entry.page.title))](\(entry.url))\(summary.isEmpty ? "" : ": " + summary)\n"
            }
        }
        return [GeneratedFile(path, .text(text))]
    }

    /// As words in one line of Markdown.
    private static func line(_ text: String) -> String {
        var line = ""
        for character in text.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") {
            if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .control }) { continue }
            if "\\`*_[]<>".contains(character) { line.append("\\") }
            line.append(character)
        }
        return line
    }
}
