import CMarkGFM
import FrontisCore

extension MarkdownTree {
    /// Puts TeX back where Markdown has read code, HTML or an address after all; what is left stands in text.
    func restore(_ math: MathSpans) {
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            switch Self.type(of: node) {
            case CMARK_NODE_TEXT.rawValue:
                guard ByteSearch.contains(MarkdownMarkers.byte, in: Self.literal(of: node)) else { continue }
                cmark_node_set_literal(node, math.cleaned(Self.string(cmark_node_get_literal(node))))
            case CMARK_NODE_CODE.rawValue, CMARK_NODE_CODE_BLOCK.rawValue, CMARK_NODE_HTML_BLOCK.rawValue,
                CMARK_NODE_HTML_INLINE.rawValue:
                cmark_node_set_literal(node, math.restored(Self.string(cmark_node_get_literal(node))))
            case CMARK_NODE_LINK.rawValue, CMARK_NODE_IMAGE.rawValue:
                cmark_node_set_url(node, math.restored(Self.string(cmark_node_get_url(node))))
                cmark_node_set_title(node, math.restored(Self.string(cmark_node_get_title(node))))
            default: continue
            }
        }
    }
}
