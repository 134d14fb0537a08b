import FrontisCore

/// Reads JSON (RFC 8259) in time and memory that its length bounds. Unlike Foundation's decoder it says where it
/// stopped, and keeps numbers as they were written. Long texts, as pictures are, are searched by the C library and
/// copied.
package struct JSONParser {
    /// Who has written the text decides how strictly it is read.
    package enum Author: Sendable {
        /// Frontis, and whoever edits its files: strictly, as a name that is there twice is a slip that costs data.
        case frontis
        /// Vendors, models and programs, for whose answers money was paid: leniently, and bounded. Control characters
        /// in texts, half a surrogate pair, numbers too large for anything, and names that are there twice are taken.
        case others

        /// Lists and objects in one another. More than any file of the store, the lock or an answer has.
        var depthLimit: Int { self == .frontis ? 32 : 64 }

        /// Values in one text of others, members of objects among them. A thousand pictures with all that is said about
        /// them have a tenth of it.
        static let mostValues = 200_000
        /// Files are as long as they are.
        var valueLimit: Int { self == .frontis ? .max : Self.mostValues }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private let author: Author
    private var position = 0
    private var values = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>, by author: Author) {
        self.bytes = bytes
        self.author = author
    }

    /// One value and nothing else, white space aside.
    package static func parse(_ bytes: [UInt8], by author: Author = .frontis) throws(JSONError) -> JSONNode {
        try bytes.withUnsafeBufferPointer { (buffer) throws(JSONError) -> JSONNode in
            var parser = JSONParser(buffer, by: author)
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
            parser.skipBlanks()
            guard parser.current != nil else { throw JSONError("the file is empty", at: 0) }
            let node = try parser.value(depth: 0)
            parser.skipBlanks()
            guard parser.current == nil else { throw parser.unexpected("nothing after the end") }
            return node
        }
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipBlanks() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private func unexpected(_ expected: String) -> JSONError {
        guard current != nil else {
            return JSONError("not valid JSON: it ends too early", at: max(0, bytes.count - 1))
        }
        return JSONError("not valid JSON: expected \(expected)", at: position)
    }

    /// - Parameter depth: how many lists and objects it is in.
    private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
        let start = position
        values += 1
        guard values <= author.valueLimit else {
            throw JSONError("not valid here: too many values", at: start, kind: .tooManyValues)
        }
        switch current {
        case UInt8(ascii: "{"): return JSONNode(value: try object(depth: depth), offset: start)
        case UInt8(ascii: "["): return JSONNode(value: try list(depth: depth), offset: start)
        case UInt8(ascii: "\""): return JSONNode(value: .text(try text()), offset: start)
        case UInt8(ascii: "t"): return JSONNode(value: try word("true", .flag(true)), offset: start)
        case UInt8(ascii: "f"): return JSONNode(value: try word("false", .flag(false)), offset: start)
        case UInt8(ascii: "n"): return JSONNode(value: try word("null", .null), offset: start)
        case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte):
            return JSONNode(value: .number(try number()), offset: start)
        default: throw unexpected("a value")
        }
    }

    private mutating func word(_ word: String, _ value: JSONNode.Value) throws(JSONError) -> JSONNode.Value {
        guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
        position += word.utf8.count
        return value
    }

    /// Takes the bracket, so that what is nested costs no more stack than the limit allows.
    private mutating func enter(_ depth: Int) throws(JSONError) {
        guard depth < author.depthLimit else {
            throw JSONError("not valid here: nested too deeply", at: position, kind: .tooDeep)
        }
        position += 1
        skipBlanks()
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONNode.Value {
        try enter(depth)
        var members: [JSONNode.Member] = []
        var names: Set<String> = []
        if take("}") { return .object([]) }
        while true {
            skipBlanks()
            let start = position
            guard current == UInt8(ascii: "\"") else {
                throw unexpected(members.isEmpty ? "a name in double quotes" : "a name in double quotes after ','")
            }
            let name = try text()
            if author == .frontis, !names.insert(name).inserted {
                throw JSONError("'\(name)' is there twice", at: start)
            }
            skipBlanks()
            guard take(":") else { throw unexpected("':'") }
            skipBlanks()
            members.append(JSONNode.Member(name: name, offset: start, node: try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return .object(members) }
            guard take(",") else { throw unexpected("',' or '}'") }
        }
    }

    private mutating func list(depth: Int) throws(JSONError) -> JSONNode.Value {
        try enter(depth)
        var values: [JSONNode] = []
        if take("]") { return .list([]) }
        while true {
            skipBlanks()
            values.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return .list(values) }
            guard take(",") else { throw unexpected("',' or ']'") }
        }
    }

    private mutating func number() throws(JSONError) -> String {
        let start = position
        _ = take("-")
        if take("0") {
            if let byte = current, Self.isDigit(byte) {
                throw JSONError("not valid JSON: a number begins with 0", at: start)
            }
        } else {
            try digits()
        }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            try digits()
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        guard let first = current, Self.isDigit(first) else { throw unexpected("a digit") }
        while let byte = current, Self.isDigit(byte) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    // MARK: Texts

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    private mutating func text() throws(JSONError) -> String {
        let start = position
        position += 1
        // A picture is a long text without escapes, which is copied as a whole.
        if let end = ByteSearch.index(of: Self.quote, in: bytes, from: position) {
            let whole = UnsafeBufferPointer(rebasing: bytes[position..<end])
            if !ByteSearch.contains(Self.backslash, in: whole), !whole.contains(where: isControl) {
                position = end + 1
                return try Self.checked(String(validating: whole, as: UTF8.self), at: start)
            }
        }
        var decoded: [UInt8] = []
        while true {
            // One pass over all of it: looking for the quote anew after each escape would be one for each.
            var stop = position
            while stop < bytes.count, bytes[stop] != Self.quote, bytes[stop] != Self.backslash, !isControl(bytes[stop])
            {
                stop += 1
            }
            guard stop < bytes.count else { throw JSONError("not valid JSON: it ends too early", at: start) }
            decoded += bytes[position..<stop]
            position = stop + 1
            switch bytes[stop] {
            case Self.quote: return try Self.checked(String(validating: decoded, as: UTF8.self), at: start)
            case Self.backslash: decoded += UTF8.encode(try escape()) ?? UTF8.encodedReplacementCharacter
            default: throw JSONError("not valid JSON: a text without its closing '\"'", at: start)
            }
        }
    }

    /// Whether `byte` may not be in a text.
    private func isControl(_ byte: UInt8) -> Bool { author == .frontis && byte < 0x20 }

    private static func checked(_ text: String?, at start: Int) throws(JSONError) -> String {
        guard let text else { throw JSONError("a text that is not UTF-8", at: start) }
        return text
    }

    /// What the characters after a backslash stand for.
    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = position - 1
        guard let byte = current else { throw unexpected("a character after '\\'") }
        position += 1
        switch byte {
        case Self.quote: return "\""
        case Self.backslash: return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint(start)
        default: throw JSONError("not valid JSON: an unknown escape", at: start)
        }
    }

    private mutating func codePoint(_ start: Int) throws(JSONError) -> Unicode.Scalar {
        let high = try codeUnit(start)
        if let scalar = Unicode.Scalar(high) { return scalar }
        let rest = position
        if (0xD800...0xDBFF).contains(high), take("\\"), take("u") {
            let low = try codeUnit(start)
            if (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
            {
                return scalar
            }
        }
        guard author == .others else { throw JSONError("not valid JSON: half a character", at: start) }
        // What follows the half is read for itself.
        position = rest
        return "\u{FFFD}"
    }

    private mutating func codeUnit(_ start: Int) throws(JSONError) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw JSONError("not valid JSON: '\\u' needs four hexadecimal digits", at: start) }
        position += 4
        return code
    }
}
