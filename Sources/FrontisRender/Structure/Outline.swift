import Foundation
import FrontisCore

/// Lays out every output page of the site: which template, which contexts, which address.
struct Outline {
    /// An output page, not rendered yet.
    struct OutputPage {
        let path: SitePath
        let template: String
        let root: RootContext
        let kind: OutputFile.Kind
    }

    private let structure: SiteStructure
    private let site: SiteContext
    private let markup: PictureMarkup
    private let chooser: TemplateChooser
    private let build: BuildContext
    /// By page.
    private let contexts: [PageContext]
    /// Addresses that Markdown files own; a list never takes them away.
    private let taken: Set<String>

    private(set) var pages: [OutputPage] = []
    private(set) var findings: [Diagnostic] = []
    private(set) var entries: [FinishedSite.Entry] = []
    private(set) var listings: [FinishedSite.Listing] = []

    init(
        structure: SiteStructure, site: SiteContext, markup: PictureMarkup, chooser: TemplateChooser,
        build: BuildContext, contexts: [PageContext]
    ) {
        self.structure = structure
        self.site = site
        self.markup = markup
        self.chooser = chooser
        self.build = build
        self.contexts = contexts
        taken = Set(structure.pages.filter { $0.kind == .page }.map(\.url))
    }

    private var configuration: SiteConfiguration { site.configuration }

    mutating func addAll() {
        for index in structure.pages.indices {
            addEntry(index)
            if structure.pages[index].kind == .page { addPage(index) }
        }
        addHomes()
        for section in structure.sections { addSection(section) }
        for taxonomy in structure.taxonomies where !taxonomy.terms.isEmpty { addTaxonomy(taxonomy) }
        addNotFound()
    }

    private mutating func addEntry(_ index: Int) {
        let page = structure.pages[index]
        let hero = contexts[index].parts.hero?.shown
        let picture = hero.flatMap { shown -> FinishedSite.Picture? in
            guard let size = shown.size, let type = shown.mediaType, let length = shown.length else { return nil }
            return FinishedSite.Picture(
                url: shown.absolute, mediaType: type, length: length, width: size.width, height: size.height,
                alt: shown.alt)
        }
        let group = structure.translations[index] ?? []
        let translations = Dictionary(
            group.map { (structure.pages[$0].language, site.addresses.absolute(structure.pages[$0].url)) },
            uniquingKeysWith: { first, _ in first })
        entries.append(
            .init(page: page, url: site.addresses.absolute(page.url), hero: picture, translations: translations))
    }

    private mutating func addPage(_ index: Int) {
        let page = structure.pages[index]
        let (template, finding) = chooser.template(for: page)
        if let finding { findings.append(finding) }
        guard let template else { return }
        add(page.url, template, RootContext(page: contexts[index], build: build), for: page)
    }

    private mutating func add(_ address: String, _ template: String, _ root: RootContext, for page: Page? = nil) {
        guard let path = SitePath(urlPath: address) else {
            findings.append(
                Diagnostic(
                    .pageURLUnsafe, "'\(address)' is not an address in this site",
                    at: page.map { SourceLocation(path: "content/" + $0.source) },
                    help: "give the page another slug or url"))
            return
        }
        pages.append(.init(path: path, template: template, root: root, kind: page == nil ? .list : .page))
    }

    // MARK: Lists

    private mutating func addHomes() {
        addList(
            title: structure.home.map { structure.pages[$0].title } ?? configuration.title, address: "/",
            kind: "home", index: structure.home, members: structure.posts,
            template: structure.home.map { pageTemplate($0) } ?? chooser.template(.home), feedTitle: configuration.title
        )
        // Front pages of translations show their own text; the lists are in the site's language.
        for (index, page) in structure.pages.enumerated() where page.kind == .home && index != structure.home {
            let posts = structure.pages.indices.filter {
                structure.pages[$0].kind == .page && structure.pages[$0].date != nil
                    && structure.pages[$0].language == page.language
            }
            addList(
                title: page.title, address: page.url, kind: "home", index: index, members: posts,
                template: pageTemplate(index), feedTitle: "\(page.title) – \(configuration.title)")
        }
    }

    private mutating func pageTemplate(_ index: Int) -> String? {
        let (template, finding) = chooser.template(for: structure.pages[index])
        if let finding { findings.append(finding) }
        return template
    }

    private mutating func addSection(_ section: SiteStructure.Section) {
        let template = section.index.map { pageTemplate($0) } ?? chooser.template(.list)
        addList(
            title: section.title, address: section.address, kind: "section", index: section.index,
            members: section.members, template: template,
            feedTitle: "\(section.title) – \(configuration.title)")
    }

    private mutating func addTaxonomy(_ taxonomy: SiteStructure.Taxonomy) {
        let terms = taxonomy.name == "tags" ? site.tags : site.categories
        let title = taxonomy.name.prefix(1).uppercased() + taxonomy.name.dropFirst()
        if !taken.contains(taxonomy.address), let template = chooser.template(.taxonomy) {
            let parts = PageContext.Parts(
                title: title, path: taxonomy.address, kind: "taxonomy", language: configuration.language)
            let context = TaxonomyContext(name: taxonomy.name, term: nil, terms: terms)
            add(
                taxonomy.address, template,
                RootContext(
                    page: PageContext(parts, site: site, markup: markup), taxonomy: context, build: build))
        }
        for term in taxonomy.terms {
            let address = taxonomy.address(of: term)
            guard !taken.contains(address) else { continue }
            addList(
                title: term.name, address: address, kind: "tag", index: nil, members: term.members,
                template: chooser.template(.term), feedTitle: "\(term.name) – \(configuration.title)",
                taxonomy: TaxonomyContext(name: taxonomy.name, term: term.name, terms: []))
        }
    }

    /// One list on as many pages as it takes, and what feeds need of it.
    private mutating func addList(
        title: String, address: String, kind: String, index: Int?, members: [Int], template: String?,
        feedTitle: String, taxonomy: TaxonomyContext? = nil
    ) {
        guard let template else { return }
        let size = configuration.pageSize
        let count = max(1, (members.count + size - 1) / size)
        let addresses = (1...count).map { $0 == 1 ? address : "\(address)page/\($0)/" }
        let urls = addresses.map(site.addresses.relative)
        for number in 1...count {
            var parts =
                index.map { contexts[$0].parts }
                ?? PageContext.Parts(title: title, path: address, kind: kind, language: configuration.language)
            parts.kind = kind
            parts.path = addresses[number - 1]
            parts.feedFolder = address
            if kind == "home", parts.description == nil { parts.description = configuration.description }
            let slice = members[min(members.count, (number - 1) * size)..<min(members.count, number * size)]
            let root = RootContext(
                page: PageContext(parts, site: site, markup: markup), pages: slice.map { contexts[$0] },
                paginator: PaginatorContext(number: number, urls: urls, total: members.count), taxonomy: taxonomy,
                build: build)
            add(addresses[number - 1], template, root)
        }
        let page = index.map { structure.pages[$0] }
        listings.append(
            .init(
                title: feedTitle, description: page?.description ?? (kind == "home" ? configuration.description : nil),
                language: page?.language ?? configuration.language, path: address,
                url: site.addresses.absolute(address), members: members, pageCount: count))
    }

    private mutating func addNotFound() {
        guard let template = chooser.template(.notFound), !taken.contains("/404.html") else { return }
        let parts = PageContext.Parts(
            title: "Page not found", path: "/404.html", kind: "404", language: configuration.language)
        add(
            "/404.html", template,
            RootContext(page: PageContext(parts, site: site, markup: markup), build: build))
    }
}
