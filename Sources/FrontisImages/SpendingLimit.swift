import FrontisCore
import Synchronization

/// What a run may spend, and what it has. A call is made only if its highest price still fits.
final class SpendingLimit: Sendable {
    private struct State {
        var spent = 0.0
        var reserved = 0.0
        var isEstimated = false
    }

    private let budget: Double
    private let state = Mutex(State())

    init(budget: Double) {
        self.budget = budget
    }

    /// - Returns: whether the amount was set aside.
    func reserve(_ usd: Double) -> Bool {
        state.withLock { state in
            // A hair's breadth for sums of cents in binary.
            guard state.spent + state.reserved + usd <= budget + 1e-9 else { return false }
            state.reserved += usd
            return true
        }
    }

    /// What a call has really cost; nothing where nobody knows.
    func spend(_ cost: Cost?) {
        guard let cost else { return }
        state.withLock { state in
            state.spent += cost.usd
            if cost.estimated { state.isEstimated = true }
        }
    }

    /// Ends a reservation, after what was spent of it has been added.
    func release(_ usd: Double) {
        state.withLock { $0.reserved -= usd }
    }

    var total: Cost { state.withLock { Cost(usd: $0.spent, estimated: $0.isEstimated) } }
}
