import Foundation
import FrontisCore
import FrontisHTTP
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisImages

@Suite(.timeLimit(.minutes(10))) struct SpendingLimitTests {
    @Test func aCallThatCouldPassTheCapIsNotMade() async throws {
        let limit = SpendingLimit(budget: 0.1)
        #expect(try await limit.reserve(0.06))
        let isGranted1 = try await limit.reserve(0.11)
        #expect(!isGranted1)
        limit.settle(0.06, cost: Cost(usd: 0.02, estimated: false))
        #expect(try await limit.reserve(0.08))
        limit.settle(0.08, cost: Cost(usd: 0.08, estimated: true))
        let isGranted2 = try await limit.reserve(0.01)
        #expect(!isGranted2)
        // What costs nothing is always allowed.
        #expect(try await limit.reserve(0))
        #expect(limit.total == Cost(usd: 0.1, estimated: true))
    }

    /// A price of nothing is no leave to spend: a program that turned out to cost something is asked no more.
    @Test func beyondTheBudgetNotEvenWhatIsFreeIsAskedFor() async throws {
        let limit = SpendingLimit(budget: 2)
        #expect(try await limit.reserve(0))
        limit.settle(0, cost: Cost(usd: 2, estimated: false))
        #expect(try await limit.reserve(0))
        limit.settle(0, cost: Cost(usd: 0.000000001, estimated: false))
        let isGranted = try await limit.reserve(0)
        #expect(!isGranted)
    }

    @Test func whatMayStillFitIsAwaited() async throws {
        let limit = SpendingLimit(budget: 0.1)
        #expect(try await limit.reserve(0.06))
        let cheap = Task { try await limit.reserve(0.05) }
        let dear = Task { try await limit.reserve(0.09) }
        for _ in 0..<50 { await Task.yield() }
        limit.settle(0.06, cost: Cost(usd: 0.04, estimated: false))
        #expect(try await cheap.value)
        let isGranted3 = try await dear.value
        #expect(!isGranted3)
    }

    @Test func cancellationEndsWaiting() async throws {
        let limit = SpendingLimit(budget: 0.1)
        #expect(try await limit.reserve(0.06))
        let waiting = Task { try await limit.reserve(0.05) }
        for _ in 0..<50 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        limit.settle(0.06, cost: nil)
        #expect(try await limit.reserve(0.1))
    }

    @Test(arguments: 0..<20)
    func theCapHoldsWhateverTheOrder(seed: Int) async throws {
        let limit = SpendingLimit(budget: 1)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let high = Money(usd: Double((number * 7 + seed * 13) % 11 + 1) / 50)
                    guard (try? await limit.reserve(high)) == true else { return }
                    await Task.yield()
                    limit.settle(high, cost: number % 3 == 0 ? nil : Cost(usd: high, estimated: number % 2 == 0))
                }
            }
        }
        #expect(limit.total.usd <= 1)
        #expect(limit.total.usd > 0.9)
    }
}

