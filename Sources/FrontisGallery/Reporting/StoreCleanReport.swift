import FrontisText
package import FrontisCore

/// What `frontis store gc` has removed or would remove. Its JSON is for programs: keys are only ever added.
package struct StoreCleanReport: Sendable, Codable {
    package var isDryRun: Bool
    package var removed: [StoreCleaner.Item]
    /// Of all that is removed.
    package var bytes: Int
    package var diagnostics: [Finding]

    package init(_ removed: [StoreCleaner.Item], isDryRun: Bool, diagnostics: [Diagnostic]) {
        self.removed = removed
        self.isDryRun = isDryRun
        bytes = removed.reduce(0) { $0 + $1.bytes }
        self.diagnostics = diagnostics.map(Finding.init)
    }

    /// A line for each file, and the sum.
    package func text() -> String {
        guard !removed.isEmpty else { return "Nothing to remove.\n" }
        let width = removed.map(\.kind.rawValue.count).max() ?? 0
        let lines = removed.map { item in
            let kind = item.kind.rawValue
            return
                "\(kind)\(String(repeating: " ", count: width - kind.count))  \(item.path)  \(ByteCount.text(item.bytes))"
        }
        let verb = isDryRun ? "Would remove" : "Removed"
        return (lines + ["", "\(verb) \(Plural.text(removed.count, "file")), \(ByteCount.text(bytes))"])
            .joined(separator: "\n") + "\n"
    }

    package func json() throws -> String { try ReportJSON.text(self) }
}
