import Foundation
import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisRender
import FrontisStore

/// A site that is ready for its pictures: laid out, with its templates read, and with everything found that can be
/// wrong and costs nothing. Once the pictures are there, its files follow without a further question.
struct SiteRendering: Sendable {
    /// What is wrong with templates, addresses, links, and what plug-ins add.
    private(set) var diagnostics: [Diagnostic] = []
    /// Where pages show which pictures; nothing where all are shown as they are.
    let places: PicturePlaces?

    private let source: SiteSource
    private let theme: Theme
    private let staticFiles: [SiteFiles.File]
    private let plugins: [any Plugin]
    private let folder: SiteFolder
    private let jobs: Int
    /// Nothing where they are so broken that no page can be rendered.
    private let templates: TemplateSet?
    /// Whether pages can be rendered at all.
    var isRenderable: Bool { templates != nil }
    /// For the next build of the process.
    let layouts: KnownLayout
    private var layout: SiteLayout { layouts.layout }
    private let resolver: ReferenceResolver
    private let shown: ShownPictures
    /// Files that pages show from beside another page or from a folder of pictures, under `content/`: they are
    /// published at their own path.
    private let shared: [String]
    /// Of the site's own pictures, relative to the site. One that cannot be read is shown without its size: it is the
    /// author's file, and browsers know more formats than this program.
    private let heads: [String: PictureInfo]
    /// Of a site that shows no picture that is made, which is known then.
    private var plainRenderer: SiteRenderer?
    /// The output with stand-ins for pictures, and pages that are still empty.
    private var checked = OutputCollection()
    /// The files of the output as far as they are known before there are pictures; pages are empty.
    var expectedFiles: [OutputFile] { checked.all }
    /// Folders that pictures are going to be in.
    private(set) var pictureFolders: [String] = []
    /// What is in order with links.
    private(set) var links = LinkRecords()
    /// Templates that have been tried.
    private(set) var tried = 0
    /// What has been looked at for positions.
    private var examined: Set<String> = []

    private struct Generated: Sendable {
        var plugin: String
        var file: OutputFile
    }

    /// What templates may ask for: the contexts' names, and what plug-ins add to pages.
    ///
    /// - Parameters:
    ///   - configuration: names the site's collections, taxonomies and menus.
    ///   - pages: name menus as well.
    static func names(
        with plugins: [any Plugin], _ configuration: SiteConfiguration = SiteConfiguration(), _ pages: [Page] = []
    ) -> TemplateNames {
        TemplateNames(
            root: RootContext.self,
            additions: [
                ContextType(PageContext.self): plugins.flatMap(\.pageValues).map { ContextField($0) }
                    + PageContext.fields(of: configuration),
                ContextType(SiteContext.self): SiteContext.fields(of: configuration),
                ContextType(MenusContext.self): Menus.fields(of: configuration, pages),
                ContextType(CollectionsContext.self): Collections.fields(of: configuration),
            ])
    }

