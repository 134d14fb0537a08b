import CMarkGFM
import FrontisCore

/// The blocks of code of a text whose authors say more of them than that they are code, as they are to be shown; the others
/// are Markdown's to write. A mark stands in the place of each.
struct TakenCode {
    private(set) var blocks: [String] = []
    private var nodes: [MarkdownTree.Node] = []
    /// Bytes of a page's code that are still to be highlighted.
    private var highlighting = ContentLimits.highlighting

    mutating func take(_ node: MarkdownTree.Node, _ style: Markdown.Style) {
        let info = MarkdownTree.string(cmark_node_get_fence_info(node))
        guard !info.trimmed.isEmpty || style.code.numbersLines, let mark = cmark_node_new(CMARK_NODE_HTML_BLOCK) else {
            return
        }
        let block = CodeBlock(
            fence: CodeFence(info), code: String(decoding: MarkdownTree.literal(of: node), as: UTF8.self))
        cmark_node_set_literal(mark, MarkdownMarkers.text(.code, blocks.count))
        guard cmark_node_insert_before(node, mark) != 0 else { return cmark_node_free(mark) }
        highlighting -= block.code.utf8.count
        blocks.append(block.html(style.code, highlighting > 0 ? style.highlight : nil))
        // A walk may still be at it.
        nodes.append(node)
    }

    /// Takes the blocks out of the tree, once and when nobody walks in it.
    func finish() {
        for node in nodes {
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }
}
