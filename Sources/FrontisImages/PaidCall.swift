import FrontisCore
import FrontisStore
import Synchronization

/// One thing that is paid for: checked against the budget, written to the ledger before and after, tried again
/// while the vendor is busy.
struct PaidCall: Sendable {
    let account: SpendingAccount
    let provider: String
    let dialect: String
    let model: String?
    let key: Digest
    let kind: String
    /// How many are asked for.
    var count = 1
    /// Nothing where nobody knows.
    let price: Price?
    let now: String

    func run<Result: Sendable>(
        _ retry: RetryPolicy, _ attempt: @escaping @Sendable () async throws(ProviderFailure) -> (Result, Cost?)
    ) async throws -> Result {
        let highest = price?.high ?? 0
        guard account.limit.reserve(highest) else {
            throw ProviderFailure(
                .quota,
                "the next call may cost up to \(Self.dollars(highest)), which the budget of this run no longer holds",
                help: "raise images.budget in frontis.yaml; what was made is kept, the next build goes on from there")
        }
        defer { account.limit.release(highest) }
        let estimate = price.map { Cost(usd: $0.high, estimated: true) }
        do throws(ProviderFailure) {
            return try await retry.run { (number) async throws(ProviderFailure) -> Result in
                if let reason = account.halted.reason(of: provider) { throw reason }
                if Task.isCancelled { throw ProviderFailure(.busy, "interrupted before anything was asked for") }
                let call = "\(key.hex.prefix(16))-\(kind)-\(now)-\(UInt32.random(in: .min ... .max))"
                try note(.asking, call, estimate)
                do throws(ProviderFailure) {
                    let (result, cost) = try await GracePeriod.run(operation: attempt)
                    account.limit.spend(cost ?? estimate)
                    try note(.paid, call, cost ?? estimate)
                    return result
                } catch {
                    if error.mayBeBilled { account.limit.spend(estimate) }
                    try note(error.mayBeBilled ? .unknown : .free, call, error.mayBeBilled ? estimate : nil)
                    throw error
                }
            }
        } catch {
            if [.quota, .credentials, .unconfigured].contains(error.kind) {
                account.halted.halt(provider, because: error)
            }
            throw error
        }
    }

    private func note(_ event: SpendLedger.Line.Event, _ call: String, _ cost: Cost?) throws(ProviderFailure) {
        do throws(FileError) {
            try account.ledger.append(
                .init(
                    event: event, call: call, time: now, provider: provider, dialect: dialect, model: model, key: key,
                    kind: kind, count: count, cost: cost))
        } catch {
            // Money that cannot be accounted for is not spent.
            throw ProviderFailure(.rejected, error.description, help: error.help)
        }
    }

    private static func dollars(_ usd: Double) -> String {
        let cents = Int((usd * 100).rounded(.up))
        return "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}

/// Providers that are asked no more in this run, and why.
final class HaltedProviders: Sendable {
    private let reasons = Mutex<[String: ProviderFailure]>([:])

    func reason(of provider: String) -> ProviderFailure? { reasons.withLock { $0[provider] } }

    func halt(_ provider: String, because failure: ProviderFailure) {
        reasons.withLock { $0[provider] = $0[provider] ?? failure }
    }
}
