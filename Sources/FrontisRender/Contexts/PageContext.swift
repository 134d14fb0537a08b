package import FrontisCore

/// What a page, a list or the error page has to say of itself. Built once, read by every list that shows it.
package final class PageContext: TemplateContext {
    /// Where the parts come from; all of them are values that are there before rendering begins.
    struct Parts: Sendable {
        var title: String
        /// Within the site, without the base path.
        var path: String
        var role: PageRole
        var language: String
        var description: String?
        var summary: String?
        /// Nothing for lists that no Markdown file stands behind.
        var page: Page?
        /// Among all pages.
        var index: Int?
        /// By the name of the taxonomy.
        var terms: [String: [TermContext]] = [:]
        var section: SectionContext?
        var hero: HeroContext?
        /// What previews of the page show: its picture, `site.image`, or that of the first page in a list.
        var preview: PictureMarkup.Shown?
        var older: LinkContext?
        var newer: LinkContext?
        var translations: [TranslationContext] = []
        /// Folder that the list's own feeds are in; nothing for ordinary pages.
        var feedFolder: String?

        init(title: String, path: String, role: PageRole, language: String) {
            self.title = title
            self.path = path
            self.role = role
            self.language = language
        }
    }

    let parts: Parts
    let site: SiteContext
    private let markup: PictureMarkup
    /// They own this context, as far as they hold it, and outlive it.
    unowned let others: PageContexts?

    init(_ parts: Parts, site: SiteContext, markup: PictureMarkup, among others: PageContexts? = nil) {
        self.parts = parts
        self.site = site
        self.markup = markup
        self.others = others
    }

    package func addedValue(named name: String) -> TemplateValue? {
        parts.page?.values[name].map(TemplateValue.init)
            ?? TaxonomyNames.value(named: name) { taxonomy in
                site.has(taxonomy: taxonomy) ? parts.terms[taxonomy] ?? [] : nil
            }
    }

    /// Names that a site's own taxonomies add.
    package static func fields(of configuration: SiteConfiguration) -> [ContextField] {
        TaxonomyNames.fields(of: configuration) { "Its \($0.name)." }
    }

    private var related: [PageContext] { parts.index.flatMap { others?.related(to: $0) } ?? [] }

    private var taxonomies: [TaxonomyContext] {
        site.taxonomies.compactMap { taxonomy in
            guard let terms = parts.terms[taxonomy.kind.name], !terms.isEmpty else { return nil }
            return TaxonomyContext(taxonomy, terms: terms)
        }
    }

    private var addresses: Addresses { site.addresses }
    private var authors: [String] {
        let own = parts.page?.authors ?? []
        return own.isEmpty ? [site.configuration.author].compactMap { $0 } : own
    }

    private func date(_ date: PageDate?) -> DateContext? {
        date.map { DateContext($0, language: parts.language) }
    }

    private func feed(_ format: FeedSettings.Format) -> String? {
        guard site.configuration.feeds.formats.contains(format) else { return nil }
        return parts.feedFolder.map { addresses.relative($0 + format.fileName) }
    }

    private var direction: String { TextDirection.of(parts.language) }

    package static var takesAdditions: Bool { true }

    private func terms(in taxonomy: String) -> [TermContext] { parts.terms[taxonomy] ?? [] }

    private static let termFields: [ContextFields<PageContext>.Field] =
        TaxonomyKind.standard.map { kind in
            .list(kind.name, of: TermContext.self, "Its \(kind.name).") { $0.terms(in: kind.name) }
        }
        + TaxonomyKind.standard.map { kind in
            .flag("has-\(kind.name)", "Whether it has \(kind.name).") { !$0.terms(in: kind.name).isEmpty }
        }

    package static let fields = ContextFields<PageContext>(
        "page", "The page being shown, or one in a list.",
        [
            .text("title", "Its title.") { $0.parts.title },
            .text("url", "Root-relative address.") { $0.addresses.relative($0.parts.path) },
            .text("permalink", "Absolute address.") { $0.addresses.absolute($0.parts.path) },
            .text("kind", "`home`, `section`, `page`, `tag`, `taxonomy`, `search` or `404`.") {
                $0.parts.role.rawValue
            },
            .flag("is-home", "Whether it is the front page.") { $0.parts.role == .home },
            .flag("is-post", "Whether it has a date.") { $0.parts.page?.date != nil && $0.parts.role == .page },
            .text("description", "What the author says it is about.") { $0.parts.description },
            .text("summary", "The description, else the beginning of the text.") { $0.parts.summary },
            .text("language", "BCP 47.") { $0.parts.language },
            .text("direction", "`ltr` or `rtl`.") { $0.direction },
            .object("date", DateContext.self, "When it was published.") { $0.date($0.parts.page?.date) },
            .object("updated", DateContext.self, "When it was last changed, if the author says so.") {
                $0.date($0.parts.page?.updated)
            },
            .text("author", "Its authors, or the site's, in one line.") {
                $0.authors.isEmpty ? nil : $0.authors.joined(separator: ", ")
            },
            .texts("authors", "Its authors, or the site's.") { $0.authors },
        ] + termFields + [
            .list("taxonomies", of: TaxonomyContext.self, "All that it is filed by, each with its terms.") {
                $0.taxonomies
            },
            .object("section", SectionContext.self, "The list of the folder that it is in.") { page in
                page.parts.section.map { section in page.others.map { SectionContext(section, among: $0) } ?? section }
            },
            .list(
                "related", of: PageContext.self,
                "Pages about the same, the closest first: `related` of frontis.yaml says how many."
            ) { page in
                page.related
            },
            .flag("has-related", "Whether there are any.") { !$0.related.isEmpty },
            .object("hero", HeroContext.self, "Its picture.") { $0.parts.hero },
            .html("content", "Its text as HTML.") { context, said in
                said.add(context.parts.page != nil)
                if let page = context.parts.page { context.markup.sayBody(of: page, into: &said) }
            } get: { context in
                context.parts.page.map { context.markup.body(of: $0) }
            },
            .number("word-count", "Words in its text.") { $0.parts.page?.body.wordCount },
            .object("previous", LinkContext.self, "The next older page of its section.") { $0.parts.older },
            .object("next", LinkContext.self, "The next newer page of its section.") { $0.parts.newer },
            .list("translations", of: TranslationContext.self, "Other languages that it is there in.") {
                $0.parts.translations
            },
            .flag("has-translations", "Whether it is there in other languages.") { !$0.parts.translations.isEmpty },
            .open("params", "Your own keys of its front matter.") { $0.parts.page?.params ?? [:] },
            .flag("draft", "Whether it is a draft.") { $0.parts.page?.isDraft == true },
            .text("feed", "Root-relative address of the list's own Atom feed.") { $0.feed(.atom) },
            .text("rss", "Root-relative address of the list's own RSS feed.") { $0.feed(.rss) },
            .text("json-feed", "Root-relative address of the list's own JSON feed.") { $0.feed(.json) },
            .html("head", "Canonical address, description, feeds and what social networks read, for `<head>`.") {
                HeadMarkup.say(of: $0, into: &$1)
            } get: {
                HeadMarkup.text(for: $0)
            },
        ])
}
