import FrontisCore

/// JSON as a value, written in the one layout of the lock and the store: keys sorted, a field a line down to a
/// given depth, what is nested deeper on the same line.
indirect enum JSONValue: Sendable, Hashable {
    case null
    case flag(Bool)
    /// As it stands in the text, so that a number that this version does not know is not rounded.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

    static func cost(_ cost: Cost) -> JSONValue {
        .object(["estimated": .flag(cost.estimated), "usd": .number(cost.usd.jsonNumber)])
    }

    /// The JSON text without a line break at its end.
    ///
    /// - Parameter depth: how many levels of nesting have a line for each member; 0 puts all on one line.
    func text(expanding depth: Int) -> String {
        var text = ""
        write(to: &text, expanding: depth, indentation: "")
        return text
    }

    /// The JSON text without any white space, as recipes are hashed.
    var canonicalText: String {
        switch self {
        case .list(let values): "[" + values.map(\.canonicalText).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.sorted { $0.key < $1.key }.map { JSONText.quoted($0.key) + ":" + $0.value.canonicalText }
                .joined(separator: ",") + "}"
        default: text(expanding: 0)
        }
    }

    private func write(to text: inout String, expanding depth: Int, indentation: String) {
        switch self {
        case .null: text += "null"
        case .flag(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number
        case .text(let string): text += JSONText.quoted(string)
        case .list(let values):
            Self.write(values, in: ("[", "]"), padding: "", to: &text, depth, indentation) { value, text, inner in
                value.write(to: &text, expanding: depth - 1, indentation: inner)
            }
        case .object(let members):
            let sorted = members.sorted { $0.key < $1.key }
            Self.write(sorted, in: ("{", "}"), padding: " ", to: &text, depth, indentation) { member, text, inner in
                text += JSONText.quoted(member.key) + ": "
                member.value.write(to: &text, expanding: depth - 1, indentation: inner)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], in brackets: (String, String), padding: String, to text: inout String, _ depth: Int,
        _ indentation: String, _ writeElement: (Element, inout String, String) -> Void
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
