package import FrontisCore
import Synchronization

/// Keeps the requests to one model of one provider within what its account allows: so many at a time, so many in
/// any minute. In the order in which they come.
package final class RequestLimiter: Sendable {
    static let window = Duration.seconds(60)
    /// The vendor counts when requests arrive, and some are longer on their way than others.
    static let margin = Duration.seconds(1)

    private let clock: RequestClock
    private let places: FairSemaphore?
    /// Held by the one request that is the next to be sent.
    private let turn: FairSemaphore?
    private let most: Int
    private let spacing: Duration
    /// When the last `most` requests were sent, oldest first.
    private let sent = Mutex<[Duration]>([])

    package init(_ limits: RequestLimits, clock: RequestClock = .system) {
        self.clock = clock
        places = limits.concurrency.map { FairSemaphore($0) }
        let rate = limits.requestsPerMinute.flatMap { $0.isFinite && $0 > 0 ? $0 : nil }
        turn = rate.map { _ in FairSemaphore(1) }
        // Half a request is none; less than one a minute is kept by the spacing alone.
        most = rate.map { Int(min(max($0, 1), 1_000_000)) } ?? 0
        spacing = rate.map { .seconds(60 / $0) } ?? .zero
    }

    /// Calls `prepare` when a request may be sent, then `send`.
    ///
    /// - Parameter prepare: whatever else the request has to wait for. If it throws, nothing was sent, and the next
    ///   request need not wait for this one.
    /// - Throws: what the two throw, and `busy` where the task is cancelled while it waits.
    package func perform<Prepared: Sendable, Result: Sendable>(
        prepare: () async throws(ProviderFailure) -> Prepared,
        send: (Prepared) async throws(ProviderFailure) -> Result
    ) async throws(ProviderFailure) -> Result {
        try await enter(places)
        defer { places?.leave() }
        return try await send(try await inTurn(prepare))
    }

    private func inTurn<Prepared: Sendable>(
        _ prepare: () async throws(ProviderFailure) -> Prepared
    ) async throws(ProviderFailure) -> Prepared {
        guard let turn else { return try await prepare() }
        try await enter(turn)
        defer { turn.leave() }
        while true {
            let delay = earliest - clock.now()
            guard delay > .zero else { break }
            do { try await clock.sleep(delay) } catch { throw .interrupted }
        }
        let prepared = try await prepare()
        let now = clock.now()
        sent.withLock { sent in
            sent.append(now)
            if sent.count > most { sent.removeFirst() }
        }
        return prepared
    }

    private var earliest: Duration {
        sent.withLock { sent in
            guard let last = sent.last, let first = sent.first else { return .zero }
            let spaced = last + spacing
            return sent.count < most ? spaced : max(spaced, first + Self.window + Self.margin)
        }
    }

    private func enter(_ semaphore: FairSemaphore?) async throws(ProviderFailure) {
        do throws(CancellationError) { try await semaphore?.enter() } catch { throw .interrupted }
    }
}

/// The limiters of a run: one for each model of each provider, as vendors count.
package final class RequestLimiters: Sendable {
    private struct Key: Hashable {
        var provider: String
        var model: String?
    }

    private let clock: RequestClock
    private let limiters = Mutex<[Key: RequestLimiter]>([:])

    package init(clock: RequestClock) {
        self.clock = clock
    }

    package func limiter(of provider: String, model: String?, _ limits: RequestLimits) -> RequestLimiter {
        limiters.withLock { limiters in
            let key = Key(provider: provider, model: model)
            let limiter = limiters[key] ?? RequestLimiter(limits, clock: clock)
            limiters[key] = limiter
            return limiter
        }
    }
}

extension ProviderFailure {
    package static let interrupted = ProviderFailure(.busy, "interrupted before anything was asked for")
}
