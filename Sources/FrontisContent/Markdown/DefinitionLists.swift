import CMarkGFM
import FrontisCore

/// Definition lists, as PHP Markdown Extra has them and Hugo's and Jekyll's readers after it: a line with a term, then lines
/// that begin with a colon, and what is indented below those. An extension of cmark-gfm, as blocks are read line by line.
///
/// https://michelf.ca/projects/php-markdown/extra/#def-list
enum DefinitionLists {
    private typealias Node = MarkdownTree.Node

    private static let blocks = SyntaxExtension("definitions") { made in
        cmark_syntax_extension_set_open_block_func(made) { _, indented, parser, parent, line, length in
            guard indented == 0, let parser, let parent, let line else { return nil }
            return DefinitionLists.open(parser, parent, UnsafeBufferPointer(start: line, count: Int(length)))
        }
        cmark_syntax_extension_set_match_block_func(made) { _, parser, line, length, node in
            guard let parser, let node, let line else { return 0 }
            return DefinitionLists.goesOn(node, parser, UnsafeBufferPointer(start: line, count: Int(length))) ? 1 : 0
        }
    }

    /// What a paragraph belongs to that stands without a tag of its own.
    private static let bare = SyntaxExtension("bare-paragraph") { made in
        cmark_syntax_extension_set_html_render_func(made) { _, _, _, _, _ in }
    }

    static func attach(to parser: OpaquePointer) { blocks.attach(to: parser) }

    // MARK: Reading lines

    private static let (list, term, definition) = (("<dl>", "</dl>"), ("<dt>", "</dt>"), ("<dd>", "</dd>"))

    /// Columns that a definition's text is indented by at most; what is below it, by two at least.
    private static let widest = 4

    private static func open(_ parser: OpaquePointer, _ parent: Node, _ line: UnsafeBufferPointer<UInt8>) -> Node? {
        let start = Int(cmark_parser_get_first_nonspace(parser))
        guard isDefinition(line, at: start), let list = isList(parent) ? parent : begun(parser, parent) else {
            return nil
        }
        guard let node = block(definition, in: list, parser) else { return nil }
        var end = start + 1
        while end < line.count, end - start < widest, line[end] == 0x20 { end += 1 }
        if end < line.count, line[end] == 0x09 { end += 1 }
        cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: max(2, end - start)))
        let offset = Int(cmark_parser_get_offset(parser))
        cmark_parser_advance_offset(
            parser, line.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) },
            Int32(end - offset), 0)
        return node
    }

    /// `: ` with something behind it.
    private static func isDefinition(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + 1 < line.count, line[start] == UInt8(ascii: ":"),
            line[start + 1] == 0x20 || line[start + 1] == 0x09
        else { return false }
        return line[(start + 1)...].contains { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    }

    /// A list whose terms are the lines of the paragraph that is open, or that was the last before an empty line.
    private static func begun(_ parser: OpaquePointer, _ parent: Node) -> Node? {
        let isOpen = MarkdownTree.type(of: parent) == CMARK_NODE_PARAGRAPH.rawValue
        guard let paragraph = isOpen ? parent : cmark_node_last_child(parent),
            MarkdownTree.type(of: paragraph) == CMARK_NODE_PARAGRAPH.rawValue,
            cmark_node_get_syntax_extension(paragraph) == nil
        else { return nil }
        let terms = MarkdownTree.string(cmark_node_get_string_content(paragraph)).split { $0.isNewline }
            .map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !terms.isEmpty else { return nil }
        let made: Node?
        if isOpen {
            // The paragraph itself, as the parser holds it.
            guard cmark_node_set_type(paragraph, CMARK_NODE_CUSTOM_BLOCK) != 0 else { return nil }
            cmark_node_set_string_content(paragraph, "")
            mark(paragraph, as: list)
            made = paragraph
        } else {
            made = block(list, in: parent, parser)
            if made != nil {
                cmark_node_unlink(paragraph)
                cmark_node_free(paragraph)
            }
        }
        guard let made else { return nil }
        for text in terms {
            guard let holder = block(term, in: made, parser),
                let words = cmark_parser_add_child(parser, holder, CMARK_NODE_PARAGRAPH, 1)
            else { continue }
            cmark_node_set_string_content(words, text)
            cmark_node_set_syntax_extension(words, bare.pointer)
        }
        return made
    }

    private static func block(_ tags: (String, String), in parent: Node, _ parser: OpaquePointer) -> Node? {
        let column = cmark_parser_get_first_nonspace_column(parser) + 1
        guard let node = cmark_parser_add_child(parser, parent, CMARK_NODE_CUSTOM_BLOCK, column) else { return nil }
        mark(node, as: tags)
        return node
    }

    private static func mark(_ node: Node, as tags: (String, String)) {
        cmark_node_set_on_enter(node, tags.0)
        cmark_node_set_on_exit(node, tags.1)
        cmark_node_set_syntax_extension(node, blocks.pointer)
    }

    private static func isList(_ node: Node) -> Bool { isOurs(node) && tag(of: node) == list.0 }

    private static func isOurs(_ node: Node) -> Bool { cmark_node_get_syntax_extension(node) == blocks.pointer }

    private static func tag(of node: Node) -> String {
        MarkdownTree.type(of: node) == CMARK_NODE_CUSTOM_BLOCK.rawValue
            ? MarkdownTree.string(cmark_node_get_on_enter(node)) : ""
    }

    /// Whether a line belongs to a block that is open: to a list, if it is another definition or may be below one; to a
    /// definition, if it is indented.
    private static func goesOn(
        _ node: Node, _ parser: OpaquePointer, _ line: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        let isBlank = cmark_parser_is_blank(parser) != 0
        let indent = Int(cmark_parser_get_indent(parser))
        if isList(node) {
            return isBlank || indent >= 2 || isDefinition(line, at: Int(cmark_parser_get_first_nonspace(parser)))
        }
        guard let width = cmark_node_get_user_data(node).map({ Int(bitPattern: $0) }) else { return false }
        if isBlank { return true }
        guard indent >= 2 else { return false }
        cmark_parser_advance_offset(
            parser, line.baseAddress.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) },
            Int32(min(indent, width)), 1)
        return true
    }

    // MARK: When all is read

    /// Joins lists that only an empty line divides, and takes the paragraph away round a definition that is no more than one.
    static func finish(_ root: MarkdownTree.Node, in text: UnsafeBufferPointer<UInt8>, _ extras: MarkdownExtras) {
        guard extras.contains(.definitionLists),
            ByteSearch.index(of: [0x3A, 0x20], in: text) != nil
                || ByteSearch.index(of: [0x3A, 0x09], in: text) != nil, let iterator = cmark_iter_new(root)
        else { return }
        var nodes: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            if event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator), isOurs(node) { nodes.append(node) }
        }
        cmark_iter_free(iterator)
        for node in nodes where tag(of: node) == definition.0 {
            let paragraphs = children(of: node).filter { MarkdownTree.type(of: $0) == CMARK_NODE_PARAGRAPH.rawValue }
            if paragraphs.count == 1 { cmark_node_set_syntax_extension(paragraphs[0], bare.pointer) }
        }
        for node in nodes where isList(node) {
            guard let before = cmark_node_previous(node), isList(before) else { continue }
            // Into the first of them, so that each is moved once.
            for child in children(of: node) {
                cmark_node_unlink(child)
                if cmark_node_append_child(before, child) == 0 { cmark_node_free(child) }
            }
            cmark_node_unlink(node)
            cmark_node_free(node)
        }
    }

    private static func children(of node: Node) -> [Node] {
        var children: [Node] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }
}
