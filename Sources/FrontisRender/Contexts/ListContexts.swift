import FrontisCore

/// Where in a list of several pages one is.
package final class PaginatorContext: TemplateContext {
    /// From 1.
    let number: Int
    let urls: [String]
    let total: Int

    init(number: Int, urls: [String], total: Int) {
        self.number = number
        self.urls = urls
        self.total = total
    }

    private func url(_ number: Int) -> String? {
        urls.indices.contains(number - 1) ? urls[number - 1] : nil
    }

    package static let fields = ContextFields<PaginatorContext>(
        "paginator", "The place in a list that takes several pages.",
        [
            .number("number", "Which page of the list this is, from 1.") { $0.number },
            .number("count", "How many pages the list takes.") { $0.urls.count },
            .number("total", "How many entries the list has.") { $0.total },
            .text("previous", "Address of the page before, with newer entries.") { $0.url($0.number - 1) },
            .text("next", "Address of the page after, with older entries.") { $0.url($0.number + 1) },
            .text("first", "Address of the first page.") { $0.urls.first },
            .text("last", "Address of the last page.") { $0.urls.last },
            .flag("has-several", "Whether the list takes more than one page.") { $0.urls.count > 1 },
            .list("numbers", of: PageNumberContext.self, "All pages of the list.") { paginator in
                paginator.urls.enumerated().map { index, url in
                    PageNumberContext(number: index + 1, url: url, isCurrent: index + 1 == paginator.number)
                }
            },
        ])
}

/// The program and the time.
package final class BuildContext: TemplateContext {
    let generator: String
    let year: Int

    init(generator: String, year: Int) {
        self.generator = generator
        self.year = year
    }

    package static let fields = ContextFields<BuildContext>(
        "build", "The build that made the page.",
        [
            .text("generator", "The program and its version.") { $0.generator },
            .number("year", "The year of the build.") { $0.year },
        ])
}

/// What a template begins with.
package final class RootContext: TemplateContext {
    let site: SiteContext
    let page: PageContext
    let pages: [PageContext]
    let paginator: PaginatorContext?
    let taxonomy: TaxonomyContext?
    let collections: CollectionsContext
    let build: BuildContext

    init(
        page: PageContext, pages: [PageContext] = [], paginator: PaginatorContext? = nil,
        taxonomy: TaxonomyContext? = nil, collections: CollectionsContext, build: BuildContext
    ) {
        site = SiteContext(page.site, shownPath: page.parts.path, among: page.others)
        self.page = page
        self.pages = pages
        self.paginator = paginator
        self.taxonomy = taxonomy
        self.collections = collections
        self.build = build
    }

    package static let fields = ContextFields<RootContext>(
        "root", "What every template begins with.",
        [
            .object("site", SiteContext.self, "The site as a whole.") { $0.site },
            .object("page", PageContext.self, "The page being shown.") { $0.page },
            .list("pages", of: PageContext.self, "The entries of this page of a list.") { $0.pages },
            .object("paginator", PaginatorContext.self, "The place in a list.") { $0.paginator },
            .object("taxonomy", TaxonomyContext.self, "What the page lists terms of, or is the list of a term of.") {
                $0.taxonomy
            },
            .object("build", BuildContext.self, "The build that made the page.") { $0.build },
            .object("collections", CollectionsContext.self, "Lists of pages, by their names.") { $0.collections },
        ])
}
