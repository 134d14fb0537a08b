/// What a page says of itself before its text begins: its place, its front matter, what follows from both. Lists, feeds,
/// addresses and orders of pictures need no more of it.
public struct PageHead: Sendable, Codable, Equatable {
    /// What a page stands for.
    public enum Kind: String, Sendable, Codable {
        /// The front page: `_index.md` in the root of `content/`.
        case home
        /// A folder: its `_index.md`.
        case section
        /// A page or post of its own.
        case page
    }

    /// Where it comes from, which also begins the ids of its slots.
    public var source: SourceID
    /// What it stands for.
    public var kind: Kind
    /// The folder under `content/`, without slashes at its ends: `posts`, or nothing for the root.
    public var section: String
    /// The last part of its address, unless a pattern says otherwise.
    public var slug: String
    /// Root-relative, without the base path of `site.url`: `/posts/night-train/`.
    public var url: String

    /// The author's, else the first heading, else made of the file's name.
    public var title: String
    /// When it was published, as the author says.
    public var date: PageDate?
    /// When it was last changed, if the author says so.
    public var updated: PageDate?
    /// Whether it is not meant for readers yet.
    public var isDraft: Bool
    /// When it is to appear, where that is not its date.
    package var publication: PageDate?
    /// When it is to be gone.
    package var expiry: PageDate?
    /// `render: false`: it has no address, is in no list, and has no picture made.
    package var isRendered = true
    /// The author's, else nothing; see `Page.summary`.
    public var description: String?
    /// What it is filed under, by the name of the taxonomy.
    public var terms: [String: [Located<String>]]
    /// As the front matter names them.
    public var authors: [String]
    /// BCP 47.
    public var language: String
    package var aliases: [Located<String>]
    package var template: TemplateChoice?
    /// Its place among pages without a date.
    public var weight: Int?
    /// The menus that it asks to be in.
    package var menus: [MenuPlace]
    /// `toc: false` hides the table of contents.
    package var showsTableOfContents: Bool
    /// The author's own keys.
    public var params: [String: ParamValue]
    /// What plug-ins have added; reachable in templates as `page.<name>`.
    public var values: [String: ParamValue]

    /// Of the front matter, and of prompts in the text.
    ///
    /// No plug-in can order a picture, nor see what is ordered.
    package var imageRequests: [ImageRequest]
    /// A picture that the front matter names and that exists already.
    package var existingHero: ExistingPicture?
    /// Pictures and other files that stand beside the page and are copied beside its output: name to path
    /// under `content/`.
    package var resources: [String: String]
    /// Source of the page that this one translates.
    public var original: SourceID?
    /// Where the front matter begins, for findings about the page as a whole.
    package var location: SourceLocation

    /// A page with nothing but a place and a title.
    public init(source: SourceID, kind: Kind, section: String, slug: String, title: String, language: String) {
        self.source = source
        self.kind = kind
        self.section = section
        self.slug = slug
        self.title = title
        self.language = language
        self.location = source.location
        url = "/"
        isDraft = false
        terms = [:]
        authors = []
        aliases = []
        menus = []
        showsTableOfContents = true
        params = [:]
        values = [:]
        imageRequests = []
        resources = [:]
    }

    /// `posts/trip/` of `posts/trip.md`: Hexo keeps a post's files there, and Hugo publishes them beside it. Nothing for
    /// a page that has a folder of its own.
    package var companionFolder: String? {
        guard let source = source.file else { return nil }
        let name =
            source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source[source.index(after: $0)...] } ?? source[...]
        guard let dot = name.lastIndex(of: "."), !name.hasPrefix("index."), !name.hasPrefix("_index.") else {
            return nil
        }
        return source[..<dot] + "/"
    }

    /// As its author writes them.
    public func terms(in taxonomy: String) -> [String] { terms[taxonomy]?.map(\.value) ?? [] }

    /// What readers elsewhere know as keywords: its tags, then its categories.
    public var allTerms: [String] { TaxonomyKind.standard.flatMap { terms(in: $0.name) } }
}
