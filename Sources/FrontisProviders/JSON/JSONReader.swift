import FrontisCore

/// Reads JSON that somebody else has written, in time and memory that its length bounds: so many values and no more, so
/// deep and no deeper. Pictures are long texts, which are copied and not looked at one by one.
///
/// Lenient where strictness would cost a paid answer: control characters in texts, half a surrogate pair, and numbers
/// too large for anything are taken.
struct JSONReader {
    /// Values in one text, members of objects among them. A thousand pictures with all that is said about them have a
    /// tenth of it.
    static let mostValues = 200_000
    /// Lists and objects in one another.
    static let deepest = 64

    enum Fault: Error, Sendable {
        case malformed
        case tooManyValues
        case tooDeep

        /// As the end of a sentence.
        var words: String {
            switch self {
            case .malformed: "broken JSON: cut off, or not well-formed"
            case .tooManyValues: "JSON with more than \(mostValues) values, which is not read"
            case .tooDeep: "JSON nested more than \(deepest) deep, which is not read"
            }
        }
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var values = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    static func read(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
        try bytes.withUnsafeBufferPointer { (buffer) throws(Fault) -> JSONValue in
            var reader = JSONReader(buffer)
            if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
            let value = try reader.value(depth: 0)
            reader.skipBlanks()
            guard reader.position == buffer.count else { throw .malformed }
            return value
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    /// The next byte that is no blank.
    private mutating func next() throws(Fault) -> UInt8 {
        skipBlanks()
        guard position < bytes.count else { throw .malformed }
        return bytes[position]
    }

    private mutating func take(_ byte: Unicode.Scalar) throws(Fault) {
        guard try next() == UInt8(ascii: byte) else { throw .malformed }
        position += 1
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        values += 1
        guard values <= Self.mostValues else { throw .tooManyValues }
        switch try next() {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try list(depth: depth + 1)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        var members: [JSONValue.Member] = []
        try take("{")
        if try next() == UInt8(ascii: "}") {
            position += 1
            return .object([])
        }
        while true {
            guard try next() == UInt8(ascii: "\"") else { throw .malformed }
            let name = try text()
            try take(":")
            members.append(.init(name, try value(depth: depth)))
            if try next() == UInt8(ascii: "}") { break }
            try take(",")
        }
        position += 1
        // Vendors keep no order; a fixed one makes evidence and tests the same every time.
        return .object(members.sorted { $0.name < $1.name })
    }

    private mutating func list(depth: Int) throws(Fault) -> JSONValue {
        guard depth <= Self.deepest else { throw .tooDeep }
        var elements: [JSONValue] = []
        try take("[")
        if try next() == UInt8(ascii: "]") {
            position += 1
            return .list([])
        }
        while true {
            elements.append(try value(depth: depth))
            if try next() == UInt8(ascii: "]") { break }
            try take(",")
        }
        position += 1
        return .list(elements)
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
        guard bytes[position...].starts(with: word.utf8) else { throw .malformed }
        position += word.utf8.count
        return value
    }

    private mutating func number() throws(Fault) -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else { throw .malformed }
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            isWhole = false
            guard digits() > 0 else { throw .malformed }
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            isWhole = false
            if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
                position += 1
            }
            guard digits() > 0 else { throw .malformed }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let number = Int(text) { return .integer(number) }
        guard let number = Double(text) else { throw .malformed }
        return .number(number)
    }

    /// - Returns: how many there were.
    private mutating func digits() -> Int {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position - start
    }

    // MARK: Texts

    private mutating func text() throws(Fault) -> String {
        position += 1
        let start = position
        guard let end = ByteSearch.index(of: Self.quote, in: bytes, from: start) else { throw .malformed }
        let whole = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if !ByteSearch.contains(Self.backslash, in: whole) {
            position = end + 1
            guard let text = String(validating: whole, as: UTF8.self) else { throw .malformed }
            return text
        }
        var unescaped: [UInt8] = []
        while true {
            // One pass over all of it: looking for the quote anew after each escape would be one for each.
            var stop = position
            while stop < bytes.count, bytes[stop] != Self.quote, bytes[stop] != Self.backslash { stop += 1 }
            guard stop < bytes.count else { throw .malformed }
            unescaped += bytes[position..<stop]
            position = stop + 1
            if bytes[stop] == Self.quote { break }
            unescaped += UTF8.encode(try escaped()) ?? UTF8.encodedReplacementCharacter
        }
        guard let text = String(validating: unescaped, as: UTF8.self) else { throw .malformed }
        return text
    }

    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")

    /// What the characters after a backslash stand for.
    private mutating func escaped() throws(Fault) -> Unicode.Scalar {
        guard position < bytes.count else { throw .malformed }
        position += 1
        switch bytes[position - 1] {
        case Self.quote: return "\""
        case Self.backslash: return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try codePoint()
        default: throw .malformed
        }
    }

    private mutating func codePoint() throws(Fault) -> Unicode.Scalar {
        let high = try codeUnit()
        guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
        let rest = position
        guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        position += 2
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
            position = rest
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00) ?? "\u{FFFD}"
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        guard position + 4 <= bytes.count else { throw .malformed }
        let digits = bytes[position..<position + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw .malformed }
        position += 4
        return unit
    }
}
