/// Renders one page from checked templates into one growing buffer.
///
/// What a name means, and where the lines of partials are indented, follows swift-mustache. It recurses as deep
/// as sections, blocks and partials are nested, which the scanner and the checker bound.
struct TemplateRenderer {
    /// What a piece of template is shown under, besides the open contexts.
    private struct Place {
        /// In the list whose section is nearest; nothing in a partial or a block.
        var position: ListPosition?
        /// What this piece's lines are indented by, but for its first.
        var indentation: [UInt8] = []
        /// The blocks that parents' users have filled; of two with one name the earlier wins.
        var fillings: [TemplateBlock] = []
        var isEscaping = true
    }

    /// Pieces of templates that a page may be made of, and bytes that it may have. Partials that stand twice in each
    /// other and lists inside lists multiply: twenty of them are a million pieces, forty more than any machine has.
    struct Limits {
        var pieces = 10_000_000
        var bytes = 128 << 20
    }

    private let limits: Limits
    private var pieces = 0
    private var isExhausted = false

    private let templates: [String: [TemplateNode]]
    /// The contexts that are open, outermost first.
    private var scopes: [Found]
    private var recorder = ReadRecorder()

    /// A value, and where it is noted what is read of it.
    private struct Found {
        var value: TemplateValue
        var node = ReadRecorder.nowhere
    }

    /// Appends the page to `page`, as UTF-8.
    ///
    /// - Returns: what was read; nothing where the page is not all there, as it goes beyond the limits.
    static func render(
        _ nodes: [TemplateNode], of templates: [String: [TemplateNode]], _ root: some TemplateContext,
        into page: inout [UInt8], limits: Limits = Limits()
    ) -> ReadRecorder? {
        var renderer = TemplateRenderer(
            limits: limits, templates: templates, scopes: [Found(value: .object(root), node: ReadRecorder.root)])
        renderer.show(nodes, in: Place(), on: &page)
        return !renderer.isExhausted && page.count <= limits.bytes ? renderer.recorder : nil
    }

    // MARK: Pieces

    private mutating func show(_ nodes: [TemplateNode], in place: Place, on page: inout [UInt8]) {
        var place = place
        for node in nodes {
            pieces += 1
            guard !isExhausted, pieces <= limits.pieces, page.count <= limits.bytes else {
                isExhausted = true
                return
            }
            switch node {
            case .escaping(let isEscaping): place.isEscaping = isEscaping
            case _ where place.indentation.isEmpty: show(node, in: place, on: &page)
            case .text(let text): showLines(of: text, in: place, on: &page)
            default:
                // Nothing is indented where nothing is shown.
                let end = page.count
                indent(in: place, on: &page)
                let indented = page.count
                show(node, in: place, on: &page)
                if page.count == indented { page.removeLast(indented - end) }
            }
        }
    }

    private mutating func show(_ node: TemplateNode, in place: Place, on page: inout [UInt8]) {
        switch node {
        case .text(let text): page.append(contentsOf: text)
        case .escaping: break
        case .variable(let reference):
            append(reference, escaped: place.isEscaping, in: place, to: &page)
        case .unescaped(let reference):
            append(reference, escaped: false, in: place, to: &page)
        case .section(let reference, let nodes):
            showSection(nodes, over: value(of: reference, in: place), in: place, on: &page)
        case .inverted(let reference, let nodes):
            guard value(of: reference, in: place).value.isAbsent else { return }
            show(nodes, in: place, on: &page)
        case .partial(let name, _, let indentation):
            guard let nodes = templates[name] else { return }
            var inner = place
            inner.position = nil
            inner.isEscaping = true
            if !indentation.isEmpty { inner.indentation += indentation }
            show(nodes, in: inner, on: &page)
        case .parent(let name, _, let blocks, let indentation):
            guard let nodes = templates[name] else { return }
            var inner = place
            inner.position = nil
            inner.isEscaping = true
            if !indentation.isEmpty { inner.indentation += indentation }
            inner.fillings += blocks.reversed()
            show(nodes, in: inner, on: &page)
        case .block(let block):
            var inner = place
            inner.position = nil
            if !block.indentation.isEmpty { inner.indentation += block.indentation }
            let filling = place.fillings.first { $0.name == block.name }
            show(filling?.nodes ?? block.nodes, in: inner, on: &page)
        }
    }

    private mutating func append(
        _ reference: NameReference, escaped: Bool, in place: Place, to page: inout [UInt8]
    ) {
        let found = value(of: reference, in: place)
        if case .object = found.value { recorder.notePrinting(found.node) }
        page.append(found.value, escaped: escaped)
    }

    // MARK: Sections

    private mutating func showSection(
        _ nodes: [TemplateNode], over found: Found, in place: Place, on page: inout [UInt8]
    ) {
        switch found.value {
        case .absent: break
        case .flag(let flag):
            if flag { show(nodes, in: place, on: &page) }
        case .objects(let objects):
            showItems(objects.lazy.map { .object($0) }, found.node, nodes, in: place, on: &page)
        case .texts(let texts):
            showItems(texts.lazy.map { .text($0) }, ReadRecorder.nowhere, nodes, in: place, on: &page)
        case .values(let values):
            showItems(
                values.lazy.map { TemplateValue($0) }, ReadRecorder.nowhere, nodes, in: place, on: &page)
        case .map(let map) where map.isEmpty: break
        case .text, .integer, .number, .object, .map:
            var inner = place
            inner.position = nil
            scopes.append(found)
            show(nodes, in: inner, on: &page)
            scopes.removeLast()
        }
    }

