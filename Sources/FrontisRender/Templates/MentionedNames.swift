/// The last parts of all names that templates mention: of `page.hero.card` it is `card`, wherever that leads.
struct MentionedNames: Sendable {
    private(set) var names: Set<String> = []
    /// Their first parts.
    private(set) var beginnings: Set<String> = []
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
            case .block(let block): collect(block.nodes)
            case .parent(_, _, let blocks, _): for block in blocks { collect(block.nodes) }
            }
        }
    }

    private mutating func collect(_ reference: NameReference) {
        if let name = reference.components.last { names.insert(name) }
        if let name = reference.components.first { beginnings.insert(name) }
        guard let place = reference.components.firstIndex(of: "params") else { return }
        let rest = reference.components[(place + 1)...]
        if let key = rest.first { params.insert(key) } else { readsAllParams = true }
    }
}
