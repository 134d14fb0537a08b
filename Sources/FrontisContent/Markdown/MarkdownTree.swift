import CMarkGFM
import Foundation
import FrontisCore
import Synchronization

/// A parsed Markdown document: owns cmark-gfm's parser and tree, and frees them.
struct MarkdownTree: ~Copyable {
    typealias Node = OpaquePointer

    let parser: OpaquePointer
    let root: Node

    private static let options =
        CMARK_OPT_UNSAFE | CMARK_OPT_SMART | CMARK_OPT_FOOTNOTES | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES

    private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

    /// Strikethrough and autolink switch characters of a table on and off that all threads share while
    /// inlines are parsed; without this, outputs mix. Blocks are still read in parallel.
    private static let inlines = Mutex<Void>(())

    /// Nothing only where memory is used up.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ extras: MarkdownExtras) {
        _ = Self.registered
        // One tilde is taken then.
        let more = extras.contains(.subscripts) ? CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE : 0
        guard let parser = cmark_parser_new(Self.options | more) else { return nil }
        // They take a line, or a character, before those that GitHub has.
        if extras.contains(.definitionLists) { DefinitionLists.attach(to: parser) }
        InlineExtras.attach(extras, to: parser)
        for name in ["table", "strikethrough", "autolink", "tasklist"] {
            if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
        }
        bytes.withMemoryRebound(to: CChar.self) { text in
            if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
        }
        let root = Self.inlines.withLock { _ in Address(cmark_parser_finish(parser)) }
        guard let root = root.node else {
            cmark_parser_free(parser)
            return nil
        }
        self.parser = parser
        self.root = root
    }

    deinit {
        cmark_node_free(root)
        cmark_parser_free(parser)
    }

    /// Adds a block of raw HTML at the end.
    func append(html bytes: UnsafeBufferPointer<UInt8>) {
        guard let block = cmark_node_new(CMARK_NODE_HTML_BLOCK) else { return }
        // NUL is the end of a literal; cmark puts the same character in its place.
        let text = String(decoding: bytes, as: UTF8.self).replacing("\0", with: "\u{FFFD}")
        if cmark_node_set_literal(block, text) == 0 || cmark_node_append_child(root, block) == 0 {
            cmark_node_free(block)
        }
    }

    /// Calls `use` with the rendered HTML.
    func withHTML<Result>(_ use: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        guard let html = cmark_render_html(root, Self.options, cmark_parser_get_syntax_extensions(parser)) else {
            return nil
        }
        defer { free(html) }
        let length = strlen(html)
        return html.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
            use(UnsafeBufferPointer(start: bytes, count: length))
        }
    }

    /// Carries the pointer out of the lock; the tree belongs to the thread that parsed it.
    private struct Address: Sendable {
        private let bits: UInt
        init(_ node: Node?) { bits = UInt(bitPattern: node) }
        var node: Node? { OpaquePointer(bitPattern: bits) }
    }

    static func type(of node: Node) -> UInt32 { UInt32(cmark_node_get_type(node).rawValue) }

    /// Whether the walk over the tree comes past a node of this type once, and not when it leaves it again.
    static func isLeaf(_ type: UInt32) -> Bool {
        switch type {
        case CMARK_NODE_HTML_BLOCK.rawValue, CMARK_NODE_THEMATIC_BREAK.rawValue, CMARK_NODE_CODE_BLOCK.rawValue,
            CMARK_NODE_TEXT.rawValue, CMARK_NODE_SOFTBREAK.rawValue, CMARK_NODE_LINEBREAK.rawValue,
            CMARK_NODE_CODE.rawValue, CMARK_NODE_HTML_INLINE.rawValue:
            true
        default: false
        }
    }

    static func isStruckOut(_ node: Node, _ type: UInt32) -> Bool {
        // The extension's own number is a variable, which nobody may read on several threads.
        type > CMARK_NODE_FOOTNOTE_REFERENCE.rawValue && strcmp(cmark_node_get_type_string(node), "strikethrough") == 0
    }

    /// Whether it is a list, a quote or a table.
    static func isContainer(_ node: Node) -> Bool {
        let type = type(of: node)
        return type == CMARK_NODE_LIST.rawValue || type == CMARK_NODE_BLOCK_QUOTE.rawValue
            || strcmp(cmark_node_get_type_string(node), "table") == 0
    }

    /// A leaf's text in place, without a copy.
    static func literal(of node: Node) -> UnsafeBufferPointer<UInt8> {
        guard let text = cmark_node_get_literal(node) else { return UnsafeBufferPointer(start: nil, count: 0) }
        let raw = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        return UnsafeBufferPointer(start: raw, count: strlen(text))
    }

    static func string(_ text: UnsafePointer<CChar>?) -> String {
        text.map { String(cString: $0) } ?? ""
    }

    /// Takes away `<!doctype …>` in small letters, which HTML allows and the reader takes for a paragraph.
    func dropDocumentTypes() {
        var next = cmark_node_first_child(root)
        while let paragraph = next {
            next = cmark_node_next(paragraph)
            guard Self.type(of: paragraph) == CMARK_NODE_PARAGRAPH.rawValue,
                let first = cmark_node_first_child(paragraph), Self.type(of: first) == CMARK_NODE_TEXT.rawValue,
                HTMLDeclaration.isDocumentType(Self.literal(of: first))
            else { continue }
            while let child = cmark_node_first_child(paragraph) {
                let text =
                    Self.type(of: child) == CMARK_NODE_TEXT.rawValue ? Self.string(cmark_node_get_literal(child)) : ""
                if let end = text.firstIndex(of: ">") {
                    cmark_node_set_literal(child, String(text[text.index(after: end)...]))
                    break
                }
                cmark_node_free(child)
            }
            if Self.plainText(of: paragraph).isEmpty { cmark_node_free(paragraph) }
        }
    }

    /// The text under a node as a reader would say it.
    static func plainText(of node: Node) -> String {
        var text = ""
        guard let iterator = cmark_iter_new(node) else { return text }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return text.trimmed }
            guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(iterator) else { continue }
            let type = type(of: current)
            if type == CMARK_NODE_TEXT.rawValue || type == CMARK_NODE_CODE.rawValue {
                text += String(decoding: literal(of: current), as: UTF8.self)
            } else if type == CMARK_NODE_SOFTBREAK.rawValue || type == CMARK_NODE_LINEBREAK.rawValue {
                text += " "
            }
        }
    }
}
