import Synchronization

/// Says that something has changed to one who waits for it, also where nobody waited yet.
package final class ChangeSignal: Sendable {
    private struct State {
        var hasCome = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    /// There is a change, or the wait is over for another reason.
    package func note() {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.hasCome = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Whether there is one that nobody has taken.
    var hasCome: Bool { state.withLock { $0.hasCome } }

    /// Takes what has come.
    func take() { state.withLock { $0.hasCome = false } }

    /// Until there is a change, or the task is cancelled.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state in
                    if !state.hasCome, !Task.isCancelled { state.waiting = continuation }
                    return state.waiting == nil
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            note()
        }
    }
}
