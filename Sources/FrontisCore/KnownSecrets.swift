import Synchronization

/// The secrets that a run has come to know, so that what comes from elsewhere can be searched for them: those that
/// settings name, and tokens as they are sent.
package final class KnownSecrets: Sendable {
    private let secrets = Mutex<Set<String>>([])

    package init() {}

    package func add(_ secret: Secret) {
        let text = secret.reveal()
        guard text.utf8.count >= Redactor.shortest else { return }
        secrets.withLock { _ = $0.insert(text) }
    }

    package var redactor: Redactor { Redactor(secrets.withLock { $0 }.sorted().map { Secret($0) }) }
}
