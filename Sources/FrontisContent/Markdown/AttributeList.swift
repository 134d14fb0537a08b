import FrontisCore
import FrontisText

/// What stands between the braces of `{#fares .wide}` behind a heading, or of kramdown's `{: .right target="_blank"}`.
struct AttributeList {
    var id: String?
    var classes: [String] = []
    /// In their order; names are safe to write, values are not escaped.
    var others: [(name: String, value: String)] = []
    /// `{:toc}`, which stands where kramdown writes a table of contents.
    var isTableOfContents = false

    /// Bytes between the braces; what is longer is prose.
    static let longest = 1_000

    /// - Parameter text: without its braces. Quotes may have been made typographic.
    init?(_ text: some StringProtocol, isKramdown: Bool) {
        var rest = text[...]
        if isKramdown {
            // `{::options /}`, `{:/comment}`
            if rest.first == ":" || rest.first == "/" { return }
            if String(rest).trimmed.lowercased() == "toc" {
                isTableOfContents = true
                return
            }
        }
        var isEmpty = true
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard let first = rest.first else { break }
            isEmpty = false
            if first == "#" || first == "." || (isKramdown && first == ":") {
                // An id may hold dots: `{#v1.2}`; in kramdown's lists they begin a class.
                let holdsDots = first == "#" && !isKramdown
                let word = rest.dropFirst().prefix { $0 != "#" && ($0 != "." || holdsDots) && !$0.isWhitespace }
                let name = String(word)
                guard Self.isName(name) else { return nil }
                if first == "#" { id = Slug.visible(name) } else if first == "." { classes.append(name) }
                rest = rest[word.endIndex...]
                continue
            }
            let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
            guard !name.isEmpty, name.allSatisfy(\.isASCII) else { return nil }
            rest = rest[name.endIndex...]
            guard rest.first == "=" else {
                // A reference to a list that is defined elsewhere, or `toc` among others.
                guard isKramdown else { return nil }
                continue
            }
            rest = rest.dropFirst()
            guard let quote = rest.first, Self.quotes.contains(quote) else {
                let value = rest.prefix { !$0.isWhitespace }
                others.append((name.lowercased(), String(value)))
                rest = rest[value.endIndex...]
                continue
            }
            let value = rest.dropFirst().prefix { !Self.quotes.contains($0) }
            guard value.endIndex < rest.endIndex else { return nil }
            others.append((name.lowercased(), String(value)))
            rest = rest[rest.index(after: value.endIndex)...]
        }
        if isEmpty, !isKramdown { return nil }
    }

    private static let quotes: Set<Character> = ["\"", "'", "“", "”", "‘", "’"]

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.:/".contains($0) }
    }

    /// As a tag has them behind its name, without the id; handlers of events are not taken over.
    var markup: String {
        var markup = classes.isEmpty ? "" : " class=\"\(Self.escaped(classes.joined(separator: " ")))\""
        for (name, value) in safe { markup += " \(name)=\"\(Self.escaped(value))\"" }
        return markup
    }

    /// With `class` among them, for an element that has attributes of its own.
    var attributes: [BodyPicture.Attribute] {
        let own = classes.isEmpty ? [] : [(name: "class", value: classes.joined(separator: " "))]
        return ((id.map { [(name: "id", value: $0)] } ?? []) + own + safe).map {
            BodyPicture.Attribute(name: $0.name, value: $0.value)
        }
    }

    private var safe: [(name: String, value: String)] {
        others.filter { !$0.name.hasPrefix("on") && !["id", "class", "href", "src"].contains($0.name) }
    }

    private static func escaped(_ text: String) -> String {
        MarkupText.escaped(text, for: .doubleQuotes).replacing("\u{1}", with: "")
    }
}
