/// The environment variables that settings may name with `${NAME}`: the process's own over those of `.env`.
package struct ProviderEnvironment: Sendable, CustomStringConvertible, CustomReflectable {
    private let process: [String: String]
    private let file: [String: String]
    /// What is found out to be secret while settings are filled in and requests are sent.
    package let secrets = KnownSecrets()

    /// Pass the process's environment and what `DotEnv` read from the site's `.env`.
    package init(process: [String: String], dotEnv: [String: String] = [:]) {
        self.process = process
        file = dotEnv
    }

    /// The process's variables and those of the site's `.env`, if it has one, with warnings about lines of that
    /// file that are no assignments.
    package static func load(
        variables: [String: String], file: [UInt8]?
    ) -> (environment: ProviderEnvironment, diagnostics: [Diagnostic]) {
        let dotEnv = DotEnv(String(decoding: file ?? [], as: UTF8.self))
        return (ProviderEnvironment(process: variables, dotEnv: dotEnv.variables), dotEnv.diagnostics)
    }

    /// Nothing for a variable that is not set, or is set to nothing but blanks.
    package func value(of name: String) -> String? {
        for variables in [process, file] {
            if let value = variables[name], !Self.isBlank(value) { return value }
        }
        return nil
    }

    /// Where a variable comes from.
    package enum Source: Sendable {
        case process
        case file
        /// It is set, but to nothing.
        case empty
    }

    /// Nothing for a variable that is not set.
    package func source(of name: String) -> Source? {
        if let value = process[name], !Self.isBlank(value) { return .process }
        if let value = file[name], !Self.isBlank(value) { return .file }
        return process[name] == nil && file[name] == nil ? nil : .empty
    }

    private static func isBlank(_ value: String) -> Bool { value.allSatisfy(\.isWhitespace) }

    /// Values are never printed.
    package var description: String { "\(process.count + file.count) environment variables" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
