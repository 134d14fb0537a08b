import FrontisCore
import FrontisStore

/// One thing that is paid for: checked against the budget, written to the ledger before and after, tried again
/// while the vendor is busy, no more often than the account allows.
struct PaidCall: Sendable {
    /// What is asked for, as the ledger names it.
    enum Kind: String, Sendable, CaseIterable {
        case image
        case alt
        case prompt

        /// `2 pictures`
        func named(_ count: Int) -> String {
            let noun =
                switch self {
                case .image: "picture"
                case .alt: "alt text"
                case .prompt: "prompt"
                }
            return "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
    }

    let account: SpendingAccount
    /// How many of its kind run at the same time, whoever is asked.
    let lane: FairSemaphore
    let provider: String
    let dialect: String
    let model: String?
    let limits: RequestLimits
    let key: Digest
    let kind: Kind
    /// How many are asked for.
    var count = 1
    /// Nothing where nobody knows: then nothing is asked for.
    let price: Price?
    let now: String

    /// - Parameter attempt: asks, and keeps what comes, so that nothing lies between an answer and the disk. Is given
    ///   the call's name in the ledger.
    func run<Result: Sendable>(
        _ retry: RetryPolicy,
        _ attempt: @escaping @Sendable (_ call: String) async throws(ProviderFailure) -> (Result, Cost?)
    ) async throws(ProviderFailure) -> Result {
        guard let price else { throw unpriced }
        let estimate = Cost(usd: price.high, estimated: true)
        let limiter = account.limiters.limiter(of: provider, model: model, limits)
        return try await retry.run { (_) async throws(ProviderFailure) -> Result in
            try checkIsWanted()
            return try await limiter.perform(
                prepare: { () async throws(ProviderFailure) -> String in try await begin(estimate) },
                send: { (call) async throws(ProviderFailure) -> Result in
                    try await finish(call, estimate, attempt)
                })
        }
    }

    private func checkIsWanted() throws(ProviderFailure) {
        if let reason = account.halted.reason(of: provider) { throw reason }
        if Task.isCancelled { throw .interrupted }
    }

    /// Waits for a place and for the money, and writes down what is about to be asked.
    ///
    /// - Returns: the call's name in the ledger. `finish` gives place and money back.
    private func begin(_ estimate: Cost) async throws(ProviderFailure) -> String {
        do throws(CancellationError) { try await lane.enter() } catch { throw .interrupted }
        do throws(ProviderFailure) {
            // A neighbour may have found out meanwhile that it is no use.
            try checkIsWanted()
            try await reserve(estimate.usd)
            let call = "\(key.hex.prefix(16))-\(kind.rawValue)-\(now)-\(UInt32.random(in: .min ... .max))"
            do throws(ProviderFailure) {
                try note(.asking, call, estimate)
            } catch {
                account.limit.settle(estimate.usd, cost: nil)
                throw error
            }
            return call
        } catch {
            lane.leave()
            throw error
        }
    }

    private func reserve(_ usd: Money) async throws(ProviderFailure) {
        let isReserved: Bool
        do throws(CancellationError) { isReserved = try await account.limit.reserve(usd) } catch { throw .interrupted }
        guard !isReserved else { return }
        account.unmade.add(kind, count, usd: usd)
        throw ProviderFailure(
            .budget,
            "the next call may cost up to \(usd.textAtLeast), which the budget of this run no longer holds",
            help: "allow more with --budget, or with images.budget in frontis.yaml; what was made is kept, the next "
                + "build goes on from there")
    }

    private func finish<Result: Sendable>(
        _ call: String, _ estimate: Cost,
        _ attempt: @escaping @Sendable (_ call: String) async throws(ProviderFailure) -> (Result, Cost?)
    ) async throws(ProviderFailure) -> Result {
        defer { lane.leave() }
        let (result, cost): (Result, Cost?)
        do throws(ProviderFailure) {
            (result, cost) = try await GracePeriod.run { () async throws(ProviderFailure) in try await attempt(call) }
        } catch {
            let spent = error.mayBeBilled ? estimate : nil
            account.limit.settle(estimate.usd, cost: spent)
            account.halted.note(error, of: provider)
            noteEnd(error.mayBeBilled ? .unknown : .free, call, spent)
            throw error
        }
        account.limit.settle(estimate.usd, cost: cost ?? estimate)
        noteEnd(.paid, call, cost ?? estimate)
        return result
    }

    /// What has arrived is kept although it cannot be noted; without its end the call counts as spent.
    private func noteEnd(_ event: SpendLedger.Line.Event, _ call: String, _ cost: Cost?) {
        do throws(ProviderFailure) { try note(event, call, cost) } catch { account.unnoted.add(error) }
    }

    private func note(_ event: SpendLedger.Line.Event, _ call: String, _ cost: Cost?) throws(ProviderFailure) {
        do throws(FileError) {
            try account.ledger.append(
                .init(
                    event: event, call: call, time: now, provider: provider, dialect: dialect, model: model, key: key,
                    kind: kind.rawValue, count: count, cost: cost))
        } catch {
            // Money that cannot be accounted for is not spent.
            throw ProviderFailure(.rejected, error.description, help: error.help)
        }
    }

    private var unpriced: ProviderFailure {
        let whose = model.map { "model '\($0)'" } ?? "a call"
        let help =
            switch kind {
            case .image: "say what a picture costs, in US dollars: price: 0.04 in the provider's settings"
            case .alt, .prompt:
                "say what one answer costs, in US dollars: alt: { price: 0.002 } in frontis.yaml; 0 where it is free"
            }
        return ProviderFailure(.rejected, "no price is known for \(whose), and the budget needs one", help: help)
    }
}
