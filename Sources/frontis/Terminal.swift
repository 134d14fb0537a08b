import ArgumentParser
import Foundation
import FrontisBuild
import FrontisCore

/// Results go to standard output, everything else to standard error.
struct Terminal: Sendable {
    let usesColor: Bool
    let showsProgress: Bool

    init(quiet: Bool) {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        usesColor = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        showsProgress = isTerminal && !quiet
    }

    func result(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
    func note(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

    /// Whether somebody is there to be asked.
    static var canAsk: Bool { isatty(STDIN_FILENO) == 1 }

    /// Asks for a `y`; anything else is a no.
    func agrees(to question: String) -> Bool {
        note("\(question) [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased())
    }

    /// Prints findings, notes only on request.
    func show(_ diagnostics: [Diagnostic], withNotes: Bool) {
        let formatter = DiagnosticFormatter(usesColor: usesColor)
        let shown = diagnostics.filter { withNotes || $0.severity != .note }
        note(shown.map(formatter.text).joined())
        let errors = shown.filter { $0.severity == .error }.count
        let warnings = shown.filter { $0.severity == .warning }.count
        guard errors + warnings > 1 else { return }
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
        note(counts.map { BuildReport.count($0.0, $0.1) }.joined(separator: ", ") + "\n")
    }

    /// 1 where the site has errors.
    static func exit(for diagnostics: [Diagnostic]) throws {
        if diagnostics.hasErrors { throw ExitCode(1) }
    }
}
