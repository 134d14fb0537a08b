import FrontisCore

/// What belongs to XML or to the head of a document: `<?xml … ?>`, `<!DOCTYPE …>`, `<![CDATA[ … ]]>`. Browsers take it
/// for a comment up to the first `>`, and show the rest.
struct HTMLDeclaration {
    /// Whether it is a section of text, which SVG and MathML have.
    var isSection = false
    /// Whether its own end was looked for in vain.
    var isUnclosed = false
    /// From `<` on, up to its end as far as there is one.
    var range: Range<Int>

    private static let section = Array("<![CDATA[".utf8)

    /// Nothing where something else begins at `less`, a comment included.
    init?(in html: UnsafeBufferPointer<UInt8>, at less: Int) {
        guard less + 1 < html.count, !html[less...].starts(with: "<!--".utf8) else { return nil }
        func end(_ mark: String) -> Int? {
            ByteSearch.index(of: Array(mark.utf8), in: html, from: less + 2).map { $0 + mark.utf8.count }
        }
        if html[less...].starts(with: Self.section) {
            isSection = true
            let end = end("]]>")
            isUnclosed = end == nil
            range = less..<(end ?? less + Self.section.count)
            return
        }
        switch html[less + 1] {
        case UInt8(ascii: "!"):
            guard let end = end(">") else { return nil }
            range = less..<end
        case UInt8(ascii: "?"):
            let own = end("?>")
            isUnclosed = own == nil
            guard let end = own ?? end(">") else { return nil }
            range = less..<end
        default: return nil
        }
    }

    /// Whether the words begin like a document's type in small letters, which cmark takes for text.
    static func isDocumentType(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
        words.prefix(9).map { $0 | 0x20 }.elementsEqual("<!doctype".utf8)
    }
}
