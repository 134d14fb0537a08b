import FrontisContent
import FrontisCore
import FrontisStore

/// Has plug-ins work on pages, each page once as long as nothing changes that they may know of, and puts the pages' texts
/// away where there is a place for them.
struct PageWork: Sendable {
    struct Outcome {
        var pages: [Page] = []
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
            outcome.diagnostics += result.diagnostics
            if let file = result.page.source.file, let entry = result.entry { outcome.entries[file] = entry }
        }
        return outcome
    }

    private struct Result: Sendable {
        var page: Page
        /// Nothing where it is as it was.
        var entry: ReadPages.Entry?
        var diagnostics: [Diagnostic] = []
    }

    private func done(on page: Page, known entry: ReadPages.Entry?) async -> Result {
        switch entry?.work {
        case .values(let values)?:
            var page = page
            page.values = values
            return Result(page: page)
        case .page(var made)?:
            (made.source, made.imageRequests, made.resources) = (page.source, page.imageRequests, page.resources)
            return Result(page: made)
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
        guard var entry, var own = entry.page else { return result }
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
        (entry.page, entry.packed) = (kept, nil)
        // What depends on the time, or has failed, is tried again.
        if !clock.isSeen, diagnostics.isEmpty { entry.work = isSame ? .values(worked.values) : .page(shown) }
        if entry.work == nil, kept.body.html.isEmpty, !isSame { entry.page = own }
        result.page = shown
        result.entry = entry
        return result
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
