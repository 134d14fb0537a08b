import FrontisCore
import FrontisText

/// The calls of shortcodes in a text, taken out before Markdown reads it: a piece of raw HTML stands in place of each tag,
/// so that the text between two tags is Markdown like any other, and lines stay where they are.
///
/// A tag alone on its line becomes `<?…?>`, which is a block to Markdown whatever stands above and below, one among words
/// `<s …>`. What they stand for is put in when the tree is there; where it turns out that they stand in code, what was
/// written comes back.
struct ShortcodeText {
    /// What a mark stands for.
    enum Meaning {
        /// Markup that was made of a call, or what of it stands before or behind the call's text.
        case html(String)
        /// A block of code with its language and what else stands behind a fence.
        case code(info: String, text: String)

        /// As it stands among words.
        var html: String {
            switch self {
            case .html(let html): html
            case .code(_, let text): "<code>\(MarkupText.escaped(text.trimmed, for: .text))</code>"
            }
        }
    }

    struct Mark {
        var source: String
        var meaning: Meaning
        /// Where a call's text begins: the number of the mark where it ends.
        var end: Int?
    }

    private(set) var marks: [Mark] = []
    /// What was wrong with calls.
    private(set) var findings: [Diagnostic] = []

    /// Of a text without calls.
    init() {}

    var isEmpty: Bool { marks.isEmpty }

    /// - Parameters:
    ///   - bytes: the text.
    ///   - lineOffset: lines of the file above it.
    /// - Returns: the text with marks in place of tags; nothing where there is none.
    mutating func taken(
        out bytes: UnsafeBufferPointer<UInt8>, in source: SourceText, lineOffset: Int, _ shortcodes: Shortcodes
    ) -> [UInt8]? {
        guard !shortcodes.names.isEmpty, ByteSearch.contains(UInt8(ascii: "{"), in: bytes) else { return nil }
        let code = Shortcodes.Computed.highlight.rawValue
        var scanner = ShortcodeScanner(
            bytes, names: shortcodes.names, verbatim: shortcodes.computed(code) == nil ? [] : [code])
        var tags: [ShortcodeTag] = []
        while tags.count <= ContentLimits.places, let tag = scanner.next() { tags.append(tag) }
        guard !tags.isEmpty else { return nil }
        let excess = tags.count > ContentLimits.places ? tags.removeLast() : nil
        var writer = ShortcodeWriter(bytes, tags, in: source, lineOffset: lineOffset, shortcodes)
        writer.writeAll()
        (marks, findings) = (writer.marks, writer.findings)
        if let excess {
            let line = lineOffset + 1 + bytes[..<excess.range.lowerBound].lazy.filter { $0 == 0x0A }.count
            let summary = "page has more than \(ContentLimits.places) tags of shortcodes"
            findings.append(ContentLimits.finding(summary, line: line, in: source))
        }
        return writer.output
    }

    // MARK: Reading back

    /// What a piece of raw HTML stands for, where it is a mark for a block of code.
    func code(in literal: UnsafeBufferPointer<UInt8>) -> (info: String, text: String)? {
        guard literal.starts(with: "<?\u{1}S".utf8), let mark = mark(in: literal, at: 2),
            case .code(let info, let code) = marks[mark.number].meaning,
            literal[mark.end...].allSatisfy({ $0 == 0x20 || $0 == 0x0A })
        else { return nil }
        return (info, code)
    }

    /// Whether two pieces of raw HTML are the marks round the text of a call whose markup is a block.
    func areBlock(_ first: UnsafeBufferPointer<UInt8>, _ last: UnsafeBufferPointer<UInt8>) -> Bool {
        let opening = Self.openings[1].count
        guard first.count > opening, last.count > opening, let one = mark(in: first, at: opening),
            one.end == first.count,
            let other = mark(in: last, at: opening), other.end == last.count, marks[one.number].end == other.number
        else { return false }
        var html = marks[one.number].meaning.html
        return html.withUTF8 { HTMLTag(in: $0, at: 0).map { HTMLBalancer.closesParagraph.contains($0.name) } ?? false }
    }

    /// Raw HTML with what the marks in it stand for.
    func filled(_ text: UnsafeBufferPointer<UInt8>) -> String { replaced(text, \.meaning.html) }

    /// Text that turned out to be code, with what was written.
    func restored(_ text: UnsafeBufferPointer<UInt8>) -> String { Self.unescaped(replaced(text, \.source)) }

    private func replaced(_ text: UnsafeBufferPointer<UInt8>, _ part: (Mark) -> String) -> String {
        var result: [UInt8] = []
        var position = 0
        var search = 0
        while let byte = ByteSearch.index(of: MarkdownMarkers.byte, in: text, from: search) {
            search = byte + 1
            guard let mark = mark(in: text, at: byte) else { continue }
            result += text[position..<mark.start]
            result += part(marks[mark.number]).utf8
            (position, search) = (mark.end, mark.end)
        }
        result += text[position...]
        return String(decoding: result, as: UTF8.self)
    }

    /// A mark with the tag that it is in, if it is in one.
    ///
    /// - Parameter byte: where its first byte of its own is.
    private func mark(in text: UnsafeBufferPointer<UInt8>, at byte: Int) -> (number: Int, start: Int, end: Int)? {
        let opening = Self.openings.first { byte >= $0.count && text[(byte - $0.count)..<byte].elementsEqual($0) }
        guard byte + 2 < text.count, text[byte + 1] == UInt8(ascii: "S") else { return nil }
        let digits = text[(byte + 2)...].prefix { (0x30...0x39).contains($0) }.prefix(7)
        guard let number = Int(String(decoding: digits, as: UTF8.self)), marks.indices.contains(number),
            digits.endIndex < text.count, text[digits.endIndex] == MarkdownMarkers.byte
        else { return nil }
        guard let opening else { return (number, byte, digits.endIndex + 1) }
        guard let end = ByteSearch.index(of: UInt8(ascii: ">"), in: text, from: digits.endIndex)
        else { return nil }
        return (number, byte - opening.count, end + 1)
    }

    private static let openings = ["<?", "<s m="].map { Array($0.utf8) }

    /// `{{</* x */>}}` in code as Hugo prints it, and the others' writings of the same.
    static func unescaped(_ text: String) -> String {
        guard ByteSearch.has("/*", in: text), ByteSearch.has("{", in: text) else { return text }
        return comments.replaced(in: text) { kind, inner in kind.opening.dropLast(2) + inner + kind.closing.dropFirst(2)
        }
    }

    /// How a tag begins and ends that is commented out.
    private static let comments = DelimitedSpans(kinds: [
        .init("{{</*", "*/>}}"), .init("{{%/*", "*/%}}"), .init("{{/*", "*/}}"), .init("{%/*", "*/%}"),
    ])
}