@Suite(.timeLimit(.minutes(10))) struct PaidCallTests {
    private struct Answer: Sendable {}

    private static func withStore(_ body: (ImageStore) async throws -> Void) async throws {
        let folder = NSTemporaryDirectory() + "frontis-paid-" + UUID().uuidString
        defer {
            do { try FileManager.default.removeItem(atPath: folder) } catch { Issue.record(error) }
        }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try await body(ImageStore(directory: folder + "/store", cache: folder + "/cache"))
    }

    private static func call(
        _ account: SpendingAccount, price: Price?, kind: PaidKind = .image, limits: RequestLimits = .none
    ) -> PaidCall {
        PaidCall(
            account: account, lane: FairSemaphore(4), provider: "art", dialect: "openai", model: "m1", limits: limits,
            key: Digest.of("x"), kind: kind, price: price, now: "2026-06-01T12:00:00Z")
    }

    private static func failure(_ body: () async throws(ProviderFailure) -> Void) async -> ProviderFailure? {
        do throws(ProviderFailure) { try await body() } catch { return error }
        return nil
    }

    @Test func everyAttemptThatMayBeBilledIsSetAsideAnew() async throws {
        try await Self.withStore { store in
            let account = SpendingAccount(store: store, budget: 0.1)
            let asked = Shared(0)
            let failure = await Self.failure { () async throws(ProviderFailure) in
                let _: (Answer, Cost) = try await Self.call(account, price: Price(low: 0.01, high: 0.04)).run(RetryPolicy(sleep: { _ in })) {
                    (_) async throws(ProviderFailure) -> (Answer, Cost?) in
                    asked.withLock { $0 += 1 }
                    throw ProviderFailure(.busy, "no answer", mayBeBilled: true)
                }
            }
            #expect(failure?.kind == .budget)
            #expect(
                failure?.message
                    == "the next call may cost up to $0.04, which the budget of this run no longer holds")
            // Four attempts would have come to 0.16.
            #expect(asked.withLock { $0 } == 2)
            #expect(account.limit.total == Cost(usd: 0.08, estimated: true))
            let calls = SpendLedger.calls(of: try account.ledger.lines())
            #expect(calls.map(\.outcome) == [.unknown, .unknown])
            // The budget is no reason to ask this provider no more.
            #expect(account.halted.reason(of: "art") == nil)
        }
    }

    @Test func whatACallCostsIsBelievedWithinReason() async throws {
        try await Self.withStore { store in
            let account = SpendingAccount(store: store, budget: 5)
            func pay(_ stated: Money, price: Price) async throws -> Cost {
                try await Self.call(account, price: price).run(RetryPolicy(sleep: { _ in })) {
                    (_) async throws(ProviderFailure) -> (Answer, Cost?) in (Answer(), Cost(usd: stated, estimated: false))
                }.1
            }
            #expect(try await pay(0.02, price: Price(0.04)) == Cost(usd: 0.02, estimated: false))
            #expect(account.stated.findings() == [])
            #expect(try await pay(1_000_000_000, price: Price(low: 0.01, high: 0.04)) == Cost(usd: 0.04, estimated: true))
            #expect(try await pay(100.01, price: Price(0.05)) == Cost(usd: 0.05, estimated: true))
            let found = account.stated.findings()
            #expect(
                found.map(\.summary) == [
                    "provider 'art' says that 2 calls have cost up to $1000000000.00, which is not believed: $0.05 counts "
                        + "for each instead"
                ])
            #expect(found.map(\.id) == [.costUnbelievable])
            #expect(found.map(\.severity) == [.warning])
            #expect(account.stated.findings() == [])
            // Dearer than it should be, and a bill all the same: the next call is measured by it.
            #expect(try await pay(1.5, price: Price(0.04)) == Cost(usd: 1.5, estimated: false))
            #expect(account.limit.total == Cost(usd: 1.61, estimated: true))
            let lines = try account.ledger.lines()
            #expect(lines.map(\.cost?.usd) == [0.04, 0.02, 0.04, 0.04, 0.05, 0.05, 0.04, 1.5])
            _ = try await pay(0.04, price: Price(0.04))
            #expect(try account.ledger.lines().dropLast().last?.cost?.usd == 1.5)
        }
    }

    @Test func aRetryCountsAgainstTheRate() async throws {
        try await Self.withStore { store in
            let time = Shared<Duration>(.zero)
            let clock = RequestClock(now: { time.withLock { $0 } }, sleep: { duration in time.withLock { $0 += duration } })
            let account = SpendingAccount(store: store, budget: 1, clock: clock)
            let limits = RequestLimits(requestsPerMinute: 2)
            let times = Shared<[Duration]>([])
            _ = await Self.failure { () async throws(ProviderFailure) in
                let _: (Answer, Cost) = try await Self.call(account, price: Price(0.01), limits: limits).run(RetryPolicy(sleep: { _ in })) {
                    (_) async throws(ProviderFailure) -> (Answer, Cost?) in
                    times.withLock { $0.append(time.withLock { $0 }) }
                    throw ProviderFailure(.busy, "busy")
                }
            }
            #expect(times.withLock { $0 } == [.zero, .seconds(30), .seconds(61), .seconds(91)])
        }
    }

    @Test(arguments: [
        (PaidKind.image, "say what a picture costs, in US dollars: price: 0.04 in the provider's settings"),
        (.alt, "say what one answer costs, in US dollars: alt: { price: 0.002 } in frontis.yaml; 0 where it is free"),
    ])
    func whatHasNoPriceIsNotAskedFor(kind: PaidKind, help: String) async throws {
        try await Self.withStore { store in
            let account = SpendingAccount(store: store, budget: 5)
            let failure = await Self.failure { () async throws(ProviderFailure) in
                let _: (Answer, Cost) = try await Self.call(account, price: nil, kind: kind).run(RetryPolicy()) {
                    (_) async throws(ProviderFailure) -> (Answer, Cost?) in (Answer(), nil)
                }
            }
            #expect(failure?.message == "no price is known for model 'm1', and the budget needs one")
            #expect(failure?.help == help)
            let lines = try account.ledger.lines()
            #expect(lines.isEmpty)
        }
    }

    @Test func whatIsLeftUndoneIsSaidOnce() {
        let unmade = UnmadeCalls()
        #expect(unmade.finding(budget: 0.1, spent: 0) == nil)
        unmade.add(.alt, 1, usd: 0.0079)
        #expect(
            unmade.finding(budget: 0.1, spent: 0.0931)?.summary
                == "1 alt text was not made: the budget of this run is $0.10, $0.0931 of it is spent, and it may cost up to "
                + "$0.0079")
        unmade.add(.image, 2, usd: 0.08)
        unmade.add(.image, 1, usd: 0.04)
        let finding = unmade.finding(budget: 0.1, spent: 0.0931)
        #expect(
            finding?.summary
                == "3 pictures and 1 alt text were not made: the budget of this run is $0.10, $0.0931 of it is spent, and "
                + "they may cost up to $0.1279")
        #expect(finding?.id == .budgetReached)
        #expect(finding?.severity == .warning)
    }
}
