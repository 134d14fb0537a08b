/// Reads JSON strictly (RFC 8259): one value, no comments, no comma too many, no name twice in an object. Unlike
/// Foundation's decoder it says where it stopped, and keeps numbers as they were written.
struct JSONParser {
    /// More than any file of the store or the lock.
    private static let depthLimit = 32

    private let bytes: [UInt8]
    private var position = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
        var parser = JSONParser(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
        parser.skipWhitespace()
        guard parser.current != nil else { throw JSONError("the file is empty", at: 0) }
        let node = try parser.value(depth: 0)
        parser.skipWhitespace()
        guard parser.current == nil else { throw parser.unexpected("nothing after the end") }
        return node
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipWhitespace() {
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

    private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
        guard depth < Self.depthLimit else { throw JSONError("not valid here: nested too deeply", at: position) }
        let start = position
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

    private mutating func object(depth: Int) throws(JSONError) -> JSONNode.Value {
        position += 1
        var members: [JSONNode.Member] = []
        var names: Set<String> = []
        skipWhitespace()
        if take("}") { return .object([]) }
        while true {
            skipWhitespace()
            let start = position
            guard current == UInt8(ascii: "\"") else {
                throw unexpected(members.isEmpty ? "a name in double quotes" : "a name in double quotes after ','")
            }
            let name = try text()
            guard names.insert(name).inserted else { throw JSONError("'\(name)' is there twice", at: start) }
            skipWhitespace()
            guard take(":") else { throw unexpected("':'") }
            skipWhitespace()
            members.append(JSONNode.Member(name: name, offset: start, node: try value(depth: depth + 1)))
            skipWhitespace()
            if take("}") { return .object(members) }
            guard take(",") else { throw unexpected("',' or '}'") }
        }
    }

    private mutating func list(depth: Int) throws(JSONError) -> JSONNode.Value {
        position += 1
        var values: [JSONNode] = []
        skipWhitespace()
        if take("]") { return .list([]) }
        while true {
            skipWhitespace()
            values.append(try value(depth: depth + 1))
            skipWhitespace()
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

    private mutating func text() throws(JSONError) -> String {
        let start = position
        position += 1
        var decoded: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: decoded, as: UTF8.self) else {
                    throw JSONError("a text that is not UTF-8", at: start)
                }
                return text
            case UInt8(ascii: "\\"):
                decoded += Array(String(try escape()).utf8)
            case ..<0x20:
                throw JSONError("not valid JSON: a text without its closing '\"'", at: start)
            default:
                decoded.append(byte)
            }
        }
        throw JSONError("not valid JSON: it ends too early", at: start)
    }

    private mutating func escape() throws(JSONError) -> Unicode.Scalar {
        let start = position - 1
        guard let byte = current else { throw unexpected("a character after '\\'") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var code = try hexadecimal(start)
            if (0xD800...0xDBFF).contains(code), take("\\"), take("u") {
                let low = try hexadecimal(start)
                guard (0xDC00...0xDFFF).contains(low) else {
                    throw JSONError("not valid JSON: half a character", at: start)
                }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else {
                throw JSONError("not valid JSON: half a character", at: start)
            }
            return scalar
        default:
            throw JSONError("not valid JSON: an unknown escape", at: start)
        }
    }

    private mutating func hexadecimal(_ start: Int) throws(JSONError) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw JSONError("not valid JSON: '\\u' needs four hexadecimal digits", at: start) }
        position += 4
        return code
    }
}
