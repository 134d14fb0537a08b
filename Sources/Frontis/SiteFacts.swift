/// What a site says of itself in `frontis.yaml`, without its providers and their keys.
public struct SiteFacts: Sendable, Codable {
    /// `site.title`.
    public var title: String
    /// Absolute, ending in a slash; nothing where it was not given.
    public var url: String?
    /// BCP 47.
    public var language: String
    /// `site.author`.
    public var author: String?
    /// `site.description`.
    public var description: String?
    /// Who is to be named as the source of generated pictures.
    public var credit: String
    /// Entries in a feed.
    public var feedLength: Int
    /// Its feeds.
    public var feeds: FeedSettings
    /// Whether a list of its pages is written for language models: `llms.txt`.
    public var listsPagesForModels: Bool
    /// Whether readers can search it.
    public var hasSearch: Bool
    /// The author's own keys, of `site.params` and `params`.
    public var params: [String: ParamValue]

    /// A site with these facts; the rest as an empty `frontis.yaml` has it.
    public init(
        title: String, url: String? = nil, language: String = "en", author: String? = nil, description: String? = nil,
        credit: String? = nil, feedLength: Int = 20, feeds: FeedSettings = FeedSettings(),
        listsPagesForModels: Bool = false, hasSearch: Bool = false, params: [String: ParamValue] = [:]
    ) {
        self.title = title
        self.url = url
        self.language = language
        self.author = author
        self.description = description
        self.credit = credit ?? author ?? title
        self.feedLength = feedLength
        self.feeds = feeds
        self.listsPagesForModels = listsPagesForModels
        self.hasSearch = hasSearch
        self.params = params
    }
}
