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
        self.summary = Self.shortened(summary, to: Self.longestSummary)
        self.location = location
        self.sourceLine = sourceLine.map { Self.shortened($0, to: Self.longestLine) }
        self.help = help.map { Self.shortened($0, to: Self.longestSummary) }
    }

    /// In bytes. A message may quote what an author or a vendor wrote, and a line may be a whole file: both are for
    /// a person to read, and thousands of findings may quote the same one.
    private static let longestSummary = 4_000
    private static let longestLine = 1_000

    /// A text as it is, unless it is longer than that many bytes: then its beginning and an ellipsis.
    package static func shortened(_ text: String, to limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        return String(decoding: text.utf8.prefix(limit / 4), as: UTF8.self).prefix { $0 != "\u{FFFD}" } + "…"
    }

    /// The beginning of a line in a file's bytes, no longer than a message shows it: for lines that are read again
    /// and again.
    package static func excerpt(of line: some Collection<UInt8>) -> String {
        guard line.count > longestLine else { return String(decoding: line, as: UTF8.self) }
        return shortened(String(decoding: line.prefix(longestLine + 1), as: UTF8.self), to: longestLine)
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

    /// Sorted by place, each finding once, severities as the configuration wants them. Of two that say the same of one place
    /// the one stands that shows its line.
    package func settled(severities: [DiagnosticID: Severity]) -> [Diagnostic] {
        var previous: Diagnostic?
        var settled: [Diagnostic] = []
        for var diagnostic in sorted() where diagnostic != previous {
            if let other = previous, other.id == diagnostic.id, other.summary == diagnostic.summary,
                other.severity == diagnostic.severity,
                other.location != nil, other.location == diagnostic.location
            {
                if other.sourceLine == nil, let last = settled.indices.last, settled[last].id == diagnostic.id {
                    settled[last].sourceLine = diagnostic.sourceLine
                }
                continue
            }
            previous = diagnostic
            diagnostic.severity = severities[diagnostic.id] ?? diagnostic.severity
            if diagnostic.severity != .ignored { settled.append(diagnostic) }
        }
        return settled
    }
}
