import Foundation
import FrontisCore

/// JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/
enum JSONFeed {
    private struct Author: Encodable {
        var name: String
    }

    private struct Hub: Encodable {
        let type = "WebSub"
        var url: String
    }

    private struct Item: Encodable {
        var authors: [Author]?
        var contentHTML: String?
        var dateModified: String?
        var datePublished: String
        var id: String
        var image: String?
        var language: String
        var summary: String?
        var tags: [String]?
        var title: String
        var url: String

        init(_ post: Feeds.Post) {
            let (page, entry) = (post.page, post.entry)
            authors = page.authors.isEmpty ? nil : page.authors.map(Author.init)
            dateModified = page.updated == nil ? nil : post.updated.rfc3339
            datePublished = post.date.rfc3339
            (id, url, title, language) = (entry.url, entry.url, page.title, page.language)
            image = entry.hero?.url
            summary = page.summary.isEmpty ? nil : page.summary
            tags = page.allTerms.isEmpty ? nil : page.allTerms
            // An item has a content in any case (items, content_html).
            contentHTML = post.html
        }

        private enum CodingKeys: String, CodingKey {
            case authors, id, image, language, summary, tags, title, url
            case contentHTML = "content_html"
            case contentText = "content_text"
            case dateModified = "date_modified"
            case datePublished = "date_published"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(authors, forKey: .authors)
            try container.encodeIfPresent(contentHTML, forKey: .contentHTML)
            if contentHTML == nil { try container.encode(summary ?? title, forKey: .contentText) }
            try container.encodeIfPresent(dateModified, forKey: .dateModified)
            try container.encode(datePublished, forKey: .datePublished)
            try container.encode(id, forKey: .id)
            try container.encodeIfPresent(image, forKey: .image)
            try container.encode(language, forKey: .language)
            try container.encodeIfPresent(summary, forKey: .summary)
            try container.encodeIfPresent(tags, forKey: .tags)
            try container.encode(title, forKey: .title)
            try container.encode(url, forKey: .url)
        }
    }

    private struct Document: Encodable {
        var authors: [Author]?
        var description: String?
        var feedURL: String
        var homePageURL: String
        var hubs: [Hub]?
        var items: [Item]
        var language: String
        var title: String
        let version = "https://jsonfeed.org/version/1.1"

        private enum CodingKeys: String, CodingKey {
            case authors, description, hubs, items, language, title, version
            case feedURL = "feed_url"
            case homePageURL = "home_page_url"
        }
    }

    static func bytes(_ feed: Feeds.Feed) throws -> [UInt8] {
        let listing = feed.listing
        let document = Document(
            authors: feed.author.map { [Author(name: $0)] }, description: listing.description,
            feedURL: listing.url + FeedSettings.Format.json.fileName, homePageURL: listing.url,
            hubs: feed.hub.map { [Hub(url: $0)] }, items: feed.posts.map(Item.init), language: listing.language,
            title: listing.title)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(document))
    }
}