    /// Lays the site out and checks it.
    ///
    /// - Parameters:
    ///   - links: what an earlier build has found in order.
    ///   - layouts: what an earlier one of this process has laid out.
    init(
        _ site: Site, knowing links: LinkRecords = LinkRecords(), after layouts: KnownLayout? = nil, jobs: Int
    ) async {
        (source, theme, plugins, folder) = (site.source, site.theme, site.plugins, site.folder)
        self.jobs = jobs
        staticFiles = site.files.staticFiles
        let configuration = source.configuration
        var findings: [Diagnostic]
        (templates, findings) = TemplateSet.load(
            theme.templates, names: Self.names(with: plugins, configuration, source.pages))
        self.layouts = KnownLayout(of: source, templates: theme.templates.map(\.name), after: layouts)
        let layout = self.layouts.layout
        findings +=
            layout.findings + TaxonomyNames.findings(configuration, besides: plugins.flatMap(\.pageValues).map(\.name))
        var resolver = site.resolver
        shown = site.shown
        shared = Self.sharedFiles(of: source, resolver)
        let isVaried = configuration.images.variants != nil
        places = isVaried ? PicturePlaces(source, shown, heroUses: Self.heroUses(of: templates)) : nil
        let pictures = shared.map(SourceID.sitePath(of:)) + (places?.files ?? [])
        let own = Self.pictureFiles(of: source, besides: pictures)
        if own.contains(where: { !$0.lowercased().hasSuffix(".svg") }) {
            findings += [PictureLibrary.finding].compactMap(\.self)
        }
        heads = await Self.heads(of: own, in: folder, jobs: jobs)
        self.resolver = resolver
        let standIns = ImageCatalog.standIns(for: source.pages)
        let markup = markup(standIns)
        let grounds = grounds(markup)
        let (generated, failures) = await generate(with: markup, grounds)
        findings += failures
        // Before anything is bought; a site without pictures is looked at when it is rendered.
        if !standIns.isEmpty, let renderer = renderer(markup, grounds) {
            let excesses = await renderer.excesses(jobs: jobs)
            findings += excesses.findings
            tried = excesses.tried
        }
        // Of a site without pictures it is the output itself.
        plainRenderer = standIns.isEmpty && likelyVaried.isEmpty ? renderer(markup, grounds) : nil
        let collection = collection(
            pages: plainRenderer?.files ?? layout.paths.map { OutputFile($0, .bytes([])) }, pictures: [], generated,
            varied: likelyVaried)
        checked = collection
        if !standIns.isEmpty || !likelyVaried.isEmpty { pictureFolders = ["images"] }
        let copies = collection.copies
        findings += collection.diagnostics + collection.nested + Self.unreadable(copies, in: folder)
        resolver.publishes = collection.has
        findings += layout.menuFindings { collection.has($0.text) }
        resolver.otherAnchors = theme.ids
        findings += await positions(in: copies, resolver)
        examined = Set(copies.compactMap(\.copied))
        let described = Set(site.localPictures.map(\.id))
        let checker = LinkChecker(resolver: resolver, pictures: shown, described: described, line: folder.line)
        diagnostics = findings
        await check(with: checker, by: linkFacts(resolver, described), knowing: links)
    }

    /// Looks for what is wrong with the links and pictures of all pages that are not known to be sound.
    private mutating func check(with checker: LinkChecker, by facts: Fingerprint?, knowing earlier: LinkRecords) async {
        let known = earlier.facts == facts && facts != nil ? earlier.sound : []
        let pages = source.pagesWithPictures
        let fingerprints = source.fingerprints
        let results = await Array(pages.indices).parallelMap(jobs: jobs) { index -> ([Diagnostic], Fingerprint?) in
            let fingerprint = fingerprints.indices.contains(index) ? fingerprints[index] : nil
            if let fingerprint, known.contains(fingerprint) { return ([], fingerprint) }
            let findings = checker.findings(in: pages[index])
            return (findings, findings.isEmpty && LinkRecords.covers(pages[index]) ? fingerprint : nil)
        }
        diagnostics += results.flatMap(\.0)
        links = LinkRecords(facts: facts, sound: Set(results.lazy.compactMap(\.1)))
    }

    private func linkFacts(_ resolver: ReferenceResolver, _ described: Set<SlotID>) -> Fingerprint? {
        guard source.fingerprints.contains(where: { $0 != nil }) else { return nil }
        var said = PackedWriter()
        resolver.say(into: &said)
        shown.say(into: &said)
        said.add(layout.paths) { $0.add($1.text) }
        said.add(checked.pathsBesidesPages) { $0.add($1) }
        said.add(described.map(\.text).sorted()) { $0.add($1) }
        return Fingerprint(of: said.bytes)
    }

    /// - Returns: the output's files, sorted by path; nothing where templates are too broken for that. And how many
    ///   templates were tried.
    func files(
        _ catalog: ImageCatalog, varied: Set<String>
    ) async -> (files: [OutputFile]?, diagnostics: [Diagnostic], tried: Int) {
        if catalog.isEmpty, varied.isEmpty, let plainRenderer {
            let (excesses, tried) = await plainRenderer.excesses(jobs: jobs)
            return (checked.sorted, excesses, tried)
        }
        let markup = markup(catalog)
        let grounds = grounds(markup)
        guard let renderer = renderer(markup, grounds) else { return (nil, [], 0) }
        let (excesses, tried) = await renderer.excesses(jobs: jobs)
        let (generated, failures) = await generate(with: markup, grounds)
        let originals = source.configuration.images.publishesOriginals
        let collection = collection(
            pages: renderer.files, pictures: PublishedFile.pictures(of: catalog, withOriginals: originals), generated,
            varied: varied)
        var resolver = resolver
        resolver.publishes = collection.has
        // A picture that could not be decoded is published as it is after all.
        let more = collection.copies.filter { $0.copied.map { !examined.contains($0) } ?? false }
        let positions = await positions(in: more, resolver)
        return (collection.sorted, excesses + failures + collection.diagnostics + positions, tried)
    }

