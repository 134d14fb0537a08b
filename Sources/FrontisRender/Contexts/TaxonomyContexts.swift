package import FrontisCore

/// A term of a taxonomy: a tag, a category, a series.
package final class TermContext: TemplateContext {
    /// The pages of a term that are read one after another.
    struct Series: Sendable {
        let links: [LinkContext]
        /// By page: its place in `links`.
        let places: [Int: Int]
    }

    let name: String
    let url: String
    let count: Int
    private let series: [LinkContext]
    /// Of the page that has the term.
    private let place: Int?

    init(name: String, url: String, count: Int) {
        (self.name, self.url, self.count, series, place) = (name, url, count, [], nil)
    }

    /// The same as seen from a page of it.
    init(_ term: TermContext, in series: Series, at place: Int) {
        (name, url, count) = (term.name, term.url, term.count)
        (self.series, self.place) = (series.links, place)
    }

    private func link(_ offset: Int) -> LinkContext? {
        guard let place, series.indices.contains(place + offset) else { return nil }
        return series[place + offset]
    }

    package static let fields = ContextFields<TermContext>(
        "term", "A term of a taxonomy: a tag, a category, a series.",
        [
            .text("name", "As the author writes it, or the title of its own file.") { $0.name },
            .text("url", "Root-relative address of its list.") { $0.url },
            .number("count", "How many pages have it.") { $0.count },
            .number("number", "Which of them the page is, from 1, in an ordered taxonomy.") { $0.place.map { $0 + 1 } },
            .object("previous", LinkContext.self, "The page before it, in an ordered taxonomy.") { $0.link(-1) },
            .object("next", LinkContext.self, "The page after it, in an ordered taxonomy.") { $0.link(1) },
            .flag("is-long", "Whether so many pages have it that a list of all would be most of a page.") {
                $0.count > 40
            },
            .list("pages", of: SeriesPageContext.self, "All of them, in an ordered taxonomy, as seen from a page.") {
                term in
                term.series.enumerated().map { SeriesPageContext($1, number: $0 + 1, isCurrent: $0 == term.place) }
            },
        ])
}

/// A page of a series.
package final class SeriesPageContext: TemplateContext {
    private let link: LinkContext
    private let number: Int
    private let isCurrent: Bool

    init(_ link: LinkContext, number: Int, isCurrent: Bool) {
        (self.link, self.number, self.isCurrent) = (link, number, isCurrent)
    }

    package static let fields = ContextFields<SeriesPageContext>(
        "series-page", "A page of an ordered taxonomy's term.",
        [
            .number("number", "Its place, from 1.") { $0.number },
            .text("title", "Its title.") { $0.link.title },
            .text("url", "Root-relative address.") { $0.link.url },
            .flag("current", "Whether it is the page being shown.") { $0.isCurrent },
        ])
}

/// A way in which pages are filed: tags, categories, what `taxonomies` names.
package final class TaxonomyContext: TemplateContext {
    let kind: TaxonomyKind
    let title: String
    let url: String
    let terms: [TermContext]
    private let term: String?

    init(_ taxonomy: Taxonomy, addresses: Addresses) {
        (kind, title, url, term) = (taxonomy.kind, taxonomy.title, addresses.relative(taxonomy.address), nil)
        terms = taxonomy.terms.map { term in
            TermContext(
                name: term.name, url: addresses.relative(taxonomy.address(of: term)), count: term.members.count)
        }
    }

    /// The same on the pages of one of its terms, which do not list the others.
    init(_ taxonomy: TaxonomyContext, term: String) {
        (kind, title, url, terms, self.term) = (taxonomy.kind, taxonomy.title, taxonomy.url, [], term)
    }

    /// The same of a page that has some of its terms.
    init(_ taxonomy: TaxonomyContext, terms: [TermContext]) {
        (kind, title, url, self.terms, term) = (taxonomy.kind, taxonomy.title, taxonomy.url, terms, nil)
    }

    package static let fields = ContextFields<TaxonomyContext>(
        "taxonomy", "A way in which pages are filed: tags, categories, what `taxonomies` names.",
        [
            .text("name", "`tags`, `categories`, or its key in `taxonomies`.") { $0.kind.name },
            .text("title", "`Tags`, or the title of its own file.") { $0.title },
            .text("url", "Root-relative address of the page that lists its terms.") { $0.url },
            .text("term", "On the pages of a term: its name.") { $0.term },
            .list("terms", of: TermContext.self, "All its terms, or those of a page; not on the pages of one.") {
                $0.terms
            },
            .flag("is-ordered", "Whether its pages are read one after another.") { $0.kind.isOrdered },
            .flag("is-own", "Whether it is neither tags nor categories.") { !TaxonomyKind.isStandard($0.kind.name) },
        ])
}

/// Names that a site's own taxonomies add to pages and to the site: `page.series`, `page.has-series`.
package enum TaxonomyNames {
    private static let flag = "has-"

    /// Taxonomies whose names mean something else in templates.
    ///
    /// - Parameter values: names that plug-ins add to pages.
    package static func findings(_ configuration: SiteConfiguration, besides values: [String]) -> [Diagnostic] {
        let taken = Set((PageContext.schema.fields + SiteContext.schema.fields).map(\.name) + values)
        return configuration.taxonomies.filter { !TaxonomyKind.isStandard($0.value.name) }.compactMap { kind in
            let name = kind.value.name
            guard let clash = [name, flag + name].first(where: taken.contains) else { return nil }
            return Diagnostic(
                .configurationValue, "a taxonomy cannot be called '\(name)': '\(clash)' is something else in templates",
                at: kind.location, help: "call it something else, and give it the path that you like: path: /\(name)/")
        }
    }

    static func fields(of configuration: SiteConfiguration, summary: (TaxonomyKind) -> String) -> [ContextField] {
        let kinds = configuration.taxonomies.map(\.value).filter { !TaxonomyKind.isStandard($0.name) }
        let lists = kinds.map {
            ContextField($0.name, .list(of: .object(ContextType(TermContext.self))), summary($0))
        }
        return lists + kinds.map { ContextField(flag + $0.name, .flag, "Whether there are any.") }
    }

    /// - Parameter terms: of a taxonomy by its name; nothing for a name that is none.
    static func value(named name: String, _ terms: (String) -> [TermContext]?) -> TemplateValue? {
        if let terms = terms(name) { return .objects(terms) }
        guard name.hasPrefix(flag), let terms = terms(String(name.dropFirst(flag.count))) else { return nil }
        return .flag(!terms.isEmpty)
    }
}
