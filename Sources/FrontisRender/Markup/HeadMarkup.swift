import FrontisCore
import FrontisText

/// The parts of `<head>` that every page needs and nobody should have to write.
enum HeadMarkup {
    /// Adds all that `text` is made of, which is less work than to write it.
    static func say(of context: PageContext, into said: inout PackedWriter) {
        let parts = context.parts
        said.add(context.site.headFacts)
        for text in [parts.path, parts.title, parts.role.rawValue, parts.language] { said.add(text) }
        for text in [parts.description, parts.summary, parts.feedFolder] { said.add(text) }
        said.add(parts.page != nil)
        if let page = parts.page {
            for text in [page.language, page.url] { said.add(text) }
            for date in [page.date, page.updated] { said.add(date?.rfc3339) }
            said.add(page.authors) { $0.add($1) }
            said.add(page.allTerms) { $0.add($1) }
        }
        said.add(parts.translations) { said, translation in
            said.add(translation.language)
            said.add(translation.url)
        }
        for picture in [parts.preview, parts.hero?.shown] {
            said.add(picture != nil)
            picture?.say(into: &said)
        }
    }

    static func text(for context: PageContext) -> String {
        let parts = context.parts
        let site = context.site
        let addresses = site.addresses
        var head = HeadLines()
        let url = addresses.absolute(parts.path)
        let summary = parts.description ?? parts.summary ?? site.configuration.description
        head.meta("name", "description", summary)
        if parts.role == .notFound {
            head.meta("name", "robots", "noindex")
        } else {
            head.link(("rel", "canonical"), ("href", url))
        }
        if let page = parts.page, !parts.translations.isEmpty {
            for (language, address) in [(page.language, addresses.relative(page.url))]
                + parts.translations.map({ ($0.language, $0.url) })
            {
                head.link(("rel", "alternate"), ("hreflang", language), ("href", addresses.origin + address))
            }
        }
        let folder = parts.feedFolder ?? "/"
        let title = folder == "/" ? site.configuration.title : "\(parts.title) – \(site.configuration.title)"
        for format in parts.feedFolder != nil || site.hasFeed ? site.configuration.feeds.formats : [] {
            head.link(
                ("rel", "alternate"), ("type", format.mediaType), ("title", title),
                ("href", addresses.relative(folder + format.fileName)))
        }
        if let webmention = site.configuration.webmention { head.link(("rel", "webmention"), ("href", webmention)) }
        head.meta("property", "og:type", parts.page?.date != nil && parts.role == .page ? "article" : "website")
        head.meta("property", "og:title", parts.title)
        head.meta("property", "og:site_name", site.configuration.title)
        head.meta("property", "og:description", summary)
        if parts.role != .notFound { head.meta("property", "og:url", url) }
        head.meta("property", "og:locale", parts.language.split(separator: "-").joined(separator: "_"))
        if let picture = parts.preview {
            let card = picture.social
            head.meta("property", "og:image", card?.absolute ?? picture.absolute)
            head.meta("property", "og:image:width", (card?.width ?? picture.size?.width).map(String.init))
            head.meta("property", "og:image:height", (card?.height ?? picture.size?.height).map(String.init))
            head.meta("property", "og:image:alt", picture.alt)
        }
        head.meta("property", "article:published_time", parts.role == .page ? parts.page?.date?.rfc3339 : nil)
        head.meta("property", "article:modified_time", parts.role == .page ? parts.page?.updated?.rfc3339 : nil)
        head.meta("name", "twitter:card", parts.preview == nil ? "summary" : "summary_large_image")
        if let data = StructuredData.script(for: context) { head.line(data) }
        return head.text
    }
}

/// Elements without content, a line each, written into one buffer: every page has two dozen of them.
private struct HeadLines {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(4096) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Nothing for empty content.
    mutating func meta(_ kind: String, _ name: String, _ content: String?) {
        guard let content, !content.isEmpty else { return }
        begin()
        bytes.append(contentsOf: "<meta".utf8)
        attribute(kind, name)
        attribute("content", content)
        bytes.append(UInt8(ascii: ">"))
    }

    mutating func link(_ attributes: (name: String, value: String)...) {
        begin()
        bytes.append(contentsOf: "<link".utf8)
        for (name, value) in attributes { attribute(name, value) }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Markup that is written already.
    mutating func line(_ markup: String) {
        begin()
        bytes.append(contentsOf: markup.utf8)
    }

    private mutating func begin() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    }

    private mutating func attribute(_ name: String, _ value: String) {
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "=\"".utf8)
        MarkupText.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }
}
