import Foundation
import FrontisCore

/// Makes the contexts of all pages, once for everything that shows them.
struct PageContexts: Sendable {
    private let structure: SiteStructure
    private let site: SiteContext
    private let markup: PictureMarkup
    private let sections: [String: LinkContext]

    init(structure: SiteStructure, site: SiteContext, markup: PictureMarkup) {
        self.structure = structure
        self.site = site
        self.markup = markup
        sections = Dictionary(
            zip(structure.main.sections, site.sections).map { ($0.path, $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// What previews show of pages without a picture of their own: `site.image`.
    var preview: PictureMarkup.Shown? { site.configuration.imagePage.flatMap(markup.hero) }

    func make(jobs: Int) async -> [PageContext] {
        let preview = preview
        return await Array(structure.pages.indices).parallelMap(jobs: jobs) { index in
            let page = structure.pages[index]
            var parts = PageContext.Parts(
                title: page.title, path: page.url, role: PageRole(page.kind), language: page.language)
            parts.description = page.description
            parts.summary = page.summary
            parts.page = page
            for taxonomy in structure.main.taxonomies {
                let indices = page.head.terms(in: taxonomy.name).compactMap(taxonomy.index)
                parts.terms[taxonomy.name] = indices.map { site.terms(in: taxonomy.name)[$0] }
            }
            parts.section = page.kind == .page ? sections[page.section] : nil
            parts.hero = markup.hero(of: page).map { HeroContext($0, markup: markup) }
            parts.preview = parts.hero?.shown ?? preview
            let neighbours = structure.main.neighbours[index]
            parts.older = neighbours?.older.map(link)
            parts.newer = neighbours?.newer.map(link)
            parts.translations = (structure.translations[index] ?? []).filter { $0 != index }.map(translation)
            return PageContext(parts, site: site, markup: markup)
        }
    }

    private func link(_ index: Int) -> LinkContext {
        LinkContext(
            title: structure.pages[index].title, url: site.addresses.relative(structure.pages[index].url))
    }

    private func translation(_ index: Int) -> TranslationContext {
        let page = structure.pages[index]
        let name = Locale(identifier: page.language).localizedString(forIdentifier: page.language)
        return TranslationContext(
            language: page.language, name: name ?? page.language, title: page.title,
            url: site.addresses.relative(page.url))
    }
}
