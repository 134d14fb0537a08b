/// Adds something to pages or to the site: everything around the core is one. Values go in and come out;
/// the context is read-only.
///
/// A plug-in that throws is named in the error and fails the build. Write one in a file of its own under
/// `FrontisBuild/Plugins` and add it to `Plugins.all`.
package protocol Plugin: Sendable {
    /// Short and stable; errors and timings name it.
    var name: String { get }
    /// Raise it when the same page gives another result, so that nothing stale is reused.
    var version: Int { get }
    /// The names it adds to pages, so that templates which use them can be checked.
    var pageValues: [PageValueDeclaration] { get }

    /// Called once for each page, on several threads at once.
    func transform(_ page: Page, in context: PluginContext) throws -> Page

    /// Extra files of the site. Called before any picture is asked for, with stand-ins for those to come, so that
    /// addresses and failures are known by then; and once more with the pictures, where there are any.
    func generate(_ site: FinishedSite, in context: PluginContext) throws -> [OutputFile]
}

extension Plugin {
    package var version: Int { 1 }
    package var pageValues: [PageValueDeclaration] { [] }
    package func transform(_ page: Page, in context: PluginContext) throws -> Page { page }
    package func generate(_ site: FinishedSite, in context: PluginContext) throws -> [OutputFile] { [] }
}

/// A name that a plug-in makes available as `page.<name>`.
package struct PageValueDeclaration: Sendable {
    package enum Form: Sendable {
        case text
        /// Markup that the plug-in vouches for; use it with three braces.
        case html
        case number
        case flag
    }

    package var name: String
    package var form: Form
    package var summary: String

    package init(_ name: String, _ form: Form, _ summary: String) {
        self.name = name
        self.form = form
        self.summary = summary
    }
}

package struct PluginContext: Sendable {
    package var configuration: SiteConfiguration
    package var now: PageDate

    package init(configuration: SiteConfiguration, now: PageDate) {
        self.configuration = configuration
        self.now = now
    }
}

/// The site as `generate` sees it: what can be linked to, with absolute addresses ready.
package struct FinishedSite: Sendable {
    package struct Entry: Sendable {
        package var page: Page
        /// Absolute.
        package var url: String
        /// Its hero, with an absolute address.
        package var hero: Picture?
        /// Absolute addresses of its translations by language, its own included; empty if it has none.
        package var translations: [String: String]

        package init(page: Page, url: String, hero: Picture?, translations: [String: String]) {
            self.page = page
            self.url = url
            self.hero = hero
            self.translations = translations
        }
    }

    package struct Picture: Sendable {
        package var url: String
        package var mediaType: MediaType
        package var length: Int
        package var width: Int
        package var height: Int
        package var alt: String

        package init(url: String, mediaType: MediaType, length: Int, width: Int, height: Int, alt: String) {
            self.url = url
            self.mediaType = mediaType
            self.length = length
            self.width = width
            self.height = height
            self.alt = alt
        }
    }

    /// Pages that belong together, newest first: the whole site, a section, a tag.
    package struct Listing: Sendable {
        package var title: String
        package var description: String?
        package var language: String
        /// Root-relative, without the base path: `/tags/rail/`.
        package var path: String
        /// Absolute.
        package var url: String
        /// Indices into `entries`.
        package var members: [Int]
        /// How many output pages the list takes.
        package var pageCount: Int

        package init(
            title: String, description: String?, language: String, path: String, url: String, members: [Int],
            pageCount: Int
        ) {
            self.title = title
            self.description = description
            self.language = language
            self.path = path
            self.url = url
            self.members = members
            self.pageCount = pageCount
        }
    }

    package var entries: [Entry]
    package var listings: [Listing]
    /// A page's body with its pictures and absolute addresses throughout, for feeds.
    package var absoluteHTML: @Sendable (Page) -> String
    /// Absolute address of the front page.
    package var home: String { listings.first { $0.path == "/" }?.url ?? "" }
    /// Page by page in the order of their sources, in the order in which a page shows them.
    package var generated: [GeneratedPicture]

    package init(
        entries: [Entry], listings: [Listing], absoluteHTML: @escaping @Sendable (Page) -> String,
        generated: [GeneratedPicture] = []
    ) {
        self.entries = entries
        self.listings = listings
        self.absoluteHTML = absoluteHTML
        self.generated = generated
    }
}
