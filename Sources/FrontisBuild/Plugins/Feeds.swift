import FrontisCore
import FrontisText
import FrontisXML

/// A feed for the site, each section and each tag: whole posts, with absolute addresses, the hero as the first
/// picture. One plug-in for each format.
struct Feeds: Plugin {
    let format: FeedSettings.Format
    var name: String { format == .json ? "json-feed" : format.rawValue }

    init(_ format: FeedSettings.Format) { self.format = format }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        guard context.site.feeds.formats.contains(format) else { return [] }
        return site.listings.indices.compactMap { index -> GeneratedFile? in
            let listing = site.listings[index]
            guard listing.hasFeed, let path = SitePath(listing.path.dropFirst() + format.fileName) else { return nil }
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
            guard context.site.feeds.content == .full else {
                posts.append(Post(entry: entry, html: nil))
                continue
            }
            let body = try await pages.absoluteHTML(of: entry.page)
            posts.append(Post(entry: entry, html: Self.html(of: entry, body: body)))
        }
        let feed = Feed(listing: listing, posts: posts, author: context.site.author, hub: context.site.feeds.hub)
        switch format {
        case .atom: return Array(try AtomFeed.text(feed).utf8)
        case .rss: return Array(try RSSFeed.text(feed).utf8)
        case .json: return try JSONFeed.bytes(feed)
        }
    }

    struct Post {
        var entry: FinishedSite.Entry
        /// Nothing where the feed has summaries only.
        var html: String?

        var page: Page { entry.page }
        var date: PageDate { page.date ?? PageDate(secondsSince1970: 0) }
        /// Readers sort by this; it never lies before the publication.
        var updated: PageDate { page.updated.map { max($0, date) } ?? date }
    }

    struct Feed {
        var listing: FinishedSite.Listing
        var posts: [Post]
        var author: String?
        /// Of WebSub.
        var hub: String?

        /// What browsers show the feed with, as seen from it.
        var styleSheet: String {
            String(repeating: "../", count: listing.path.split(separator: "/").count) + FeedStyle.fileName
        }

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
