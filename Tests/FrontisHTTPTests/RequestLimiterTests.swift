import FrontisCore
import FrontisTestSupport
import Synchronization
import Testing

@testable import FrontisHTTP

/// Time that passes only by sleeping.
private final class TestClock: Sendable {
    private let time = Mutex<Duration>(.seconds(1000))

    var now: Duration { time.withLock { $0 } }
    var clock: RequestClock {
        RequestClock(
            now: { self.now },
            sleep: { duration in self.time.withLock { $0 += duration } })
    }

    func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}

@Suite(.timeLimit(.minutes(10))) struct RequestLimiterTests {
    @Test(arguments: [(5.0, 17), (60, 200), (2.5, 9), (0.5, 4), (300, 900), (1, 4)])
    func noMinuteHasMoreThanIsAllowed(rate: Double, requests: Int) async throws {
        let time = TestClock()
        let limiter = RequestLimiter(RequestLimits(requestsPerMinute: rate), clock: time.clock)
        let sent = Shared<[Duration]>([])
        let begin = time.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<requests {
                group.addTask {
                    // The last that is done while nobody else has the turn: this clock is a jump ahead as soon as another
                    // has it, however short the way from here to `send` is, and the machine may be busy.
                    try await limiter.perform(
                        prepare: { () async throws(ProviderFailure) -> Void in sent.withLock { $0.append(time.now) } },
                        send: { _ async throws(ProviderFailure) -> Void in await Task.yield() })
                }
            }
            try await group.waitForAll()
        }
        let times = sent.withLock { $0.sorted() }
        #expect(times.count == requests)
        let most = max(1, Int(rate))
        for (first, later) in zip(times, times.dropFirst(most)) {
            // As the vendor sees it, the first may be on its way for longer than the last.
            #expect(later - first >= .seconds(60.9))
        }
        for (one, next) in zip(times, times.dropFirst()) { #expect(next - one >= .seconds(59.999 / rate)) }
        // Whole requests fit into a minute, and a second of it is lost.
        let ideal = Duration.seconds(Double(requests - 1) * 60 / min(rate, Double(most)))
        #expect(time.now - begin <= ideal * 1.02 + .seconds(1), "\(time.now - begin), at best \(ideal)")
    }

    @Test func aFirstRequestAndOneAfterALongPauseWaitForNothing() async throws {
        let time = TestClock()
        let limiter = RequestLimiter(RequestLimits(requestsPerMinute: 1), clock: time.clock)
        for _ in 0..<3 {
            let before = time.now
            try await limiter.perform(
                prepare: { () async throws(ProviderFailure) -> Void in },
                send: { _ async throws(ProviderFailure) -> Void in })
            #expect(time.now == before)
            time.pass(.seconds(62))
        }
    }

    @Test func whatWasNotSentDoesNotCount() async throws {
        let time = TestClock()
        let limiter = RequestLimiter(RequestLimits(requestsPerMinute: 1), clock: time.clock)
        let before = time.now
        for _ in 0..<5 {
            await #expect(throws: ProviderFailure.self) {
                try await limiter.perform(
                    prepare: { () async throws(ProviderFailure) -> Void in throw ProviderFailure(.quota, "no") },
                    send: { _ async throws(ProviderFailure) -> Void in })
            }
        }
        #expect(time.now == before)
    }

    @Test(arguments: [1, 3])
    func soManyAtATime(places: Int) async throws {
        let limiter = RequestLimiter(RequestLimits(concurrency: places))
        let state = Shared((now: 0, most: 0))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await limiter.perform(
                        prepare: { () async throws(ProviderFailure) -> Void in },
                        send: { _ async throws(ProviderFailure) -> Void in
                            state.withLock {
                                $0.now += 1
                                $0.most = max($0.most, $0.now)
                            }
                            // Held until it is full, so that others come if they may; then a while for those who may not.
                            while state.withLock({ $0.most < places }), !Task.isCancelled { await Task.yield() }
                            for _ in 0..<20 { await Task.yield() }
                            state.withLock { $0.now -= 1 }
                        })
                }
            }
            try await group.waitForAll()
        }
        #expect(state.withLock { $0.most } == places)
    }

    @Test func cancellationEndsWaiting() async throws {
        let clock = RequestClock(now: { .zero }, sleep: { _ in try await Task.sleep(for: .seconds(3600)) })
        let limiter = RequestLimiter(RequestLimits(requestsPerMinute: 1), clock: clock)
        let sent = Shared(0)
        @Sendable func perform() async -> ProviderFailure? {
            do throws(ProviderFailure) {
                try await limiter.perform(
                    prepare: { () async throws(ProviderFailure) -> Void in },
                    send: { _ async throws(ProviderFailure) -> Void in sent.withLock { $0 += 1 } })
                return nil
            } catch {
                return error
            }
        }
        #expect(await perform() == nil)
        // One waits for its minute, the others for it.
        let waiting = (0..<3).map { _ in Task { await perform() } }
        for _ in 0..<100 { await Task.yield() }
        for task in waiting { task.cancel() }
        for task in waiting { #expect(await task.value?.message == "interrupted before anything was asked for") }
        #expect(sent.withLock { $0 } == 1)
    }

    @Test func allCallsToAModelOfAProviderShareOne() {
        let limiters = RequestLimiters(clock: .system)
        let limits = RequestLimits(requestsPerMinute: 5)
        #expect(limiters.limiter(of: "a", model: "m", limits) === limiters.limiter(of: "a", model: "m", limits))
        #expect(limiters.limiter(of: "a", model: "m", limits) !== limiters.limiter(of: "a", model: "n", limits))
        #expect(limiters.limiter(of: "a", model: "m", limits) !== limiters.limiter(of: "b", model: "m", limits))
    }
}
