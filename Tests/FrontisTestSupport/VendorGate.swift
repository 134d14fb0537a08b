import Synchronization

/// Holds replies back until the test lets them go, so that a test can see what runs at the same time without
/// measuring time. A gate knows no time: it waits until its test ends, which the time limit of the suite sees to.
package final class VendorGate: Sendable {
    private struct State {
        var isOpen = false
        var arrivals = 0
        var held: [AsyncStream<Void>.Continuation] = []
        /// Who waits for arrivals, and for how many.
        var watchers: [(count: Int, continuation: AsyncStream<Void>.Continuation)] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// How many replies have come to the gate so far.
    package var arrivals: Int { state.withLock { $0.arrivals } }

    /// Lets everything through, now and later.
    package func open() {
        let held = state.withLock { state in
            state.isOpen = true
            defer { state.held = [] }
            return state.held
        }
        for reply in held { reply.finish() }
    }

    /// Waits until `count` replies have come to the gate; false if the test ends before that.
    package func hasArrivals(_ count: Int) async -> Bool {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        state.withLock { state in
            if state.arrivals >= count { continuation.finish() } else { state.watchers.append((count, continuation)) }
        }
        for await _ in stream {}
        return arrivals >= count
    }

    /// Returns when the gate is open or the task is cancelled.
    func pass() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let seen = state.withLock { state in
            state.arrivals += 1
            if state.isOpen { continuation.finish() } else { state.held.append(continuation) }
            return state.watchers.filter { $0.count <= state.arrivals }
        }
        for watcher in seen { watcher.continuation.finish() }
        for await _ in stream {}
    }
}
