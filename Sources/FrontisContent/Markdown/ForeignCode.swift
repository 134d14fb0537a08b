import FrontisCore

/// What other generators would run, and what is text here.
enum ForeignCode {
    /// Whether a paragraph begins like a module of MDX: `import Chart from "./Chart.astro"`.
    static func isModuleSyntax(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.starts(with: start) && ByteSearch.index(of: source, in: bytes) != nil
    }

    private static let start = Array("import ".utf8)
    /// The reader has made the quotes typographic.
    private static let source = Array(" from “".utf8)

    /// A paragraph's words without shortcodes, Liquid and modules, and without TeX where it is sure to be some.
    static func taken(outOf words: String) -> String {
        var words = words
        if words.hasPrefix("import "), words.contains(" from “") { return "" }
        if words.utf8.contains(UInt8(ascii: "{")) {
            words = tags.replaced(in: words) { _, _ in [0x20] }
        }
        if words.utf8.contains(UInt8(ascii: "$")) {
            words = without(math: words)
        }
        return words
    }

    private static let tags = DelimitedSpans(kinds: [.init("{{", "}}"), .init("{%", "%}")])

    /// With a blank in the place of TeX: what is between `$$`, and what is between `$` and has something in it that prose has not.
    private static func without(math words: String) -> String {
        var kept = ""
        var rest = words[...]
        while let dollar = rest.firstIndex(of: "$") {
            let inner = rest[rest.index(after: dollar)...]
            guard let end = inner.firstIndex(of: "$") else { break }
            if end == inner.startIndex {
                guard let close = inner.dropFirst().firstRange(of: "$$") else { break }
                kept += rest[..<dollar] + " "
                rest = inner[close.upperBound...]
            } else if inner.first?.isWhitespace == false, inner[..<end].contains(where: { "\\^_{}=".contains($0) }) {
                kept += rest[..<dollar] + " "
                rest = inner[inner.index(after: end)...]
            } else {
                kept += rest[...dollar]
                rest = inner
            }
        }
        return kept + rest
    }

    /// The first shortcode or template tag, by how it begins: `{{` and `< figure`.
    static func tag(in text: String) -> (opening: String, name: Substring)? {
        for opening in ["{{", "{%"] {
            guard let start = text.firstRange(of: opening) else { continue }
            return (opening, tagName(text[start.upperBound...]))
        }
        return nil
    }

    /// What stands after the opening of a tag, up to the end of its first word: `< figure`.
    private static func tagName(_ rest: Substring) -> Substring {
        let word = rest.drop { "<%-/ ".contains($0) }
        let name = word.prefix { $0.isLetter || $0.isNumber || "._-".contains($0) }.prefix(40)
        return name.isEmpty ? "" : rest[..<name.endIndex]
    }

    // MARK: Findings

    static func finding(
        _ opening: String, _ name: Substring, at place: SourceLocation, in source: SourceText, _ shortcodes: Shortcodes
    ) -> Diagnostic {
        let isHugos = opening == "{{" && (name.hasPrefix("<") || name.hasPrefix("%"))
        let called = String(name.drop { "<%/ ".contains($0) })
        let way =
            if shortcodes.names.contains(called) {
                "see whether the tag is closed, has its quotes and what it needs, or ends something"
            } else if isHugos, Shortcodes.isName(called) {
                "write templates/shortcodes/\(called).mustache, or Markdown in its place"
            } else {
                "write Markdown or HTML in its place"
            }
        return Diagnostic(
            .bodyTemplateSyntax, "'\(opening)\(name)' is shown as it is: bodies are no templates", at: place,
            in: source.line(place.line), help: "\(way), or put it into a code span if it is meant as text")
    }

    static func moduleFinding(onLine line: Int, in source: SourceText) -> Diagnostic {
        Diagnostic(
            .bodyTemplateSyntax, "'import' is shown as it is: bodies are Markdown, not MDX",
            at: SourceLocation(path: source.path, line: line, length: 6), in: source.line(line),
            help: "take the line out, and write Markdown or HTML in place of the components")
    }
}
