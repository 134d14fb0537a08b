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

        /// Makes fingerprints.
        package var digest: Digesting

        package init(
            site: Fingerprint, pages: [Fingerprint?], collections: [String: Fingerprint] = [:],
            digest: @escaping Digesting
        ) {
            (self.site, self.pages, self.collections, self.digest) = (site, pages, collections, digest)
        }
    }

    package typealias Digesting = @Sendable ([UInt8]) -> Fingerprint

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
    private let anyPage: Fingerprint?

    init(layout: SiteLayout, markup: PictureMarkup, build: BuildContext, grounds given: Grounds?) {
        self.layout = layout
        self.markup = markup
        self.build = build
        grounds = given?.site
        let reach = given.map { PageReach(layout.structure, $0.pages, $0.digest) }
        self.reach = reach.map { reach in layout.structure.pages.indices.map { reach($0) } } ?? []
        anyPage = reach?.ofAll()
        contexts = PageContexts(layout: layout, markup: markup)
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
            var parts = taxonomy.index.map { contexts[$0].parts } ?? parts(taxonomy.title, item.address, .taxonomy)
            parts.role = .taxonomy
            return RootContext(
                page: page(parts), taxonomy: site.taxonomies[index], collections: collections, build: build)
        case .search:
            return RootContext(
                page: page(parts("Search", item.address, .search)), collections: collections, build: build)
        case .notFound:
            return RootContext(
                page: page(parts("Page not found", item.address, .notFound)), collections: collections, build: build)
        }
    }

    private func root(of list: SiteLayout.ListPage, at address: String) -> RootContext {
        var parts = list.index.map { contexts[$0].parts } ?? parts(list.title, address, list.role)
        parts.role = list.role
        parts.path = address
        parts.feedFolder = list.hasFeed ? list.folder : nil
        parts.preview = parts.preview ?? firstPicture(of: list)
        if list.role == .home, parts.description == nil { parts.description = site.configuration.description }
        return RootContext(
            page: page(parts), pages: list.members.map { contexts[$0] },
            paginator: PaginatorContext(number: list.number, urls: list.urls, total: list.total),
            taxonomy: list.term.map { place in
                let term = layout.structure.main.taxonomies[place.taxonomy].terms[place.term]
                return TaxonomyContext(site.taxonomies[place.taxonomy], term: term.name)
            },
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

    private func page(_ parts: PageContext.Parts) -> PageContext {
        PageContext(parts, site: site, markup: markup, among: contexts)
    }

    // MARK: Grounds

    /// Everything that `root` can say, by the fingerprints of what it comes from.
    ///
    /// - Parameter asked: what the item's template asks for besides its own page, which are pages from everywhere.
    func grounds(of item: SiteLayout.Item, asking asked: AskedLists) -> [UInt8]? {
        guard let grounds else { return nil }
        var writer = PackedWriter(capacity: 256)
        writer.add(grounds)
        writer.add(item.address)
        writer.add(item.template)
        for name in asked.collections {
            guard let collected = collected[name] else { return nil }
            writer.add(collected)
        }
        if asked.anyPage {
            guard let anyPage else { return nil }
            writer.add(anyPage)
        }
        switch item.content {
        case .page(let index):
            guard let reach = reach[index] else { return nil }
            writer.add(reach)
            guard asked.related else { break }
            for other in layout.related.pages(of: index) {
                guard let reach = self.reach[other] else { return nil }
                writer.add(reach)
            }
        case .list(let list):
            // What is related to each of its pages.
            if asked.related {
                guard let anyPage else { return nil }
                writer.add(anyPage)
            }
            writer.add(list.title)
            writer.add(list.role.rawValue)
            writer.add(list.folder)
            writer.add(list.hasFeed)
            for number in [list.total, list.number, list.urls.count, list.members.count] { writer.add(number) }
            for number in [list.term?.taxonomy, list.term?.term] { writer.add(number) }
            for index in list.members {
                guard let reach = reach[index] else { return nil }
                writer.add(reach)
            }
            if let index = list.index {
                guard let reach = reach[index] else { return nil }
                writer.add(reach)
            }
        case .terms(let index):
            guard let file = layout.structure.main.taxonomies[index].index else { break }
            guard let reach = reach[file] else { return nil }
            writer.add(reach)
        case .notFound, .search: break
        }
        return writer.bytes
    }
}
