import FrontisContent
import FrontisCore
import FrontisStore

/// Has plug-ins work on pages, each page once as long as nothing changes that they may know of, and puts the pages' texts
/// away where there is a place for them.
struct PageWork: Sendable {
    struct Outcome {
        var pages: [Page] = []
        /// Of each page; nothing for one that may be another one the next time.
        var fingerprints: [Fingerprint?] = []
        /// Of each page without its text.
        var records: [Fingerprint?] = []
        /// What is new to be kept, by path under `content/`.
        var entries: [String: ReadPages.Entry] = [:]
        var diagnostics: [Diagnostic] = []
    }

    private let plugins: [any Plugin]
    private let context: PluginContext
    private let texts: TextStore?

    /// - Parameter texts: nothing where pages keep their texts with them.
    init(_ plugins: [any Plugin], _ context: PluginContext, texts: TextStore?) {
        (self.plugins, self.context, self.texts) = (plugins, context, texts)
    }

    /// - Parameters:
    ///   - pages: as their authors wrote them, with the files that stand beside them.
    ///   - known: what was made of them before, as far as it holds; nothing where nobody wants to keep it.
    func done(on pages: [Page], known: ReadPages?, jobs: Int) async -> Outcome {
        let results = await pages.parallelMap(jobs: jobs) { page in
            await done(on: page, known: page.source.file.flatMap { known?.entries[$0] })
        }
        var outcome = Outcome()
        outcome.pages.reserveCapacity(pages.count)
        for result in results {
            outcome.pages.append(result.page)
            outcome.fingerprints.append(result.kept?.whole.map { Self.fingerprint($0, result.page) })
            outcome.records.append(result.kept?.record.map { Self.fingerprint($0, result.page) })
            outcome.diagnostics += result.diagnostics
            if let file = result.page.source.file, let entry = result.entry { outcome.entries[file] = entry }
        }
        return outcome
    }

    private struct Result: Sendable {
        var page: Page
        /// Nothing where it may be another one the next time.
        var kept: ReadPages.Kept?
        /// Nothing where it is as it was.
        var entry: ReadPages.Entry?
        var diagnostics: [Diagnostic] = []
    }

    private func done(on page: Page, known entry: ReadPages.Entry?) async -> Result {
        switch entry?.work {
        case .values?: return Result(page: page, kept: entry?.kept)
        case .page(var made)?:
            (made.source, made.imageRequests, made.resources) = (page.source, page.imageRequests, page.resources)
            return Result(page: made, kept: entry?.kept)
        case nil: break
        }
        var authored = page
        if authored.body.stored != nil, let texts {
            authored.body.html = texts.html(of: page.body)
            authored.body.stored = nil
        }
        var context = context
        let clock = PluginContext.Clock()
        context.clock = clock
        let (worked, diagnostics) = await worked(on: authored, context)
        var result = Result(page: worked, diagnostics: diagnostics)
        guard let entry, var own = entry.page else { return result }
        // Without the files beside it, which come and go by themselves.
        own.body = authored.body
        let isSame = Self.isSame(authored, worked)
        var (kept, shown) = (own, worked)
        if let texts, authored.imageRequests.isEmpty {
            do throws(FileError) {
                // What is there already is not written again.
                let known = page.body.stored.flatMap { authored.body.html == worked.body.html ? $0 : nil }
                shown.body.stored = if let known { known } else { try texts.put(worked.body.html) }
                shown.body.html = ""
                kept.body.html = ""
                if isSame { kept.body.stored = shown.body.stored }
            } catch {
                // The page has its text with it, which takes memory and is as right.
                (kept, shown) = (own, worked)
            }
        }
        result.page = shown
        // What depends on the time, or has failed, is tried again.
        if clock.isSeen || !diagnostics.isEmpty {
            result.entry = entry.worked(kept.body.html.isEmpty && !isSame ? own : kept, nil)
        } else {
            if isSame { kept.values = worked.values }
            let done = entry.worked(kept, isSame ? .values : .page(shown))
            result.kept = put(done, shown)
            result.entry = result.kept.map(done.kept) ?? done
        }
        return result
    }

    /// Nothing where there is no place for it: the page is read again then.
    private func put(_ entry: ReadPages.Entry, _ page: Page) -> ReadPages.Kept? {
        var (whole, record) = (PackedWriter(capacity: 4096), PackedWriter(capacity: 1024))
        whole.file = page.source.location.path
        whole.add(entry)
        record.add(page.withoutText)
        guard let texts else { return nil }
        do throws(FileError) {
            return ReadPages.Kept(
                try texts.put(whole.bytes), whole: Fingerprint(of: whole.bytes), record: Fingerprint(of: record.bytes))
        } catch {
            return nil
        }
    }

    /// With the files that stand beside the page, which come and go by themselves.
    private static func fingerprint(_ own: Fingerprint, _ page: Page) -> Fingerprint {
        guard !page.resources.isEmpty else { return own }
        var writer = PackedWriter()
        writer.add(own)
        writer.add(page.resources) { $0.add($1) }
        return Fingerprint(of: writer.bytes)
    }

    private func worked(on page: Page, _ context: PluginContext) async -> (Page, [Diagnostic]) {
        var worked = page
        var diagnostics: [Diagnostic] = []
        for plugin in plugins {
            do {
                worked = try await plugin.transform(worked, in: context)
            } catch {
                diagnostics.append(
                    Diagnostic(
                        .pluginFailed, "plug-in '\(plugin.name)' failed: \(error)", at: page.source.location))
            }
        }
        // What is asked for has been noted: a page shows all of that, and nothing else, whatever came back for it.
        (worked.source, worked.imageRequests) = (page.source, page.imageRequests)
        return (worked, diagnostics)
    }

    /// Whether nothing but values for templates was added.
    private static func isSame(_ page: Page, _ worked: Page) -> Bool {
        var (before, after) = (page.head, worked.head)
        (before.values, after.values) = ([:], [:])
        return before == after && page.body == worked.body
    }
}
