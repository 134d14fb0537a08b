import FrontisCore
import FrontisPictures
import FrontisRender
import FrontisStore

/// Everything between pictures that are there and files that are to be written: plug-ins, templates, checks.
enum SiteRendering {
    /// What templates may ask for: the contexts' names, and what plug-ins add to pages.
    static let names = TemplateNames(
        root: RootContext.self,
        additions: [ContextType(PageContext.self): Plugins.all.flatMap(\.pageValues).map { ContextField($0) }])

    /// - Returns: the output's files, sorted by path; nothing where templates are so broken that nothing can be
    ///   laid out.
    static func files(
        of source: SiteSource, catalog: ImageCatalog, variants: VariantStage.Outcome, theme: Theme,
        files: SiteFiles, plugins: [any Plugin], folder: SiteFolder, options: BuildOptions
    ) async -> (files: [OutputFile]?, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let (templates, templateFindings) = TemplateSet.load(theme.templates, names: names)
        diagnostics += templateFindings
        guard let templates else { return (nil, diagnostics) }
        let configuration = source.configuration
        var resolver = ReferenceResolver(
            pages: source.pages, files: source.files, basePath: configuration.basePath)
        let shared = sharedFiles(of: source, resolver)
        let renderer = await SiteRenderer(
            structure: SiteStructure(pages: source.pages, language: configuration.language), resolver: resolver,
            catalog: catalog, templates: templates, configuration: configuration,
            sizes: await localSizes(of: source, shared, variants, in: folder, jobs: options.jobs), now: source.now,
            generator: FrontisVersion.generator, jobs: options.jobs)
        diagnostics += renderer.findings
        let (generated, failures) = await generate(renderer.site, by: plugins, for: source, jobs: options.jobs)
        diagnostics += failures
        var collection = OutputCollection()
        for file in renderer.files { collection.add(file, from: OutputCollection.page) }
        for file in theme.staticFiles { collection.add(file, from: "static/\(file.path.text)", yields: true) }
        for file in files.staticFiles { collection.addCopy(of: folder.staticFiles, file.path, shown: "static") }
        let published = OriginalFiles(source, resolver, varied: variants.varied)
        for page in source.pages where !page.resources.isEmpty {
            let base = ReferenceResolver.folder(of: page.url)
            for (name, file) in page.resources where published.contains(file, named: name, beside: page) {
                collection.addCopy(of: folder.content, file, to: String((base + name).dropFirst()), shown: "content")
            }
        }
        for file in shared where published.contains(file) {
            collection.addCopy(of: folder.content, file, shown: "content")
        }
        let originals = configuration.images.publishesOriginals
        for picture in PublishedFile.pictures(of: catalog, withOriginals: originals) {
            guard let path = SitePath(picture.name) else { continue }
            collection.add(OutputFile(path, .copy(of: picture.file), kind: .asset), from: "a picture", yields: true)
        }
        for (plugin, file) in generated { collection.add(file, from: plugin, yields: true) }
        diagnostics += collection.diagnostics
        resolver.otherAddresses = collection.addresses
        diagnostics += await PositionFinder(source: source, resolver: resolver, folder: folder)
            .findings(in: collection.sorted, jobs: options.jobs)
        let checker = LinkChecker(resolver: resolver, catalog: catalog)
        diagnostics += await source.pages.parallelMap(jobs: options.jobs) { checker.findings(in: $0) }.flatMap(\.self)
        return (collection.sorted, diagnostics)
    }

    private static func generate(
        _ site: FinishedSite, by plugins: [any Plugin], for source: SiteSource, jobs: Int
    ) async -> (files: [(plugin: String, file: OutputFile)], failures: [Diagnostic]) {
        let context = PluginContext(configuration: source.configuration, now: source.now)
        let results = await plugins.parallelMap(jobs: jobs) { plugin -> ([OutputFile], Diagnostic?) in
            do {
                return (try plugin.generate(site, in: context), nil)
            } catch {
                return ([], Diagnostic(.pluginFailed, "plug-in '\(plugin.name)' failed: \(error)"))
            }
        }
        let files = zip(plugins, results).flatMap { plugin, result in result.0.map { (plugin.name, $0) } }
        return (files, results.compactMap(\.1))
    }

