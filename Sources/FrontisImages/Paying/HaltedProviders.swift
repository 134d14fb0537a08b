import FrontisCore
import Synchronization

/// Providers that are asked no more in this run, and why.
final class HaltedProviders: Sendable {
    private let reasons = Mutex<[String: ProviderFailure]>([:])

    func reason(of provider: String) -> ProviderFailure? { reasons.withLock { $0[provider] } }

    /// Takes note of a failure after which the next request would fail as well.
    func note(_ failure: ProviderFailure, of provider: String) {
        guard failure.kind.isAboutAccount else { return }
        reasons.withLock { $0[provider] = $0[provider] ?? failure }
    }
}
