import Synchronization

/// The secrets that a run has come to know, so that what comes from elsewhere can be searched for them: those that
/// settings name, tokens as they are sent, and what opens the addresses of pictures.
package final class KnownSecrets: Sendable {
    private struct State {
        var known: Set<String> = []
        var redactor = Redactor.nothing
    }

    private let state = Mutex(State())

    package init() {}

    package func add(_ secret: Secret) {
        state.withLock { state in
            if state.known.insert(secret.reveal()).inserted { state.redactor.add(secret) }
        }
    }

    package var redactor: Redactor { state.withLock(\.redactor) }
}
