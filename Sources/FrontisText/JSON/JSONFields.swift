package import FrontisCore

/// An object's members, taken one by one; what is left was written by a newer version and is kept.
package struct JSONFields {
    private var nodes: [String: JSONNode]
    private let offset: Int

    package init(_ node: JSONNode, _ name: String) throws(JSONError) {
        guard case .object(let members) = node.value else {
            throw JSONError("\(name) must be an object: { … }", at: node.offset)
        }
        offset = node.offset
        nodes = Dictionary(members.map { ($0.name, $0.node) }, uniquingKeysWith: { first, _ in first })
    }

    /// The members that nobody has asked for.
    package var rest: [String: JSONValue] { nodes.mapValues(\.plain) }

    /// Nothing for a member that is absent or `null`.
    package mutating func take(_ name: String) -> JSONNode? {
        guard let node = nodes.removeValue(forKey: name) else { return nil }
        if case .null = node.value { return nil }
        return node
    }

    /// The member, or an error that says that it is missing.
    package mutating func require(_ name: String) throws(JSONError) -> JSONNode {
        guard let node = take(name) else { throw JSONError("'\(name)' is missing", at: offset) }
        return node
    }

    package mutating func text(_ name: String) throws(JSONError) -> String {
        try Self.text(try require(name), name)
    }

    package mutating func optionalText(_ name: String) throws(JSONError) -> String? {
        guard let node = take(name) else { return nil }
        return try Self.text(node, name)
    }

    package mutating func integer(_ name: String, in range: ClosedRange<Int>) throws(JSONError) -> Int {
        try Self.integer(try require(name), name, in: range)
    }

    package mutating func optionalInteger(_ name: String, in range: ClosedRange<Int>) throws(JSONError) -> Int? {
        guard let node = take(name) else { return nil }
        return try Self.integer(node, name, in: range)
    }

    package mutating func flag(_ name: String) throws(JSONError) -> Bool {
        try Self.flag(try require(name), name)
    }

    package mutating func optionalFlag(_ name: String) throws(JSONError) -> Bool? {
        guard let node = take(name) else { return nil }
        return try Self.flag(node, name)
    }

    private static func flag(_ node: JSONNode, _ name: String) throws(JSONError) -> Bool {
        guard case .flag(let flag) = node.value else {
            throw JSONError("'\(name)' must be true or false", at: node.offset)
        }
        return flag
    }

    package mutating func time(_ name: String) throws(JSONError) -> Timestamp {
        let node = try require(name)
        guard case .text(let text) = node.value, let time = Timestamp(text) else {
            throw JSONError("'\(name)' must be a time: \"2026-03-02T10:15:00Z\"", at: node.offset)
        }
        return time
    }

    package mutating func digest(_ name: String) throws(JSONError) -> Digest {
        try Self.digest(try require(name), name)
    }

    package mutating func optionalDigest(_ name: String) throws(JSONError) -> Digest? {
        guard let node = take(name) else { return nil }
        return try Self.digest(node, name)
    }

    /// One of an enumeration's words.
    package mutating func word<Word: RawRepresentable<String>>(
        _ name: String, of words: [Word]
    ) throws(JSONError) -> Word {
        let node = try require(name)
        let text = try Self.text(node, name)
        guard let word = words.first(where: { $0.rawValue == text }) else {
            let known = words.map(\.rawValue)
            throw JSONError(
                "'\(name)' must be one of \(known.joined(separator: ", "))"
                    + Suggestion.clause(for: text, among: known), at: node.offset)
        }
        return word
    }

    package mutating func optionalCost(_ name: String) throws(JSONError) -> Cost? {
        guard let node = take(name) else { return nil }
        var fields = try JSONFields(node, "'\(name)'")
        let usd = try fields.require("usd")
        guard case .number(let text) = usd.value, let amount = Money(written: text) else {
            throw JSONError("'usd' must be an amount of dollars", at: usd.offset)
        }
        return Cost(usd: amount, estimated: try fields.flag("estimated"))
    }

    package mutating func list(_ name: String) throws(JSONError) -> [JSONNode] {
        guard let node = take(name) else { return [] }
        guard case .list(let nodes) = node.value else {
            throw JSONError("'\(name)' must be a list: [ … ]", at: node.offset)
        }
        return nodes
    }

    /// Reads `version` and refuses what a newer Frontis wrote; first of all, as other members may mean
    /// something else there.
    package mutating func checkVersion(_ newest: Int) throws(JSONError) {
        let node = try require("version")
        let version = try Self.integer(node, "version", in: 1...Int.max)
        guard version <= newest else {
            throw JSONError(
                "written by a newer Frontis, as version \(version); this one reads version \(newest)", at: node.offset,
                help: "update Frontis")
        }
    }

    private static func text(_ node: JSONNode, _ name: String) throws(JSONError) -> String {
        guard case .text(let text) = node.value else {
            throw JSONError("'\(name)' must be a text in double quotes", at: node.offset)
        }
        return text
    }

    private static func integer(
        _ node: JSONNode, _ name: String, in range: ClosedRange<Int>
    ) throws(JSONError) -> Int {
        guard case .number(let text) = node.value, let number = Int(text), range.contains(number) else {
            throw JSONError("'\(name)' must be a whole number from \(range.lowerBound)", at: node.offset)
        }
        return number
    }

    private static func digest(_ node: JSONNode, _ name: String) throws(JSONError) -> Digest {
        guard case .text(let text) = node.value, let digest = Digest(hex: text) else {
            throw JSONError("'\(name)' must be a SHA-256 digest: 64 hexadecimal digits in lower case", at: node.offset)
        }
        return digest
    }
}
