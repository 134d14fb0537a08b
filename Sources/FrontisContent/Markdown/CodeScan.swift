import FrontisCore

/// Finds the end of code in Markdown that is not parsed yet: whoever looks for marks of their own in a text passes over
/// it. Code that is told by its indentation is not seen; its marks are taken back where the parser finds it.
enum CodeScan {
    private static let backtick = UInt8(ascii: "`")
    private static let newline = UInt8(ascii: "\n")

    /// The place behind the code span, or behind the block between fences, that a backtick or a tilde at `start` begins;
    /// behind the run of them where they begin none.
    static func end(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = bytes[start]
        var position = start
        while position < bytes.count, bytes[position] == byte { position += 1 }
        let length = position - start
        let isFence = length >= 3 && isAtLineStart(start, in: bytes)
        guard isFence || byte == backtick else { return position }
        var end = position
        while end < bytes.count {
            if !isFence, bytes[end] == newline, end + 1 < bytes.count, bytes[end + 1] == newline { return position }
            guard bytes[end] == byte else {
                end += 1
                continue
            }
            let run = bytes[end...].prefix { $0 == byte }.count
            if isFence ? run >= length && isAtLineStart(end, in: bytes) : run == length { return end + run }
            end += run
        }
        return isFence ? bytes.count : position
    }

    /// Whether nothing but blanks and the marks of quotes and lists stand before it on its line.
    private static func isAtLineStart(_ place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var before = place - 1
        while before >= 0, bytes[before] != newline {
            guard " \t>-*+".utf8.contains(bytes[before]) else { return false }
            before -= 1
        }
        return true
    }
}
