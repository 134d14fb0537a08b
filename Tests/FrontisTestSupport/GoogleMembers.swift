/// Reads members of a JSON object, names in camel case only: the vendor takes snake case as well, a test must not.
struct GoogleMembers {
    private let members: [String: VendorJSON]
    let path: String

    /// Takes an object with no other members than `known`.
    init(_ value: VendorJSON?, at path: String, known: Set<String>) throws(GoogleError) {
        guard let members = value?.object else { throw .invalid(path, "expected an object") }
        for name in members.keys.sorted() where !known.contains(name) { throw .unknownName(name, at: path) }
        self.members = members
        self.path = path
    }

    subscript(_ name: String) -> VendorJSON? { members[name] }

    func text(_ name: String) throws(GoogleError) -> String? {
        guard let value = members[name] else { return nil }
        guard let text = value.string else { throw .invalid(path + "." + name, "expected a string") }
        return text
    }

    @discardableResult
    func choice(_ name: String, _ allowed: [String], anyCase: Bool = false) throws(GoogleError) -> String? {
        guard let text = try text(name) else { return nil }
        guard allowed.contains(anyCase ? text.lowercased() : text) else {
            throw .invalid(path + "." + name, "'\(text)' is none of \(allowed.joined(separator: ", "))")
        }
        return text
    }

    @discardableResult
    func number(_ name: String, _ range: ClosedRange<Double>) throws(GoogleError) -> Double? {
        guard let value = members[name] else { return nil }
        guard let number = value.number, range.contains(number) else {
            throw .invalid(path + "." + name, "expected a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func integer(_ name: String, _ range: ClosedRange<Int>) throws(GoogleError) -> Int? {
        guard let value = members[name] else { return nil }
        guard let number = value.integer, range.contains(number) else {
            throw .invalid(path + "." + name, "expected an integer from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func flag(_ name: String) throws(GoogleError) -> Bool? {
        guard let value = members[name] else { return nil }
        guard let flag = value.bool else { throw .invalid(path + "." + name, "expected a boolean") }
        return flag
    }

    func list(_ name: String) throws(GoogleError) -> [VendorJSON] {
        guard let list = members[name]?.array, !list.isEmpty else {
            throw .invalid(path + "." + name, "expected a list that is not empty")
        }
        return list
    }
}
