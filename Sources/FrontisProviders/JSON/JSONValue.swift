import FrontisCore

/// JSON as a value: written with its members in the order given, read leniently, because vendors' answers do
/// not keep to their own descriptions.
enum JSONValue: Sendable, Equatable {
    case null
    case flag(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([Member])

    struct Member: Sendable, Equatable {
        let name: String
        let value: JSONValue

        init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Nothing for bytes that are no JSON, or more of it than is read.
    init?(_ bytes: [UInt8]) {
        do throws(JSONReader.Fault) { self = try JSONReader.read(bytes) } catch { return nil }
    }

    private static func depth(of bytes: [UInt8]) -> Int {
        var (open, deepest, isText, isEscaped) = (0, 0, false, false)
        for byte in bytes {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isText = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isText = true
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                open += 1
                deepest = max(deepest, open)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): open -= 1
            default: break
            }
        }
        return deepest
    }

    /// The text that is sent: no white space.
    var json: String {
        switch self {
        case .null: "null"
        case .flag(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): number.isFinite ? String(number) : "null"
        case .text(let text): JSONText.quoted(text)
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { JSONText.quoted($0.name) + ":" + $0.value.json }.joined(separator: ",") + "}"
        }
    }

    /// A member of an object; nothing where there is none, it is null, or this is no object.
    subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members.first(where: { $0.name == name })?.value,
            value != .null
        else { return nil }
        return value
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
    var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    var integer: Int? {
        switch self {
        case .integer(let number): number
        case .number(let number): Int(exactly: number.rounded())
        default: nil
        }
    }

    /// How many there are of something, by somebody else's word: no number that sums of it could not hold. Nothing
    /// for what is less than nothing.
    var count: Int? {
        let most = 1_000_000_000_000
        switch self {
        case .integer(let number) where number >= 0: return min(number, most)
        case .number(let number) where number >= 0: return Int(min(number, Double(most)).rounded())
        default: return nil
        }
    }

    /// Text, or a number as text: error codes come as both.
    var scalarText: String? {
        switch self {
        case .text(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        default: nil
        }
    }
}
