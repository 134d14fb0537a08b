import FrontisCore

/// Gives every output page of a layout its contexts, when all pictures are there.
struct Outline {
    /// An output page, not rendered yet.
    struct OutputPage {
        let path: SitePath
        let template: String
        let root: RootContext
        let kind: OutputFile.Kind
    }

    private let layout: SiteLayout
    private let markup: PictureMarkup
    private let build: BuildContext
    /// `site.image`.
    private let preview: PictureMarkup.Shown?
    /// By page.
    private let contexts: [PageContext]

    init(
        layout: SiteLayout, markup: PictureMarkup, build: BuildContext, contexts: [PageContext],
        preview: PictureMarkup.Shown?
    ) {
        self.preview = preview
        self.layout = layout
        self.markup = markup
        self.build = build
        self.contexts = contexts
    }

    var pages: [OutputPage] {
        layout.items.map { item in
            OutputPage(path: item.path, template: item.template, root: root(of: item), kind: Self.kind(of: item))
        }
    }

    /// A list leads to pages, and is written after them.
    private static func kind(of item: SiteLayout.Item) -> OutputFile.Kind {
        if case .page = item.content { .page } else { .list }
    }

    private var site: SiteContext { layout.site }

    private func root(of item: SiteLayout.Item) -> RootContext {
        switch item.content {
        case .page(let index): return RootContext(page: contexts[index], build: build)
        case .list(let list): return root(of: list, at: item.address)
        case .terms(let index):
            let taxonomy = layout.structure.main.taxonomies[index]
            let title = taxonomy.name.prefix(1).uppercased() + taxonomy.name.dropFirst()
            return RootContext(
                page: page(parts(title, item.address, .taxonomy)),
                taxonomy: TaxonomyContext(name: taxonomy.name, term: nil, terms: site.terms(in: taxonomy.name)),
                build: build)
        case .notFound: return RootContext(page: page(parts("Page not found", item.address, .notFound)), build: build)
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
            taxonomy: list.taxonomy.map { TaxonomyContext(name: $0.name, term: $0.term, terms: []) }, build: build)
    }

    /// Of a page that no Markdown file stands behind.
    private func parts(_ title: String, _ address: String, _ role: PageRole) -> PageContext.Parts {
        var parts = PageContext.Parts(title: title, path: address, role: role, language: site.configuration.language)
        if role != .notFound { parts.preview = preview }
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
}
