import CMarkGFM
import FrontisCore

/// Where the marks of shortcodes have come to stand when Markdown has read the text.
enum ShortcodePlaces {
    private typealias Node = MarkdownTree.Node

    /// Puts tags of shortcodes back where Markdown has read code, an address or words after all, and blocks of code in the
    /// place of those that are called; what is left stands in raw HTML, and becomes what it stands for.
    ///
    /// - Returns: what may look like shortcodes because their author wants to show some.
    static func restore(_ shortcodes: ShortcodeText, in root: MarkdownTree.Node) -> Set<MarkdownTree.Node> {
        guard let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        var words: Set<Node> = []
        var html: [Node] = []
        var calls: [Call] = []
        // They are met after the paragraphs that they are in.
        var ends: Set<Node> = []
        var blocks: [(mark: Node, info: String, text: String)] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator) else { continue }
            switch MarkdownTree.type(of: node) {
            case CMARK_NODE_CODE.rawValue, CMARK_NODE_CODE_BLOCK.rawValue:
                // Also what is written as if it were commented out.
                let literal = MarkdownTree.literal(of: node)
                guard ByteSearch.contains(UInt8(ascii: "{"), in: literal) || Self.isMarked(literal) else { continue }
                cmark_node_set_literal(node, shortcodes.restored(literal))
            case CMARK_NODE_TEXT.rawValue:
                let literal = MarkdownTree.literal(of: node)
                guard Self.isMarked(literal) else { continue }
                cmark_node_set_literal(node, shortcodes.restored(literal))
                words.insert(node)
            case CMARK_NODE_LINK.rawValue, CMARK_NODE_IMAGE.rawValue:
                for (get, set) in [
                    (cmark_node_get_url, cmark_node_set_url), (cmark_node_get_title, cmark_node_set_title),
                ] {
                    var text = MarkdownTree.string(get(node))
                    text.withUTF8 { if Self.isMarked($0) { _ = set(node, shortcodes.restored($0)) } }
                }
            case CMARK_NODE_HTML_BLOCK.rawValue, CMARK_NODE_HTML_INLINE.rawValue:
                let literal = MarkdownTree.literal(of: node)
                guard Self.isMarked(literal), !ends.contains(node) else { continue }
                if let (info, text) = shortcodes.code(in: literal) {
                    blocks.append((node, info, text))
                } else {
                    html.append(node)
                }
            case CMARK_NODE_PARAGRAPH.rawValue:
                guard let call = Call(of: node, shortcodes) else { continue }
                calls.append(call)
                ends.formUnion([call.first, call.last])
            default: continue
            }
        }
        for call in calls { html += call.unwrapped() }
        for node in html {
            let filled = shortcodes.filled(MarkdownTree.literal(of: node))
            if MarkdownTree.type(of: node) == CMARK_NODE_HTML_INLINE.rawValue, let pieces = pieces(of: filled) {
                words.formUnion(replaced(node, by: pieces))
            } else {
                cmark_node_set_literal(node, filled)
                words.insert(node)
            }
        }
        for (mark, info, text) in blocks {
            guard let block = cmark_node_new(CMARK_NODE_CODE_BLOCK) else { continue }
            cmark_node_set_fence_info(block, info)
            cmark_node_set_literal(block, text)
            if cmark_node_replace(mark, block) != 0 { cmark_node_free(mark) } else { cmark_node_free(block) }
        }
        return words
    }

    /// A paragraph that is all of a call, `{{< note >}}words{{< /note >}}`, which makes a block of it.
    private struct Call {
        let paragraph: Node
        /// The marks round its text.
        let first: Node
        let last: Node

        init?(of paragraph: Node, _ shortcodes: ShortcodeText) {
            guard let first = cmark_node_first_child(paragraph), let last = cmark_node_last_child(paragraph),
                first != last, MarkdownTree.type(of: first) == CMARK_NODE_HTML_INLINE.rawValue,
                MarkdownTree.type(of: last) == CMARK_NODE_HTML_INLINE.rawValue,
                shortcodes.areBlock(MarkdownTree.literal(of: first), MarkdownTree.literal(of: last))
            else { return nil }
            (self.paragraph, self.first, self.last) = (paragraph, first, last)
        }

        /// Puts the marks round the paragraph.
        ///
        /// - Returns: the blocks that they are then.
        func unwrapped() -> [Node] {
            [(first, cmark_node_insert_before), (last, cmark_node_insert_after)].compactMap { mark, insert in
                guard let block = cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return nil }
                cmark_node_set_literal(block, cmark_node_get_literal(mark))
                guard insert(paragraph, block) != 0 else {
                    cmark_node_free(block)
                    return nil
                }
                cmark_node_free(mark)
                return block
            }
        }
    }

    private static func isMarked(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
        ByteSearch.contains(MarkdownMarkers.byte, in: literal)
    }

    // MARK: Words

    private enum Piece {
        case tag(String)
        case words(String)
    }

    /// Markup among words, divided into its tags and its own words, which count as those of the page do: in headings, in
    /// summaries, in the time that it takes to read. Nothing where there are none, or what stands there is not for readers.
    private static func pieces(of html: String) -> [Piece]? {
        var html = html
        return html.withUTF8 { bytes -> [Piece]? in
            var pieces: [Piece] = []
            var (copied, position) = (0, 0)
            func addWords(to end: Int) {
                guard copied < end else { return }
                pieces.append(.words(RawHTML.decoded(String(decoding: bytes[copied..<end], as: UTF8.self))))
            }
            while let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position) {
                guard let tag = HTMLTag(in: bytes, at: open) else {
                    if bytes[open...].starts(with: "<!".utf8) { return nil }
                    position = open + 1
                    continue
                }
                if RawHTML.textElements.contains(tag.name) || tag.name == "svg" || tag.name == "math" { return nil }
                addWords(to: open)
                pieces.append(.tag(String(decoding: bytes[tag.range], as: UTF8.self)))
                (copied, position) = (tag.range.upperBound, tag.range.upperBound)
            }
            addWords(to: bytes.count)
            let hasWords = pieces.contains { if case .words(let words) = $0 { !words.trimmed.isEmpty } else { false } }
            return hasWords ? pieces : nil
        }
    }

    /// - Returns: the nodes that stand there now.
    private static func replaced(_ node: Node, by pieces: [Piece]) -> [Node] {
        let nodes = pieces.compactMap { piece -> Node? in
            let (type, literal) =
                switch piece {
                case .tag(let tag): (CMARK_NODE_HTML_INLINE, tag)
                case .words(let words): (CMARK_NODE_TEXT, words)
                }
            guard let new = cmark_node_new(type) else { return nil }
            cmark_node_set_literal(new, literal)
            guard cmark_node_insert_before(node, new) != 0 else {
                cmark_node_free(new)
                return nil
            }
            return new
        }
        cmark_node_unlink(node)
        cmark_node_free(node)
        return nodes
    }
}
