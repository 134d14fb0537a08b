/// The site as `generate` sees it: what can be linked to, with absolute addresses ready.
public struct FinishedSite: Sendable, Codable {
    /// A page as others can link to it.
    public struct Entry: Sendable, Codable {
        /// Without its HTML, which `PageReading` makes.
        public var page: Page
        /// Absolute.
        public var url: String
        /// Its hero, with an absolute address.
        public var hero: Picture?
        /// Absolute addresses of its translations by language, its own included; empty if it has none.
        public var translations: [String: String]

        /// A page and its address.
        public init(page: Page, url: String, hero: Picture?, translations: [String: String]) {
            self.page = page
            self.url = url
            self.hero = hero
            self.translations = translations
        }
    }

    /// A picture as readers get it.
    public struct Picture: Sendable, Codable {
        /// Absolute.
        public var url: String
        /// What its file is.
        public var mediaType: MediaType
        /// Bytes of the file; 0 where they are not known yet.
        public var length: Int
        /// Pixels.
        public var width: Int
        /// Pixels.
        public var height: Int
        /// What it shows, in words; empty where it is decoration.
        public var alt: String

        /// A picture and its address.
        public init(url: String, mediaType: MediaType, length: Int, width: Int, height: Int, alt: String) {
            self.url = url
            self.mediaType = mediaType
            self.length = length
            self.width = width
            self.height = height
            self.alt = alt
        }
    }

    /// Pages that belong together, newest first: the whole site, a section, a tag.
    public struct Listing: Sendable, Codable {
        /// Of the site, the section or the tag.
        public var title: String
        /// What the author says of it.
        public var description: String?
        /// BCP 47.
        public var language: String
        /// Root-relative, without the base path: `/tags/rail/`.
        public var path: String
        /// Absolute.
        public var url: String
        /// Indices into `entries`.
        public var members: [Int]
        /// How many output pages the list takes.
        public var pageCount: Int
        /// Whether it has feeds.
        public var hasFeed: Bool

        /// A list of pages.
        public init(
            title: String, description: String?, language: String, path: String, url: String, members: [Int],
            pageCount: Int, hasFeed: Bool = true
        ) {
            self.title = title
            self.description = description
            self.language = language
            self.path = path
            self.url = url
            self.members = members
            self.pageCount = pageCount
            self.hasFeed = hasFeed
        }
    }

    /// All pages, sorted by source.
    public var entries: [Entry]
    /// All lists that the site has pages for.
    public var listings: [Listing]
    /// Absolute address of the front page.
    public var home: String { listings.first { $0.path == "/" }?.url ?? "" }
    /// Page by page in the order of their sources, in the order in which a page shows them.
    public var generated: [GeneratedPicture]

    /// A site of its parts.
    public init(
        entries: [Entry], listings: [Listing], generated: [GeneratedPicture] = []
    ) {
        self.entries = entries
        self.listings = listings
        self.generated = generated
    }
}
