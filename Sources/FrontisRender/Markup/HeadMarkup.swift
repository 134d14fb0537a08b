import FrontisCore

/// The parts of `<head>` that every page needs and nobody should have to write.
enum HeadMarkup {
    static func text(for context: PageContext) -> String {
        let parts = context.parts
        let site = context.site
        let addresses = site.addresses
        var lines: [String] = []
        func meta(_ kind: String, _ name: String, _ content: String?) {
            guard let content, !content.isEmpty else { return }
            lines.append("<meta \(kind)=\"\(name)\"\(HTML.attribute("content", content))>")
        }
        let url = addresses.absolute(parts.path)
        let summary = parts.description ?? parts.summary ?? site.configuration.description
        meta("name", "description", summary)
        if parts.role == .notFound {
            meta("name", "robots", "noindex")
        } else {
            lines.append("<link rel=\"canonical\"\(HTML.attribute("href", url))>")
        }
        if let page = parts.page, !parts.translations.isEmpty {
            for (language, address) in [(page.language, addresses.relative(page.url))]
                + parts.translations.map({ ($0.language, $0.url) })
            {
                let absolute = addresses.origin + address
                lines.append(
                    "<link rel=\"alternate\"\(HTML.attribute("hreflang", language))\(HTML.attribute("href", absolute))>"
                )
            }
        }
        for (type, name) in [("application/atom+xml", "atom.xml"), ("application/rss+xml", "rss.xml")] {
            let folder = parts.feedFolder ?? "/"
            let title = folder == "/" ? site.configuration.title : "\(parts.title) – \(site.configuration.title)"
            lines.append(
                "<link rel=\"alternate\" type=\"\(type)\"\(HTML.attribute("title", title))"
                    + "\(HTML.attribute("href", addresses.relative(folder + name)))>")
        }
        meta("property", "og:type", parts.page?.date != nil && parts.role == .page ? "article" : "website")
        meta("property", "og:title", parts.title)
        meta("property", "og:site_name", site.configuration.title)
        meta("property", "og:description", summary)
        if parts.role != .notFound { meta("property", "og:url", url) }
        meta("property", "og:locale", parts.language.split(separator: "-").joined(separator: "_"))
        if let picture = parts.preview {
            let card = picture.social
            meta("property", "og:image", card?.absolute ?? picture.absolute)
            meta("property", "og:image:width", (card?.width ?? picture.size?.width).map(String.init))
            meta("property", "og:image:height", (card?.height ?? picture.size?.height).map(String.init))
            meta("property", "og:image:alt", picture.alt)
        }
        meta("property", "article:published_time", parts.role == .page ? parts.page?.date?.rfc3339 : nil)
        meta("property", "article:modified_time", parts.role == .page ? parts.page?.updated?.rfc3339 : nil)
        meta("name", "twitter:card", parts.preview == nil ? "summary" : "summary_large_image")
        if let data = StructuredData.script(for: context) { lines.append(data) }
        return lines.joined(separator: "\n")
    }
}
