import CMarkGFM
import FrontisCore

/// Gathers what a list shows of a page: its first paragraph's words, or what stands before `<!--more-->`.
///
/// Words only: nothing of pictures' descriptions, lists, tables and footnotes, nothing that is struck out.
struct SummaryText {
    /// Whether the text has a `<!--more-->`.
    private let endsAtMark: Bool
    private var isDone = false
    private var paragraph: [UInt8] = []
    private var isInParagraph = false
    /// Elements that are open whose words are not said.
    private var silent = 0
    private var text = ""
    /// The first paragraph of a quotation, for a text that has none of its own.
    private var quoted = ""

    private static let shortest = 200
    private static let longest = 1_000

    init(endsAtMark: Bool) { self.endsAtMark = endsAtMark }

    /// Whether a text that begins with these bytes may have such a mark.
    static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        marks.contains { ByteSearch.index(of: $0, in: bytes) != nil }
    }

    private static let marks = ["<!--more-->", "<!-- more -->"].map { Array($0.utf8) }

    mutating func enter(_ node: MarkdownTree.Node, _ type: UInt32) {
        guard !isDone else { return }
        switch type {
        case CMARK_NODE_PARAGRAPH.rawValue:
            paragraph = []
            silent = 0
            isInParagraph = Self.isOfText(node)
        case CMARK_NODE_TEXT.rawValue, CMARK_NODE_CODE.rawValue:
            if isInParagraph, silent == 0 { paragraph += MarkdownTree.literal(of: node) }
        case CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue: paragraph.append(UInt8(ascii: " "))
        case CMARK_NODE_IMAGE.rawValue: silent += 1
        case CMARK_NODE_HTML_BLOCK.rawValue:
            if endsAtMark, Self.hasMark(MarkdownTree.literal(of: node)) { isDone = true }
        case CMARK_NODE_HTML_INLINE.rawValue: readTag(MarkdownTree.literal(of: node))
        default: if MarkdownTree.isStruckOut(node, type) { silent += 1 }
        }
    }

    mutating func exit(_ type: UInt32, in node: MarkdownTree.Node, _ math: MathSpans) {
        guard !isDone else { return }
        switch type {
        case CMARK_NODE_IMAGE.rawValue: silent -= 1
        case CMARK_NODE_PARAGRAPH.rawValue: endParagraph(in: node, math)
        default: if MarkdownTree.isStruckOut(node, type) { silent -= 1 }
        }
    }

    private mutating func endParagraph(in node: MarkdownTree.Node, _ math: MathSpans) {
        guard isInParagraph else { return }
        isInParagraph = false
        var words = math.without(String(decoding: paragraph, as: UTF8.self))
        words = Recipe.normalized(ForeignCode.taken(outOf: words))
        guard words.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        if let parent = cmark_node_parent(node), MarkdownTree.type(of: parent) == CMARK_NODE_BLOCK_QUOTE.rawValue,
            !endsAtMark
        {
            if quoted.isEmpty { quoted = words }
            return
        }
        text += (text.isEmpty ? "" : " ") + words
        if !endsAtMark || text.utf8.count > Self.longest * 4 { isDone = true }
    }

    /// Words of a page that is all HTML.
    mutating func add(_ words: String) {
        guard text.isEmpty else { return }
        text = Recipe.normalized(ForeignCode.taken(outOf: words))
    }

    /// Raw HTML between words.
    private mutating func readTag(_ bytes: UnsafeBufferPointer<UInt8>) {
        if endsAtMark, Self.hasMark(bytes) {
            // What the paragraph has until here counts.
            isInParagraph = false
            text += (text.isEmpty ? "" : " ") + Recipe.normalized(String(decoding: paragraph, as: UTF8.self))
            isDone = true
            return
        }
        guard let tag = HTMLTag(in: bytes, at: 0) else { return }
        switch tag.name {
        case "br": paragraph.append(UInt8(ascii: " "))
        case "del", "s", "strike": silent = max(0, silent + (tag.isEnd ? -1 : 1))
        default: break
        }
    }

    /// At most about 200 characters of a paragraph, 1000 where an author has set the end.
    var summary: String {
        let words = text.isEmpty ? quoted : text
        return Self.shortened(words, to: endsAtMark ? Self.longest : Self.shortest)
    }

    /// Paragraphs of the text itself, and of quotations.
    private static func isOfText(_ node: MarkdownTree.Node) -> Bool {
        guard let parent = cmark_node_parent(node) else { return false }
        let type = MarkdownTree.type(of: parent)
        if type == CMARK_NODE_DOCUMENT.rawValue { return true }
        guard type == CMARK_NODE_BLOCK_QUOTE.rawValue, let outer = cmark_node_parent(parent) else { return false }
        return MarkdownTree.type(of: outer) == CMARK_NODE_DOCUMENT.rawValue
    }

    /// Cut between words.
    private static func shortened(_ text: String, to length: Int) -> String {
        // Bytes are an upper bound of characters.
        guard text.utf8.count > length, text.count > length else { return text }
        let head = text.prefix(length)
        var end = text[..<(head.lastIndex(of: " ") ?? head.endIndex)]
        while let last = end.last, ",;:–-".contains(last) { end.removeLast() }
        return end + "…"
    }
}
