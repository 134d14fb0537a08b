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
        "example": "note", "quote": "note", "cite": "note", "tip": "tip", "hint": "tip", "success": "tip",
        "check": "tip",
        "done": "tip",
        "important": "important", "warning": "warning", "attention": "warning", "question": "warning",
        "help": "warning", "faq": "warning", "caution": "caution", "danger": "caution", "error": "caution",
        "failure": "caution", "fail": "caution", "missing": "caution", "bug": "caution",
    ]

    private struct Callout {
        var kind: String
        /// Words for who folds it, and all of the line but the mark.
        var title: String
        var line: [Node]
        /// Nothing where it cannot be folded.
        var isOpen: Bool?
    }

    /// - Parameter line: gives lines of the text as they are written: what is behind a backslash is no mark.
    static func replace(in root: MarkdownTree.Node, line: (Int) -> String?) {
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
            if let callout = taken(from: quote, line) { unwrap(quote, callout) }
        }
    }

    /// The first line of a quote, taken out of it; nothing where it is a quote like any other.
    private static func taken(from quote: Node, _ written: (Int) -> String?) -> Callout? {
        guard let paragraph = cmark_node_first_child(quote),
            MarkdownTree.type(of: paragraph) == CMARK_NODE_PARAGRAPH.rawValue
        else { return nil }
        var line: [Node] = []
        var next = cmark_node_first_child(paragraph)
        while let node = next, !isBreak(node) {
            line.append(node)
            next = cmark_node_next(node)
        }
        // The reader divides text at brackets; what is emphasis or code is no mark.
        let text = line.prefix { MarkdownTree.type(of: $0) == CMARK_NODE_TEXT.rawValue }.map(words).joined()
        guard text.hasPrefix("[!"), let end = text.firstIndex(of: "]"),
            let kind = kinds[text[text.index(text.startIndex, offsetBy: 2)..<end].lowercased()],
            let source = written(Int(cmark_node_get_start_line(paragraph))),
            isWritten(text[...end].lowercased(), in: source.lowercased())
        else { return nil }
        let word = text[text.index(text.startIndex, offsetBy: 2)..<end]
        var mark = text[...end]
        var isOpen: Bool?
        if let sign = text[text.index(after: end)...].first, sign == "-" || sign == "+" || sign == "–" {
            isOpen = sign == "+"
            mark = text[...text.index(after: end)]
        }
        takeOut(mark.utf8.count, of: &line)
        let title = line.map(words).joined().trimmed
        if let node = line.last.map(cmark_node_next) ?? cmark_node_first_child(paragraph), isBreak(node) {
            cmark_node_free(node)
        }
        return Callout(
            kind: kind,
            title: title.isEmpty ? word.prefix(1).uppercased() + word.dropFirst().lowercased() : title,
            line: title.isEmpty ? [] : line, isOpen: isOpen)
    }

    /// Takes that many bytes off the beginning of a line, which are text.
    private static func takeOut(_ count: Int, of line: inout [Node]) {
        var left = count
        while left > 0, let node = line.first {
            let text = MarkdownTree.string(cmark_node_get_literal(node))
            if text.utf8.count > left {
                cmark_node_set_literal(node, String(decoding: text.utf8.dropFirst(left), as: UTF8.self))
                return
            }
            left -= text.utf8.count
            line.removeFirst()
            cmark_node_free(node)
        }
    }

    /// Whether the mark stands on its line as it is, and not behind a backslash.
    private static func isWritten(_ mark: String, in line: String) -> Bool {
        guard let place = line.firstRange(of: mark) else { return false }
        return !line[..<place.lowerBound].hasSuffix("\\")
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

    /// A block of its own with what is in the quote.
    private static func unwrap(_ quote: Node, _ callout: Callout) {
        guard let box = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK) else { return }
        let attributes = "class=\"callout callout-\(callout.kind)\""
        let title = MarkupText.escaped(callout.title, for: .text)
        if let isOpen = callout.isOpen {
            for node in callout.line { cmark_node_free(node) }
            cmark_node_set_on_enter(box, "<details \(attributes)\(isOpen ? " open" : "")>\n<summary>\(title)</summary>")
            cmark_node_set_on_exit(box, "</details>")
        } else {
            cmark_node_set_on_enter(box, "<aside \(attributes)>")
            cmark_node_set_on_exit(box, "</aside>")
            addTitle(callout.line, or: callout.title, to: box)
        }
        guard cmark_node_insert_before(quote, box) != 0 else { return cmark_node_free(box) }
        if let paragraph = cmark_node_first_child(quote), cmark_node_first_child(paragraph) == nil {
            cmark_node_free(paragraph)
        }
        while let child = cmark_node_first_child(quote) {
            cmark_node_unlink(child)
            if cmark_node_append_child(box, child) == 0 { cmark_node_free(child) }
        }
        cmark_node_unlink(quote)
        cmark_node_free(quote)
    }

    /// With the links and the emphasis that the author has put into the line.
    private static func addTitle(_ line: [Node], or words: String, to box: Node) {
        guard let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) else { return }
        guard let title = cmark_node_new(CMARK_NODE_CUSTOM_INLINE), cmark_node_append_child(paragraph, title) != 0,
            cmark_node_append_child(box, paragraph) != 0
        else { return cmark_node_free(paragraph) }
        cmark_node_set_on_enter(title, "<strong class=\"callout-title\">")
        cmark_node_set_on_exit(title, "</strong>")
        var nodes = line
        if nodes.isEmpty, let text = cmark_node_new(CMARK_NODE_TEXT) {
            cmark_node_set_literal(text, words)
            nodes = [text]
        } else if let first = nodes.first, MarkdownTree.type(of: first) == CMARK_NODE_TEXT.rawValue {
            let text = MarkdownTree.string(cmark_node_get_literal(first))
            cmark_node_set_literal(first, String(text.drop { $0 == " " }))
        }
        for node in nodes {
            cmark_node_unlink(node)
            if cmark_node_append_child(title, node) == 0 { cmark_node_free(node) }
        }
    }
}
