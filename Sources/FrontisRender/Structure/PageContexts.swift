import Foundation
import FrontisCore
import Synchronization

/// The contexts of pages, each made when it is asked for and once for everything that shows it.
final class PageContexts: Sendable {
    private let structure: SiteStructure
    private let site: SiteContext
    private let markup: PictureMarkup
    private let related: RelatedPages
    private let sections: [String: SectionContext]
    /// By taxonomy, where its pages are read one after another, and by term.
    private let series: [Int: [TermContext.Series]]
    /// What previews show of pages without a picture of their own: `site.image`.
    let preview: PictureMarkup.Shown?
    /// By page.
    private let made: Mutex<[PageContext?]>

    init(layout: SiteLayout, markup: PictureMarkup) {
        let (structure, site) = (layout.structure, layout.site)
        self.structure = structure
        self.site = site
        self.markup = markup
        related = layout.related
        preview = site.configuration.imagePage.flatMap(markup.hero)
        made = Mutex(Array(repeating: nil, count: structure.pages.count))
        sections = Dictionary(
            zip(structure.main.sections, site.sections).map { ($0.path, $1) }, uniquingKeysWith: { first, _ in first })
        var series: [Int: [TermContext.Series]] = [:]
        for (place, taxonomy) in structure.main.taxonomies.enumerated() where taxonomy.kind.isOrdered {
            series[place] = taxonomy.terms.map { term in
                TermContext.Series(
                    links: term.members.map { index in
                        let page = structure.pages[index]
                        return LinkContext(title: page.title, url: site.addresses.relative(page.url))
                    }, places: Dictionary(uniqueKeysWithValues: zip(term.members, 0...)))
            }
        }
        self.series = series
    }

    /// Those that are about the same as a page, the closest first.
    func related(to index: Int) -> [PageContext] { related.pages(of: index).map { self[$0] } }

    /// Those in a section and below it, as its list shows them.
    func members(of section: Int) -> [PageContext] { structure.main.sections[section].members.map { self[$0] } }

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
        parts.index = index
        for (place, taxonomy) in structure.main.taxonomies.enumerated() {
            let known = site.taxonomies[place].terms
            parts.terms[taxonomy.name] = page.head.terms(in: taxonomy.name).compactMap(taxonomy.index).map { term in
                guard let series = series[place]?[term], let number = series.places[index] else { return known[term] }
                return TermContext(known[term], in: series, at: number)
            }
        }
        parts.section = page.kind == .page ? sections[page.section] : nil
        parts.hero = markup.hero(of: page).map { HeroContext($0, markup: markup) }
        parts.preview = parts.hero?.shown ?? preview
        let neighbours = structure.main.neighbours[index]
        parts.older = neighbours?.older.map(link)
        parts.newer = neighbours?.newer.map(link)
        parts.translations = (structure.translations[index] ?? []).filter { $0 != index }.map(translation)
        return PageContext(parts, site: site, markup: markup, among: self)
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
