package import FrontisCore

/// Turns pages and pictures into output files. Pure: what it is given decides what comes out.
///
/// Making one finds everything that can be wrong; its pages are rendered when they are written, each on its own,
/// on any thread.
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
                .deferred { try templates.render(page.template, page.root).map(FirstPicture.promoted) ?? [] })
        }
        findings = await outline.findings + Self.excesses(of: outline.pages, templates, jobs: jobs)
        self.site = FinishedSite(
            entries: outline.entries, listings: outline.listings,
            absoluteHTML: { markup.body(of: $0, absolutely: true) },
            generated: GeneratedPictures.list(structure.pages, markup))
    }

    /// Templates that multiply beyond all bounds, found before anything is written. They do so on each of their pages,
    /// as what they multiply by is the whole site's: one page of each is enough. A page alone in this fails when it is
    /// its turn to be written.
    private static func excesses(
        of pages: [Outline.OutputPage], _ templates: TemplateSet, jobs: Int
    ) async -> [Diagnostic] {
        var seen: Set<String> = []
        let first = pages.filter { seen.insert($0.template).inserted }
        return await first.parallelMap(jobs: jobs) { page -> Diagnostic? in
            do throws(Diagnostic) {
                _ = try templates.render(page.template, page.root)
                return nil
            } catch {
                return error
            }
        }.compactMap(\.self)
    }
}
