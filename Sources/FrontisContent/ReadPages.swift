import FrontisCore

/// Pages as their files say, before anything else is done to them, for whoever reads a site again when few of its files
/// have changed. They hold as long as the configuration and the theme's ids are the same.
package struct ReadPages: Sendable {
    struct Entry: Sendable {
        var path: ContentPath
        var page: Page?
        var diagnostics: [Diagnostic]
    }

    /// By path under `content/`.
    private(set) var entries: [String: Entry] = [:]

    package init() {}

    init(_ entries: [String: Entry]) { self.entries = entries }

    /// Whether the file was read as a page.
    package func has(_ file: String) -> Bool { entries[file] != nil }

    /// Those of the files that are as they were.
    package func only(_ files: Set<String>) -> ReadPages { ReadPages(entries.filter { files.contains($0.key) }) }
}
