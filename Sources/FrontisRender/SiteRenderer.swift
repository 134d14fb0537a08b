package import FrontisCore

/// Turns a layout and its pictures into output files. Pure: what it is given decides what comes out.
///
/// What can be wrong has been found by then, but for pages that multiply beyond all bounds (`excesses`); pages are
/// rendered when they are written, each on its own, on any thread.
package struct SiteRenderer: Sendable {
    /// The output's pages.
    package let files: [OutputFile]
    private let pages: [Outline.OutputPage]
    private let templates: TemplateSet

    /// - Parameter digests: of the templates' texts, by name.
    package init(
        layout: SiteLayout, markup: PictureMarkup, templates: TemplateSet, digests: [String: String], now: PageDate,
        generator: String, jobs: Int
    ) async {
        let contexts = PageContexts(structure: layout.structure, site: layout.site, markup: markup)
        let outline = Outline(
            layout: layout, markup: markup, build: BuildContext(generator: generator, year: now.year),
            contexts: await contexts.make(jobs: jobs), preview: contexts.preview)
        pages = outline.pages
        self.templates = templates
        let shapes = ShapeTable()
        var needed: [String: String] = [:]
        for page in outline.pages where needed[page.template] == nil {
            let names = templates.needed(by: page.template)
            needed[page.template] = names.map { "\($0) \(digests[$0] ?? "")" }.joined(separator: "\n")
        }
        files = outline.pages.map { page in
            let maker = PageMaker(
                template: page.template, root: page.root, templates: templates, digest: needed[page.template] ?? "",
                shapes: shapes)
            return OutputFile(page.path, .made(by: maker), kind: page.kind)
        }
    }

    /// Templates that multiply beyond all bounds, found before anything is written. They do so on each of their pages,
    /// as what they multiply by is the whole site's: one page of each is enough. A page alone in this fails when it is
    /// its turn to be written.
    ///
    /// - Returns: them, and how many pages were tried.
    package func excesses(jobs: Int) async -> (findings: [Diagnostic], tried: Int) {
        var seen: Set<String> = []
        let first = pages.filter { seen.insert($0.template).inserted }
        let findings = await first.parallelMap(jobs: jobs) { page -> Diagnostic? in
            do throws(Diagnostic) {
                _ = try templates.render(page.template, page.root)
                return nil
            } catch {
                return error
            }
        }.compactMap(\.self)
        return (findings, first.count)
    }
}
