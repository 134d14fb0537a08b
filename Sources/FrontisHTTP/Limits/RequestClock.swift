/// The time by which requests are spaced; tests bring their own.
package struct RequestClock: Sendable {
    /// Since some moment; never goes back.
    package var now: @Sendable () -> Duration
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    package static let system: RequestClock = {
        let clock = ContinuousClock()
        let start = clock.now
        return RequestClock(now: { clock.now - start }, sleep: { try await clock.sleep(for: $0) })
    }()
}
