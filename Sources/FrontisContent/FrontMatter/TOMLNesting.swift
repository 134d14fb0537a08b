/// Finds what toml++ must not be given. It bounds values inside each other, but not the parts of a dotted key, and 10,000
/// of those exhaust the stack of whoever walks through the tables, or frees them. And it takes some things for values
/// that are none, and for a key in a header what begins none, and ends the program where it finds out
/// (`date = 2026-03-02Tx`, `[[[a]]]`, `a = [}`).
///
/// Reads only as much of TOML as it takes to know a key's dot from a text's: quotes, comments, brackets. Where a
/// document is not well-formed toml++ stops at the mistake, and what lies before it has been counted.
struct TOMLNesting {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    /// Parts of the header that the lines belong to.
    private var header = 0
    /// Lists and inline tables that are open, with what the key before each adds.
    private var open: [(depth: Int, isList: Bool)] = []
    /// Dots of the key that is being read; they count for what stands behind `=`.
    private var dots = 0
    /// Whether a value comes next, and no key.
    private var isValue = false

    /// What toml++ must not be given.
    enum Fault: Equatable {
        /// More tables, lists and inline tables are inside each other than are allowed.
        case depth(line: Int)
        /// What stands there without quotes is no value.
        case value(String, line: Int)
        /// What follows the brackets that begin a header is no key.
        case header(line: Int)
        /// A list is closed by `}`, or a table by `]`.
        case bracket(isList: Bool, line: Int)
    }

    static func fault(in toml: String, limit: Int) -> Fault? {
        var nesting = TOMLNesting(bytes: Array(toml.utf8))
        return nesting.find(limit: limit)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func find(limit: Int) -> Fault? {
        var depth = 0
        var startsLine = true
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\n"):
                line += 1
                if open.isEmpty {
                    dots = 0
                    isValue = false
                    startsLine = true
                }
                continue
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
            case UInt8(ascii: "#"):
                while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipText(quote: byte)
                isValue = false
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if startsLine, byte == UInt8(ascii: "[") {
                    guard headerHasKey else { return .header(line: line) }
                    readHeader()
                } else {
                    isValue = byte == UInt8(ascii: "[")
                    open.append((dots + 1, isValue))
                    depth += dots + 1
                    dots = 0
                }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if let last = open.last, last.isList != (byte == UInt8(ascii: "]")) {
                    return .bracket(isList: last.isList, line: line)
                }
                depth -= open.popLast()?.depth ?? 0
                dots = 0
                isValue = false
            case UInt8(ascii: ","):
                dots = 0
                isValue = open.last?.isList == true
            case UInt8(ascii: "="): isValue = true
            case _ where isValue:
                let value = readValue()
                guard TOMLScalar.isWellFormed(value) else {
                    return .value(String(decoding: value, as: UTF8.self), line: line)
                }
                isValue = false
            case UInt8(ascii: "."): dots += 1
            default: break
            }
            startsLine = false
            guard header + depth + dots <= limit else { return .depth(line: line) }
        }
        return nil
    }

    /// A value without quotes, from the byte before `position` to what ends it.
    private mutating func readValue() -> ArraySlice<UInt8> {
        let start = position - 1
        while position < bytes.count, !"\n,]}#".utf8.contains(bytes[position]) { position += 1 }
        var value = bytes[start..<position]
        while let last = value.last, last == 0x20 || last == 0x09 || last == 0x0D { value.removeLast() }
        return value
    }

    /// Whether a key, or the end of what should have one, stands behind `[` or `[[` and blanks.
    private var headerHasKey: Bool {
        var rest = bytes[position...].drop { $0 == 0x20 || $0 == 0x09 }
        if rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().drop { $0 == 0x20 || $0 == 0x09 } }
        guard let first = rest.first else { return true }
        switch first {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            return true
        default: return "_-\"']".utf8.contains(first)
        }
    }

    /// `[a.b]` and `[[a.b]]`, up to the last bracket.
    private mutating func readHeader() {
        header = 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "]"), bytes[position] != UInt8(ascii: "\n") {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ".") { header += 1 }
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { skipText(quote: byte) }
        }
        while position < bytes.count, bytes[position] == UInt8(ascii: "]") { position += 1 }
    }

    /// To behind the quote, or the three of them, that close the text; at most to the line's end for one quote.
    private mutating func skipText(quote: UInt8) {
        let isLong = bytes[position...].starts(with: [quote, quote])
        if isLong { position += 2 }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\n") {
                guard isLong else { return }
                line += 1
            }
            position += 1
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                if position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
            } else if byte == quote {
                guard isLong else { return }
                guard bytes[position...].starts(with: [quote, quote]) else { continue }
                position += 2
                // The text itself may end in one or two of them.
                while position < bytes.count, bytes[position] == quote { position += 1 }
                return
            }
        }
    }
}
