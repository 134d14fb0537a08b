package import FrontisCore

/// Pages as their files say and as plug-ins have worked on them, for whoever reads a site again when few of its files have
/// changed. They hold as long as everything is the same that decides how pages are read.
package struct ReadPages: Sendable {
    /// What came of one file.
    package struct Entry: Sendable {
        var path: ContentPath
        /// As its author wrote it, without pictures beside it; nothing where it could not be read.
        package var page: Page?
        var diagnostics: [Diagnostic]
        /// Nothing where plug-ins have not seen it.
        package var work: Work?
        /// All of this as bytes, of what was read from them.
        package var packed: ArraySlice<UInt8>?
    }

    /// What plug-ins have made of a page.
    package enum Work: Sendable {
        /// Values for templates, as most do; all of the page's, with those that it had.
        case values([String: ParamValue])
        case page(Page)
    }

    /// By path under `content/`.
    package var entries: [String: Entry] = [:]

    package init() {}

    package init(_ entries: [String: Entry]) { self.entries = entries }

    /// Puts others in the place of some.
    package mutating func take(_ others: [String: Entry]) { entries.merge(others) { $1 } }

    /// For plug-ins that would see another site now. A page that they have made anew is read again.
    package mutating func forgetWork() {
        for (path, entry) in entries {
            if case .page = entry.work { entries[path] = nil } else { entries[path]?.work = nil }
            entries[path]?.packed = nil
        }
    }

    /// Bytes of texts that are put away.
    package var usedText: Int {
        entries.values.reduce(0) { sum, entry in
            var count = entry.page?.body.stored?.count ?? 0
            if case .page(let page)? = entry.work { count += page.body.stored?.count ?? 0 }
            return sum + count
        }
    }

    /// Whether the file was read as a page.
    package func has(_ file: String) -> Bool { entries[file] != nil }

    /// Those of the files that are as they were.
    package func only(_ files: Set<String>) -> ReadPages { ReadPages(entries.filter { files.contains($0.key) }) }
}
