/// A diagnostic as reports for programs have it. Its JSON's keys are only ever added.
package struct Finding: Sendable, Codable {
    package var id: String
    package var severity: String
    package var path: String?
    package var line: Int?
    package var column: Int?
    package var summary: String
    package var help: String?
    /// The line that is pointed at, and how much of it.
    package var source: String?
    package var length: Int?

    package init(_ diagnostic: Diagnostic) {
        id = diagnostic.id.rawValue
        severity = diagnostic.severity.rawValue
        path = diagnostic.location?.path
        line = diagnostic.location?.line
        column = diagnostic.location?.column
        summary = diagnostic.summary
        help = diagnostic.help
        source = diagnostic.sourceLine
        length = diagnostic.location?.length
    }

    /// As it was; nothing where another version has written it, with an id that this one does not know.
    package var diagnostic: Diagnostic? {
        guard let id = DiagnosticID(rawValue: id), let severity = Severity(rawValue: severity) else { return nil }
        let location = path.map { SourceLocation(path: $0, line: line ?? 1, column: column ?? 1, length: length ?? 1) }
        return Diagnostic(id, summary, at: location, in: source, help: help, severity: severity)
    }
}
