import CMarkGFM
import FrontisCore

/// Takes headings out: their ids are chosen when all are known.
extension MarkdownWalker {
    /// Leaves a heading out that says the title, as the template does.
    mutating func takeTitle(of root: MarkdownTree.Node, title: String?) {
        var next = cmark_node_first_child(root)
        // `<!-- markdownlint-disable -->` and its like.
        while let node = next, MarkdownTree.type(of: node) == CMARK_NODE_HTML_BLOCK.rawValue,
            MarkdownTree.literal(of: node).starts(with: "<!--".utf8)
        {
            next = cmark_node_next(node)
        }
        guard let first = next, MarkdownTree.type(of: first) == CMARK_NODE_HEADING.rawValue,
            cmark_node_get_heading_level(first) == 1
        else { return }
        var text = math.restored(MarkdownTree.plainText(of: first))
        var id = attributes[first]?.id
        if let open = HeadingText.braces(of: text) {
            id = id ?? AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false)?.id
            text = String(text[..<open]).trimmed
        }
        guard title.map({ HeadingText.isSame($0, as: text) }) ?? true else { return }
        markdown.firstHeading = text
        let heading = OpenHeading(level: 1, text: text, line: line(of: first))
        markdown.body.titleID = id ?? HeadingIDs.id(of: heading.idText(in: source), by: style.headingIDs)
        cmark_node_unlink(first)
        cmark_node_free(first)
    }

    mutating func takeHeading(_ node: MarkdownTree.Node) {
        var text = math.restored(MarkdownTree.plainText(of: node))
        var list = attributes[node]
        // `## Fares {#fares}`, as Hugo's and Zola's users write it.
        if list == nil, let open = HeadingText.braces(of: text), let last = cmark_node_last_child(node),
            MarkdownTree.type(of: last) == CMARK_NODE_TEXT.rawValue
        {
            let literal = MarkdownTree.string(cmark_node_get_literal(last))
            if let brace = literal.lastIndex(of: "{") {
                list = AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false)
                cmark_node_set_literal(last, String(literal[..<brace]).trimmedEnd)
                text = String(text[..<open]).trimmed
            }
        }
        if markdown.firstHeading == nil { markdown.firstHeading = text }
        var heading = OpenHeading(
            level: Int(cmark_node_get_heading_level(node)), text: text, line: line(of: node))
        if let list {
            heading.attributes = list.markup
            heading.chosen = list.id.map { Located($0, at: places.location(of: "#" + $0, fromLine: heading.line)) }
        }
        insert(.heading, headings.count, into: node)
        headings.append(heading)
    }
}
