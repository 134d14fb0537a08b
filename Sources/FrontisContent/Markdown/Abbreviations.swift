import CMarkGFM
import FrontisText

/// Words that a page explains: `*[HTML]: HyperText Markup Language` on a line of its own, as in PHP Markdown Extra.
///
/// https://michelf.ca/projects/php-markdown/extra/#abbr
struct Abbreviations {
    private typealias Node = MarkdownTree.Node

    /// By word.
    private var meanings: [String: String] = [:]
    /// Lengths of the words, in characters, by their first ones; the longest first.
    private var lengths: [Character: [Int]] = [:]

    /// Takes what explains words out of a text, and has the words say what they mean.
    ///
    /// - Parameters:
    ///   - shown: words that look like something else and are meant to.
    ///   - line: gives lines of the text as they are written.
    static func apply(to root: MarkdownTree.Node, besides shown: Set<MarkdownTree.Node>, line: (Int) -> String?) {
        let known = taken(from: root, line)
        guard !known.meanings.isEmpty, let iterator = cmark_iter_new(root) else { return }
        var texts: [Node] = []
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
                MarkdownTree.type(of: node) == CMARK_NODE_TEXT.rawValue, !shown.contains(node)
            else { continue }
            texts.append(node)
        }
        cmark_iter_free(iterator)
        for text in texts { known.mark(in: text) }
    }

    /// Takes the paragraphs out that explain words.
    private static func taken(from root: MarkdownTree.Node, _ line: (Int) -> String?) -> Abbreviations {
        var known = Abbreviations()
        var next = cmark_node_first_child(root)
        while let paragraph = next {
            next = cmark_node_next(paragraph)
            guard MarkdownTree.type(of: paragraph) == CMARK_NODE_PARAGRAPH.rawValue else { continue }
            let lines =
                Int(
                    cmark_node_get_start_line(paragraph))...max(
                    Int(cmark_node_get_start_line(paragraph)), Int(cmark_node_get_end_line(paragraph)))
            let explained = lines.map { line($0).flatMap(entry) }
            guard explained.allSatisfy({ $0 != nil }) else { continue }
            for case let (word, meaning)? in explained { known.meanings[word] = meaning }
            cmark_node_unlink(paragraph)
            cmark_node_free(paragraph)
        }
        for word in known.meanings.keys {
            if let first = word.first { known.lengths[first, default: []].append(word.count) }
        }
        known.lengths = known.lengths.mapValues { Set($0).sorted(by: >) }
        return known
    }

    private static func entry(_ line: String) -> (word: String, meaning: String)? {
        let text = line.trimmed
        guard text.hasPrefix("*["), let end = text.firstRange(of: "]:") else { return nil }
        let word = String(text[text.index(text.startIndex, offsetBy: 2)..<end.lowerBound]).trimmed
        return word.isEmpty ? nil : (word, String(text[end.upperBound...]).trimmed)
    }

    /// Puts the words of a text that are explained into elements that say what they mean.
    private func mark(in node: MarkdownTree.Node) {
        let text = MarkdownTree.string(cmark_node_get_literal(node))
        var (plain, position) = (text.startIndex, text.startIndex)
        var isFound = false
        while position < text.endIndex {
            guard let word = word(in: text, at: position) else {
                position = text.index(after: position)
                continue
            }
            isFound = true
            insert(String(text[plain..<position]), before: node)
            insert(word, meaning: meanings[word] ?? "", before: node)
            position = text.index(position, offsetBy: word.count)
            plain = position
        }
        if isFound { cmark_node_set_literal(node, String(text[plain...])) }
    }

    /// A whole word: neither a letter nor a digit goes on with it.
    private func word(in text: String, at position: String.Index) -> String? {
        guard let lengths = lengths[text[position]] else { return nil }
        if position > text.startIndex, Self.isPartOfWord(text[text.index(before: position)]) { return nil }
        for length in lengths {
            guard let end = text.index(position, offsetBy: length, limitedBy: text.endIndex),
                end == text.endIndex || !Self.isPartOfWord(text[end])
            else { continue }
            let word = String(text[position..<end])
            if meanings[word] != nil { return word }
        }
        return nil
    }

    private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private func insert(_ text: String, before node: Node) {
        guard !text.isEmpty, let part = cmark_node_new(CMARK_NODE_TEXT) else { return }
        cmark_node_set_literal(part, text)
        if cmark_node_insert_before(node, part) == 0 { cmark_node_free(part) }
    }

    /// As HTML round the word's own node: a table's cell holds no element of ours.
    private func insert(_ word: String, meaning: String, before node: Node) {
        let title = meaning.isEmpty ? "" : " title=\"\(MarkupText.escaped(meaning, for: .doubleQuotes))\""
        insert(html: "<abbr\(title)>", before: node)
        insert(word, before: node)
        insert(html: "</abbr>", before: node)
    }

    private func insert(html: String, before node: Node) {
        guard let part = cmark_node_new(CMARK_NODE_HTML_INLINE) else { return }
        cmark_node_set_literal(part, html)
        if cmark_node_insert_before(node, part) == 0 { cmark_node_free(part) }
    }
}
