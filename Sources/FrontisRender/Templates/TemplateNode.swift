/// A piece of a template, as the checker reads it and the renderer shows it; comments are left out.
indirect enum TemplateNode: Sendable {
    /// UTF-8 that is shown as it stands; never empty.
    case text([UInt8])
    /// `{{% CONTENT_TYPE: TEXT }}` switches escaping off, `HTML` on, to the end of the section.
    case escaping(Bool)
    /// `{{x}}`
    case variable(NameReference)
    /// `{{{x}}}`, `{{&x}}`
    case unescaped(NameReference)
    /// `{{#x}}…{{/x}}`
    case section(NameReference, [TemplateNode])
    /// `{{^x}}…{{/x}}`
    case inverted(NameReference, [TemplateNode])
    /// `{{>x}}`; the range is the name's, in bytes of the template. Every line of the partial but the first, which
    /// has it already, gets the indentation.
    case partial(String, Range<Int>, indentation: [UInt8])
    /// `{{<x}}…{{/x}}`
    case parent(String, Range<Int>, [TemplateBlock], indentation: [UInt8])
    /// `{{$x}}…{{/x}}` outside a parent: a place that can be filled.
    case block(TemplateBlock)
}

struct TemplateBlock: Sendable {
    let name: String
    /// Of the name.
    let range: Range<Int>
    let nodes: [TemplateNode]
    /// For the lines of whatever is shown here.
    let indentation: [UInt8]
}

/// A name with its filters, as a tag writes it: `lowercased(page.section.title)`. A class, as all threads read the
/// same ones over and over: counting one reference is cheaper than counting three.
final class NameReference: Sendable {
    struct Filter: Sendable {
        let name: String
        let range: Range<Int>
        /// Nothing for a name that no filter has.
        let filter: TemplateFilter?
    }

    /// Outermost first.
    let filters: [Filter]
    /// Without filters; empty in `{{index()}}`.
    let path: String
    let range: Range<Int>

    /// `{{.title}}` is looked for in the innermost context only.
    let isLocal: Bool
    /// Empty for `{{.}}`, the innermost context itself.
    let components: [String]

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
            filters.append(
                Filter(name: String(part), range: position..<end, filter: TemplateFilter.named(String(part))))
            position = end + 1
        }
        self.filters = filters
        self.path = path
        range = position..<position + path.utf8.count
        isLocal = path.first == "."
        components = path.split(separator: ".").map(String.init)
    }
}
