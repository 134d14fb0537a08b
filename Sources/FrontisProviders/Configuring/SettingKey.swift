/// A key that a provider's block may have.
struct SettingKey: Sendable {
    /// What a value must be.
    enum Kind: Sendable, Equatable {
        /// Text that may name environment variables: addresses, credentials, names of accounts.
        case variable
        /// Text as it is. The plan needs it, so it cannot depend on a variable that is not set yet.
        case text
        case choice([String])
        case integer(ClosedRange<Int>)
        /// Above zero, or from zero on.
        case number(allowsZero: Bool)
        case flag
    }

    let name: String
    let kind: Kind
    /// One line for people.
    let meaning: String

    init(_ name: String, _ kind: Kind, _ meaning: String) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
    }

    /// The keys of every dialect.
    static let common = [
        SettingKey("model", .text, "the vendor's name of the model"),
        SettingKey("quality", .text, "how much work goes into a picture, in the vendor's words"),
        SettingKey("requests-per-minute", .number(allowsZero: false), "requests are spaced to stay below this"),
        SettingKey("concurrency", .integer(1...64), "requests at the same time"),
        SettingKey("timeout", .number(allowsZero: false), "seconds that one request may take"),
        SettingKey("user", .variable, "who is asking, for the vendor's records"),
        SettingKey("price", .number(allowsZero: true), "US dollars for one picture, in place of the table's"),
        SettingKey("allow-insecure-http", .flag, "lets plain http go to other machines too"),
    ]

    /// What is wrong with a written value, as the end of a sentence; nothing if it is right.
    func complaint(about text: String) -> String? {
        if kind != .variable, text.contains("${") { return "cannot be taken from an environment variable" }
        switch kind {
        case .variable, .text:
            return text.contains { $0.isNewline || $0.asciiValue.map { $0 < 0x20 } == true }
                ? "must be one line of text" : nil
        case .choice(let values):
            return values.contains(text) ? nil : "must be \(values.joined(separator: ", ")), not '\(text)'"
        case .integer(let range):
            guard let number = Int(text), range.contains(number) else {
                return "must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(text)'"
            }
            return nil
        case .number(let allowsZero):
            guard let number = Double(text), number.isFinite, number > 0 || number == 0 && allowsZero else {
                return "must be a number \(allowsZero ? "from 0 on" : "above 0"), not '\(text)'"
            }
            return nil
        case .flag:
            return Bool(text) == nil ? "must be true or false, not '\(text)'" : nil
        }
    }
}
