import FrontisCore

/// What a heading's words say, beside what is shown of them.
enum HeadingText {
    /// Whether a title in front matter says the same as a heading's words: that is not Markdown, where `--` is a dash
    /// and `&amp;` an ampersand.
    static func isSame(_ title: String, as heading: String) -> Bool {
        let said = folded(heading)
        if folded(title) == said { return true }
        let markdown = Array("# \(Recipe.normalized(title))\n".utf8)
        return markdown.withUnsafeBufferPointer { bytes in
            guard let tree = MarkdownTree(bytes, []) else { return false }
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
    static func braces(of text: String) -> String.Index? {
        guard text.hasSuffix("}"), let open = text.lastIndex(of: "{"),
            AttributeList(text[text.index(after: open)...].dropLast(), isKramdown: false) != nil
        else { return nil }
        return open
    }

    /// The words that an id is made of. Typographic dashes were two or three hyphens where the author has typed them so,
    /// and both GitHub and Hugo keep those.
    ///
    /// - Parameter line: of the file, in which the heading stands.
    static func idText(of heading: String, typedOn line: String?) -> String {
        guard heading.contains(where: { $0 == "–" || $0 == "—" }), let line else { return heading }
        var typed: [Substring] = []
        var rest = line[...]
        while let start = rest.firstIndex(where: { "-–—".contains($0) }) {
            let run = rest[start] == "-" ? rest[start...].prefix { $0 == "-" } : rest[start...start]
            if run != "-" { typed.append(run) }
            rest = rest[run.endIndex...]
        }
        var text = ""
        for character in heading {
            let dash = "–—".contains(character) && !typed.isEmpty ? typed.removeFirst() : nil
            text += dash ?? Substring(String(character))
        }
        return text
    }
}
