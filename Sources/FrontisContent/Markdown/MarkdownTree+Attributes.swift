import CMarkGFM
import Foundation
import FrontisCore

/// Takes kramdown's attribute lists out of a text: `{: .right}` on a line of its own belongs to the block above, right
/// behind a picture, a link or emphasis to that.
extension MarkdownTree {
    /// - Parameter isAtMargin: whether a line of the text begins with one, and with no mark of the quote or the list
    ///   above it.
    /// - Returns: what belongs to which node.
    func takeAttributeLists(isAtMargin: (Int) -> Bool) -> [Node: AttributeList] {
        var found: [Node: AttributeList] = [:]
        var seeds: Set<Node> = []
        for text in texts(with: "{:") {
            if let (table, row, list) = Self.rowBelowTable(text) {
                Self.assign(list, ofBlock: table, &found)
                seeds.insert(row)
            } else {
                take(from: text, isAtMargin: isAtMargin, &found, &seeds)
            }
        }
        // At the end, as there may be more of these lists in them.
        for seed in seeds { cmark_node_unlink(seed) }
        for seed in seeds { cmark_node_free(seed) }
        return found
    }

    private func texts(with mark: String) -> [Node] {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var texts: [Node] = []
        let pattern = Array(mark.utf8)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return texts }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                Self.type(of: node) == CMARK_NODE_TEXT.rawValue,
                ByteSearch.index(of: pattern, in: Self.literal(of: node)) != nil
            else { continue }
            texts.append(node)
        }
    }

    private func take(
        from text: Node, isAtMargin: (Int) -> Bool, _ found: inout [Node: AttributeList], _ seeds: inout Set<Node>
    ) {
        guard let block = cmark_node_parent(text) else { return }
        var rest = Self.string(cmark_node_get_literal(text))[...]
        var kept = ""
        while let open = rest.firstRange(of: "{:") {
            let behind = rest[open.upperBound...].utf8.prefix(AttributeList.longest)
            guard let close = behind.firstIndex(of: UInt8(ascii: "}")),
                let list = AttributeList(rest[open.upperBound..<close], isKramdown: true)
            else {
                kept += rest[..<open.upperBound]
                rest = rest[open.upperBound...]
                continue
            }
            kept += rest[..<open.lowerBound]
            let after = rest[rest.index(after: close)...]
            let previous = cmark_node_previous(text)
            let endsLine = after.allSatisfy(\.isWhitespace) && Self.isBreak(cmark_node_next(text))
            if kept.isEmpty, let previous, !Self.isBreak(previous) {
                found[previous] = list
            } else if endsLine {
                if list.isTableOfContents, let seed = Self.seed(around: block) {
                    seeds.insert(seed)
                } else {
                    let isBelow = kept.isEmpty && isAtMargin(Int(cmark_node_get_start_line(text)))
                    Self.assign(list, ofBlock: isBelow ? Self.outermost(endingWith: block) : block, &found)
                }
            } else {
                kept += rest[open.lowerBound...close]
            }
            rest = after
        }
        kept += rest
        // A line of its own leaves no empty one behind.
        if kept.trimmed.isEmpty {
            let neighbours = [cmark_node_previous(text), cmark_node_next(text)].compactMap { $0 }
            if let line = neighbours.first, Self.isBreak(line) { cmark_node_free(line) }
        }
        cmark_node_set_literal(text, cmark_node_next(text) == nil ? kept.trimmedEnd : kept)
        guard Self.type(of: block) == CMARK_NODE_PARAGRAPH.rawValue, Self.isEmpty(block) else { return }
        let above = cmark_node_previous(block)
        if let list = found.removeValue(forKey: block) {
            if let above { Self.assign(list, ofBlock: above, &found) }
            if list.isTableOfContents, let above, Self.type(of: above) == CMARK_NODE_LIST.rawValue {
                seeds.insert(above)
            }
        }
        cmark_node_free(block)
    }

    private static func assign(_ list: AttributeList, ofBlock block: Node, _ found: inout [Node: AttributeList]) {
        if found[block] == nil { found[block] = list }
    }

    /// Right below a table the line is one more row to the reader.
    private static func rowBelowTable(_ text: Node) -> (table: Node, row: Node, list: AttributeList)? {
        guard let cell = cmark_node_parent(text), strcmp(cmark_node_get_type_string(cell), "table_cell") == 0,
            let row = cmark_node_parent(cell), cmark_node_next(row) == nil, cmark_node_previous(row) != nil,
            let table = cmark_node_parent(row), cmark_node_previous(cell) == nil,
            cmark_node_first_child(cell) == text, cmark_node_next(text) == nil
        else { return nil }
        var other = cmark_node_next(cell)
        while let empty = other {
            guard cmark_node_first_child(empty) == nil else { return nil }
            other = cmark_node_next(empty)
        }
        let literal = string(cmark_node_get_literal(text)).trimmed
        guard literal.utf8.count <= AttributeList.longest + 3, literal.hasPrefix("{:"), literal.hasSuffix("}"),
            let list = AttributeList(literal.dropFirst(2).dropLast(), isKramdown: true)
        else { return nil }
        return (table, row, list)
    }

    /// The list or the quote that ends with the paragraph, and with the line at the margin below it.
    private static func outermost(endingWith paragraph: Node) -> Node {
        var block = paragraph
        var outermost = paragraph
        while cmark_node_next(block) == nil, let parent = cmark_node_parent(block) {
            switch type(of: parent) {
            case CMARK_NODE_LIST.rawValue, CMARK_NODE_BLOCK_QUOTE.rawValue: outermost = parent
            case CMARK_NODE_ITEM.rawValue: break
            default: return outermost
            }
            block = parent
        }
        return outermost
    }

    /// The list of one item that kramdown replaces: `* TOC` with `{:toc}` below it.
    private static func seed(around paragraph: Node) -> Node? {
        guard let item = cmark_node_parent(paragraph), type(of: item) == CMARK_NODE_ITEM.rawValue else { return nil }
        return cmark_node_parent(item)
    }

    private static func isBreak(_ node: Node?) -> Bool {
        guard let node else { return true }
        let type = type(of: node)
        return type == CMARK_NODE_SOFTBREAK.rawValue || type == CMARK_NODE_LINEBREAK.rawValue
    }

    private static func isEmpty(_ paragraph: Node) -> Bool {
        var child = cmark_node_first_child(paragraph)
        while let node = child {
            guard type(of: node) == CMARK_NODE_TEXT.rawValue, literal(of: node).isEmpty else { return false }
            child = cmark_node_next(node)
        }
        return true
    }
}
