import FrontisCore

/// What an author writes behind a fence: ```` ```swift {3-5} title="Sleeper.swift" linenos ````, in the ways of Hugo, Zola,
/// Pandoc, Docusaurus and Astro.
struct CodeFence: Equatable {
    /// As the author calls it; empty where nobody says.
    var language = ""
    var title: String?
    /// Nothing: as the site has it.
    var numbersLines: Bool?
    /// Of the first line.
    var firstNumber = 1
    /// Lines that stand out, from 1, in the order of the text.
    var markedLines: [ClosedRange<Int>] = []

    private static let longest = 2_000
    private static let mostRanges = 200

    init(_ info: String) {
        guard info.utf8.count <= Self.longest else { return }
        var rest = info.trimmed[...]
        // `{.python .numberLines}`; else a word, which ends at a comma or a brace as well.
        if rest.first != "{" {
            let word = rest.prefix { !$0.isWhitespace && $0 != "," && $0 != "{" }
            rest = rest[word.endIndex...]
            readLanguage(word)
        }
        while let word = Self.next(of: &rest) { read(word) }
    }

    /// `js`, and `js:app.js`, which names a file as well.
    private mutating func readLanguage(_ word: Substring) {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].contains("."), !parts[0].isEmpty { title = String(parts[1]) }
        language = parts.count == 2 && title == nil ? String(word) : String(parts.first ?? "")
    }

    /// The next word, in braces, brackets or quotes one with blanks in it.
    private static func next(of rest: inout Substring) -> Substring? {
        rest = rest.drop { $0.isWhitespace || $0 == "," }
        guard let first = rest.first else { return nil }
        if first == "{", let end = rest.firstIndex(of: "}") {
            let word = rest[...end]
            rest = rest[rest.index(after: end)...]
            return word
        }
        var (quote, depth) = (Character?.none, 0)
        var end = rest.startIndex
        while end < rest.endIndex {
            let character = rest[end]
            if let open = quote {
                if character == open { quote = nil }
            } else if "\"'“”".contains(character) {
                quote = character == "“" ? "”" : character
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
            } else if depth <= 0, character.isWhitespace || character == "," || character == "{" {
                break
            }
            end = rest.index(after: end)
        }
        if end == rest.startIndex { end = rest.index(after: end) }
        defer { rest = rest[end...] }
        return rest[..<end]
    }

    private mutating func read(_ word: Substring) {
        if word.hasPrefix("{"), word.hasSuffix("}") {
            let inner = word.dropFirst().dropLast()
            if inner.contains(where: { $0.isLetter || $0 == "." || $0 == "=" }) {
                var rest = inner
                while let word = Self.next(of: &rest) { read(word) }
            } else {
                mark(inner)
            }
            return
        }
        if word.hasPrefix(".") {
            let name = word.dropFirst()
            if ["numberLines", "number-lines", "line-numbers"].contains(name) {
                numbersLines = true
            } else if language.isEmpty {
                language = String(name)
            }
            return
        }
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let value = parts.count > 1 ? Self.unquoted(parts[1]) : nil
        switch parts[0].lowercased() {
        case "linenos", "linenumbers", "showlinenumbers", "line-numbers", "numberlines":
            numbersLines = !["false", "none", "0"].contains(value?.lowercased())
        case "linenostart", "startfrom", "start-line", "startline", "start":
            if let value, let number = Int(value), (0...1_000_000).contains(number) { firstNumber = number }
        case "hl_lines", "highlight", "mark", "hl-lines", "mark_lines", "emphasize-lines":
            if let value { mark(value[...]) }
        case "title", "file", "filename", "name", "caption":
            if let value, !value.isEmpty { title = value }
        default: break
        }
    }

    /// `[8,"15-17"]`, `8 15-17`, `1,4-6`
    private mutating func mark(_ text: Substring) {
        for part in text.split(whereSeparator: { !$0.isNumber && $0 != "-" }).prefix(Self.mostRanges) {
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first >= 1, last >= first, last < 1_000_000 else {
                continue
            }
            markedLines.append(first...last)
        }
    }

    private static func unquoted(_ text: Substring) -> String {
        guard let first = text.first, text.count > 1, "\"'“".contains(first) else { return String(text) }
        return String(text.dropFirst().dropLast())
    }
}
