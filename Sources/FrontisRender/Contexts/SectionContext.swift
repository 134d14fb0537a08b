/// A folder of `content/` that has a list.
package final class SectionContext: TemplateContext {
    let title: String
    let url: String
    let count: Int
    /// Among the site's sections.
    private let index: Int
    /// Nothing where nobody can see them. They own this context, as far as they hold it, and outlive it.
    private unowned let pages: PageContexts?

    init(title: String, url: String, count: Int, index: Int) {
        (self.title, self.url, self.count, self.index, pages) = (title, url, count, index, nil)
    }

    /// The same section, whose pages can be seen.
    init(_ section: SectionContext, among pages: PageContexts) {
        (title, url, count, index) = (section.title, section.url, section.count, section.index)
        self.pages = pages
    }

    package static let fields = ContextFields<SectionContext>(
        "section", "A folder of content/ that has a list.",
        [
            .text("title", "Its title.") { $0.title },
            .text("url", "Root-relative address of its list.") { $0.url },
            .number("count", "How many pages are in it and below it.") { $0.count },
            .list("pages", of: PageContext.self, "Those pages, as its list shows them.") { section in
                section.pages?.members(of: section.index) ?? []
            },
        ])
}
