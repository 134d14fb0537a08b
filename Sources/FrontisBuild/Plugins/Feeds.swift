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
        site.listings.compactMap { listing in path(of: listing).map { GeneratedFile($0, .asked) } }
    }

    func contents(
        of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) async throws -> [UInt8] {
        let folder = "/" + file.text.dropLast(fileName.count)
        guard let listing = site.listings.first(where: { $0.path == folder }) else { return [] }
        let feed = try await Self.feed(of: listing, in: site, pages, context)
        return Array(try (format == .atom ? AtomFeed.text(feed) : RSSFeed.text(feed)).utf8)
    }

    private var fileName: String { "\(format.rawValue).xml" }

    private func path(of listing: FinishedSite.Listing) -> SitePath? { SitePath(listing.path.dropFirst() + fileName) }

    private static func feed(
        of listing: FinishedSite.Listing, in site: FinishedSite, _ pages: any PageReading, _ context: PluginContext
    ) async throws -> Feed {
        let dated = listing.members.lazy.filter { site.entries[$0].page.date != nil }
        var posts: [Post] = []
        for index in dated.prefix(context.site.feedLength) {
            let entry = site.entries[index]
            posts.append(
                Post(entry: entry, html: html(of: entry, body: try await pages.absoluteHTML(of: entry.page))))
        }
        return Feed(listing: listing, posts: posts, home: site.home, author: context.site.author, now: context.now)
    }

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
        /// Absolute address of the site's front page.
        var home: String
        var author: String?
        var now: PageDate

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
