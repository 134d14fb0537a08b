/// Somewhere to go: a neighbour, another part of a series.
package final class LinkContext: TemplateContext {
    let title: String
    let url: String

    init(title: String, url: String) { (self.title, self.url) = (title, url) }

    package static let fields = ContextFields<LinkContext>(
        "link", "A page or a list to link to.",
        [
            .text("title", "Its title.") { $0.title },
            .text("url", "Root-relative address.") { $0.url },
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
