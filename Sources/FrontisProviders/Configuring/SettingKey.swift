import FrontisCore

/// A key that a provider's block may have.
struct SettingKey: Sendable {
    /// What a value must be.
    indirect enum Kind: Sendable {
        /// Text that may name environment variables: addresses, credentials, names of accounts.
        case variable
        /// Text as it is. The plan needs it, so it cannot depend on a variable that is not set yet.
        case text
        case choice([String])
        case integer(ClosedRange<Int>)
        /// Above zero, or from zero on.
        case number(allowsZero: Bool)
        case flag
        /// A list of texts that may name environment variables.
        case list
        /// A map with these keys; or, where it may be, a text in its place that may name environment variables.
        case map([SettingKey], orText: Bool)
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
    func complaint(about value: SettingValue) -> String? {
        switch (kind, value) {
        case (.list, .list(let texts)): return texts.isEmpty ? "must not be empty" : nil
        case (.list, _): return "must be a list: [first, second]"
        case (.map(let keys, _), .map(let values)):
            return values.sorted { $0.key < $1.key }.lazy.compactMap { name, text -> String? in
                guard let key = keys.first(where: { $0.name == name }) else {
                    let known = keys.map(\.name)
                    return "has no key '\(name)'\(Suggestion.clause(for: name, among: known)); "
                        + "it takes \(known.joined(separator: ", "))"
                }
                return key.complaint(about: .scalar(text)).map { "has a wrong \(name): it \($0)" }
            }.first
        case (.map(let keys, let orText), .scalar) where !orText:
            return "must be a map with \(keys.map(\.name).joined(separator: ", "))"
        case (_, .scalar(let text)): return text.isEmpty ? nil : complaint(about: text)
        case (_, .list), (_, .map): return "must be one value, not a list or a map"
        }
    }

    private func complaint(about text: String) -> String? {
        switch kind {
        case .variable, .list, .map: break
        default: if text.contains("${") { return "cannot be taken from an environment variable" }
        }
        switch kind {
        case .variable, .text, .list, .map:
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