    // MARK: Pieces

    private func renderer(_ markup: PictureMarkup, _ grounds: Outline.Grounds?) -> SiteRenderer? {
        guard let templates else { return nil }
        return SiteRenderer(
            layout: layout, markup: markup, templates: templates, digests: theme.digests, now: source.now,
            generator: FrontisVersion.generator, grounds: grounds)
    }

    /// Nothing where pages are not known again in the next build.
    private func grounds(_ markup: PictureMarkup) -> Outline.Grounds? {
        guard source.fingerprints.contains(where: { $0 != nil }) else { return nil }
        var said = PackedWriter()
        said.add(source.configuration.digest)
        said.add(source.dataDigest)
        said.add(theme.digests) { $0.add($1) }
        said.add(FrontisVersion.generator)
        said.add(source.now.year)
        markup.say(into: &said)
        layout.sayLists(into: &said)
        let collected = layout.said(byCollections: templates?.collections ?? [], of: source.fingerprints) {
            Fingerprint(of: $0)
        }
        return Outline.Grounds(
            site: Fingerprint(of: said.bytes), pages: source.fingerprints,
            collections: collected.mapValues { Fingerprint(of: $0) }, digest: { Fingerprint(of: $0) })
    }

    /// What the templates want of a page's own picture besides the whole of it: a crop that none mentions is not made.
    static func heroUses(of templates: TemplateSet?) -> Set<PictureUse> {
        let crops = [PictureUse.lead, .card, .square].filter { templates?.mentionedNames.contains($0.rawValue) == true }
        return Set([.hero] + crops)
    }

    /// The site's own pictures that will be shown by their variants, as far as their heads tell.
    private var likelyVaried: Set<String> {
        Set((places?.files ?? []).filter { file in heads[file].map { !VariantMaker.isLeftAlone($0) } ?? false })
    }

    private func markup(_ catalog: ImageCatalog) -> PictureMarkup {
        let sizes = heads.compactMap { file, info -> (String, PictureSize)? in
            guard file.hasPrefix("content/"), let size = PictureSize(width: info.width, height: info.height) else {
                return nil
            }
            return (String(file.dropFirst("content/".count)), size)
        }
        return PictureMarkup(
            addresses: Addresses(configuration: source.configuration), resolver: resolver, pictures: shown,
            catalog: catalog,
            sizes: Dictionary(uniqueKeysWithValues: sizes),
            publishesOriginals: source.configuration.images.publishesOriginals)
    }

    private func generate(
        with markup: PictureMarkup, _ grounds: Outline.Grounds?
    ) async -> (files: [Generated], failures: [Diagnostic]) {
        let facts = grounds?.site
        let site = PluginSite(
            await FinishedSite.of(layout, markup, jobs: jobs), records: source.records,
            wholes: facts == nil ? [] : source.fingerprints)
        let texts = PluginTexts(layout.structure, markup)
        let context = PluginContext(source)
        let results = await plugins.parallelMap(jobs: jobs) { plugin -> ([OutputFile], Diagnostic?) in
            do {
                let files = try await plugin.generate(site.site, reading: texts, in: context)
                return (files.map { Self.output($0, of: plugin, for: site, with: texts, in: context, facts) }, nil)
            } catch {
                return ([], Diagnostic(.pluginFailed, "plug-in '\(plugin.name)' failed: \(error)"))
            }
        }
        let files = zip(plugins, results).flatMap { plugin, result in
            result.0.map { Generated(plugin: plugin.name, file: $0) }
        }
        return (files, results.compactMap(\.1))
    }

