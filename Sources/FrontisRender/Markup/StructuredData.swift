import FrontisCore
import FrontisText

/// What a page is, as JSON-LD in the words of schema.org: a `BlogPosting` for a post, a `WebSite` for the front page.
enum StructuredData {
    /// The whole `<script>` element; nothing for other pages.
    static func script(for context: PageContext) -> String? {
        let parts = context.parts
        let members: [Member]
        if let page = parts.page, let date = page.date, parts.role == .page {
            members = post(context, page, date)
        } else if parts.role == .home, parts.path == parts.feedFolder {
            members = site(context)
        } else {
            return nil
        }
        let text = object([("@context", .text("https://schema.org"))] + members).compactText
        // No text can end the element or begin a comment in it: without `<` there is neither `</script` nor `<!--`.
        let safe = text.utf8.contains(UInt8(ascii: "<")) ? text.replacing("<", with: "\\u003C") : text
        return "<script type=\"application/ld+json\">\(safe)</script>"
    }

    /// Members without a value are left out.
    private typealias Member = (name: String, value: JSONValue?)

    private static func post(_ context: PageContext, _ page: Page, _ date: PageDate) -> [Member] {
        let site = context.site
        let url = site.addresses.absolute(context.parts.path)
        let authors = page.authors.isEmpty ? [site.configuration.author].compactMap { $0 } : page.authors
        let keywords = page.allTerms
        return [
            ("@type", .text("BlogPosting")),
            ("mainEntityOfPage", .text(url)),
            ("url", .text(url)),
            ("headline", .text(context.parts.title)),
            ("description", words(context.parts.description ?? context.parts.summary)),
            ("inLanguage", .text(context.parts.language)),
            ("datePublished", .text(date.rfc3339)),
            ("dateModified", page.updated.map { .text(max($0, date).rfc3339) }),
            ("author", list(authors.map { object([("@type", .text("Person")), ("name", .text($0))]) })),
            ("keywords", list(keywords.map { .text($0) })),
            ("image", context.parts.hero.map { image($0.shown, context) }),
        ]
    }

    private static func site(_ context: PageContext) -> [Member] {
        [
            ("@type", .text("WebSite")),
            ("url", .text(context.site.addresses.absolute(context.parts.path))),
            ("name", .text(context.site.configuration.title)),
            ("description", words(context.parts.description ?? context.site.configuration.description)),
            ("inLanguage", .text(context.parts.language)),
        ]
    }

    /// The credit line stands with generated pictures only: whose photograph the others are is not known.
    private static func image(_ shown: PictureMarkup.Shown, _ context: PageContext) -> JSONValue {
        object([
            ("@type", .text("ImageObject")),
            ("contentUrl", .text(shown.absolute)),
            ("url", .text(shown.absolute)),
            ("width", shown.size.map { .integer($0.width) }),
            ("height", shown.size.map { .integer($0.height) }),
            ("encodingFormat", shown.mediaType.map { .text($0.rawValue) }),
            ("description", words(shown.alt)),
            ("caption", words(shown.caption)),
            ("creditText", shown.provenance.map { _ in .text(context.site.configuration.creditLine) }),
            ("digitalSourceType", shown.provenance.map { .text($0.source.schemaTerm) }),
        ])
    }

    // MARK: JSON

    private static func object(_ members: [Member]) -> JSONValue {
        .object(members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } })
    }

    private static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .list(values) }

    /// Nothing for empty text.
    private static func words(_ text: String?) -> JSONValue? {
        text.flatMap { $0.isEmpty ? nil : .text($0) }
    }
}
