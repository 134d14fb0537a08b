import CMarkGFM
import FrontisCore
import FrontisText

/// Quotes that begin with `[!NOTE]`, as GitHub has them, or with `[!note]- A title`, as Obsidian does, which can be folded:
/// they become boxes with a title.
enum Callouts {
    /// What every such quote has.
    static let mark = Array("[!".utf8)

    private typealias Node = MarkdownTree.Node

    /// GitHub's five kinds, and which of them others' words are.
    private static let kinds: [String: String] = [
        "note": "note", "info": "note", "abstract": "note", "summary": "note", "tldr": "note", "todo": "note",
        "example": "note", "quote": "note", "tip": "tip", "hint": "tip", "success": "tip", "check": "tip",
        "done": "tip",
        "important": "important", "warning": "warning", "attention": "warning", "question": "warning",
        "help": "warning", "faq": "warning", "caution": "caution", "danger": "caution", "error": "caution",
        "failure": "caution", "bug": "caution",
    ]

    private struct Callout {
        var kind: String
        var title: String
        /// Nothing where it cannot be folded.
        var isOpen: Bool?
    }

    static func replace(in root: MarkdownTree.Node) {
        guard let iterator = cmark_iter_new(root) else { return }
        var quotes: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                MarkdownTree.type(of: node) == CMARK_NODE_BLOCK_QUOTE.rawValue
            else { continue }
            quotes.append(node)
        }
        cmark_iter_free(iterator)
        for quote in quotes {
            if let callout = taken(from: quote) { unwrap(quote, callout) }
        }
    }

    /// The first line of a quote, taken out of it; nothing where it is a quote like any other.
    private static func taken(from quote: Node) -> Callout? {
        guard let paragraph = cmark_node_first_child(quote),
            MarkdownTree.type(of: paragraph) == CMARK_NODE_PARAGRAPH.rawValue
        else { return nil }
        var line: [Node] = []
        var next = cmark_node_first_child(paragraph)
        while let node = next, !isBreak(node) {
            line.append(node)
            next = cmark_node_next(node)
        }
        guard let first = line.first, MarkdownTree.type(of: first) == CMARK_NODE_TEXT.rawValue else { return nil }
        // The reader divides text at brackets.
        let text = line.map(words).joined()
        guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]"), end < text.endIndex else { return nil }
        let word = text[text.index(text.startIndex, offsetBy: 2)..<end]
        guard let kind = kinds[word.lowercased()] else { return nil }
        var rest = text[text.index(after: end)...]
        var isOpen: Bool?
        if let sign = rest.first, sign == "-" || sign == "+" || sign == "–" {
            isOpen = sign == "+"
            rest = rest.dropFirst()
        }
        let title = String(rest).trimmed
        for node in line { cmark_node_free(node) }
        if let node = cmark_node_first_child(paragraph), isBreak(node) { cmark_node_free(node) }
        if cmark_node_first_child(paragraph) == nil { cmark_node_free(paragraph) }
        return Callout(
            kind: kind, title: title.isEmpty ? word.prefix(1).uppercased() + word.dropFirst().lowercased() : title,
            isOpen: isOpen)
    }

    /// With the blanks at its ends, which `plainText` takes away.
    private static func words(of node: Node) -> String {
        MarkdownTree.type(of: node) == CMARK_NODE_TEXT.rawValue
            ? MarkdownTree.string(cmark_node_get_literal(node)) : MarkdownTree.plainText(of: node)
    }

    private static func isBreak(_ node: Node) -> Bool {
        let type = MarkdownTree.type(of: node)
        return type == CMARK_NODE_SOFTBREAK.rawValue || type == CMARK_NODE_LINEBREAK.rawValue
    }

    /// What is in the quote stands between two tags in its place.
    private static func unwrap(_ quote: Node, _ callout: Callout) {
        let title = MarkupText.escaped(callout.title, for: .text)
        let attributes = "class=\"callout callout-\(callout.kind)\""
        let (opening, closing) =
            if let isOpen = callout.isOpen {
                ("<details \(attributes)\(isOpen ? " open" : "")>\n<summary>\(title)</summary>", "</details>")
            } else {
                ("<div \(attributes)>\n<p class=\"callout-title\">\(title)</p>", "</div>")
            }
        insert(opening, before: quote)
        while let child = cmark_node_first_child(quote) {
            cmark_node_unlink(child)
            if cmark_node_insert_before(quote, child) == 0 { cmark_node_free(child) }
        }
        insert(closing, before: quote)
        cmark_node_unlink(quote)
        cmark_node_free(quote)
    }

    private static func insert(_ html: String, before node: Node) {
        guard let block = cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return }
        cmark_node_set_literal(block, html)
        if cmark_node_insert_before(node, block) == 0 { cmark_node_free(block) }
    }
}
