import FrontisText
import Foundation
package import FrontisCore

/// What `frontis doctor` has found. Its JSON is for programs: keys are only ever added.
package struct DoctorReport: Sendable, Codable {
    /// What belongs together: the site, a provider, the alt texts, the bucket.
    package struct Section: Sendable, Codable {
        /// `site`, `provider`, `alt` or `publish`.
        package var kind: String
        /// For a person.
        package var title: String
        package var provider: String?
        package var dialect: String?
        package var model: String?
        /// What it is wanted for, for a person; empty for a provider that nothing uses.
        package var uses: [String]
        package var checks: [HealthCheck]
    }

    package var sections: [Section]
    /// Whether providers were asked.
    package var isOnline: Bool
    package var errors: Int
    package var warnings: Int

    package init(_ sections: [Section], isOnline: Bool) {
        self.sections = sections
        self.isOnline = isOnline
        let states = sections.flatMap(\.checks).map(\.state)
        errors = states.count { $0 == .error }
        warnings = states.count { $0 == .warning }
    }

    package func json() throws -> String { try ReportJSON.text(self) }

    /// - Parameter isQuiet: nothing but what is wrong.
    package func text(isQuiet: Bool = false) -> String {
        var lines: [String] = []
        for section in sections {
            let shown = section.checks.filter { !isQuiet || $0.state == .error || $0.state == .warning }
            guard !isQuiet || !shown.isEmpty else { continue }
            lines.append(UntrustedText.visible(section.title, without: .controls))
            for check in shown {
                let name = check.state.rawValue
                lines.append(
                    "  \(name)\(String(repeating: " ", count: 9 - name.count))\(UntrustedText.visible(check.summary, without: .controls))"
                )
                for line in (check.help ?? "").split(separator: "\n") {
                    lines.append("           \(UntrustedText.visible(String(line), without: .controls))")
                }
            }
            lines.append("")
        }
        if !isQuiet { lines.append(summary) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    private var summary: String {
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { Plural.text($0.0, $0.1) }.joined(separator: ", ")
        let asked =
            isOnline ? "" : " Nobody was asked: --online finds out whether keys and models are right, for nothing."
        return (counts.isEmpty ? "Nothing is wrong." : "\(counts).") + asked
    }
}
