/// Reads members of a JSON object as strictly as the vendor: a wrong type or value is its complaint.
struct OpenAIMembers {
    private let members: [String: VendorJSON]
    /// What stands before names in complaints: `messages[0].`.
    private let path: String

    init(_ members: [String: VendorJSON], path: String = "") {
        self.members = members
        self.path = path
    }

    /// Takes an object; anything else is a complaint about `path`.
    init(_ value: VendorJSON?, at path: String) throws(OpenAIError) {
        guard let value else { throw .missing(path) }
        guard let members = value.object else { throw .type(of: path, expected: "an object") }
        self.init(members, path: path + ".")
    }

    subscript(_ name: String) -> VendorJSON? { members[name] }

    func refuseOthers(than known: Set<String>) throws(OpenAIError) {
        for name in members.keys.sorted() where !known.contains(name) { throw .unknownParameter(path + name) }
    }

    func text(_ name: String) throws(OpenAIError) -> String? {
        guard let value = members[name] else { return nil }
        guard let text = value.string else { throw .type(of: path + name, expected: "a string") }
        return text
    }

    @discardableResult
    func choice(_ name: String, _ allowed: [String]) throws(OpenAIError) -> String? {
        guard let text = try text(name) else { return nil }
        guard allowed.contains(text) else {
            throw .value(text, of: path + name, allowed: allowed.joined(separator: ", "))
        }
        return text
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(OpenAIError) -> Int? {
        guard let value = members[name] else { return nil }
        guard let number = value.integer else { throw .type(of: path + name, expected: "an integer") }
        guard range.contains(number) else {
            throw .value(String(number), of: path + name, allowed: "\(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }
}
