import FrontisCore
import Synchronization

/// What a run may spend, and what it has. A call is made only if its highest price still fits beside what is spent
/// and what other calls may cost that are on their way.
final class SpendingLimit: Sendable {
    private struct State {
        var spent = Money.zero
        var reserved = Money.zero
        var isEstimated = false
        var lastID = 0
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        var id: Int
        var usd: Money
        /// Nothing for a task that was cancelled.
        var continuation: CheckedContinuation<Bool?, Never>
    }

    let budget: Money
    private let state = Mutex(State())

    init(budget: Money) {
        self.budget = budget
    }

    /// Sets an amount aside. Where it would fit if calls that are on their way cost less than they may, waits until
    /// they have ended, so that it does not depend on their number what a run can make.
    ///
    /// - Returns: whether the amount was set aside; `settle` ends that.
    /// - Throws: where the task is cancelled while it waits.
    func reserve(_ usd: Money) async throws(CancellationError) -> Bool {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let answer = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Bool?, Never>) in
                let (isKnown, answer) = state.withLock { state -> (Bool, Bool?) in
                    if let answer = grant(usd, &state) { return (true, answer) }
                    if Task.isCancelled { return (true, nil) }
                    state.waiters.append(Waiter(id: id, usd: usd, continuation: continuation))
                    return (false, nil)
                }
                if isKnown { continuation.resume(returning: answer) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
                return state.waiters.remove(at: index)
            }
            waiter?.continuation.resume(returning: nil)
        }
        guard let answer else { throw CancellationError() }
        return answer
    }

    /// Ends a reservation by what the call has really cost; nothing where it was free or nobody knows.
    func settle(_ reserved: Money, cost: Cost?) {
        let answered = state.withLock { state -> [(Waiter, Bool)] in
            state.reserved = state.reserved - reserved
            state.spent += cost?.usd ?? .zero
            if cost?.estimated == true { state.isEstimated = true }
            var answered: [(Waiter, Bool)] = []
            var waiting: [Waiter] = []
            for waiter in state.waiters {
                if let answer = grant(waiter.usd, &state) {
                    answered.append((waiter, answer))
                } else {
                    waiting.append(waiter)
                }
            }
            state.waiters = waiting
            return answered
        }
        for (waiter, answer) in answered { waiter.continuation.resume(returning: answer) }
    }

    /// Nothing where it depends on what other calls will cost.
    private func grant(_ usd: Money, _ state: inout State) -> Bool? {
        // What costs nothing is asked for until calls have turned out dearer than they should have been.
        if state.spent > budget { return false }
        let left = budget - state.spent
        if usd > left { return false }
        if usd > left - state.reserved { return nil }
        state.reserved += usd
        return true
    }

    var total: Cost { state.withLock { Cost(usd: $0.spent, estimated: $0.isEstimated) } }
}
