/// The last parts of all names that templates mention: of `page.hero.card` it is `card`, wherever that leads.
struct MentionedNames {
    private(set) var names: Set<String> = []

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
    }
}
