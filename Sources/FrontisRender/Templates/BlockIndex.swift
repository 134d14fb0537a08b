/// Which templates are included by others, and which blocks a template has, its partials' and parents' too.
struct BlockIndex {
    private let templates: [String: ScannedTemplate]
    private(set) var includedNames: Set<String> = []

    init(_ templates: [String: ScannedTemplate]) {
        self.templates = templates
        for (name, template) in templates {
            var included: Set<String> = []
            var blocks: Set<String> = []
            Self.collect(template.nodes, included: &included, blocks: &blocks)
            includedNames.formUnion(included.subtracting([name]))
        }
    }

    func blockNames(in name: String) -> Set<String> {
        var blocks: Set<String> = []
        var seen: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            guard seen.insert(next).inserted, let template = templates[next] else { continue }
            var included: Set<String> = []
            Self.collect(template.nodes, included: &included, blocks: &blocks)
            open += included
        }
        return blocks
    }

    /// Of templates that these pieces include themselves.
    static func includedNames(in nodes: [TemplateNode]) -> Set<String> {
        var (included, blocks): (Set<String>, Set<String>) = ([], [])
        collect(nodes, included: &included, blocks: &blocks)
        return included
    }

    private static func collect(
        _ nodes: [TemplateNode], included: inout Set<String>, blocks: inout Set<String>
    ) {
        for node in nodes {
            switch node {
            case .text, .escaping, .variable, .unescaped: break
            case .section(_, let children), .inverted(_, let children):
                collect(children, included: &included, blocks: &blocks)
            case .block(let block):
                blocks.insert(block.name)
                collect(block.nodes, included: &included, blocks: &blocks)
            case .partial(let name, _, _):
                included.insert(name)
            case .parent(let name, _, let fillings, _):
                included.insert(name)
                for filling in fillings { collect(filling.nodes, included: &included, blocks: &blocks) }
            }
        }
    }
}
