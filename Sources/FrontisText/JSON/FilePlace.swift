/// A place in a text file as people count: lines and columns from 1, columns in characters.
package struct FilePlace: Sendable, Hashable {
    package var line: Int
    package var column: Int
    /// The line's text, nothing for one that is too long to be shown.
    package var sourceLine: String?

    private static let lengthLimit = 2000

    /// - Parameter offset: in UTF-8 bytes; past the end stands for the end.
    package init(of offset: Int, in bytes: [UInt8]) {
        let offset = min(max(0, offset), bytes.count)
        let before = bytes[..<offset]
        line = before.count(where: { $0 == UInt8(ascii: "\n") }) + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard end - start <= Self.lengthLimit else {
            column = offset - start + 1
            sourceLine = nil
            return
        }
        column = String(decoding: bytes[start..<offset], as: UTF8.self).count + 1
        var text = String(decoding: bytes[start..<end], as: UTF8.self)
        if text.hasSuffix("\r") { text.removeLast() }
        sourceLine = text
    }
}
