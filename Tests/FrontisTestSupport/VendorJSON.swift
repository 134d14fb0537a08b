import Foundation
import FrontisCore

/// A JSON value, for looking into requests and for writing replies.
package enum VendorJSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([VendorJSON])
    case object([String: VendorJSON])

    /// Nothing if the bytes are not one JSON value.
    package init?(_ bytes: [UInt8]) {
        guard let value = try? JSONDecoder().decode(VendorJSON.self, from: Data(bytes)) else { return nil }
        self = value
    }

    /// A member of an object; nothing where there is none.
    package subscript(_ name: String) -> VendorJSON? { object?[name] }

    /// An element of an array; nothing past its end.
    package subscript(_ index: Int) -> VendorJSON? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }

    package var string: String? { if case .string(let value) = self { value } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    package var number: Double? { if case .number(let value) = self { value } else { nil } }
    package var array: [VendorJSON]? { if case .array(let value) = self { value } else { nil } }
    package var object: [String: VendorJSON]? { if case .object(let value) = self { value } else { nil } }

    /// A whole number.
    package var integer: Int? { number.flatMap { Int(exactly: $0) } }

    /// The value as JSON, members sorted by name.
    package var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let value): Int(exactly: value).map(String.init) ?? String(value)
        case .string(let value): JSONText.quoted(value)
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }
                .map { JSONText.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
        }
    }

    package var bytes: [UInt8] { Array(text.utf8) }
}

extension VendorJSON: Decodable {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([VendorJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: VendorJSON].self))
        }
    }
}

extension VendorJSON: ExpressibleByStringLiteral, ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(integerLiteral value: Int) { self = .number(Double(value)) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(arrayLiteral elements: VendorJSON...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, VendorJSON)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
    package init(nilLiteral: ()) { self = .null }
}
