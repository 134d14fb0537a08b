package import FrontisCore

/// JSON as a value, and the one writer of it: with the members of an object in the order that they are given in.
package enum JSONValue: Sendable, Hashable {
    case null
    case flag(Bool)
    /// As it stands in the text, so that a number that this version does not know is not rounded.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let name: String
        package let value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// Reads what somebody else has written. Nothing for bytes that are no JSON, or more of it than is read.
    package init?(_ bytes: [UInt8]) {
        do throws(JSONError) { self = try JSONParser.parse(bytes, by: .others).plain } catch { return nil }
    }

    package static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

    /// JSON has no number that is not finite.
    package static func decimal(_ number: Double) -> JSONValue { number.isFinite ? .number(String(number)) : .null }

    /// An object with its members sorted by name.
    package static func sorted(_ members: [String: JSONValue]) -> JSONValue {
        .object(members.sorted { $0.key < $1.key }.map { Member($0.key, $0.value) })
    }

    /// In RFC 3339.
    package static func time(_ time: Timestamp) -> JSONValue { .text(time.rfc3339) }

    package static func cost(_ cost: Cost) -> JSONValue {
        .object([.init("estimated", .flag(cost.estimated)), .init("usd", .number(cost.usd.jsonNumber))])
    }
}

// MARK: Writing

extension JSONValue {
    /// The JSON text without any white space, as it is sent, and as recipes are hashed.
    package var compactText: String {
        var bytes: [UInt8] = []
        writeCompact(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func writeCompact(to bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .flag(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        case .number(let number): bytes.append(contentsOf: number.utf8)
        case .text(let string): JSONText.append(quoted: string, to: &bytes)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                value.writeCompact(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONText.append(quoted: member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.writeCompact(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// The JSON text in the one layout of the lock and the store, without a line break at its end.
    ///
    /// - Parameter depth: how many levels of nesting have a line for each member; 0 puts all on one line.
    package func text(expanding depth: Int) -> String {
        var text = ""
        write(to: &text, expanding: depth, indentation: "")
        return text
    }

    private func write(to text: inout String, expanding depth: Int, indentation: String) {
        switch self {
        case .list(let values):
            Self.write(
                values, in: ("[", "]"), padding: "", to: &text, expanding: depth, indentation: indentation
            ) { value, text, inner in
                value.write(to: &text, expanding: depth - 1, indentation: inner)
            }
        case .object(let members):
            Self.write(
                members, in: ("{", "}"), padding: " ", to: &text, expanding: depth, indentation: indentation
            ) { member, text, inner in
                text += JSONText.quoted(member.name) + ": "
                member.value.write(to: &text, expanding: depth - 1, indentation: inner)
            }
        default: text += compactText
        }
    }

    private static func write<Element>(
        _ elements: [Element], in brackets: (String, String), padding: String, to text: inout String,
        expanding depth: Int, indentation: String, _ writeElement: (Element, inout String, String) -> Void
    ) {
        text += brackets.0
        let inner = indentation + "  "
        for (index, element) in elements.enumerated() {
            if index > 0 { text += depth > 0 ? "," : ", " }
            text += depth > 0 ? "\n" + inner : index == 0 ? padding : ""
            writeElement(element, &text, inner)
        }
        if !elements.isEmpty { text += depth > 0 ? "\n" + indentation : padding }
        text += brackets.1
    }
}
