import FrontisCore

/// A file that new posts are made of: `{{title}}` and its like in it are replaced, and what Hugo's have for them.
struct Archetype {
    private let frontMatter: Substring
    private let body: Substring
    private let isTOML: Bool

    init(_ text: String) {
        isTOML = text.hasPrefix("+++")
        let fence = isTOML ? "\n+++" : "\n---"
        let end = text.hasPrefix(fence.dropFirst()) ? text.firstRange(of: fence)?.upperBound : nil
        (frontMatter, body) = (text[..<(end ?? text.startIndex)], text[(end ?? text.startIndex)...])
    }

    /// What Hugo's archetypes say for the same.
    private static let foreign = [
        ".Title": "title", ".Date": "date", ".Name": "slug", ".File.ContentBaseName": "slug", ".Type": "section",
        ".Section": "section", ".File.TranslationBaseName": "slug", "now.Format \"2006-01-02\"": "date",
        "time.Now": "date",
    ]

    /// - Parameter values: of `title`, `date`, `slug`, `section`.
    func filled(_ values: [String: String]) -> String {
        filled(frontMatter, values, isFrontMatter: true) + filled(body, values, isFrontMatter: false)
    }

    private func filled(_ text: Substring, _ values: [String: String], isFrontMatter: Bool) -> String {
        var filled = ""
        var rest = text
        while let closing = rest.firstRange(of: "}}") {
            guard let opening = rest[..<closing.lowerBound].ranges(of: "{{").last else {
                filled += rest[..<closing.upperBound]
                rest = rest[closing.upperBound...]
                continue
            }
            let name = Self.name(rest[opening.upperBound..<closing.lowerBound])
            filled += rest[..<opening.lowerBound]
            let inside = rest[opening.lowerBound..<closing.upperBound]
            rest = rest[closing.upperBound...]
            if let value = values[name], !isFrontMatter {
                filled += value
            } else if let value = values[name] {
                write(value, name, into: &filled, before: &rest)
            } else {
                filled += inside
            }
        }
        return filled + rest
    }

    private static func name(_ inside: Substring) -> String {
        let words = inside.split { " -".contains($0) && !$0.isNewline }.joined(separator: " ")
        // `replace .Name "-" " " | title` is the title.
        if words.hasPrefix("replace .") || words.hasSuffix("| title") { return "title" }
        return foreign[words] ?? words
    }

    /// A value in the quotes that stand round it, or, as a value of front matter, in its own.
    private func write(_ value: String, _ name: String, into text: inout String, before rest: inout Substring) {
        let (behind, next) = (text.suffix(2), rest.first)
        if behind.hasSuffix("\""), next == "\"" {
            text += JSONText.quoted(value).dropFirst().dropLast()
        } else if behind.hasSuffix("'"), next == "'" {
            guard isTOML, value.contains("'") else { return text += value.replacing("'", with: "''") }
            // TOML has no way to write the sign between them.
            text.removeLast()
            rest = rest.dropFirst()
            text += JSONText.quoted(value)
        } else if behind == "= ", isTOML {
            text += name == "date" ? value : JSONText.quoted(value)
        } else if behind == ": ", next?.isNewline != false {
            text += isPlain(value) ? value : JSONText.quoted(value)
        } else if behind.hasSuffix("[") || behind == ", ", next == "]" || next == "," {
            text += JSONText.quoted(value)
        } else {
            text += value
        }
    }

    private func isPlain(_ value: String) -> Bool {
        let begins = value.first.map { $0.isLetter || $0.isNumber } ?? false
        return begins && !value.contains(": ") && !value.hasSuffix(":")
            && value.allSatisfy { $0.isLetter || $0.isNumber || " -:+".contains($0) }
    }
}
