import FrontisCore
import FrontisText
import FrontisXML

/// A feed for the site, each section and each tag: whole posts, with absolute addresses, the hero as the first
/// picture. One plug-in for each format.
struct Feeds: Plugin {
    enum Format: String {
        case atom
        case rss
    }

    let format: Format
    var name: String { format.rawValue }

    init(_ format: Format) {
        self.format = format
    }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        site.listings.indices.compactMap { index -> GeneratedFile? in
            let listing = site.listings[index]
            guard let path = path(of: listing) else { return nil }
            let dated = listing.members.lazy.filter { site.entries[$0].page.date != nil }
            let newest = Array(dated.prefix(context.site.feedLength))
            return GeneratedFile(path, .askedAbout(SitePart(entries: newest, listings: [index])))
        }
    }

    func contents(
        of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) async throws -> [UInt8] {
        guard let listing = site.listings.first else { return [] }
        var posts: [Post] = []
        for entry in site.entries {
            let body = try await pages.absoluteHTML(of: entry.page)
            posts.append(Post(entry: entry, html: Self.html(of: entry, body: body)))
        }
        let feed = Feed(listing: listing, posts: posts, author: context.site.author)
        return Array(try (format == .atom ? AtomFeed.text(feed) : RSSFeed.text(feed)).utf8)
    }

    private var fileName: String { "\(format.rawValue).xml" }

    private func path(of listing: FinishedSite.Listing) -> SitePath? { SitePath(listing.path.dropFirst() + fileName) }

    struct Post {
        var entry: FinishedSite.Entry
        var html: String

        var page: Page { entry.page }
        var date: PageDate { page.date ?? PageDate(secondsSince1970: 0) }
        /// Readers sort by this; it never lies before the publication.
        var updated: PageDate { page.updated.map { max($0, date) } ?? date }
    }

    struct Feed {
        var listing: FinishedSite.Listing
        var posts: [Post]
        var author: String?

        /// The newest post's, so that a feed does not change while its posts do not.
        var updated: PageDate { posts.map(\.updated).max() ?? PageDate(year: 2000, month: 1, day: 1) }
    }

    /// Feed readers know no `<picture>` and no relative address.
    private static func html(of entry: FinishedSite.Entry, body: String) -> String {
        guard let hero = entry.hero else { return body }
        return
            "<p><img src=\"\(MarkupText.escaped(hero.url, for: .doubleQuotes))\" alt=\"\(MarkupText.escaped(hero.alt, for: .doubleQuotes))\" width=\"\(hero.width)\" "
            + "height=\"\(hero.height)\"></p>\n" + body
    }
}
