package import FrontisCore

/// Access tokens of a run, by what they are for: asked for once however many requests wait for them, and again
/// before they end. Shared by all providers of a registry.
package actor TokenCache {
    private struct Entry {
        var token: AccessToken
        var end: ContinuousClock.Instant
    }

    private var entries: [String: Entry] = [:]
    private var fetches: [String: Task<Result<AccessToken, ProviderFailure>, Never>] = [:]

    package init() {}

    /// - Parameters:
    ///   - key: says for which account at which issuer; no secret.
    ///   - margin: how long before its end a token counts as ended.
    ///   - fetch: asks the issuer. What it throws, everybody who waits gets; the next one asks again.
    package func token(
        for key: String, margin: Duration,
        fetch: @escaping @Sendable () async throws(ProviderFailure) -> AccessToken
    ) async throws(ProviderFailure) -> Secret {
        if let entry = entries[key], entry.end > .now { return entry.token.secret }
        let running = fetches[key]
        let task =
            running
            ?? Task {
                do throws(ProviderFailure) { return .success(try await fetch()) } catch { return .failure(error) }
            }
        fetches[key] = task
        let result = await task.value
        if fetches[key] == task { fetches[key] = nil }
        let token = try result.get()
        // A token shorter than the margin is good for the request that waits for it, and for no other.
        entries[key] = Entry(token: token, end: .now + token.lifetime - margin)
        return token.secret
    }

    /// Forgets a token that the vendor no longer takes.
    package func forget(_ key: String) { entries[key] = nil }
}
