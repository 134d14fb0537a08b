import FrontisCore

/// A template's bytes, and where a byte is for a person: line, column in characters, the line itself.
struct TemplateText: Sendable {
    let path: String
    let bytes: [UInt8]

    init(_ source: TemplateSource) {
        path = source.path
        bytes = Array(source.text.utf8)
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    func line(at offset: Int) -> Int {
        bytes[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    /// A finding that underlines `range`, as far as its first line goes.
    func finding(
        _ id: DiagnosticID, _ summary: String, at range: Range<Int>, help: String? = nil
    ) -> Diagnostic {
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<range.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
        var end = bytes[range.lowerBound...].firstIndex(of: newline) ?? bytes.count
        if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        let location = SourceLocation(
            path: path, line: line(at: range.lowerBound), column: string(start..<range.lowerBound).count + 1,
            length: string(range.lowerBound..<max(range.lowerBound, min(range.upperBound, end))).count)
        return Diagnostic(id, summary, at: location, in: Diagnostic.excerpt(of: bytes[start..<end]), help: help)
    }

    // MARK: Bytes

    func find(_ needle: [UInt8], from offset: Int) -> Int? {
        guard let first = needle.first, offset + needle.count <= bytes.count else { return nil }
        var index = offset
        while index + needle.count <= bytes.count {
            if bytes[index] == first, starts(with: needle, at: index) { return index }
            index += 1
        }
        return nil
    }

    func starts(with needle: [UInt8], at offset: Int) -> Bool {
        offset + needle.count <= bytes.count && bytes[offset..<offset + needle.count].elementsEqual(needle)
    }

    /// The tag on one line, not too long for a message.
    func shown(_ range: Range<Int>) -> String {
        let words = string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > 60 ? words.prefix(57) + "..." : words
    }

    static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            ".-_?()*".utf8.contains(byte)
        }
    }
}
