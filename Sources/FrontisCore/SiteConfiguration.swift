/// `frontis.yaml`, typed, with its defaults. Every key may be left out.
package struct SiteConfiguration: Sendable {
    /// Where it is written down, relative to the site.
    package static let path = SourceID.settings.description

    package var title = "A site made with Frontis"
    /// Absolute, ending in a slash; nothing where it was not given.
    package var url: String?
    package var language = "en"
    /// Those that names of files may end in; nothing: what is one by ISO 639-1 and has an original.
    package var languages: [String]?
    package var author: String?
    package var description: String?
    /// What previews show of pages without a picture of their own, as their front matter would name it.
    package var image: ExistingPicture?
    /// Who is to be named as a picture's source; nothing where it was not given.
    package var credit: String?
    /// How headings get their ids.
    package var headingIDs = HeadingIDStyle.github
    /// Whether TeX between its marks stays as it is in pages that do not say.
    package var keepsMath = false
    /// Whether it becomes MathML then.
    package var convertsMath = false
    package var code = CodeStyle()
    package var extras = MarkdownExtras.standard
    /// The pattern of addresses in sections that have none of their own.
    package var permalink = "/:section/:slug/"
    /// Patterns by section, `/` standing for the root of `content/`; located where the section is named.
    package var permalinks: [String: Located<String>] = [:]
    /// Posts on one page of a list.
    package var pageSize = 10
    /// Entries in a feed.
    package var feedLength = 20
    package var images = Images()
    package var styles: [String: Style] = [:]
    package var alt = Alt()
    package var providers: [String: ProviderSettings] = [:]
    /// Where pictures are copied to; nothing for a site that keeps them to itself.
    package var publish: Publishing?
    /// Whether links may lead out of the folders that a site is read from; to nothing hidden even so.
    package var allowsLinksOutside = false
    /// Names of files and folders in `static/` that are published although they begin with a dot.
    package var staticDotfiles: Set<String> = []
    package var severities: [DiagnosticID: Severity] = [:]
    /// Ways in which pages are filed, in the order in which they are shown, and where each is named.
    package var taxonomies = TaxonomyKind.standard.map { Located($0, at: SourceID.settings.location) }
    /// Menus by their names in templates.
    package var menus: [String: [MenuEntry]] = [:]
    /// The theme that the site's templates stand over, one by one; nothing: a site with templates has all of its own.
    package var theme: Located<String>?
    package var feeds = FeedSettings()
    /// Where others send mentions of a page: `<link rel="webmention">`; nothing where nobody takes them.
    package var webmention: String?
    /// Whether `llms.txt` is written.
    package var listsPagesForModels = false
    /// Whether there is an index of words, and a page that looks things up in it.
    package var hasSearch = false
    /// How many pages `page.related` has at most.
    package var relatedCount = 3
    /// By their names in templates.
    package var collections: [String: PageCollection] = [:]
    /// Keys of `params:`, for the site's own templates.
    package var params: [String: ParamValue] = [:]

    package init() {}

    /// Whose rule the ids of headings follow, so that links from elsewhere still find them.
    package enum HeadingIDStyle: String, Sendable, CaseIterable {
        case github
        case hugo
        case frontis
    }

    package struct Images: Sendable {
        package var provider = Located("pattern", at: SourceID.settings.location)
        package var aspect = Aspect.standard
        package var style: Located<String>?
        package var candidates = 1
        package var onMissing: OnMissing?
        package var onFailure = OnFailure.error
        /// US dollars a run.
        package var budget: Money = 5
        /// Nothing where the file does not say it.
        package var budgetLocation: SourceLocation?
        package var concurrency = 4
        /// Nothing: originals are shown as they are.
        package var variants: VariantSettings? = VariantSettings()
        package var social = Social()
        /// Whether the originals of generated pictures are in the output, byte for byte.
        package var publishesOriginals = false

        package init() {}
    }

    /// How social cards are made.
    package struct Social: Sendable {
        /// Whether the page's title is set over the picture.
        package var title = false
        /// A family, with a weight and a style if it should have them; nothing: the file's own, else `sans bold`.
        package var font: Located<String>?
        /// Relative to the site.
        package var fontFile: Located<String>?
        /// The lines of `font` and `fontFile`, for findings.
        package var fontLine: String?
        package var fontFileLine: String?

        package init() {}
    }

    package enum OnMissing: String, Sendable, CaseIterable {
        case make
        case placeholder
        case error
    }

    /// What a page shows whose picture could not be made.
    package enum OnFailure: String, Sendable, CaseIterable {
        case error
        case placeholder
    }

    /// A house style: words round every prompt.
    package struct Style: Sendable, Hashable {
        package var prefix: String?
        package var suffix: String?
        package var negative: String?
        /// Paths relative to the site.
        package var references: [String] = []

        package init(prefix: String? = nil, suffix: String? = nil, negative: String? = nil) {
            self.prefix = prefix
            self.suffix = suffix
            self.negative = negative
        }
    }

    package struct Alt: Sendable {
        /// Nothing: the images' provider, if it can describe.
        package var provider: Located<String>?
        /// Settings that stand over the provider's own: `model`, `deployment` …
        package var settings: [String: Located<SettingValue>] = [:]
        package var maxLength = 125
        package var require = Requirement.none
        package var describe = Described.generated

        package init() {}

        /// What decides about the words that a model writes, beside who is asked; no credential.
        package var writingSettings: String {
            let own = settings.filter { !Self.credentials.contains($0.key) }.sorted { $0.key < $1.key }
            return (["max-length: \(maxLength)"] + own.map { "\($0.key): \($0.value.value.line)" }).joined(
                separator: "\n")
        }

        private static let credentials: Set<String> = ["api-key", "token", "credentials", "organization", "project"]
    }

    /// Which pictures the describer looks at.
    package enum Described: String, Sendable, CaseIterable {
        /// Those that were made for a slot.
        case generated
        /// The site's own files as well, where the author has said nothing.
        case all
    }

    package enum Requirement: String, Sendable, CaseIterable {
        case none
        case any
        case reviewed
    }

    /// The line that names the source of generated pictures: `site.credit`, else the author, else the title.
    package var creditLine: String { credit ?? author ?? title }

    /// A page that has nothing but `site.image`: the picture is looked for, checked and cut as that of any page.
    package var imagePage: Page? {
        guard let image else { return nil }
        var page = Page(source: .settings, kind: .home, section: "", slug: "", title: title, language: language)
        page.existingHero = image
        page.location = image.location ?? SourceID.settings.location
        return page
    }

    /// Of the bytes that it was read from, with what was said over them.
    package var digest = ""

    /// The path part of `url` without its last slash: nothing, or `/blog`.
    package var basePath: String {
        guard let url, let scheme = url.firstRange(of: "://") else { return "" }
        let rest = url[scheme.upperBound...]
        guard let slash = rest.firstIndex(of: "/") else { return "" }
        var path = String(rest[slash...])
        while path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// `https://example.org`, without a path.
    package var origin: String {
        let url = url ?? Self.unsetURL
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        return String(url[..<(rest.firstIndex(of: "/") ?? url.endIndex)])
    }

    /// Stands in feeds and the sitemap where `site.url` is not set; a warning says so.
    package static let unsetURL = "http://localhost/"
}
