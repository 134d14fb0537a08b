package import FrontisCore

/// Which output pages a site has, at which addresses, made with which templates: everything about them that is known
/// before any picture is there. Pure.
package struct SiteLayout: Sendable {
    /// One page of a list that takes several.
    struct ListPage: Sendable {
        var title: String
        var role: PageRole
        /// Of the Markdown file that stands behind the list.
        var index: Int?
        /// Indices of the pages that it shows.
        var members: ArraySlice<Int>
        /// Of the whole list.
        var total: Int
        /// From 1.
        var number: Int
        /// Of all pages of the list, root-relative.
        var urls: [String]
        /// Within the site, without the base path.
        var folder: String
        var hasFeed: Bool
        var term: TermPlace?
    }

    /// Indices of a taxonomy and of a term of it.
    struct TermPlace: Sendable {
        var taxonomy: Int
        var term: Int
    }

    enum Content: Sendable {
        /// Index of a page.
        case page(Int)
        case list(ListPage)
        /// Index of a taxonomy.
        case terms(Int)
        case notFound
        case search
    }

    struct Item: Sendable {
        var path: SitePath
        /// Within the site, without the base path.
        var address: String
        var template: String
        var content: Content
    }

    package private(set) var structure: SiteStructure
    package private(set) var findings: [Diagnostic] = []
    let site: SiteContext
    let collections: Collections
    let related: RelatedPages
    private(set) var items: [Item] = []
    private(set) var listings: [FinishedSite.Listing] = []
    private let chooser: TemplateChooser
    /// Addresses that Markdown files own; a list never takes them away.
    private let taken: Set<String>
    /// Titles of lists, by the addresses that they have.
    private var lists: [String: String] = [:]

    /// - Parameters:
    ///   - templates: names of all that the site has.
    ///   - data: what the files under `data/` say.
    package init(
        structure: SiteStructure, templates: [String], configuration: SiteConfiguration,
        data: [String: ParamValue] = [:]
    ) {
        self.structure = structure
        site = SiteContext(configuration: configuration, structure: structure, data: data)
        collections = Collections(configuration, structure)
        related = RelatedPages(structure, count: configuration.relatedCount)
        chooser = TemplateChooser(names: templates)
        taken = Set(structure.pages.filter { $0.kind == .page }.map(\.url))
        findings = structure.main.taxonomies.flatMap(\.findings) + collections.findings + site.menus.findings
        for (index, page) in structure.pages.enumerated() where page.kind == .page {
            guard let template = template(of: page) else { continue }
            add(page.url, template, .page(index), for: page)
        }
        addHomes()
        for section in structure.main.sections { addSection(section) }
        for (index, taxonomy) in structure.main.taxonomies.enumerated() where !taxonomy.terms.isEmpty {
            addTaxonomy(taxonomy, at: index)
        }
        if let template = chooser.template(.notFound), !taken.contains("/404.html") {
            add("/404.html", template, .notFound)
        }
        if configuration.hasSearch, let template = chooser.template(.search), !taken.contains(SiteContext.searchPath) {
            add(SiteContext.searchPath, template, .search)
        }
    }

    /// The same of pages that are others in their texts only.
    package func with(_ pages: [Page]) -> SiteLayout {
        var layout = self
        layout.structure = structure.with(pages)
        return layout
    }

    /// Of all output pages, in the order in which they are laid out.
    package var paths: [SitePath] { items.map(\.path) }

    /// Adds what lists are called, where they are and how much they hold, as every page may show it.
    package func sayLists(into said: inout PackedWriter) { site.sayLists(into: &said) }

    /// All that collections can say, by their names, as far as that is known.
    ///
    /// - Parameters:
    ///   - asked: those that are wanted; nothing stands for all of them.
    ///   - pages: fingerprints of all pages.
    package func said(
        byCollections asked: Set<String>?, of pages: [Fingerprint?], _ digest: @escaping Outline.Digesting
    ) -> [String: [UInt8]] {
        let names = collections.names(among: asked)
        guard !names.isEmpty else { return [:] }
        let reach = PageReach(structure, pages, digest)
        var said: [String: [UInt8]] = [:]
        for name in names { said[name] = collections.said(by: name) { reach($0) } }
        return said
    }

    /// Entries of menus that lead to addresses without anything.
    package func menuFindings(publishes: (SitePath) -> Bool) -> [Diagnostic] {
        site.menus.findings(publishes: publishes)
    }

    private var configuration: SiteConfiguration { site.configuration }

    private mutating func template(of page: Page) -> String? {
        let (template, finding) = chooser.template(for: page)
        if let finding { findings.append(finding) }
        return template
    }

    private mutating func add(_ address: String, _ template: String, _ content: Content, for page: Page? = nil) {
        guard let path = SitePath(urlPath: address) else {
            findings.append(
                Diagnostic(
                    .pageURLUnsafe, "'\(address)' is not an address in this site",
                    at: page?.source.location,
                    help: "give the page another slug or url"))
            return
        }
        items.append(Item(path: path, address: address, template: template, content: content))
    }

    // MARK: Lists

    /// A list before it is cut into pages.
    private struct List {
        var title: String
        var address: String
        var role: PageRole
        var index: Int?
        var members: [Int]
        var template: String?
        var feedTitle: String
        var term: TermPlace?
        /// The members from the newest on, where they stand in another order.
        var newest: [Int]?
    }

    private mutating func addHomes() {
        let home = structure.main.home
        add(
            List(
                title: home.map { structure.pages[$0].title } ?? configuration.title, address: "/", role: .home,
                index: home, members: structure.main.posts,
                template: home.map { template(of: structure.pages[$0]) } ?? chooser.template(.home),
                feedTitle: configuration.title))
        // Front pages of translations show their own text; the lists are in the site's language.
        for (index, page) in structure.pages.enumerated() where page.kind == .home && index != home {
            add(
                List(
                    title: page.title, address: page.url, role: .home, index: index,
                    members: structure.translated[page.language]?.posts ?? [],
                    template: template(of: page), feedTitle: "\(page.title) – \(configuration.title)"))
        }
    }

    private mutating func addSection(_ section: LanguageStructure.Section) {
        let chosen = section.index.map { template(of: structure.pages[$0]) } ?? chooser.template(.list)
        add(
            List(
                title: section.title, address: section.address, role: .section, index: section.index,
                members: section.members, template: chosen,
                feedTitle: "\(section.title) – \(configuration.title)"))
    }

    private mutating func addTaxonomy(_ taxonomy: Taxonomy, at index: Int) {
        if !taken.contains(taxonomy.address), let template = template(of: taxonomy.index, or: .taxonomy(taxonomy.kind))
        {
            add(taxonomy.address, template, .terms(index), for: taxonomy.index.map { structure.pages[$0] })
        }
        for (place, term) in taxonomy.terms.enumerated() {
            let address = taxonomy.address(of: term)
            guard !taken.contains(address) else { continue }
            add(
                List(
                    title: term.name, address: address, role: .term, index: term.index, members: term.members,
                    template: template(of: term.index, or: .term(taxonomy.kind)),
                    feedTitle: "\(term.name) – \(configuration.title)",
                    term: TermPlace(taxonomy: index, term: place), newest: term.newest))
        }
    }

    /// What a list of terms, or of a term's pages, is shown by, whether or not a file is about it.
    private mutating func template(of index: Int?, or kind: TemplateChooser.GeneratedPage) -> String? {
        guard let index else { return chooser.template(kind) }
        let (template, finding) = chooser.template(for: structure.pages[index], or: kind.templates)
        if let finding { findings.append(finding) }
        return template
    }

    /// Two lists with one address, or a page where a list goes on: one of them would be missing without a word.
    private mutating func claim(_ address: String, for list: List) -> Diagnostic? {
        // That the list's own file and a page want one address has been said.
        let isSaid = list.index != nil && address == list.address
        let other = taken.contains(address) && !isSaid ? "a page" : lists[address].map { "the list '\($0)'" }
        lists[address] = list.title
        guard let other else { return nil }
        let source = (list.index ?? list.members.first).map { structure.pages[$0].source }
        return .addressConflict(
            "address \(address) of the list '\(list.title)' belongs to \(other) already",
            at: source?.location)
    }

    private func hasFeed(_ index: Int?) -> Bool { site.hasFeed(about: index.map { structure.pages[$0] }) }

    /// One list on as many pages as it takes, and what feeds need of it.
    private mutating func add(_ list: List) {
        guard let template = list.template else { return }
        let (size, total) = (configuration.pageSize, list.members.count)
        let count = max(1, (total + size - 1) / size)
        let addresses = (1...count).map { $0 == 1 ? list.address : "\(list.address)page/\($0)/" }
        let urls = addresses.map { site.addresses.relative($0) }
        for address in addresses {
            if let finding = claim(address, for: list) { findings.append(finding) }
        }
        for number in 1...count {
            let members = list.members[min(total, (number - 1) * size)..<min(total, number * size)]
            let page = ListPage(
                title: list.title, role: list.role, index: list.index, members: members, total: total,
                number: number, urls: urls, folder: list.address, hasFeed: hasFeed(list.index),
                term: list.term)
            add(addresses[number - 1], template, .list(page))
        }
        let page = list.index.map { structure.pages[$0] }
        listings.append(
            .init(
                title: list.feedTitle,
                description: page?.description ?? (list.role == .home ? configuration.description : nil),
                language: page?.language ?? configuration.language, path: list.address,
                url: site.addresses.absolute(list.address), members: list.newest ?? list.members, pageCount: count,
                hasFeed: hasFeed(list.index)))
    }
}
