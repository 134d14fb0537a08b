package import FrontisCore

/// Turns a layout and its pictures into output files. Pure: what it is given decides what comes out.
///
/// What can be wrong has been found by then, but for pages that multiply beyond all bounds (`excesses`); pages are
/// rendered when they are written, each on its own, on any thread.
package struct SiteRenderer: Sendable {
    /// The output's pages.
    package let files: [OutputFile]
    private let outline: Outline
    private let items: [SiteLayout.Item]
    private let templates: TemplateSet

    /// - Parameters:
    ///   - digests: of the templates' texts, by name.
    ///   - grounds: what pages are made of besides each other; nothing where nobody asks.
    package init(
        layout: SiteLayout, markup: PictureMarkup, templates: TemplateSet, digests: [String: String], now: PageDate,
        generator: String, grounds: Outline.Grounds? = nil
    ) {
        let outline = Outline(
            layout: layout, markup: markup, build: BuildContext(generator: generator, year: now.year), grounds: grounds)
        self.outline = outline
        items = layout.items
        self.templates = templates
        let shapes = ShapeTable()
        var needed: [String: String] = [:]
        var asked: [String: AskedLists] = [:]
        for item in items where needed[item.template] == nil {
            let names = templates.needed(by: item.template)
            needed[item.template] = names.map { "\($0) \(digests[$0] ?? "")" }.joined(separator: "\n")
            asked[item.template] = AskedLists(templates.mentioned(in: item.template), of: layout.collections)
        }
        files = items.map { item in
            let maker = PageMaker(
                item: item, outline: outline, templates: templates, digest: needed[item.template] ?? "", shapes: shapes,
                asked: asked[item.template])
            return OutputFile(item.path, .made(by: maker), kind: Outline.kind(of: item))
        }
    }

    /// Templates that multiply beyond all bounds, found before anything is written. They do so on each of their pages,
    /// as what they multiply by is the whole site's: one page of each is enough. A page alone in this fails when it is
    /// its turn to be written.
    ///
    /// - Returns: them, and how many pages were tried.
    package func excesses(jobs: Int) async -> (findings: [Diagnostic], tried: Int) {
        var seen: Set<String> = []
        let first = items.filter { seen.insert($0.template).inserted }
        let findings = await first.parallelMap(jobs: jobs) { item -> Diagnostic? in
            do throws(Diagnostic) {
                _ = try templates.render(item.template, outline.root(of: item))
                return nil
            } catch {
                return error
            }
        }.compactMap(\.self)
        return (findings, first.count)
    }
}
