/// A piece of a JSON text with the place where it stands.
struct JSONNode: Sendable {
    enum Value: Sendable {
        case null
        case flag(Bool)
        case number(String)
        case text(String)
        case list([JSONNode])
        case object([Member])
    }

    struct Member: Sendable {
        var name: String
        /// Of the name.
        var offset: Int
        var node: JSONNode
    }

    var value: Value
    /// In UTF-8 bytes from the start of the text.
    var offset: Int

    /// The same without places.
    var plain: JSONValue {
        switch value {
        case .null: .null
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .text(let text): .text(text)
        case .list(let nodes): .list(nodes.map(\.plain))
        case .object(let members):
            .object(Dictionary(members.map { ($0.name, $0.node.plain) }, uniquingKeysWith: { first, _ in first }))
        }
    }
}

/// What is wrong with a JSON text, and where.
struct JSONError: Error, Sendable, Hashable {
    var reason: String
    /// In UTF-8 bytes from the start of the text.
    var offset: Int
    /// The way out, where it is not the usual one.
    var help: String?

    init(_ reason: String, at offset: Int, help: String? = nil) {
        self.reason = reason
        self.offset = offset
        self.help = help
    }
}
