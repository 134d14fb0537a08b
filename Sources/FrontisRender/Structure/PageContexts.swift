import Foundation
import FrontisCore
import Synchronization

/// The contexts of pages, each made when it is asked for and once for everything that shows it.
final class PageContexts: Sendable {
    private let structure: SiteStructure
    private let site: SiteContext
    private let markup: PictureMarkup
    private let sections: [String: LinkContext]
    /// What previews show of pages without a picture of their own: `site.image`.
    let preview: PictureMarkup.Shown?
    /// By page.
    private let made: Mutex<[PageContext?]>

    init(structure: SiteStructure, site: SiteContext, markup: PictureMarkup) {
        self.structure = structure
        self.site = site
        self.markup = markup
        preview = site.configuration.imagePage.flatMap(markup.hero)
        made = Mutex(Array(repeating: nil, count: structure.pages.count))
        sections = Dictionary(
            zip(structure.main.sections, site.sections).map { ($0.path, $1) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(index: Int) -> PageContext {
        if let known = made.withLock({ $0[index] }) { return known }
        let context = context(of: index)
        // Whoever asked at the same time has one that says the same.
        made.withLock { $0[index] = context }
        return context
    }

    private func context(of index: Int) -> PageContext {
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
