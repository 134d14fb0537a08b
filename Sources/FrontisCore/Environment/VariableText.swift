import Foundation

/// Settings' texts with `${NAME}` in them.
package enum VariableText {
    /// The text with its variables filled in; nothing where that is nothing. Throws `unconfigured` where a variable is
    /// not set, and for what is not one line.
    ///
    /// - Parameters:
    ///   - key: the setting, for messages.
    ///   - owner: whose setting it is: `provider 'art'`.
    package static func filledIn(
        _ written: String, of key: String, for owner: String, from environment: ProviderEnvironment
    ) throws(ProviderFailure) -> String? {
        var filled = ""
        var rest = written[...]
        while let start = rest.firstRange(of: "${") {
            filled += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                throw ProviderFailure(
                    .unconfigured, "\(key) of \(owner) has a ${ without its }", help: "write \(key): \"${NAME}\"")
            }
            let variable = String(rest[start.upperBound..<end])
            guard let value = environment.value(of: variable) else {
                throw ProviderFailure(
                    .unconfigured, "environment variable \(variable) is not set, and \(owner) needs it for \(key)",
                    help: "export \(variable)=… before you build, or put \(variable)=… into .env beside frontis.yaml")
            }
            filled += value
            rest = rest[rest.index(after: end)...]
        }
        // A key that was pasted with its line break is meant without it.
        let value = (filled + rest).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !value.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            throw ProviderFailure(.unconfigured, "\(key) of \(owner) must be one line of text")
        }
        return value.isEmpty ? nil : value
    }
}
