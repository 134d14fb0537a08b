/// How much a finding matters. An error fails the build; `ignored` is only ever set by configuration.
package enum Severity: String, Sendable, Codable, CaseIterable {
    case error
    case warning
    case note
    case ignored
}

/// A finding about the site, as a value: made where it is found, printed by `DiagnosticFormatter`.
///
/// The summary is a headline: what is wrong, most specific words first, no full stop. `help` is the way out.
package struct Diagnostic: Error, Sendable, Equatable {
    package var id: DiagnosticID
    package var severity: Severity
    package var summary: String
    /// Absent for findings that no file is to blame for, such as a lost connection.
    package var location: SourceLocation?
    /// The source line that `location` points into, without its line break.
    package var sourceLine: String?
    package var help: String?
    /// Of a call that a provider has failed: what it has in common with others.
    package var cause: ProviderTrouble?

    package init(
        _ id: DiagnosticID, _ summary: String, at location: SourceLocation? = nil, in sourceLine: String? = nil,
        help: String? = nil, severity: Severity? = nil
    ) {
        self.id = id
        self.severity = severity ?? id.defaultSeverity
        self.summary = summary
        self.location = location
        self.sourceLine = sourceLine
        self.help = help
    }
}

extension Diagnostic: Comparable {
    /// By place, so that a report reads like the site; findings without a place come last.
    package static func < (left: Self, right: Self) -> Bool {
        switch (left.location, right.location) {
        case (let leftPlace?, let rightPlace?) where leftPlace != rightPlace: leftPlace < rightPlace
        case (.some, nil): true
        case (nil, .some): false
        default: (left.id.rawValue, left.summary) < (right.id.rawValue, right.summary)
        }
    }
}

/// Several findings thrown together, so that one run shows them all.
package struct DiagnosticsError: Error, Sendable {
    package let diagnostics: [Diagnostic]

    package init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

extension [Diagnostic] {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// Sorted by place, each finding once, severities as the configuration wants them.
    package func settled(severities: [DiagnosticID: Severity]) -> [Diagnostic] {
        var previous: Diagnostic?
        var settled: [Diagnostic] = []
        for var diagnostic in sorted() where diagnostic != previous {
            previous = diagnostic
            diagnostic.severity = severities[diagnostic.id] ?? diagnostic.severity
            if diagnostic.severity != .ignored { settled.append(diagnostic) }
        }
        return settled
    }
}
