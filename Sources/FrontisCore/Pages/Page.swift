/// A Markdown file under `content/`, read and parsed; its pictures are still open.
package struct Page: Sendable {
    package enum Kind: String, Sendable {
        case home
        case section
        case page
    }

    /// Path under `content/`, which also begins the ids of its slots: `posts/night-train.md`.
    package var source: String
    package var kind: Kind
    /// The folder under `content/`, without slashes at its ends: `posts`, or nothing for the root.
    package var section: String
    package var slug: String
    /// Root-relative, without the base path of `site.url`: `/posts/night-train/`.
    package var url: String

    package var title: String
    package var date: PageDate?
    package var updated: PageDate?
    package var isDraft: Bool
    /// When it is to appear, where that is not its date.
    package var publication: PageDate?
    /// When it is to be gone.
    package var expiry: PageDate?
    /// `render: false`: it has no address, is in no list, and has no picture made.
    package var isRendered = true
    /// The author's, else nothing; see `excerpt`.
    package var description: String?
    /// Beginning of the body as plain text, for lists and feeds where there is no description.
    package var excerpt: String
    /// The beginning of the text without markup; only of pages that want a prompt written from it.
    package var promptText: String
    package var tags: [String]
    package var categories: [String]
    /// All of them, with their places.
    package var terms: [Located<String>]
    package var authors: [String]
    /// BCP 47.
    package var language: String
    package var aliases: [Located<String>]
    package var template: TemplateChoice?
    package var weight: Int?
    /// `toc: false` hides the table of contents.
    package var showsTableOfContents: Bool
    /// The author's own keys.
    package var params: [String: ParamValue]
    /// What plug-ins have added; reachable in templates as `page.<name>`.
    package var values: [String: ParamValue]

    package var imageRequests: [ImageRequest]
    /// A picture that the front matter names and that exists already.
    package var existingHero: ExistingPicture?
    package var body: Body
    /// Pictures and other files that stand beside the page and are copied beside its output: name to path
    /// under `content/`.
    package var resources: [String: String]
    /// Source of the page that this one translates.
    package var original: String?
    /// Where the front matter begins, for findings about the page as a whole.
    package var location: SourceLocation

    package init(source: String, kind: Kind, section: String, slug: String, title: String, language: String) {
        self.source = source
        self.kind = kind
        self.section = section
        self.slug = slug
        self.title = title
        self.language = language
        self.location = SourceLocation(path: "content/" + source)
        url = "/"
        isDraft = false
        excerpt = ""
        promptText = ""
        tags = []
        categories = []
        terms = []
        authors = []
        aliases = []
        showsTableOfContents = true
        params = [:]
        values = [:]
        imageRequests = []
        body = Body()
        resources = [:]
    }

    package var summary: String { description ?? excerpt }

    /// `posts/trip/` of `posts/trip.md`: Hexo keeps a post's files there, and Hugo publishes them beside it. Nothing for
    /// a page that has a folder of its own.
    package var companionFolder: String? {
        let name =
            source.utf8.lastIndex(of: UInt8(ascii: "/")).map { source[source.index(after: $0)...] } ?? source[...]
        guard let dot = name.lastIndex(of: "."), !name.hasPrefix("index."), !name.hasPrefix("_index.") else {
            return nil
        }
        return source[..<dot] + "/"
    }

    /// Every address of a picture or a link in the page that may lead to a file of the site.
    package var localAddresses: [String] {
        var addresses = existingHero.map { [$0.address] } ?? []
        for gap in body.gaps {
            switch gap.filling {
            case .picture(let picture): addresses += picture.addresses
            case .link(let link): addresses.append(link.address)
            }
        }
        return addresses
    }
}

/// The `template` or `layout` of a page.
package struct TemplateChoice: Sendable {
    package var name: Located<String>
    /// Whether another generator can have meant it: every `layout`, and a `template` with a file extension.
    package var mayBeForeign: Bool
    package var sourceLine: String?

    package init(name: Located<String>, mayBeForeign: Bool, sourceLine: String?) {
        self.name = name
        self.mayBeForeign = mayBeForeign
        self.sourceLine = sourceLine
    }
}

/// `hero: train.jpg` or `cover: { image: train.jpg, alt: … }`.
package struct ExistingPicture: Sendable, Hashable {
    package var address: String
    package var alt: String?
    package var caption: String?
    /// What crops keep; nothing: what catches the eye.
    package var focus: FocalPoint?
    /// Where the address was written, and that line, for findings.
    package var location: SourceLocation?
    package var sourceLine: String?

    package init(
        address: String, alt: String? = nil, caption: String? = nil, focus: FocalPoint? = nil,
        location: SourceLocation? = nil, sourceLine: String? = nil
    ) {
        self.address = address
        self.alt = alt
        self.caption = caption
        self.focus = focus
        self.location = location
        self.sourceLine = sourceLine
    }
}
