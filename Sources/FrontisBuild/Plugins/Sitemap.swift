import FrontisCore
import FrontisXML

/// `sitemap.xml` by the protocol of sitemaps.org, with the languages of a page as search engines want them. Past
/// the protocol's 50,000 addresses it is an index of several.
struct Sitemap: Plugin {
    let name = "sitemap"
    private static let limit = 50_000
    /// https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps
    private static let images = "http://www.google.com/schemas/sitemap-image/1.1"

    private struct Address {
        var url: String
        var modified: PageDate?
        var translations: [String: String] = [:]
        var picture: String?
    }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        var addresses: [String: Address] = [:]
        for listing in site.listings {
            let dates = listing.members.compactMap { site.entries[$0].page.updated ?? site.entries[$0].page.date }
            addresses[listing.url] = Address(url: listing.url, modified: dates.max())
        }
        for entry in site.entries where entry.page.kind == .page || addresses[entry.url] != nil {
            let modified = entry.page.updated ?? entry.page.date ?? addresses[entry.url]?.modified
            addresses[entry.url] = Address(
                url: entry.url, modified: modified, translations: entry.translations, picture: entry.hero?.url)
        }
        let sorted = addresses.values.sorted { $0.url < $1.url }
        guard let path = SitePath("sitemap.xml") else { return [] }
        if sorted.count <= Self.limit { return [GeneratedFile(path, .text(try text(sorted[...])))] }
        return try index(sorted, at: path, home: site.home)
    }

    private func index(_ addresses: [Address], at path: SitePath, home: String) throws -> [GeneratedFile] {
        var files: [GeneratedFile] = []
        let writer = try XMLWriter()
        try writer.element("sitemapindex", [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) {
            for start in stride(from: 0, to: addresses.count, by: Self.limit) {
                let name = "sitemap-\(start / Self.limit + 1).xml"
                guard let part = SitePath(name) else { continue }
                let slice = addresses[start..<min(start + Self.limit, addresses.count)]
                files.append(GeneratedFile(part, .text(try text(slice))))
                try writer.element("sitemap") { try writer.element("loc", [], home + name) }
            }
        }
        return files + [GeneratedFile(path, .text(try writer.finish()))]
    }

    private func text(_ addresses: ArraySlice<Address>) throws -> String {
        let writer = try XMLWriter()
        try writer.element(
            "urlset",
            [
                ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
                ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
            ] + (addresses.contains { $0.picture != nil } ? [("xmlns:image", Self.images)] : [])
        ) {
            for address in addresses {
                try writer.element("url") {
                    try writer.element("loc", [], address.url)
                    if let modified = address.modified { try writer.element("lastmod", [], modified.rfc3339) }
                    if let picture = address.picture {
                        try writer.element("image:image") { try writer.element("image:loc", [], picture) }
                    }
                    for (language, url) in address.translations.sorted(by: { $0.key < $1.key }) {
                        try writer.element(
                            "xhtml:link", [("rel", "alternate"), ("hreflang", language), ("href", url)])
                    }
                }
            }
        }
        return try writer.finish()
    }
}
