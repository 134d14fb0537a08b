import FrontisCore
import FrontisStore
import Synchronization

/// Calls that the budget did not allow, so that a run can say once what is left to do.
final class UnmadeCalls: Sendable {
    private struct State {
        var counts: [PaidKind: Int] = [:]
        var highest = Money.zero
    }

    private let state = Mutex(State())

    /// - Parameter usd: what they may cost.
    func add(_ kind: PaidKind, _ count: Int, usd: Money) {
        state.withLock { state in
            state.counts[kind, default: 0] += count
            state.highest += usd
        }
    }

    /// Says what was not made and what it may cost; nothing where the budget held everything.
    func finding(budget: Money, spent: Money) -> Diagnostic? {
        let (counts, highest) = state.withLock { ($0.counts, $0.highest) }
        let parts = PaidKind.allCases.compactMap { kind in counts[kind].map { kind.named($0) } }
        guard let last = parts.last else { return nil }
        let things = parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and \(last)"
        let isOne = counts.values.reduce(0, +) == 1
        let rest =
            highest > .zero ? ", and \(isOne ? "it" : "they") may cost up to \(highest.textAtLeast)" : ""
        return Diagnostic(
            .budgetReached,
            "\(things) \(isOne ? "was" : "were") not made: the budget of this run is \(budget.text), "
                + "\(spent.text)\(spent > budget ? "" : " of it") is spent\(rest)",
            help: "allow more with --budget, or with images.budget in frontis.yaml; what was made is kept, the next "
                + "build goes on from there")
    }
}
