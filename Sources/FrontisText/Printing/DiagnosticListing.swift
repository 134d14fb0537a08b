package import FrontisCore

/// Findings as a terminal shows them: errors last, where people look, and of a kind that repeats only the first places
/// and how often it is there.
package struct DiagnosticListing: Sendable {
    package var formatter: DiagnosticFormatter
    /// Every finding in full, and notes as well.
    package var isWhole: Bool

    package init(_ formatter: DiagnosticFormatter, isWhole: Bool) {
        self.formatter = formatter
        self.isWhole = isWhole
    }

    /// Places that are shown of a kind that repeats.
    private static let shown = 3

    /// As many of a kind are shown in full. An error is to be mended, each of them; a warning may be lived with.
    private static func limit(of severity: Severity) -> Int { severity == .error ? 20 : 5 }

    private struct Kind: Hashable {
        var id: DiagnosticID
        var severity: Severity
    }

    /// - Parameters:
    ///   - diagnostics: sorted by place.
    ///   - wayToAll: where all of them are to be seen, for the last line: `-v`.
    package func text(_ diagnostics: [Diagnostic], wayToAll: String) -> String {
        let severities: [Severity] = isWhole ? [.note, .warning, .error] : [.warning, .error]
        let listed = severities.map { severity in diagnostics.filter { $0.severity == severity } }
        var (text, isShortened) = ("", false)
        for findings in listed {
            let kinds = Dictionary(grouping: findings) { Kind(id: $0.id, severity: $0.severity) }
            let repeated = isWhole ? [:] : kinds.filter { $0.value.count > Self.limit(of: $0.key.severity) }
            var counts: [Kind: Int] = [:]
            for finding in findings {
                let kind = Kind(id: finding.id, severity: finding.severity)
                counts[kind, default: 0] += 1
                if repeated[kind] == nil || counts[kind, default: 0] <= Self.shown { text += formatter.text(finding) }
            }
            for (_, all) in repeated.sorted(by: {
                ($1.value.count, $0.key.id.rawValue) < ($0.value.count, $1.key.id.rawValue)
            }) {
                text += formatter.text(Self.count(all))
                isShortened = true
            }
        }
        return text + Self.total(listed.reversed().flatMap(\.self), isShortened ? "; \(wayToAll) shows all" : "")
    }

    /// `link-dead 3,426 times in 190 files, three of them above: 'a.md' 310, 'b.md' 120, …`
    private static func count(_ findings: [Diagnostic]) -> Diagnostic {
        let files = Set(findings.compactMap { $0.location?.path }).count
        var summary = "\(findings[0].id.rawValue) \(number(findings.count)) times"
        if files > 0 { summary += " in \(number(files)) file\(files == 1 ? "" : "s")" }
        let subjects = Dictionary(grouping: findings.compactMap { subject(of: $0.summary) }) { $0 }.mapValues(\.count)
        let most = subjects.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
        if !most.isEmpty {
            summary += ": " + most.map { "\($0.key) \(number($0.value))" }.joined(separator: ", ")
            if most.count < subjects.count { summary += ", …" }
        }
        return Diagnostic(findings[0].id, summary, severity: findings[0].severity)
    }

    /// What a headline is about: the first thing that it quotes.
    private static func subject(of summary: String) -> String? {
        guard let open = summary.firstIndex(of: "'") else { return nil }
        let rest = summary[summary.index(after: open)...]
        guard let close = rest.firstIndex(of: "'"), close > rest.startIndex else { return nil }
        return Diagnostic.shortened(String(summary[open...close]), to: 60)
    }

    /// `1 error, 3,426 warnings`, where there is more than one finding.
    private static func total(_ findings: [Diagnostic], _ ending: String) -> String {
        let counts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, noun -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(number(count)) \(noun)\(count == 1 ? "" : "s")"
        }
        guard counts.count > 1 || findings.count(where: { $0.severity != .note }) > 1 else { return "" }
        return counts.joined(separator: ", ") + ending + "\n"
    }

    /// `3,426`
    private static func number(_ count: Int) -> String {
        let digits = Array(String(count))
        return digits.enumerated().map { index, digit in
            (index > 0 && (digits.count - index).isMultiple(of: 3) ? "," : "") + String(digit)
        }.joined()
    }
}
