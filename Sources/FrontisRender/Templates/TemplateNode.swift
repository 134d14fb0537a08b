/// A tag of a template that the checker cares about; text and comments are left out.
indirect enum TemplateNode: Sendable {
    /// `{{x}}`, `{{{x}}}`, `{{&x}}`
    case variable(NameReference)
    /// `{{#x}}…{{/x}}`
    case section(NameReference, [TemplateNode])
    /// `{{^x}}…{{/x}}`
    case inverted(NameReference, [TemplateNode])
    /// `{{>x}}`; the range is the name's, in bytes of the template.
    case partial(String, Range<Int>)
    /// `{{<x}}…{{/x}}`
    case parent(String, Range<Int>, [TemplateBlock])
    /// `{{$x}}…{{/x}}` outside a parent: a place that can be filled.
    case block(TemplateBlock)
}

struct TemplateBlock: Sendable {
    let name: String
    /// Of the name.
    let range: Range<Int>
    let nodes: [TemplateNode]
}

/// A name with its filters, as a tag writes it: `lowercased(page.section.title)`.
struct NameReference: Sendable {
    struct Filter: Sendable {
        let name: String
        let range: Range<Int>
    }

    /// Outermost first.
    let filters: [Filter]
    /// Without filters; empty in `{{index()}}`.
    let path: String
    let range: Range<Int>

    /// `{{.title}}` is looked for in the innermost context only.
    var isLocal: Bool { path.first == "." }
    /// Empty for `{{.}}`, the innermost context itself.
    var components: [String] { path.split(separator: ".").map(String.init) }
}

extension NameReference {
    /// Reads `a.b`, `f(a.b)`, `f(g(a.b))`; nothing if it is badly formed.
    init?(_ text: String, at offset: Int) {
        let parts = text.split(separator: "(", omittingEmptySubsequences: false)
        guard let last = parts.last else { return nil }
        let depth = parts.count - 1
        let closing = last.reversed().prefix { $0 == ")" }.count
        let path = String(last.dropLast(closing))
        guard closing == depth, !path.contains(")"), depth > 0 || !path.isEmpty else { return nil }
        var filters: [Filter] = []
        var position = offset
        for part in parts.dropLast() {
            guard !part.isEmpty, !part.contains(")"), !part.contains(".") else { return nil }
            let end = position + part.utf8.count
            filters.append(Filter(name: String(part), range: position..<end))
            position = end + 1
        }
        self.init(filters: filters, path: path, range: position..<position + path.utf8.count)
    }
}
