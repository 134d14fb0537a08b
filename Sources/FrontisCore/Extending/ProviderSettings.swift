/// A provider's block of `frontis.yaml`: a dialect with an account's settings, not yet interpreted.
package struct ProviderSettings: Sendable {
    /// The block's name.
    package var name: String
    package var dialect: Located<String>
    /// Where the block begins; nothing for a provider that needs none.
    package var location: SourceLocation?
    /// Every other key as it was written; the dialect knows which of them it takes.
    package var values: [String: Located<SettingValue>]

    package init(name: String, dialect: Located<String>, values: [String: Located<SettingValue>] = [:]) {
        self.name = name
        self.dialect = dialect
        self.values = values
    }

    /// Names of settings whose values nobody else may see.
    package static let secretKeys: Set<String> = ["api-key", "client-secret", "token", "password"]

    /// Whether a secret stands in the block itself, and not the name of a variable.
    package var holdsPlainSecret: Bool {
        values.contains { key, setting in
            switch setting.value {
            case .scalar(let text): Self.secretKeys.contains(key) && !text.contains("${")
            case .list: false
            case .map(let map): map.contains { Self.secretKeys.contains($0.key) && !$0.value.contains("${") }
            }
        }
    }

    package func text(_ key: String) -> String? { values[key]?.value.text }
    package func integer(_ key: String) -> Int? { values[key]?.value.text.flatMap { Int($0) } }
    package func number(_ key: String) -> Double? { values[key]?.value.text.flatMap { Double($0) } }
    package func money(_ key: String) -> Money? { values[key]?.value.text.flatMap { Money(written: $0) } }
    package func flag(_ key: String) -> Bool? { values[key]?.value.text.flatMap { Bool($0) } }
}

/// A setting as written: `${NAME}` is still in it and is filled in only when a request needs it.
package enum SettingValue: Sendable, Hashable {
    case scalar(String)
    case list([String])
    case map([String: String])

    package var text: String? {
        if case .scalar(let text) = self { text } else { nil }
    }

    /// All of it, the same for the same setting.
    package var line: String {
        switch self {
        case .scalar(let text): text
        case .list(let texts): "[\(texts.joined(separator: ", "))]"
        case .map(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
        }
    }
}
