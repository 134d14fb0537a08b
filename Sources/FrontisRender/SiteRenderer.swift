package import FrontisCore

/// Turns pages and pictures into output files. Pure: what it is given decides what comes out.
///
/// Making one finds everything that can be wrong; after that each output is rendered on its own, on any
/// thread, without failing.
package struct SiteRenderer: Sendable {
    /// An output page, not rendered yet.
    package struct Task: Sendable {
        package let path: SitePath
        let template: String
        let root: RootContext
    }

    package let tasks: [Task]
    package let findings: [Diagnostic]
    package let site: FinishedSite
    private let templates: TemplateSet

    /// - Parameters:
    ///   - files: paths under `content/` of all files that are no pages.
    ///   - sizes: pixels of those that are pictures.
    package init(
        structure: SiteStructure, catalog: ImageCatalog, templates: TemplateSet, configuration: SiteConfiguration,
        files: Set<String>, sizes: [String: PictureSize], now: PageDate, generator: String
    ) {
        let resolver = ReferenceResolver(
            pages: structure.pages, files: files, basePath: configuration.basePath)
        let site = SiteContext(configuration: configuration, structure: structure)
        let markup = PictureMarkup(addresses: site.addresses, resolver: resolver, catalog: catalog, sizes: sizes)
        var outline = Outline(
            structure: structure, site: site, markup: markup, chooser: TemplateChooser(names: templates.names),
            build: BuildContext(generator: generator, year: now.year))
        outline.addAll()
        tasks = outline.tasks
        findings = outline.findings
        self.site = FinishedSite(
            entries: outline.entries, listings: outline.listings,
            absoluteHTML: { markup.body(of: $0, absolutely: true) })
        self.templates = templates
    }

    package func render(_ task: Task) -> OutputFile {
        OutputFile(task.path, .bytes(templates.render(task.template, task.root) ?? []))
    }
}
