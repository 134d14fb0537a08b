import CMarkGFM
import FrontisCore

/// What Markdown of others has inside lines: marked words, sub- and superscript, names of emoji. Extensions of cmark-gfm, so
/// that code, addresses and what stands behind a backslash are left alone as they are of any other sign.
enum InlineExtras {
    private typealias Node = MarkdownTree.Node
    private typealias Delimiter = UnsafeMutablePointer<delimiter>

    static func attach(_ extras: MarkdownExtras, to parser: OpaquePointer) {
        for (extra, made) in all where extras.contains(extra) { made.attach(to: parser) }
    }

    private static let all: [(extra: MarkdownExtras, made: SyntaxExtension)] = [
        (.marks, marks), (.subscripts, subscripts), (.superscripts, superscripts), (.emoji, emoji),
    ]

    private static let marks = SyntaxExtension("mark") { made in
        take(equals, made)
        cmark_syntax_extension_set_match_inline_func(made) { _, _, _, sign, inlines in
            sign == equals ? InlineExtras.delimiter(inlines, sign, count: 2, kept: equals) : nil
        }
        cmark_syntax_extension_set_inline_from_delim_func(made) { _, _, inlines, opener, closer in
            InlineExtras.element("mark", from: opener, to: closer, in: inlines) { _ in true }
        }
    }

    /// Two tildes strike out, and are another extension's: delimiters of this one go by a sign that no text has.
    private static let subscripts = SyntaxExtension("subscript") { made in
        take(ownTilde, made)
        cmark_syntax_extension_set_match_inline_func(made) { _, _, _, sign, inlines in
            sign == tilde ? InlineExtras.delimiter(inlines, sign, count: 1, kept: ownTilde) : nil
        }
        cmark_syntax_extension_set_inline_from_delim_func(made) { _, _, inlines, opener, closer in
            InlineExtras.element("sub", from: opener, to: closer, in: inlines, if: InlineExtras.isPartOfWord)
        }
    }

    private static let superscripts = SyntaxExtension("superscript") { made in
        take(caret, made)
        cmark_syntax_extension_set_match_inline_func(made) { _, _, _, sign, inlines in
            sign == caret && !InlineExtras.isFootnote(inlines)
                ? InlineExtras.delimiter(inlines, sign, count: 1, kept: caret) : nil
        }
        cmark_syntax_extension_set_inline_from_delim_func(made) { _, _, inlines, opener, closer in
            InlineExtras.element("sup", from: opener, to: closer, in: inlines, if: InlineExtras.isPartOfWord)
        }
    }

    private static let emoji = SyntaxExtension("emoji") { made in
        take(colon, made)
        cmark_syntax_extension_set_match_inline_func(made) { _, _, _, sign, inlines in
            sign == colon ? InlineExtras.emoji(inlines) : nil
        }
    }

    private static let equals = UInt8(ascii: "=")
    private static let tilde = UInt8(ascii: "~")
    private static let ownTilde: UInt8 = 0x02
    private static let caret = UInt8(ascii: "^")
    private static let colon = UInt8(ascii: ":")

    /// Has the parser stop at a sign.
    private static func take(_ sign: UInt8, _ made: OpaquePointer) {
        let signs = cmark_llist_append(
            cmark_get_default_mem_allocator(), nil, UnsafeMutableRawPointer(bitPattern: UInt(sign)))
        cmark_syntax_extension_set_special_inline_chars(made, signs)
    }

    // MARK: Delimiters

    /// A delimiter as text, until another one is found for it; nothing where more or fewer of the signs stand together.
    ///
    /// - Parameter kept: the sign that it is known by.
    private static func delimiter(_ inlines: OpaquePointer?, _ sign: UInt8, count: Int32, kept: UInt8) -> Node? {
        let start = cmark_inline_parser_get_offset(inlines)
        func byte(_ offset: Int32) -> UInt8 {
            start + offset < 0 ? 0 : cmark_inline_parser_peek_at(inlines, start + offset)
        }
        guard (0..<count).allSatisfy({ byte($0) == sign }), byte(count) != sign, byte(-1) != sign,
            let node = cmark_node_new(CMARK_NODE_TEXT)
        else { return nil }
        cmark_node_set_literal(node, String(repeating: Character(Unicode.Scalar(sign)), count: Int(count)))
        cmark_inline_parser_set_offset(inlines, start + count)
        let (opens, closes) = (!isBlank(byte(count)), !isBlank(byte(-1)))
        if opens || closes {
            cmark_inline_parser_push_delimiter(inlines, kept, opens ? 1 : 0, closes ? 1 : 0, node)
        }
        return node
    }

    /// `[^1]`
    private static func isFootnote(_ inlines: OpaquePointer?) -> Bool {
        let place = cmark_inline_parser_get_offset(inlines)
        return place > 0 && cmark_inline_parser_peek_at(inlines, place - 1) == UInt8(ascii: "[")
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }

    /// Makes an element of what stands between two delimiters.
    ///
    /// - Parameter isWanted: of each node between them.
    /// - Returns: the delimiter to go on with.
    private static func element(
        _ tag: String, from opener: Delimiter?, to closer: Delimiter?, in inlines: OpaquePointer?,
        if isWanted: (Node) -> Bool
    ) -> Delimiter? {
        guard let opener, let closer, let element = opener.pointee.inl_text, let end = closer.pointee.inl_text else {
            return closer?.pointee.next
        }
        var content: [Node] = []
        var next = cmark_node_next(element)
        while let node = next, node != end {
            content.append(node)
            next = cmark_node_next(node)
        }
        guard !content.isEmpty, content.allSatisfy(isWanted) else {
            // It may belong to one further back.
            cmark_inline_parser_remove_delimiter(inlines, opener)
            return closer
        }
        // As HTML between the nodes and not round them: a table's cell holds no element of ours.
        for (node, html) in [(element, "<\(tag)>"), (end, "</\(tag)>")] {
            if cmark_node_set_type(node, CMARK_NODE_HTML_INLINE) != 0 { cmark_node_set_literal(node, html) }
        }
        let after = closer.pointee.next
        var between = closer.pointee.previous
        while let inner = between, inner != opener {
            between = inner.pointee.previous
            cmark_inline_parser_remove_delimiter(inlines, inner)
        }
        cmark_inline_parser_remove_delimiter(inlines, opener)
        cmark_inline_parser_remove_delimiter(inlines, closer)
        return after
    }

    /// Whether it is text without a blank: what is below or above the line is one word.
    private static func isPartOfWord(_ node: Node) -> Bool {
        MarkdownTree.type(of: node) == CMARK_NODE_TEXT.rawValue
            && !MarkdownTree.literal(of: node).contains(where: isBlank)
    }

    // MARK: Emoji

    private static let longestName: Int32 = 64

    /// What a name between colons stands for; nothing where it is none.
    private static func emoji(_ inlines: OpaquePointer?) -> Node? {
        let start = cmark_inline_parser_get_offset(inlines) + 1
        var end = start
        var name: [UInt8] = []
        while end - start < longestName {
            let byte = cmark_inline_parser_peek_at(inlines, end)
            guard Emoji.isPartOfName(byte) else { break }
            name.append(byte)
            end += 1
        }
        guard cmark_inline_parser_peek_at(inlines, end) == colon,
            let emoji = Emoji.named(String(decoding: name, as: UTF8.self)), let node = cmark_node_new(CMARK_NODE_TEXT)
        else { return nil }
        cmark_node_set_literal(node, emoji)
        cmark_inline_parser_set_offset(inlines, end + 1)
        return node
    }
}
