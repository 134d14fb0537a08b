import FrontisCore

/// TeX between `$ $`, `$$ $$`, `\\( \\)` and `\\[ \\]`, taken out before Markdown reads the text and put back as it was,
/// so that a script on the page finds it.
struct MathSpans {
    private(set) var spans: [String] = []
    private static let longest = 4_000

    /// The text with a mark for each span.
    mutating func taken(out bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var scanner = Scanner(bytes: bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var copied = 0
        while spans.count < ContentLimits.places, let span = scanner.next() {
            output += bytes[copied..<span.lowerBound]
            output += MarkdownMarkers.text(.math, spans.count).utf8
            spans.append(
                Self.withoutQuotes(String(decoding: bytes[span], as: UTF8.self), at: span.lowerBound, in: bytes))
            copied = span.upperBound
        }
        output += bytes[copied...]
        return output
    }

    /// A formula of several lines in a quote, without the signs that the quote has before each of them.
    private static func withoutQuotes(
        _ span: String, at start: Int, in bytes: UnsafeBufferPointer<UInt8>
    ) -> String {
        guard span.utf8.contains(UInt8(ascii: "\n")) else { return span }
        let line = bytes[..<start].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let depth = bytes[line..<start].prefix { " >\t-*+".utf8.contains($0) }.count { $0 == UInt8(ascii: ">") }
        guard depth > 0 else { return span }
        let lines = span.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.enumerated().map { number, line -> Substring in
            var rest = line
            for _ in 0..<(number > 0 ? depth : 0) {
                let inner = rest.drop { $0 == " " }
                guard inner.first == ">" else { break }
                rest = inner.dropFirst()
                if rest.first == " " { rest = rest.dropFirst() }
            }
            return rest
        }.joined(separator: "\n")
    }

    /// What is between the signs of a span, and whether it is to stand on a line of its own.
    static func tex(in span: String) -> (tex: String, isDisplay: Bool) {
        let signs = span.hasPrefix("$") && !span.hasPrefix("$$") ? 1 : 2
        let isDisplay = span.hasPrefix("$$") || span.hasPrefix("\\[")
        return (String(span.dropFirst(signs).dropLast(signs)), isDisplay)
    }

    /// Changes all spans.
    mutating func rewrite(_ change: (String) -> String) { spans = spans.map(change) }

    /// The text with every span in its place.
    func restored(_ text: String) -> String { replaced(text) { spans[$0] } }

    /// The text without any of them.
    func without(_ text: String) -> String { replaced(text) { _ in " " } }

    /// Marks of spans only: any other was written by somebody.
    func cleaned(_ text: String) -> String { replaced(text) { MarkdownMarkers.text(.math, $0) } }

    private func replaced(_ text: String, _ filling: (Int) -> String) -> String {
        guard text.utf8.contains(MarkdownMarkers.byte) else { return text }
        let parts = text.split(separator: "\u{1}", omittingEmptySubsequences: false)
        var result = ""
        for (number, part) in parts.enumerated() {
            if number < parts.count - 1, number > 0, part.first == "M", let index = Int(part.dropFirst()),
                spans.indices.contains(index)
            {
                result += filling(index)
            } else {
                result += part
            }
        }
        return result
    }

    /// Walks through Markdown, past code and tags.
    private struct Scanner {
        let bytes: UnsafeBufferPointer<UInt8>
        private var position = 0

        init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        private static let dollar = UInt8(ascii: "$")
        private static let backslash = UInt8(ascii: "\\")
        private static let newline = UInt8(ascii: "\n")

        mutating func next() -> Range<Int>? {
            while position < bytes.count {
                let byte = bytes[position]
                switch byte {
                case Self.backslash:
                    let following = position + 1 < bytes.count ? bytes[position + 1] : 0
                    if following == UInt8(ascii: "("), let span = span(to: "\\)", from: position + 2) { return span }
                    if following == UInt8(ascii: "["), let span = span(to: "\\]", from: position + 2) { return span }
                    position += 2
                case Self.dollar:
                    if position + 1 < bytes.count, bytes[position + 1] == Self.dollar {
                        if let span = span(to: "$$", from: position + 2) { return span }
                        position += 2
                    } else if let span = inlineSpan() {
                        return span
                    } else {
                        position += 1
                    }
                case UInt8(ascii: "`"), UInt8(ascii: "~"): position = CodeScan.end(from: position, in: bytes)
                case UInt8(ascii: "<"):
                    let limited = UnsafeBufferPointer(
                        rebasing: bytes[..<min(bytes.count, position + MathSpans.longest)])
                    position = HTMLTag(in: limited, at: position)?.range.upperBound ?? position + 1
                default: position += 1
                }
            }
            return nil
        }

        private mutating func span(to end: String, from start: Int) -> Range<Int>? {
            let limit = min(bytes.count, start + MathSpans.longest + end.utf8.count)
            let near = UnsafeBufferPointer(rebasing: bytes[..<limit])
            guard let found = ByteSearch.index(of: Array(end.utf8), in: near, from: start), found > start else {
                return nil
            }
            let span = position..<(found + end.utf8.count)
            position = span.upperBound
            return span
        }

        /// `$5 and $6` is money: no blank stands inside the dollars, and no digit behind the second. Nor is `$5, then $x$` one
        /// formula, whose second sign begins another.
        private mutating func inlineSpan() -> Range<Int>? {
            var end = position + 1
            guard end < bytes.count, !Self.isSpace(bytes[end]) else { return nil }
            let mayBeMoney = (0x30...0x39).contains(bytes[end])
            let limit = min(bytes.count, position + MathSpans.longest)
            while end < limit {
                if bytes[end] == Self.backslash {
                    end += 2
                    continue
                }
                if bytes[end] == Self.newline, end + 1 < limit, bytes[end + 1] == Self.newline { return nil }
                if mayBeMoney, bytes[end] == Self.dollar,
                    Self.isSpace(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: "(")
                {
                    return nil
                }
                if bytes[end] == Self.dollar, !Self.isSpace(bytes[end - 1]) {
                    let following = end + 1 < bytes.count ? bytes[end + 1] : 0
                    guard end > position + 1, !(0x30...0x39).contains(following) else { return nil }
                    let span = position..<(end + 1)
                    position = end + 1
                    return span
                }
                end += 1
            }
            return nil
        }

        private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    }
}
