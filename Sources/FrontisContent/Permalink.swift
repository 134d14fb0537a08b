package import FrontisCore

/// Turns `/:section/:year/:slug/` into a page's address.
package struct Permalink: Sendable {
    package static let tokens = ["section", "slug", "title", "year", "month", "day"]

    private enum Part: Sendable {
        case literal(String)
        case token(String)
    }

    private let parts: [Part]

    /// - Throws: words that say what is wrong with the pattern.
    package init(_ pattern: String) throws(PermalinkError) {
        guard pattern.first == "/" else { throw PermalinkError(summary: "permalink must begin with '/'") }
        var parts: [Part] = []
        for segment in pattern.dropFirst().split(separator: "/", omittingEmptySubsequences: true) {
            var rest = segment
            var text = "/"
            while let colon = rest.firstIndex(of: ":") {
                text += rest[..<colon]
                let name = rest[rest.index(after: colon)...].prefix { $0.isASCII && $0.isLetter }
                guard Self.tokens.contains(String(name)) else {
                    throw PermalinkError(
                        summary: "unknown token ':\(name)' in permalink"
                            + Suggestion.clause(for: String(name), among: Self.tokens))
                }
                parts += [.literal(text), .token(String(name))]
                text = ""
                rest = rest[name.endIndex...]
            }
            parts.append(.literal(text + rest))
        }
        self.parts = parts + [.literal(PageAddress.namesFile(pattern) ? "" : "/")]
    }

    /// - Parameter title: the part that stands for the page's title.
    package func address(section: String, slug: String, date: PageDate?, title: @autoclosure () -> String) -> String {
        var address = ""
        for part in parts {
            switch part {
            case .literal(let text): address += text
            case .token("section"): address += section
            case .token("slug"): address += slug
            case .token("title"): address += title()
            case .token("year"): address += date.map { String($0.day8601.prefix(4)) } ?? ""
            case .token("month"): address += date.map { String($0.day8601.dropFirst(5).prefix(2)) } ?? ""
            case .token: address += date.map { String($0.day8601.suffix(2)) } ?? ""
            }
        }
        // An absent section or date must not leave `//` behind.
        var folded = ""
        for character in address where !(character == "/" && folded.last == "/") { folded.append(character) }
        return folded.isEmpty ? "/" : folded
    }
}

package struct PermalinkError: Error, Sendable {
    package let summary: String
}
