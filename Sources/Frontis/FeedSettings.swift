/// Which feeds a site has, and what is in them.
public struct FeedSettings: Sendable, Codable, Hashable {
    /// A way to write feeds.
    public enum Format: String, Sendable, Codable, CaseIterable {
        /// RFC 4287.
        case atom
        /// RSS 2.0.
        case rss
        /// JSON Feed 1.1.
        case json

        /// In the folder of the list that it is about.
        public var fileName: String { self == .json ? "feed.json" : rawValue + ".xml" }

        /// As `<link>` names it.
        public var mediaType: String { self == .json ? "application/feed+json" : "application/\(rawValue)+xml" }
    }

    /// How much of a post an entry has.
    public enum Content: String, Sendable, Codable, CaseIterable {
        /// All of its text.
        case full
        /// Its summary.
        case summary
    }

    /// In the order in which pages name them.
    public var formats: [Format]
    /// What entries have.
    public var content: Content
    /// Absolute address of a WebSub hub that tells subscribers of new posts; nothing for none.
    public var hub: String?

    /// - Parameters:
    ///   - formats: in the order in which pages name them.
    public init(formats: [Format] = [.atom, .rss], content: Content = .full, hub: String? = nil) {
        (self.formats, self.content, self.hub) = (formats, content, hub)
    }
}
