package import FrontisCore

/// What all pages share.
package final class SiteContext: TemplateContext {
    /// What is the same on every page.
    private final class Shared: Sendable {
        let configuration: SiteConfiguration
        let addresses: Addresses
        let sections: [SectionContext]
        let taxonomies: [TaxonomyContext]
        let menus: Menus
        let hasPosts: Bool
        /// Whether the whole site has feeds.
        let hasFeed: Bool
        let headFacts: [UInt8]
        let data: [String: ParamValue]

        init(configuration: SiteConfiguration, structure: SiteStructure, data: [String: ParamValue]) {
            self.configuration = configuration
            self.data = data
            let addresses = Addresses(configuration: configuration)
            self.addresses = addresses
            sections = structure.main.sections.enumerated().map { index, section in
                SectionContext(
                    title: section.title, url: addresses.relative(section.address), count: section.members.count,
                    index: index)
            }
            taxonomies = structure.main.taxonomies.map { TaxonomyContext($0, addresses: addresses) }
            menus = Menus(configuration, structure)
            hasFeed = SiteContext.hasFeed(configuration, about: structure.main.home.map { structure.pages[$0] })
            headFacts = SiteContext.headFacts(configuration, hasFeed: hasFeed)
            hasPosts = !structure.main.posts.isEmpty
        }
    }

    private let shared: Shared
    /// The page being shown, which the menu marks; nothing outside a page.
    private let shownPath: String?
    /// Nothing where nobody can see other pages.
    private let others: PageContexts?

    var configuration: SiteConfiguration { shared.configuration }
    var addresses: Addresses { shared.addresses }
    var sections: [SectionContext] { shared.sections }
    var taxonomies: [TaxonomyContext] { shared.taxonomies }
    var menus: Menus { shared.menus }
    var hasPosts: Bool { shared.hasPosts }
    var hasFeed: Bool { shared.hasFeed }

    /// Whether a list has feeds: unless the file about it says `feed: false`.
    func hasFeed(about page: Page?) -> Bool { Self.hasFeed(configuration, about: page) }

    private static func hasFeed(_ configuration: SiteConfiguration, about page: Page?) -> Bool {
        !configuration.feeds.formats.isEmpty && page?.params["feed"] != .flag(false)
    }

    /// Address of a feed of the whole site.
    private func feed(_ format: FeedSettings.Format) -> String? {
        hasFeed && configuration.feeds.formats.contains(format) ? addresses.relative("/" + format.fileName) : nil
    }

    /// What heads of pages take from the configuration, as bytes that differ where it does.
    var headFacts: [UInt8] { shared.headFacts }

    /// The same site as seen from a page.
    init(_ site: SiteContext, shownPath: String, among others: PageContexts?) {
        shared = site.shared
        self.shownPath = shownPath
        self.others = others
    }

    init(configuration: SiteConfiguration, structure: SiteStructure, data: [String: ParamValue] = [:]) {
        shared = Shared(configuration: configuration, structure: structure, data: data)
        (shownPath, others) = (nil, nil)
    }

    private static func headFacts(_ configuration: SiteConfiguration, hasFeed: Bool) -> [UInt8] {
        var facts = PackedWriter()
        for text in [configuration.title, configuration.origin, configuration.basePath, configuration.creditLine] {
            facts.add(text)
        }
        for text in [configuration.description, configuration.author, configuration.webmention] { facts.add(text) }
        facts.add(hasFeed)
        facts.add(configuration.feeds.formats) { $0.add($1.rawValue) }
        return facts.bytes
    }

    /// Adds what the site's lists are called, where they are and how much they hold.
    func sayLists(into said: inout PackedWriter) {
        said.add(shared.sections) { said, section in
            for text in [section.title, section.url] { said.add(text) }
            said.add(section.count)
        }
        said.add(shared.taxonomies) { said, taxonomy in
            for text in [taxonomy.title, taxonomy.url] { said.add(text) }
            said.add(taxonomy.terms) { said, term in
                for text in [term.name, term.url] { said.add(text) }
                said.add(term.count)
            }
        }
        said.add(shared.menus.byName) { $0.add(entries: $1) }
        said.add(hasPosts)
    }

    func has(taxonomy name: String) -> Bool { taxonomies.contains { $0.kind.name == name } }
    func terms(in taxonomy: String) -> [TermContext] { terms(ofKnown: taxonomy) ?? [] }
    private func terms(ofKnown taxonomy: String) -> [TermContext]? {
        taxonomies.first { $0.kind.name == taxonomy }?.terms
    }

    /// Of the page that searches, and of what it reads.
    static let searchPath = "/search/"

    package static var takesAdditions: Bool { true }

    package func addedValue(named name: String) -> TemplateValue? {
        TaxonomyNames.value(named: name) { terms(ofKnown: $0) }
    }

    /// Names that a site's own taxonomies add.
    package static func fields(of configuration: SiteConfiguration) -> [ContextField] {
        TaxonomyNames.fields(of: configuration) { "All \($0.name), by name." }
    }

    private var shownMenus: MenusContext { MenusContext(menus, addresses: addresses, shownPath: shownPath) }

    private static let termFields: [ContextFields<SiteContext>.Field] =
        TaxonomyKind.standard.map { kind in
            .list(kind.name, of: TermContext.self, "All \(kind.name), by name.") { $0.terms(in: kind.name) }
        }
        + TaxonomyKind.standard.map { kind in
            .flag("has-\(kind.name)", "Whether any page has a \(kind.one).") { !$0.terms(in: kind.name).isEmpty }
        }

    package static let fields = ContextFields<SiteContext>(
        "site", "The site as a whole.",
        [
            .text("title", "`site.title` of frontis.yaml.") { $0.configuration.title },
            .text("url", "Absolute address of the front page, with a slash at its end.") {
                $0.addresses.absolute("/")
            },
            .text("base", "Root-relative address of the front page: `/`, or `/blog/`.") { $0.addresses.relative("/") },
            .text("language", "BCP 47.") { $0.configuration.language },
            .text("author", "`site.author`.") { $0.configuration.author },
            .text("description", "`site.description`.") { $0.configuration.description },
            .open("params", "Your own keys of `site.params` and `params`.") { $0.configuration.params },
            .list(
                "menu", of: MenuContext.self,
                "The main menu: `menus.main`, else sections with posts, then pages in the root of content/."
            ) {
                $0.shownMenus.entries(of: "main")
            },
            .object("menus", MenusContext.self, "All menus, by their names.") { $0.shownMenus },
            .list("sections", of: SectionContext.self, "Folders of content/ that have lists.") { site in
                site.others.map { others in site.sections.map { SectionContext($0, among: others) } } ?? site.sections
            },
            .list("taxonomies", of: TaxonomyContext.self, "All ways in which pages are filed, as far as any page is.") {
                $0.taxonomies.filter { !$0.terms.isEmpty }
            },
        ] + termFields + [
            .flag("has-posts", "Whether any page has a date.") { $0.hasPosts },
            .text("feed", "Root-relative address of the Atom feed, if there is one.") { $0.feed(.atom) },
            .text("rss", "Root-relative address of the RSS feed, if there is one.") { $0.feed(.rss) },
            .text("json-feed", "Root-relative address of the JSON feed, if there is one.") { $0.feed(.json) },
            .text(
                "search",
                "Root-relative address of the folder that the search is in, where `search` of frontis.yaml is set."
            ) {
                $0.configuration.hasSearch ? $0.addresses.relative(searchPath) : nil
            },
            .open("data", "What the files under `data/` say: `data/team.yaml` is `site.data.team`.") { $0.shared.data },
        ])
}

extension PackedWriter {
    fileprivate mutating func add(entries: [Menus.Item]) {
        add(entries) { said, item in
            said.add(item.title)
            switch item.target {
            case .site(let path, let suffix): for text in ["site", path, suffix] { said.add(text) }
            case .other(let address): for text in ["other", address] { said.add(text) }
            case .nowhere: said.add("nowhere")
            }
            said.add(entries: item.children)
        }
    }
}
