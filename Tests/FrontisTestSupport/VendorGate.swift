import Synchronization

/// Holds replies back until the test lets them go, so that a test can see what runs at the same time without
/// measuring time.
package final class VendorGate: Sendable {
    private struct State {
        var isOpen = false
        var arrivals = 0
        var waiters: [AsyncStream<Void>.Continuation] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// How many replies have come to the gate so far.
    package var arrivals: Int { state.withLock { $0.arrivals } }

    /// Lets everything through, now and later.
    package func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.finish() }
    }

    /// Waits until `count` replies have come to the gate; false if that does not happen within `limit`.
    package func hasArrivals(_ count: Int, within limit: Duration = .seconds(120)) async -> Bool {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while arrivals < count {
            guard clock.now < end, !Task.isCancelled else { return false }
            do { try await clock.sleep(for: .milliseconds(2)) } catch { return false }
        }
        return true
    }

    /// Returns when the gate is open, the task is cancelled or `limit` has passed.
    func pass(within limit: Duration) async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let isOpen = state.withLock { state in
            state.arrivals += 1
            if !state.isOpen { state.waiters.append(continuation) }
            return state.isOpen
        }
        if isOpen { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await _ in stream {} }
            group.addTask {
                do { try await Task.sleep(for: limit) } catch { return }
            }
            await group.next()
            group.cancelAll()
        }
    }
}
