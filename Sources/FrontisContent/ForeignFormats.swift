import FrontisCore

/// Texts in formats that other generators read.
enum ForeignFormats {
    private static let endings: Set<String> = [
        "mdx", "adoc", "asciidoc", "rst", "org", "njk", "liquid", "astro", "textile", "pandoc", "pdc", "rmd",
        "rmarkdown", "qmd", "mdoc", "markdoc", "svx",
    ]

    /// One for all of them: a site that is brought here may have thousands.
    static func finding(among files: [String]) -> Diagnostic? {
        var counts: [String: Int] = [:]
        var first: String?
        for file in files {
            guard let dot = file.lastIndex(of: "."), case let ending = file[file.index(after: dot)...].lowercased(),
                endings.contains(ending)
            else { continue }
            counts[ending, default: 0] += 1
            first = min(first ?? file, file)
        }
        guard let first else { return nil }
        let total = counts.values.reduce(0, +)
        let kinds = counts.sorted { $0.key < $1.key }.map { ".\($0.key) (\($0.value))" }.joined(separator: ", ")
        return Diagnostic(
            .contentUnread,
            total == 1
                ? "this file is in a format that Frontis does not read: .\(counts.keys.first ?? "")"
                : "\(total) files are in formats that Frontis does not read: \(kinds)",
            at: SourceLocation(path: SourceID.sitePath(of: first)),
            help: "pages are Markdown (.md, .markdown), or HTML that begins with front matter")
    }
}
