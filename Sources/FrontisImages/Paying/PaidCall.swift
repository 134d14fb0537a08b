import FrontisCore
import FrontisHTTP
import FrontisStore

/// One thing that is paid for: checked against the budget, written to the ledger before and after, tried again
/// while the vendor is busy, no more often than the account allows.
struct PaidCall: Sendable {
    let account: SpendingAccount
    /// How many of its kind run at the same time, whoever is asked.
    let lane: FairSemaphore
    let provider: String
    let dialect: String
    let model: String?
    let limits: RequestLimits
    let key: Digest
    let kind: PaidKind
    /// How many are asked for.
    var count = 1
    /// Of a picture: whose it is to be.
    var asker: SpendLedger.Asker?
    /// Nothing where nobody knows: then nothing is asked for.
    let price: Price?
    let now: Timestamp

    /// What is set aside for a call, and how the ledger names it.
    struct Opened: Sendable {
        var id: String
        var price: Price
        var estimate: Cost
    }

    /// What the call counts for where its provider says that it has cost so much.
    func believed(_ stated: Cost?, of call: Opened) -> Cost {
        account.stated.settled(stated, of: self, price: call.price, estimate: call.estimate.usd)
    }

    /// - Parameter attempt: asks, and keeps what comes, so that nothing lies between an answer and the disk; gives what
    ///   it costs by the provider's own word as well.
    /// - Returns: the answer and what it counts for, which is not what the provider says where nobody would believe it.
    func run<Answer: Sendable>(
        _ retry: RetryPolicy,
        _ attempt: @escaping @Sendable (_ call: Opened) async throws(ProviderFailure) -> (Answer, Cost?)
    ) async throws(ProviderFailure) -> (Answer, Cost) {
        guard let price else { throw unpriced }
        let limiter = account.limiters.limiter(of: provider, model: model, limits)
        return try await retry.run { (_) async throws(ProviderFailure) -> (Answer, Cost) in
            try checkIsWanted()
            return try await limiter.perform(
                prepare: { () async throws(ProviderFailure) -> Opened in try await begin(price) },
                send: { (call) async throws(ProviderFailure) -> (Answer, Cost) in try await finish(call, attempt) })
        }
    }

    private func checkIsWanted() throws(ProviderFailure) {
        if let reason = account.halted.reason(of: provider) { throw reason }
        if Task.isCancelled { throw .interrupted }
    }

    /// Waits for a place and for the money, and writes down what is about to be asked.
    ///
    /// - Returns: what `finish` gives back, place and money.
    private func begin(_ price: Price) async throws(ProviderFailure) -> Opened {
        do throws(CancellationError) { try await lane.enter() } catch { throw .interrupted }
        do throws(ProviderFailure) {
            // A neighbour may have found out meanwhile that it is no use.
            try checkIsWanted()
            let estimate = Cost(usd: account.stated.estimate(self, price: price), estimated: true)
            try await reserve(estimate.usd)
            let id = "\(key.hex.prefix(16))-\(kind.rawValue)-\(now.rfc3339)-\(UInt32.random(in: .min ... .max))"
            do throws(ProviderFailure) {
                try note(.asking, id, estimate)
            } catch {
                account.limit.settle(estimate.usd, cost: nil)
                throw error
            }
            return Opened(id: id, price: price, estimate: estimate)
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
        let spent = account.limit.total.usd
        let reason =
            spent > account.limit.budget
            ? "\(spent.text) is spent, which is more than the budget of this run"
            : "the next call may cost up to \(usd.textAtLeast), which the budget of this run no longer holds"
        throw ProviderFailure(
            .budget, reason,
            help: "allow more with --budget, or with images.budget in frontis.yaml; what was made is kept, the next "
                + "build goes on from there")
    }

    private func finish<Answer: Sendable>(
        _ call: Opened,
        _ attempt: @escaping @Sendable (_ call: Opened) async throws(ProviderFailure) -> (Answer, Cost?)
    ) async throws(ProviderFailure) -> (Answer, Cost) {
        defer { lane.leave() }
        let estimate = call.estimate
        let (answer, stated): (Answer, Cost?)
        do throws(ProviderFailure) {
            (answer, stated) = try await GracePeriod.run { () async throws(ProviderFailure) in try await attempt(call) }
        } catch {
            let spent = error.mayBeBilled ? estimate : nil
            account.limit.settle(estimate.usd, cost: spent)
            account.halted.note(error, of: provider)
            noteEnd(error.mayBeBilled ? .unknown : .free, call.id, spent)
            throw error
        }
        let cost = believed(stated, of: call)
        account.limit.settle(estimate.usd, cost: cost)
        noteEnd(.paid, call.id, cost)
        return (answer, cost)
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
                    kind: kind, count: count, cost: cost, isElsewhere: account.isElsewhere,
                    asker: asker))
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
