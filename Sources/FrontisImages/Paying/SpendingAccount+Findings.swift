package import FrontisCore

extension SpendingAccount {
    /// The findings with what the budget did not allow said once, for all calls of the run so far: as an error where
    /// it was one for any of them.
    ///
    /// - Parameter location: where the budget is written down.
    package func toldOnce(
        _ diagnostics: [Diagnostic], severities: [DiagnosticID: Severity] = [:], at location: SourceLocation? = nil,
        in line: String? = nil
    ) -> [Diagnostic] {
        func isAboutBudget(_ diagnostic: Diagnostic) -> Bool {
            diagnostic.cause?.kind == .budget || diagnostic.id == .budgetReached && diagnostic.cause == nil
        }
        guard var finding = unmade.finding(budget: limit.budget, spent: limit.total.usd) else { return diagnostics }
        let same = diagnostics.filter(isAboutBudget)
        finding.severity = .error
        if !same.contains(where: { (severities[$0.id] ?? $0.severity) == .error }) {
            finding.severity = .warning
            let covered = same.filter { $0.cause?.standIn != nil }
            if let one = covered.first(where: { $0.cause?.standIn == .drawing }) ?? covered.first,
                let standIn = one.cause?.standIn
            {
                finding.severity = .error
                finding.cause = one.cause
                finding = finding.covered(by: standIn)
            }
        }
        (finding.location, finding.sourceLine) = (location, line)
        return diagnostics.filter { !isAboutBudget($0) } + [finding]
    }
}
