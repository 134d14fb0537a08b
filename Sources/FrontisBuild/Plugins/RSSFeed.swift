import FrontisCore
import FrontisXML

/// RSS 2.0 with the content and Dublin Core modules.
enum RSSFeed {
    static func text(_ feed: Feeds.Feed) throws -> String {
        let writer = try XMLWriter(styleSheet: feed.styleSheet)
        let listing = feed.listing
        try writer.element(
            "rss",
            [
                ("version", "2.0"), ("xmlns:atom", "http://www.w3.org/2005/Atom"),
                ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ]
        ) {
            try writer.element("channel") {
                try writer.element("title", [], listing.title)
                try writer.element("link", [], listing.url)
                try writer.element("description", [], listing.description ?? listing.title)
                try writer.element("language", [], listing.language)
                try writer.element(
                    "atom:link",
                    [("rel", "self"), ("type", "application/rss+xml"), ("href", listing.url + "rss.xml")])
                if let hub = feed.hub { try writer.element("atom:link", [("rel", "hub"), ("href", hub)]) }
                try writer.element("lastBuildDate", [], feed.updated.rfc822)
                try writer.element("generator", [], FrontisVersion.generator)
                for post in feed.posts { try write(post, in: feed, to: writer) }
            }
        }
        return try writer.finish()
    }

    private static func write(_ post: Feeds.Post, in feed: Feeds.Feed, to writer: XMLWriter) throws {
        try writer.element("item") {
            try writer.element("title", [], post.page.title)
            try writer.element("link", [], post.entry.url)
            try writer.element("guid", [("isPermaLink", "true")], post.entry.url)
            try writer.element("pubDate", [], post.date.rfc822)
            let authors = post.page.authors.isEmpty ? [feed.author].compactMap { $0 } : post.page.authors
            for author in authors { try writer.element("dc:creator", [], author) }
            for tag in post.page.allTerms { try writer.element("category", [], tag) }
            if let hero = post.entry.hero {
                try writer.element(
                    "enclosure",
                    [("url", hero.url), ("length", String(hero.length)), ("type", hero.mediaType.rawValue)])
            }
            try writer.element("description", [], post.page.summary)
            if let html = post.html { try writer.element("content:encoded", [], html) }
        }
    }
}
