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
            if same.contains(where: { $0.cause?.hasStandIn == true }) {
                finding.severity = .error
                finding.cause = same.first { $0.cause?.hasStandIn == true }?.cause
                finding = finding.withStandIn
            }
        }
        (finding.location, finding.sourceLine) = (location, line)
        return diagnostics.filter { !isAboutBudget($0) } + [finding]
    }
}
