import Synchronization

/// What one build has done to the output so far, whichever of its threads did it.
final class OutputChanges: Sendable {
    private struct State {
        var made: [String] = []
        var staged: [String: String] = [:]
        var blocked: [String: [UInt8]] = [:]
        var isBegun = false
    }

    private let state = Mutex(State())

    /// A file that was not there.
    func made(_ path: String) { state.withLock { $0.made.append(path) } }

    /// Bytes that wait in a temporary file beside the one that they replace.
    func staged(_ path: String, _ temporary: String) { state.withLock { $0.staged[path] = temporary } }

    /// Bytes that have no place as long as something stands in their way.
    func blocked(_ path: String, _ bytes: [UInt8]) { state.withLock { $0.blocked[path] = bytes } }

    /// From here on the output is no longer what it was.
    ///
    /// - Parameter removes: whether files will go.
    func begin(
        removes: Bool
    ) -> (blocked: [(key: String, value: [UInt8])], staged: [(key: String, value: String)]) {
        state.withLock { state in
            state.isBegun = removes || !state.staged.isEmpty || !state.blocked.isEmpty
            return (state.blocked.sorted { $0.key < $1.key }, state.staged.sorted { $0.key < $1.key })
        }
    }

    /// What there is to be taken back, and whether anything that was there has been replaced.
    var takenBack: (made: [String], staged: [String: String], isBegun: Bool) {
        state.withLock { ($0.made, $0.staged, $0.isBegun) }
    }
}