    private static func output(
        _ file: GeneratedFile, of plugin: any Plugin, for site: PluginSite, with texts: PluginTexts,
        in context: PluginContext, _ facts: Fingerprint?
    ) -> OutputFile {
        func made(of site: PluginSite) -> OutputFile.Content {
            .made(
                by: PluginFileMaker(
                    plugin: plugin, path: file.path, site: site, texts: texts, context: context, facts: facts))
        }
        let content: OutputFile.Content =
            switch file.content {
            case .text(let text): .text(text)
            case .bytes(let bytes): .bytes(bytes)
            case .copy(let source): .copy(of: source)
            case .asked: made(of: site)
            case .askedAbout(let part): made(of: PluginSite(site, about: part))
            }
        return OutputFile(file.path, content, kind: file.kind)
    }

    private func collection(
        pages: [OutputFile], pictures: [PublishedFile], _ generated: [Generated], varied: Set<String>
    ) -> OutputCollection {
        var collection = OutputCollection()
        for page in pages { collection.add(page, from: OutputCollection.page) }
        for file in theme.staticFiles { collection.add(file, from: "the theme's \(file.path.text)", yields: true) }
        for file in staticFiles { collection.addCopy(of: folder.staticFiles, file.path, shown: "static") }
        let published = OriginalFiles(source, shown, resolver, varied: varied, templates)
        for page in source.pages where !page.resources.isEmpty {
            let base = ReferenceResolver.folder(of: page.url)
            for (name, file) in page.resources where published.contains(file, named: name, beside: page) {
                collection.addCopy(of: folder.content, file, to: String((base + name).dropFirst()), shown: "content")
            }
        }
        for file in shared where published.contains(file) {
            collection.addCopy(of: folder.content, file, shown: "content")
        }
        for picture in pictures {
            guard let path = SitePath(picture.name) else { continue }
            collection.add(OutputFile(path, .copy(of: picture.file), kind: .asset), from: "a picture", yields: true)
        }
        for added in generated { collection.add(added.file, from: added.plugin, yields: true) }
        return collection
    }

    private func positions(in copies: [OutputFile], _ resolver: ReferenceResolver) async -> [Diagnostic] {
        await PositionFinder(source: source, shown: shown, resolver: resolver, folder: folder).findings(
            in: copies, jobs: jobs)
    }

    private static func unreadable(_ copies: [OutputFile], in folder: SiteFolder) -> [Diagnostic] {
        copies.compactMap { copy in
            guard let path = copy.copied else { return nil }
            if access(path, R_OK) == 0 { return pointer(path, in: folder) }
            let error = FileError(.read, path, code: errno).relative(to: folder.root)
            return Diagnostic(
                .fileUnreadable, error.description, at: SourceLocation(path: folder.shown(path)), help: error.help)
        }
    }

    /// A file that has not been fetched would be published as four lines of text.
    private static func pointer(_ path: String, in folder: SiteFolder) -> Diagnostic? {
        guard let stamp = FileStamp(of: path), stamp.size <= GitLFSPointer.largest,
            let bytes = try? FileContents.read(path), GitLFSPointer(bytes) != nil
        else { return nil }
        return GitLFSPointer.finding(at: folder.shown(path))
    }

    private static func sharedFiles(of source: SiteSource, _ resolver: ReferenceResolver) -> [String] {
        guard !source.files.isEmpty else { return [] }
        let files = source.pagesWithPictures.flatMap { page in
            page.localAddresses.compactMap { address -> String? in
                guard let file = resolver.resolve(address, from: page).file,
                    !page.resources.values.contains(file)
                else { return nil }
                return file
            }
        }
        return Set(files).sorted()
    }

    /// Files that are pictures by their names, relative to the site: those beside pages, and others that are shown.
    private static func pictureFiles(of source: SiteSource, besides shown: [String]) -> [String] {
        let own = source.pages.flatMap { $0.resources.values }.map(SourceID.sitePath(of:))
        return Set(own + shown).filter { file in
            file.lastIndex(of: ".").map {
                ShownPictures.Place.pictureEndings.contains(file[file.index(after: $0)...].lowercased())
            } ?? false
        }.sorted()
    }

    private static func heads(of files: [String], in folder: SiteFolder, jobs: Int) async -> [String: PictureInfo] {
        let heads = await files.parallelMap(jobs: jobs) { file -> PictureInfo? in
            guard let bytes = try? FileContents.read(folder.root + "/" + file) else { return nil }
            return try? PictureInspector.header(of: bytes)
        }
        return Dictionary(uniqueKeysWithValues: zip(files, heads).compactMap { file, head in head.map { (file, $0) } })
    }
}
