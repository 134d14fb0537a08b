import CMarkGFM
import FrontisCore

/// A heading whose id is not chosen yet: authors choose first, wherever they stand.
struct OpenHeading {
    var level: Int
    var text: String
    /// The author's id, and where it stands.
    var chosen: Located<String>?
    /// What the tag has besides the id.
    var attributes = ""
    /// Of the file.
    var line: Int
}

extension MarkdownWalker {
    /// Leaves a heading out that says the title, as the template does.
    mutating func takeTitle(of root: MarkdownTree.Node, title: String?) {
        var next = cmark_node_first_child(root)
        // `<!-- markdownlint-disable -->` and its like.
        while let node = next, MarkdownTree.type(of: node) == CMARK_NODE_HTML_BLOCK.rawValue,
            MarkdownTree.literal(of: node).starts(with: "<!--".utf8)
        {
            next = cmark_node_next(node)
        }
        guard let first = next, MarkdownTree.type(of: first) == CMARK_NODE_HEADING.rawValue,
            cmark_node_get_heading_level(first) == 1
        else { return }
        var text = math.restored(MarkdownTree.plainText(of: first))
        var id = attributes[first]?.id
        if let open = Self.braces(of: text) {
            id = id ?? AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false)?.id
            text = String(text[..<open]).trimmed
        }
        guard title.map({ Self.isSame($0, as: text) }) ?? true else { return }
        markdown.firstHeading = text
        let heading = OpenHeading(level: 1, text: text, line: line(of: first))
        markdown.body.titleID = id ?? HeadingIDs.id(of: idText(of: heading), by: style.headingIDs)
        cmark_node_unlink(first)
        cmark_node_free(first)
    }

    /// Whether a title in front matter says the same as a heading's words: that is not Markdown, where `--` is a dash
    /// and `&amp;` an ampersand.
    private static func isSame(_ title: String, as heading: String) -> Bool {
        let said = folded(heading)
        if folded(title) == said { return true }
        let markdown = Array("# \(Recipe.normalized(title))\n".utf8)
        return markdown.withUnsafeBufferPointer { bytes in
            guard let tree = MarkdownTree(bytes) else { return false }
            return folded(MarkdownTree.plainText(of: tree.root)) == said
        }
    }

    private static func folded(_ text: String) -> String {
        var folded = ""
        for character in Recipe.normalized(Slug.visible(text)).lowercased() {
            switch character {
            case "’", "‘": folded.append("'")
            case "“", "”": folded.append("\"")
            case "…": folded += "..."
            case "–", "—", "-": if folded.last != "-" { folded.append("-") }
            default: folded.append(character)
            }
        }
        return folded
    }

    /// Where `{#fares .wide}` begins at the end of a heading's words.
    private static func braces(of text: String) -> String.Index? {
        guard text.hasSuffix("}"), let open = text.lastIndex(of: "{"),
            AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false) != nil
        else { return nil }
        return open
    }

    mutating func takeHeading(_ node: MarkdownTree.Node) {
        var text = math.restored(MarkdownTree.plainText(of: node))
        var list = attributes[node]
        // `## Fares {#fares}`, as Hugo's and Zola's users write it.
        if list == nil, let open = Self.braces(of: text), let last = cmark_node_last_child(node),
            MarkdownTree.type(of: last) == CMARK_NODE_TEXT.rawValue
        {
            let literal = MarkdownTree.string(cmark_node_get_literal(last))
            if let brace = literal.lastIndex(of: "{") {
                list = AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false)
                cmark_node_set_literal(last, String(literal[..<brace]).trimmedEnd)
                text = String(text[..<open]).trimmed
            }
        }
        if markdown.firstHeading == nil { markdown.firstHeading = text }
        var heading = OpenHeading(
            level: Int(cmark_node_get_heading_level(node)), text: text, line: line(of: node))
        if let list {
            heading.attributes = list.markup
            heading.chosen = list.id.map { Located($0, at: place(of: "#" + $0, node)) }
        }
        insert(.heading, headings.count, into: node)
        headings.append(heading)
    }

    /// The words that an id is made of. Typographic dashes were two or three hyphens where the author has typed them so,
    /// and both GitHub and Hugo keep those.
    private func idText(of heading: OpenHeading) -> String {
        guard heading.text.contains(where: { $0 == "–" || $0 == "—" }), let line = source.line(heading.line) else {
            return heading.text
        }
        var typed: [Substring] = []
        var rest = line[...]
        while let start = rest.firstIndex(where: { "-–—".contains($0) }) {
            let run = rest[start] == "-" ? rest[start...].prefix { $0 == "-" } : rest[start...start]
            if run != "-" { typed.append(run) }
            rest = rest[run.endIndex...]
        }
        var text = ""
        for character in heading.text {
            let dash = "–—".contains(character) && !typed.isEmpty ? typed.removeFirst() : nil
            text += dash ?? Substring(String(character))
        }
        return text
    }

    /// Chooses all ids: what the author says stands, unless another element has it, and the others give way.
    ///
    /// - Returns: the headings, and what their tags have.
    func finishedHeadings() -> (headings: [Body.Heading], tags: [String], findings: [Diagnostic]) {
        guard !headings.isEmpty else { return ([], [], []) }
        var ids = HeadingIDs(taken: style.takenIDs.union(rawIDs))
        var findings: [Diagnostic] = []
        var chosen: [Int: String] = [:]
        for (index, heading) in headings.enumerated() {
            guard let wanted = heading.chosen else { continue }
            guard !ids.reserve(wanted.value) else {
                chosen[index] = wanted.value
                continue
            }
            let id = ids.next(for: wanted.value)
            chosen[index] = id
            findings.append(
                Diagnostic(
                    .headingIDTaken, "id '\(wanted.value)' is taken on this page, so the heading gets '\(id)'",
                    at: wanted.location, in: source.line(wanted.location.line),
                    help: "another heading, raw HTML or the theme has it: choose one that none of them has"))
        }
        var finished: [Body.Heading] = []
        var tags: [String] = []
        for (index, heading) in headings.enumerated() {
            let id = chosen[index] ?? ids.next(for: HeadingIDs.id(of: idText(of: heading), by: style.headingIDs))
            finished.append(.init(level: heading.level, id: id, text: heading.text))
            tags.append(" id=\"\(id)\"" + heading.attributes)
        }
        return (finished, tags, findings)
    }
}
