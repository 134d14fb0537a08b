package import FrontisCore

/// Turns pages and pictures into output files. Pure: what it is given decides what comes out.
///
/// Making one finds everything that can be wrong; its pages are rendered when they are written, each on its own,
/// on any thread, without failing.
package struct SiteRenderer: Sendable {
    /// The output's pages.
    package let files: [OutputFile]
    package let findings: [Diagnostic]
    package let site: FinishedSite

    /// - Parameter sizes: pixels of the pictures under `content/`, by path.
    package init(
        structure: SiteStructure, resolver: ReferenceResolver, catalog: ImageCatalog, templates: TemplateSet,
        configuration: SiteConfiguration, sizes: [String: PictureSize], now: PageDate, generator: String, jobs: Int
    ) async {
        let site = SiteContext(configuration: configuration, structure: structure)
        let markup = PictureMarkup(
            addresses: site.addresses, resolver: resolver, catalog: catalog, sizes: sizes,
            publishesOriginals: configuration.images.publishesOriginals)
        var outline = Outline(
            structure: structure, site: site, markup: markup, chooser: TemplateChooser(names: templates.names),
            build: BuildContext(generator: generator, year: now.year),
            contexts: await PageContexts(structure: structure, site: site, markup: markup).make(jobs: jobs))
        outline.addAll()
        files = outline.pages.map { page in
            OutputFile(
                page.path,
                .deferred { templates.render(page.template, page.root).map(FirstPicture.promoted) ?? [] },
                kind: page.kind)
        }
        findings = outline.findings
        self.site = FinishedSite(
            entries: outline.entries, listings: outline.listings,
            absoluteHTML: { markup.body(of: $0, absolutely: true) },
            generated: GeneratedPictures.list(structure.pages, markup))
    }
}
