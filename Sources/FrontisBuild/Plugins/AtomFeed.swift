import FrontisCore
import FrontisXML

/// RFC 4287.
enum AtomFeed {
    static func text(_ feed: Feeds.Feed) throws -> String {
        let writer = try XMLWriter(styleSheet: feed.styleSheet)
        let listing = feed.listing
        try writer.element(
            "feed", [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", listing.language)]
        ) {
            try writer.element("title", [], listing.title)
            if let description = listing.description { try writer.element("subtitle", [], description) }
            try writer.element("id", [], listing.url)
            try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", listing.url)])
            try writer.element(
                "link", [("rel", "self"), ("type", "application/atom+xml"), ("href", listing.url + "atom.xml")])
            if let hub = feed.hub { try writer.element("link", [("rel", "hub"), ("href", hub)]) }
            try writer.element("updated", [], feed.updated.rfc3339)
            try writer.element("generator", [("version", FrontisVersion.current)], "Frontis")
            // A feed whose entries have no author needs one of its own (4.1.1).
            try writer.element("author") { try writer.element("name", [], feed.author ?? listing.title) }
            for post in feed.posts { try write(post, in: feed, to: writer) }
        }
        return try writer.finish()
    }

    private static func write(_ post: Feeds.Post, in feed: Feeds.Feed, to writer: XMLWriter) throws {
        let url = post.entry.url
        try writer.element("entry", [("xml:lang", post.page.language)]) {
            try writer.element("title", [], post.page.title)
            try writer.element("id", [], url)
            try writer.element("link", [("rel", "alternate"), ("type", "text/html"), ("href", url)])
            if let hero = post.entry.hero {
                try writer.element(
                    "link",
                    [
                        ("rel", "enclosure"), ("type", hero.mediaType.rawValue), ("length", String(hero.length)),
                        ("href", hero.url),
                    ])
            }
            try writer.element("published", [], post.date.rfc3339)
            try writer.element("updated", [], post.updated.rfc3339)
            for author in post.page.authors {
                try writer.element("author") { try writer.element("name", [], author) }
            }
            for tag in post.page.allTerms {
                try writer.element("category", [("term", tag)])
            }
            if !post.page.summary.isEmpty { try writer.element("summary", [], post.page.summary) }
            if let html = post.html { try writer.element("content", [("type", "html"), ("xml:base", url)], html) }
        }
    }
}
