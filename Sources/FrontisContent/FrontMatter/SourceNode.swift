package import FrontisCore

/// A value of a YAML or TOML document, with its place.
package struct SourceNode: Sendable {
    package enum Content: Sendable {
        case null
        case flag(Bool)
        case integer(Int)
        case number(Double)
        case text(String)
        case date(PageDate)
        case list([SourceNode])
        case map([Entry])
    }

    package struct Entry: Sendable {
        package var key: Located<String>
        package var node: SourceNode
    }

    package var content: Content
    /// A scalar's own text: an unquoted `16:9` is a number to some YAML readers, and a version `1.10` is one
    /// to all.
    package var literal: String
    package var location: SourceLocation

    package var entries: [Entry]? {
        if case .map(let entries) = content { entries } else { nil }
    }

    package subscript(key: String) -> SourceNode? {
        entries?.first { $0.key.value == key }?.node
    }

    /// The value of a key that knows no case.
    package subscript(anyCase key: String) -> SourceNode? {
        self[key] ?? entries?.first { $0.key.value.lowercased() == key.lowercased() }?.node
    }

    /// Whether its key is as good as absent: editors and templates of front matter write `date: ""` and `slug: []` for
    /// every field that was left out.
    package var isAbsent: Bool {
        switch content {
        case .null: true
        case .text(let text): text.trimmed.isEmpty
        case .list(let elements): elements.isEmpty
        default: false
        }
    }

    /// Yes or no, also in YAML 1.1's words, which Jekyll's and Hugo's users still write; nothing where it is neither.
    package var answer: Bool? {
        if case .flag(let flag) = content { return flag }
        switch literal.trimmed.lowercased() {
        case "yes", "on", "true": return true
        case "no", "off", "false": return false
        default: return nil
        }
    }

    /// What the value is, for messages.
    package var kind: String {
        switch content {
        case .null: "nothing"
        case .flag: "true or false"
        case .integer, .number: "a number"
        case .text: "text"
        case .date: "a date"
        case .list: "a list"
        case .map: "a map"
        }
    }

    /// Without places, for the author's own keys.
    package var param: ParamValue {
        switch content {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .integer(let integer): .integer(integer)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .date: .text(literal)
        case .list(let nodes): .list(nodes.map(\.param))
        case .map(let entries):
            .map(Dictionary(entries.map { ($0.key.value, $0.node.param) }, uniquingKeysWith: { _, last in last }))
        }
    }
}
