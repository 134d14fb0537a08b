/// A piece of a JSON text with the place where it stands.
package struct JSONNode: Sendable {
    package enum Value: Sendable {
        case null
        case flag(Bool)
        /// As it stands in the text.
        case number(String)
        case text(String)
        case list([JSONNode])
        case object([Member])
    }

    package struct Member: Sendable {
        package let name: String
        /// Of the name.
        package let offset: Int
        package let node: JSONNode
    }

    package let value: Value
    /// In UTF-8 bytes from the start of the text.
    package let offset: Int

    /// The same without places. Members are sorted by name: nobody's order means anything, and a fixed one makes what
    /// is written of it, evidence and tests the same every time.
    package var plain: JSONValue {
        switch value {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map(\.plain))
        case .object(let members):
            .object(members.map { JSONValue.Member($0.name, $0.node.plain) }.sorted { $0.name < $1.name })
        }
    }
}
