import FrontisCore

/// What a page is, as JSON-LD in the words of schema.org: a `BlogPosting` for a post, a `WebSite` for the front page.
enum StructuredData {
    /// The whole `<script>` element; nothing for other pages.
    static func script(for context: PageContext) -> String? {
        let parts = context.parts
        let members: [Member]
        if let page = parts.page, let date = page.date, parts.kind == "page" {
            members = post(context, page, date)
        } else if parts.kind == "home", parts.path == parts.feedFolder {
            members = site(context)
        } else {
            return nil
        }
        let text = object([("@context", quoted("https://schema.org"))] + members)
        return "<script type=\"application/ld+json\">\(text)</script>"
    }

    /// A name and a value that is JSON already; members without a value are left out.
    private typealias Member = (name: String, json: String?)

    private static func post(_ context: PageContext, _ page: Page, _ date: PageDate) -> [Member] {
        let site = context.site
        let url = site.addresses.absolute(context.parts.path)
        let authors = page.authors.isEmpty ? [site.configuration.author].compactMap { $0 } : page.authors
        let keywords = page.tags + page.categories
        return [
            ("@type", quoted("BlogPosting")),
            ("mainEntityOfPage", quoted(url)),
            ("url", quoted(url)),
            ("headline", quoted(context.parts.title)),
            ("description", text(context.parts.description ?? context.parts.summary)),
            ("inLanguage", quoted(context.parts.language)),
            ("datePublished", quoted(date.rfc3339)),
            ("dateModified", page.updated.map { quoted(max($0, date).rfc3339) }),
            ("author", list(authors.map { object([("@type", quoted("Person")), ("name", quoted($0))]) })),
            ("keywords", list(keywords.map(quoted))),
            ("image", context.parts.hero.map { image($0.shown, context) }),
        ]
    }

    private static func site(_ context: PageContext) -> [Member] {
        [
            ("@type", quoted("WebSite")),
            ("url", quoted(context.site.addresses.absolute(context.parts.path))),
            ("name", quoted(context.site.configuration.title)),
            ("description", text(context.parts.description ?? context.site.configuration.description)),
            ("inLanguage", quoted(context.parts.language)),
        ]
    }

    /// The credit line stands with generated pictures only: whose photograph the others are is not known.
    private static func image(_ shown: PictureMarkup.Shown, _ context: PageContext) -> String {
        object([
            ("@type", quoted("ImageObject")),
            ("contentUrl", quoted(shown.absolute)),
            ("url", quoted(shown.absolute)),
            ("width", shown.size.map { String($0.width) }),
            ("height", shown.size.map { String($0.height) }),
            ("encodingFormat", shown.mediaType.map { quoted($0.rawValue) }),
            ("description", text(shown.alt)),
            ("caption", text(shown.caption)),
            ("creditText", shown.provenance.map { _ in quoted(context.site.configuration.creditLine) }),
            ("digitalSourceType", shown.provenance.map { quoted($0.source.schemaTerm) }),
        ])
    }

    // MARK: JSON

    private static func object(_ members: [Member]) -> String {
        "{" + members.compactMap { member in member.json.map { "\(quoted(member.name)):\($0)" } }.joined(separator: ",")
            + "}"
    }

    private static func list(_ values: [String]) -> String? {
        values.isEmpty ? nil : "[" + values.joined(separator: ",") + "]"
    }

    /// Nothing for empty text.
    private static func text(_ text: String?) -> String? {
        text.flatMap { $0.isEmpty ? nil : quoted($0) }
    }

    /// No text can end the element or begin a comment in it: without `<` there is neither `</script` nor `<!--`.
    private static func quoted(_ text: String) -> String {
        let quoted = JSONText.quoted(text)
        guard quoted.utf8.contains(UInt8(ascii: "<")) else { return quoted }
        return quoted.replacing("<", with: "\\u003C")
    }
}
