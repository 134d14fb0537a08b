package import FrontisCore

/// Gives every output page of a layout its contexts, when all pictures are there and somebody asks for them.
package final class Outline: Sendable {
    /// What output pages can be told apart by without a look at what is in them.
    package struct Grounds: Sendable {
        /// Of everything besides the pages themselves: configuration, templates, addresses, pictures, lists.
        package var site: Fingerprint
        /// Of each page, with all that plug-ins have made of it; nothing where that is not known.
        package var pages: [Fingerprint?]
        /// Of all that a collection can say, by its name; nothing where nobody asks, or it is not known.
        package var collections: [String: Fingerprint]

        package init(site: Fingerprint, pages: [Fingerprint?], collections: [String: Fingerprint] = [:]) {
            (self.site, self.pages, self.collections) = (site, pages, collections)
        }
    }

    private let layout: SiteLayout
    private let markup: PictureMarkup
    private let build: BuildContext
    private let contexts: PageContexts
    private let collections: CollectionsContext
    /// Of all that collections can say, where that is known.
    private let collected: [String: Fingerprint]
    private let grounds: Fingerprint?
    /// Of each page with what its context says of others, packed; nothing where that is not known.
    private let reach: [[UInt8]?]

    init(layout: SiteLayout, markup: PictureMarkup, build: BuildContext, grounds given: Grounds?) {
        self.layout = layout
        self.markup = markup
        self.build = build
        grounds = given?.site
        reach = given.map { Self.reach(layout.structure, $0.pages) } ?? []
        contexts = PageContexts(structure: layout.structure, site: layout.site, markup: markup)
        collections = CollectionsContext(layout.collections, pages: contexts)
        collected = given?.collections ?? [:]
    }

    /// A list leads to pages, and is written after them.
    static func kind(of item: SiteLayout.Item) -> OutputFile.Kind {
        if case .page = item.content { .page } else { .list }
    }

    private var site: SiteContext { layout.site }

    /// What the item's template begins with. Whatever goes in here is among the item's `grounds`.
    func root(of item: SiteLayout.Item) -> RootContext {
        switch item.content {
        case .page(let index): return RootContext(page: contexts[index], collections: collections, build: build)
        case .list(let list): return root(of: list, at: item.address)
        case .terms(let index):
            let taxonomy = layout.structure.main.taxonomies[index]
            let title = taxonomy.name.prefix(1).uppercased() + taxonomy.name.dropFirst()
            return RootContext(
                page: page(parts(title, item.address, .taxonomy)),
                taxonomy: TaxonomyContext(name: taxonomy.name, term: nil, terms: site.terms(in: taxonomy.name)),
                collections: collections, build: build)
        case .notFound:
            return RootContext(
                page: page(parts("Page not found", item.address, .notFound)), collections: collections, build: build)
        }
    }

    private func root(of list: SiteLayout.ListPage, at address: String) -> RootContext {
        var parts = list.index.map { contexts[$0].parts } ?? parts(list.title, address, list.role)
        parts.role = list.role
        parts.path = address
        parts.feedFolder = list.folder
        parts.preview = parts.preview ?? firstPicture(of: list)
        if list.role == .home, parts.description == nil { parts.description = site.configuration.description }
        return RootContext(
            page: page(parts), pages: list.members.map { contexts[$0] },
            paginator: PaginatorContext(number: list.number, urls: list.urls, total: list.total),
            taxonomy: list.taxonomy.map { TaxonomyContext(name: $0.name, term: $0.term, terms: []) },
            collections: collections, build: build)
    }

    /// Of a page that no Markdown file stands behind.
    private func parts(_ title: String, _ address: String, _ role: PageRole) -> PageContext.Parts {
        var parts = PageContext.Parts(title: title, path: address, role: role, language: site.configuration.language)
        if role != .notFound { parts.preview = contexts.preview }
        return parts
    }

    /// For previews of a list.
    private func firstPicture(of list: SiteLayout.ListPage) -> PictureMarkup.Shown? {
        let first = list.members.first { contexts[$0].parts.hero != nil }
        var picture = first.flatMap { contexts[$0].parts.hero?.shown }
        // The card has the title of its own page on it.
        if site.configuration.images.social.title { picture?.social = nil }
        return picture
    }

    private func page(_ parts: PageContext.Parts) -> PageContext { PageContext(parts, site: site, markup: markup) }

    // MARK: Grounds

    /// Everything that `root` can say, by the fingerprints of what it comes from.
    ///
    /// - Parameter names: of the collections that the item's template asks for, which are pages from everywhere.
    func grounds(of item: SiteLayout.Item, collections names: [String]) -> [UInt8]? {
        guard let grounds else { return nil }
        var writer = PackedWriter(capacity: 256)
        writer.add(grounds)
        writer.add(item.address)
        writer.add(item.template)
        for name in names {
            guard let collected = collected[name] else { return nil }
            writer.add(collected)
        }
        switch item.content {
        case .page(let index):
            guard let reach = reach[index] else { return nil }
            writer.add(reach)
        case .list(let list):
            writer.add(list.title)
            writer.add(list.role.rawValue)
            writer.add(list.folder)
            for number in [list.total, list.number, list.urls.count, list.members.count] { writer.add(number) }
            for text in [list.taxonomy?.name, list.taxonomy?.term] { writer.add(text) }
            for index in list.members {
                guard let reach = reach[index] else { return nil }
                writer.add(reach)
            }
            if let index = list.index {
                guard let reach = reach[index] else { return nil }
                writer.add(reach)
            }
        case .terms, .notFound: break
        }
        return writer.bytes
    }

    /// Of each page: itself, and those that its context says something of: its neighbours, and what it translates or is
    /// translated by.
    private static func reach(_ structure: SiteStructure, _ pages: [Fingerprint?]) -> [[UInt8]?] {
        pages.indices.map { reach(of: $0, structure, pages) }
    }

    static func reach(of index: Int, _ structure: SiteStructure, _ pages: [Fingerprint?]) -> [UInt8]? {
        guard pages.indices.contains(index), let own = pages[index] else { return nil }
        var writer = PackedWriter(capacity: 64)
        writer.add(own)
        func add(_ other: Int?) -> Bool {
            writer.add(other != nil)
            guard let other else { return true }
            guard let fingerprint = pages[other] else { return false }
            writer.add(fingerprint)
            return true
        }
        let neighbours = structure.main.neighbours[index]
        guard add(neighbours?.older), add(neighbours?.newer) else { return nil }
        for translation in structure.translations[index] ?? [] where !add(translation) { return nil }
        return writer.bytes
    }
}
