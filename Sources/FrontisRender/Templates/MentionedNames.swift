/// The last parts of all names that templates mention: of `page.hero.card` it is `card`, wherever that leads.
struct MentionedNames: Sendable {
    private(set) var names: Set<String> = []
    /// The site's collections that are asked for: `recent` of `collections.recent`.
    private(set) var collections: Set<String> = []
    /// Whether there is no telling which are: `{{#collections}}`.
    private(set) var readsAllCollections = false
    /// How often `related` is asked for.
    private(set) var relatedCount = 0
    /// Whether the pages of a section may be asked for: `page.section.pages`.
    private(set) var readsSectionPages = false
    /// The keys of front matter that are read: `image` of `page.params.image`.
    private(set) var params: Set<String> = []
    /// Whether there is no telling which are: `{{#page.params}}`.
    private(set) var readsAllParams = false

    init(_ templates: [[TemplateNode]]) {
        for nodes in templates { collect(nodes) }
    }

    private mutating func collect(_ nodes: [TemplateNode]) {
        for node in nodes {
            switch node {
            case .text, .escaping, .partial: break
            case .variable(let reference), .unescaped(let reference): collect(reference)
            case .section(let reference, let children), .inverted(let reference, let children):
                collect(reference)
                collect(children)
                if let name = reference.components.last, Self.sections.contains(name), Self.mayReadPages(children) {
                    readsSectionPages = true
                }
            case .block(let block): collect(block.nodes)
            case .parent(_, _, let blocks, _): for block in blocks { collect(block.nodes) }
            }
        }
    }

    private static let sections: Set = ["section", "sections"]

    /// Whether `pages` is asked for, or something is included that may ask for it.
    private static func mayReadPages(_ nodes: [TemplateNode]) -> Bool {
        nodes.contains { node in
            switch node {
            case .text, .escaping: false
            case .variable(let reference), .unescaped(let reference): reference.components.contains("pages")
            case .section(let reference, let children), .inverted(let reference, let children):
                reference.components.contains("pages") || mayReadPages(children)
            case .partial, .block, .parent: true
            }
        }
    }

    private mutating func collect(_ reference: NameReference) {
        if let name = reference.components.last { names.insert(name) }
        relatedCount += reference.components.count { $0 == "related" }
        for (name, next) in zip(reference.components, reference.components.dropFirst())
        where Self.sections.contains(name) && next == "pages" {
            readsSectionPages = true
        }
        collect(below: "params", of: reference, &params, &readsAllParams)
        collect(below: "collections", of: reference, &collections, &readsAllCollections)
    }

    private func collect(
        below name: String, of reference: NameReference, _ keys: inout Set<String>, _ readsAll: inout Bool
    ) {
        guard let place = reference.components.firstIndex(of: name) else { return }
        let rest = reference.components[(place + 1)...]
        if let key = rest.first { keys.insert(key) } else { readsAll = true }
    }
}