    /// Files that pages show from beside another page or from a folder of pictures: they are published at their
    /// own path.
    private static func sharedFiles(of source: SiteSource, _ resolver: ReferenceResolver) -> [String] {
        guard !source.files.isEmpty else { return [] }
        let files = source.pages.flatMap { page in
            page.localAddresses.compactMap { address -> String? in
                guard let file = resolver.resolve(address, from: page).file,
                    !page.resources.values.contains(file)
                else { return nil }
                return file
            }
        }
        return Set(files).sorted()
    }

    /// Reads the heads of pictures that pages show from beside themselves. One that cannot be read is shown
    /// without its size: it is the author's file, and browsers know more formats than this program.
    private static func localSizes(
        of source: SiteSource, _ shared: [String], _ variants: VariantStage.Outcome, in folder: SiteFolder, jobs: Int
    ) async -> [String: PictureSize] {
        let shown = Set(source.pages.flatMap { $0.resources.values } + shared)
        let kinds = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".avif"]
        let known = Dictionary(
            uniqueKeysWithValues: variants.sizes.compactMap { file, size in
                file.hasPrefix("content/") ? (String(file.dropFirst("content/".count)), size) : nil
            })
        let pictures = shown.filter { path in
            known[path] == nil && kinds.contains { path.lowercased().hasSuffix($0) }
        }.sorted()
        let sizes = await pictures.parallelMap(jobs: jobs) { path -> PictureSize? in
            guard let bytes = try? FileContents.read(folder.content + "/" + path),
                let info = try? PictureInspector.header(of: bytes)
            else { return nil }
            return PictureSize(width: info.width, height: info.height)
        }
        return Dictionary(
            uniqueKeysWithValues: zip(pictures, sizes).compactMap { path, size in size.map { (path, $0) } }
        ).merging(known) { _, new in new }
    }
}

/// The files of the output by path; two that claim one path are an error, unless one of them yields.
private struct OutputCollection {
    private var files: [String: (file: OutputFile, origin: String, yields: Bool)] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    static let page = "a page"

    mutating func add(_ file: OutputFile, from origin: String, yields: Bool = false) {
        let path = file.path.text
        guard let other = files[path] else {
            files[path] = (file, origin, yields)
            return
        }
        // What the site has itself stands over what Frontis would make, and of two pages the first stands: that
        // two files of the author want one address has been said.
        if yields || (origin == Self.page && other.origin == Self.page) { return }
        if other.yields {
            files[path] = (file, origin, yields)
            return
        }
        diagnostics.append(
            Diagnostic(
                .outputConflict, "\(other.origin) and \(origin) both want to be '\(path)' in the output",
                help: "rename one of the two"))
    }

    mutating func addCopy(of folder: String, _ file: String, to path: String? = nil, shown: String) {
        guard let target = SitePath(path ?? file) else {
            diagnostics.append(
                Diagnostic(
                    .outputConflict, "'\(shown)/\(file)' cannot be named like that in the output",
                    help: "rename the file: control characters and backslashes are no part of addresses"))
            return
        }
        add(OutputFile(target, .copy(of: folder + "/" + file), kind: Self.kind(of: file)), from: "\(shown)/\(file)")
    }

    /// A file that may lead to pages is written after them.
    private static func kind(of file: String) -> OutputFile.Kind {
        let leading = [".html", ".htm", ".xml", ".json"]
        return leading.contains { file.lowercased().hasSuffix($0) } ? .list : .asset
    }

    /// Addresses that answer besides those of pages in Markdown: `/a/` for `a/index.html`, the path itself for
    /// other files.
    var addresses: Set<String> {
        var addresses: Set<String> = []
        for path in files.keys {
            addresses.insert("/" + path)
            if path == "index.html" || path.hasSuffix("/index.html") {
                addresses.insert("/" + path.dropLast("index.html".count))
            }
        }
        return addresses
    }

    var sorted: [OutputFile] {
        files.values.map(\.file).sorted { $0.path.text < $1.path.text }
    }
}
