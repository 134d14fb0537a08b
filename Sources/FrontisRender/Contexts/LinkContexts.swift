/// Somewhere to go: a neighbour, a section, an entry of the menu.
package final class LinkContext: TemplateContext {
    let title: String
    let url: String
    let count: Int?

    init(title: String, url: String, count: Int? = nil) {
        self.title = title
        self.url = url
        self.count = count
    }

    package static let fields = ContextFields<LinkContext>(
        "link", "A page or a list to link to.",
        [
            .text("title", "Its title.") { $0.title },
            .text("url", "Root-relative address.") { $0.url },
            .number("count", "How many pages it has, for sections.") { $0.count },
        ])
}

/// A tag or a category.
package final class TermContext: TemplateContext {
    let name: String
    let url: String
    let count: Int

    init(name: String, url: String, count: Int) {
        self.name = name
        self.url = url
        self.count = count
    }

    package static let fields = ContextFields<TermContext>(
        "term", "A tag or a category.",
        [
            .text("name", "As the author writes it.") { $0.name },
            .text("url", "Root-relative address of its list.") { $0.url },
            .number("count", "How many pages have it.") { $0.count },
        ])
}

/// The same page in another language.
package final class TranslationContext: TemplateContext {
    let language: String
    let name: String
    let title: String
    let url: String

    init(language: String, name: String, title: String, url: String) {
        self.language = language
        self.name = name
        self.title = title
        self.url = url
    }

    package static let fields = ContextFields<TranslationContext>(
        "translation", "The same page in another language.",
        [
            .text("language", "BCP 47: `pt`.") { $0.language },
            .text("name", "The language's own name: `português`.") { $0.name },
            .text("title", "The page's title in that language.") { $0.title },
            .text("url", "Root-relative address.") { $0.url },
        ])
}

/// A numbered page of a list.
package final class PageNumberContext: TemplateContext {
    let number: Int
    let url: String
    let isCurrent: Bool

    init(number: Int, url: String, isCurrent: Bool) {
        self.number = number
        self.url = url
        self.isCurrent = isCurrent
    }

    package static let fields = ContextFields<PageNumberContext>(
        "page-number", "One page of a list that takes several.",
        [
            .number("number", "From 1.") { $0.number },
            .text("url", "Root-relative address.") { $0.url },
            .flag("current", "Whether it is the one being shown.") { $0.isCurrent },
        ])
}

/// An entry of the site's menu.
package final class MenuContext: TemplateContext {
    let title: String
    let url: String
    let isCurrent: Bool

    init(title: String, url: String, isCurrent: Bool) {
        self.title = title
        self.url = url
        self.isCurrent = isCurrent
    }

    package static let fields = ContextFields<MenuContext>(
        "menu-entry", "An entry of the site's menu.",
        [
            .text("title", "Its title.") { $0.title },
            .text("url", "Root-relative address.") { $0.url },
            .flag("current", "Whether the page being shown is this one or below it.") { $0.isCurrent },
        ])
}
