package import FrontisCore

/// Pages as their files say and as plug-ins have worked on them, for whoever reads a site again when few of its files have
/// changed. They hold as long as everything is the same that decides how pages are read.
package struct ReadPages: Sendable {
    /// What came of one file. A class, as thousands are handed on and none is changed.
    package final class Entry: Sendable {
        let path: ContentPath
        /// As its author wrote it, without pictures beside it, and with the values that plug-ins have added where they added
        /// nothing else. Nothing where it could not be read.
        package let page: Page?
        let diagnostics: [Diagnostic]
        /// Nothing where plug-ins have not seen it.
        package let work: Work?
        /// Where all of this is kept, and what tells it from what was read before; nothing where it is not.
        package let kept: Kept?

        init(
            path: ContentPath, page: Page?, diagnostics: [Diagnostic], work: Work? = nil, kept: Kept? = nil
        ) {
            self.path = path
            self.page = page
            self.diagnostics = diagnostics
            self.work = work
            self.kept = kept
        }

        /// The same file, worked on.
        package func worked(_ page: Page?, _ work: Work?) -> Entry {
            Entry(path: path, page: page, diagnostics: diagnostics, work: work)
        }

        /// The same, which is kept.
        package func kept(as kept: Kept) -> Entry {
            Entry(path: path, page: page, diagnostics: diagnostics, work: work, kept: kept)
        }
    }

    /// An entry as it is kept: as bytes, in the file that has the texts.
    package struct Kept: Sendable {
        package var block: StoredText
        /// Of all of it; nothing where plug-ins have not worked on the page for good.
        package var whole: Fingerprint?
        /// Of what `FinishedSite` shows of the page: all that is no text.
        package var record: Fingerprint?

        package init(_ block: StoredText, whole: Fingerprint?, record: Fingerprint?) {
            (self.block, self.whole, self.record) = (block, whole, record)
        }
    }

    /// What plug-ins have made of a page.
    package enum Work: Sendable {
        /// Nothing but values for templates, as most do: the page has them.
        case values
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
        entries = entries.compactMapValues { entry in
            if case .page = entry.work { return nil }
            var page = entry.page
            page?.values = [:]
            return entry.worked(page, nil)
        }
    }

    /// Bytes of texts that are put away.
    package var usedText: Int {
        entries.values.reduce(0) { sum, entry in
            var count = (entry.page?.body.stored?.count ?? 0) + (entry.kept?.block.count ?? 0)
            if case .page(let page)? = entry.work { count += page.body.stored?.count ?? 0 }
            return sum + count
        }
    }

    /// Whether the file was read as a page.
    package func has(_ file: String) -> Bool { entries[file] != nil }

    /// Those of the files that are as they were.
    package func only(_ files: Set<String>) -> ReadPages { ReadPages(entries.filter { files.contains($0.key) }) }
}
