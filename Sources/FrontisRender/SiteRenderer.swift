package import FrontisCore

/// Turns a layout and its pictures into output files. Pure: what it is given decides what comes out.
///
/// What can be wrong has been found by then; pages are rendered when they are written, each on its own, on any thread,
/// without failing.
package struct SiteRenderer: Sendable {
    /// The output's pages.
    package let files: [OutputFile]

    package init(
        layout: SiteLayout, markup: PictureMarkup, templates: TemplateSet, now: PageDate, generator: String, jobs: Int
    ) async {
        let contexts = PageContexts(structure: layout.structure, site: layout.site, markup: markup)
        let outline = Outline(
            layout: layout, markup: markup, build: BuildContext(generator: generator, year: now.year),
            contexts: await contexts.make(jobs: jobs))
        files = outline.pages.map { page in
            OutputFile(
                page.path,
                .deferred { templates.render(page.template, page.root).map(FirstPicture.promoted) ?? [] })
        }
    }
}
