package import FrontisCore

/// How often a busy vendor is asked again, and how long is waited in between.
package struct RetryPolicy: Sendable {
    /// With the first one.
    package var attempts = 4
    /// Of them, those whose answer is lost, which may be paid for: it is asked for once more, as the next build would do,
    /// but what cuts off every answer is not paid for four times.
    package var lostAnswers = 2
    /// A vendor that wants to be left alone for longer is taken at its word: the slot fails.
    package var longestWait = Duration.seconds(120)
    package var base = Duration.milliseconds(500)
    package var cap = Duration.seconds(8)
    /// From 0 to 1.
    package var random: @Sendable () -> Double
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.random = random
        self.sleep = sleep
    }

    /// Nothing where another attempt is no use. Without the vendor's word, full jitter: anything from nothing to
    /// twice as long as before, so that many clients do not come back at once.
    package func delay(after failure: ProviderFailure, attempt: Int) -> Duration? {
        guard failure.kind == .busy, attempt < attempts else { return nil }
        if let asked = failure.retryAfter { return asked <= longestWait ? asked : nil }
        let longest = min(cap, base * (1 << min(attempt - 1, 10)))
        return longest * random()
    }

    /// Calls `attempt` until it succeeds or another call is no use.
    package func run<Result: Sendable>(
        _ attempt: @Sendable (Int) async throws(ProviderFailure) -> Result
    ) async throws(ProviderFailure) -> Result {
        var number = 1
        var lost = 0
        while true {
            let failure: ProviderFailure
            do throws(ProviderFailure) {
                return try await attempt(number)
            } catch {
                failure = error
            }
            if failure.isAnswerLost, failure.mayBeBilled { lost += 1 }
            guard lost < lostAnswers, let delay = delay(after: failure, attempt: number) else { throw failure }
            do {
                try await sleep(delay)
            } catch {
                throw failure
            }
            number += 1
        }
    }
}
