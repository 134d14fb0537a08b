import FrontisCore

/// Holds the settings of a block against the keys that its dialect takes.
struct SettingsChecker {
    let dialect: Dialect
    /// `provider 'art'`, or `alt`.
    let owner: String

    /// Sorted by place.
    func findings(in values: [String: Located<SettingValue>]) -> [Diagnostic] {
        values.compactMap { name, value in finding(name, value) }.sorted()
    }

    private func finding(_ name: String, _ value: Located<SettingValue>) -> Diagnostic? {
        guard let key = dialect.allKeys.first(where: { $0.name == name }) else {
            let known = dialect.allKeys.map(\.name).sorted()
            return Diagnostic(
                .configurationUnknownKey,
                "unknown key '\(name)' of \(owner)\(Suggestion.clause(for: name, among: known))", at: value.location,
                help: "dialect \(dialect.name) takes: \(known.joined(separator: ", "))")
        }
        guard let complaint = key.complaint(about: value.value) else { return nil }
        return Diagnostic(
            .configurationValue, "\(name) of \(owner) \(complaint)", at: value.location,
            help: "\(name): \(key.meaning)")
    }
}
