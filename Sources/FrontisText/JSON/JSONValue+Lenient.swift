/// What is in there, if it is of the kind that is asked for: vendors' answers do not keep to their own descriptions.
extension JSONValue {
    /// A member of an object; nothing where there is none, it is null, or this is no object.
    package subscript(_ name: String) -> JSONValue? {
        guard case .object(let members) = self, let value = members.first(where: { $0.name == name })?.value,
            value != .null
        else { return nil }
        return value
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }
    package var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }
    package var flag: Bool? { if case .flag(let flag) = self { flag } else { nil } }

    /// The next whole number; nothing for one that is too large for that.
    package var integer: Int? {
        guard case .number(let text) = self else { return nil }
        return Int(text) ?? Double(text).flatMap { Int(exactly: $0.rounded()) }
    }

    /// How many there are of something, by somebody else's word: no number that sums of it could not hold. Nothing
    /// for what is less than nothing.
    package var count: Int? {
        let most = 1_000_000_000_000
        guard case .number(let text) = self else { return nil }
        if let number = Int(text) { return number >= 0 ? min(number, most) : nil }
        guard let number = Double(text), number >= 0 else { return nil }
        return Int(min(number, Double(most)).rounded())
    }

    /// Text, or a number as text, in one spelling: error codes come as both.
    package var scalarText: String? {
        switch self {
        case .text(let text): text
        case .number(let text): Int(text).map { String($0) } ?? Double(text).map { String($0) } ?? text
        default: nil
        }
    }
}
