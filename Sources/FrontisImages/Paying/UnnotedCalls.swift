import FrontisCore
import Synchronization

/// Calls whose end could not be written into the ledger, so that a run can say so once.
final class UnnotedCalls: Sendable {
    private let state = Mutex<(count: Int, first: ProviderFailure?)>((0, nil))

    func add(_ failure: ProviderFailure) {
        state.withLock { $0 = ($0.count + 1, $0.first ?? failure) }
    }

    /// Nothing where all were noted.
    var finding: Diagnostic? {
        let (count, first) = state.withLock { $0 }
        guard let first else { return nil }
        let calls = count == 1 ? "the end of a paid call" : "the ends of \(count) paid calls"
        var finding = Diagnostic(
            .storeUnreadable, "\(calls) could not be noted in the ledger: \(first.message)",
            help: "what arrived is kept, and counts as spent at its highest price"
                + (first.help.map { "; \($0)" } ?? ""))
        finding.severity = .warning
        return finding
    }
}
