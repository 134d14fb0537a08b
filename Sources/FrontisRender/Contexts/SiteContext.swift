import FrontisCore

/// What all pages share.
package final class SiteContext: TemplateContext {
    /// What is the same on every page.
    private final class Shared: Sendable {
        let configuration: SiteConfiguration
        let addresses: Addresses
        let sections: [LinkContext]
        /// By the name of the taxonomy.
        let terms: [String: [TermContext]]
        /// Of the menu, without the base path.
        let entries: [(title: String, address: String)]
        let hasPosts: Bool
        let headFacts: [UInt8]
        let data: [String: ParamValue]

        init(configuration: SiteConfiguration, structure: SiteStructure, data: [String: ParamValue]) {
            self.configuration = configuration
            self.data = data
            let addresses = Addresses(configuration: configuration)
            self.addresses = addresses
            sections = structure.main.sections.map {
                LinkContext(title: $0.title, url: addresses.relative($0.address), count: $0.members.count)
            }
            var terms: [String: [TermContext]] = [:]
            for taxonomy in structure.main.taxonomies {
                terms[taxonomy.name] = taxonomy.terms.map { term in
                    TermContext(
                        name: term.name, url: addresses.relative(taxonomy.address(of: term)), count: term.members.count)
                }
            }
            self.terms = terms
            headFacts = SiteContext.headFacts(configuration)
            hasPosts = !structure.main.posts.isEmpty
            let listed = structure.main.sections.filter { section in
                !section.path.contains("/") && section.members.contains { structure.pages[$0].date != nil }
            }
            let loose = structure.pages.filter {
                $0.kind == .page && $0.section.isEmpty && $0.date == nil && $0.original == nil
            }
            let sorted = loose.sorted { ($0.weight ?? .max, $0.title) < ($1.weight ?? .max, $1.title) }
            entries = listed.map { ($0.title, $0.address) } + sorted.map { ($0.title, $0.url) }
        }
    }

    private let shared: Shared
    /// The page being shown, which the menu marks; nothing outside a page.
    private let shownPath: String?

    var configuration: SiteConfiguration { shared.configuration }
    var addresses: Addresses { shared.addresses }
    var sections: [LinkContext] { shared.sections }
    var hasPosts: Bool { shared.hasPosts }
    /// What heads of pages take from the configuration, as bytes that differ where it does.
    var headFacts: [UInt8] { shared.headFacts }

    /// The same site as seen from a page.
    init(_ site: SiteContext, shownPath: String) {
        shared = site.shared
        self.shownPath = shownPath
    }

    init(configuration: SiteConfiguration, structure: SiteStructure, data: [String: ParamValue] = [:]) {
        shared = Shared(configuration: configuration, structure: structure, data: data)
        shownPath = nil
    }

    private static func headFacts(_ configuration: SiteConfiguration) -> [UInt8] {
        var facts = PackedWriter()
        for text in [configuration.title, configuration.origin, configuration.basePath, configuration.creditLine] {
            facts.add(text)
        }
        for text in [configuration.description, configuration.author] { facts.add(text) }
        return facts.bytes
    }

    /// Adds what the site's lists are called, where they are and how much they hold.
    func sayLists(into said: inout PackedWriter) {
        said.add(shared.sections) { said, section in
            for text in [section.title, section.url] { said.add(text) }
            said.add(section.count)
        }
        said.add(shared.terms) { said, terms in
            said.add(terms) { said, term in
                for text in [term.name, term.url] { said.add(text) }
                said.add(term.count)
            }
        }
        said.add(shared.entries) { said, entry in
            for text in [entry.title, entry.address] { said.add(text) }
        }
        said.add(hasPosts)
    }

    func terms(in taxonomy: String) -> [TermContext] { shared.terms[taxonomy] ?? [] }

    private var menu: [MenuContext] {
        shared.entries.map { entry in
            MenuContext(
                title: entry.title, url: addresses.relative(entry.address),
                isCurrent: shownPath?.hasPrefix(entry.address) == true)
        }
    }

    private static let termFields: [ContextFields<SiteContext>.Field] =
        TaxonomyKind.all.map { kind in
            .list(kind.name, of: TermContext.self, "All \(kind.name), by name.") { $0.terms(in: kind.name) }
        }
        + TaxonomyKind.all.map { kind in
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
            .list("menu", of: MenuContext.self, "Sections with posts, then pages in the root of content/.") { $0.menu },
            .list("sections", of: LinkContext.self, "Folders of content/ that have lists.") { $0.sections },
        ] + termFields + [
            .flag("has-posts", "Whether any page has a date.") { $0.hasPosts },
            .text("feed", "Root-relative address of the Atom feed.") { $0.addresses.relative("/atom.xml") },
            .text("rss", "Root-relative address of the RSS feed.") { $0.addresses.relative("/rss.xml") },
            .open("data", "What the files under `data/` say: `data/team.yaml` is `site.data.team`.") { $0.shared.data },
        ])
}