    private mutating func showItems(
        _ items: some Collection<TemplateValue>, _ node: Int, _ nodes: [TemplateNode], in place: Place,
        on page: inout [UInt8]
    ) {
        var inner = place
        var index = 0
        for item in items {
            guard !isExhausted else { return }
            inner.position = ListPosition(index: index, isLast: index + 1 == items.count)
            scopes.append(Found(value: item, node: node))
            show(nodes, in: inner, on: &page)
            scopes.removeLast()
            index += 1
        }
    }

    // MARK: Indentation

    /// The first line of something indented has its blanks already, from the text before it or from what it is in.
    ///
    /// A line may have more of them than anything else, so they are counted before they are there.
    private mutating func indent(in place: Place, on page: inout [UInt8]) {
        guard page.last == UInt8(ascii: "\n") else { return }
        guard page.count + place.indentation.count <= limits.bytes else {
            isExhausted = true
            return
        }
        page.append(contentsOf: place.indentation)
    }

    private mutating func showLines(of text: [UInt8], in place: Place, on page: inout [UInt8]) {
        for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            // What follows the last newline belongs to the next node.
            guard line.startIndex < text.endIndex else { return }
            indent(in: place, on: &page)
            guard !isExhausted else { return }
            page.append(contentsOf: line)
            if line.endIndex < text.endIndex { page.append(UInt8(ascii: "\n")) }
        }
    }

    // MARK: Names

    private mutating func value(of reference: NameReference, in place: Place) -> Found {
        guard !reference.filters.isEmpty else { return value(at: reference) }
        var filters = reference.filters[...]
        var found: Found
        if reference.path.isEmpty {
            let question = filters.popLast().flatMap { TemplateFilter.Position(rawValue: $0.name) }
            guard let position = place.position, let question else { return Found(value: .absent) }
            found = Found(value: position.answer(to: question))
        } else {
            found = value(at: reference)
        }
        // What is in the author's own keys comes out as other values; a list's items stay what they are.
        if case .map = found.value { recorder.noteWhole(found.node) }
        while let filter = filters.popLast() {
            guard let changed = filter.filter?.apply(found.value) else { return Found(value: .absent) }
            found.value = changed
        }
        return found
    }

    /// The first part of a name is looked for from the innermost context outwards, the others strictly below it.
    private mutating func value(at reference: NameReference) -> Found {
        let components = reference.components
        guard let first = components.first, !reference.isLocal else {
            return scopes.last.map { value(below: $0, components[...]) } ?? Found(value: .absent)
        }
        for index in scopes.indices.reversed() {
            guard let found = value(named: first, in: scopes[index]) else { continue }
            return components.count == 1 ? found : value(below: found, components.dropFirst())
        }
        return Found(value: .absent)
    }

    private mutating func value(below found: Found, _ components: ArraySlice<String>) -> Found {
        var found = found
        for name in components {
            guard let next = value(named: name, in: found) else { return Found(value: .absent) }
            found = next
        }
        return found
    }

    /// Nothing for a name that the value does not have.
    private mutating func value(named name: String, in found: Found) -> Found? {
        switch found.value {
        case .object(let context):
            guard let read = context.read(name) else {
                if type(of: context).takesAdditions { recorder.note(name: name, of: found.node) }
                return nil
            }
            guard let field = read.field else {
                let node = recorder.note(name: name, of: found.node, isEntered: read.value.isOfContexts)
                return Found(value: read.value, node: node)
            }
            let node = recorder.note(field: field, of: found.node, isEntered: read.value.canBeEntered)
            return Found(value: read.value, node: node)
        case .map(let map):
            recorder.note(name: name, of: found.node)
            return map[name].map { Found(value: TemplateValue($0)) }
        default: return nil
        }
    }
}

/// Where in a list one is, for `{{index()}}` and its kin.
struct ListPosition {
    let index: Int
    let isLast: Bool

    func answer(to question: TemplateFilter.Position) -> TemplateValue {
        switch question {
        case .first: .flag(index == 0)
        case .last: .flag(isLast)
        case .index: .integer(index)
        case .even: .flag(index & 1 == 0)
        case .odd: .flag(index & 1 == 1)
        }
    }
}

extension TemplateValue {
    /// Whether there are contexts in it, which say what they are asked for.
    fileprivate var isOfContexts: Bool {
        switch self {
        case .object, .objects: true
        default: false
        }
    }

    /// Whether names may be read below it.
    fileprivate var canBeEntered: Bool {
        switch self {
        case .object, .objects, .map: true
        default: false
        }
    }

    /// Whether `{{^name}}` is shown.
    fileprivate var isAbsent: Bool {
        switch self {
        case .absent: true
        case .flag(let flag): !flag
        case .objects(let objects): objects.isEmpty
        case .texts(let texts): texts.isEmpty
        case .values(let values): values.isEmpty
        case .map(let map): map.isEmpty
        case .text, .integer, .number, .object: false
        }
    }
}
