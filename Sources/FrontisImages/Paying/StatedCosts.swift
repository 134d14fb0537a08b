import FrontisCore
import FrontisStore
import Synchronization

/// What providers say that calls have cost: believed within reason, and remembered, so that one that turns out dearer
/// than its price has the next call measured by that.
final class StatedCosts: Sendable {
    fileprivate struct Maker: Hashable {
        var provider: String
        var model: String?
        var kind: PaidKind
    }

    private struct Doubt {
        var calls = 0
        /// The highest that was said.
        var stated = Money.zero
        /// The highest that counts in its place.
        var counted = Money.zero
    }

    private struct State {
        /// Of one thing.
        var dearest: [Maker: Money] = [:]
        var doubts: [String: Doubt] = [:]
    }

    private let state = Mutex(State())

    /// The highest that the call is expected to cost: by its price, or by what calls of its kind have cost in this run.
    func estimate(_ call: PaidCall, price: Price) -> Money {
        let known = state.withLock { $0.dearest[Maker(call)] } ?? .zero
        return max(price.high, known * call.count)
    }

    /// What the call counts for: the provider's own figure, or the estimate in the place of one that no reader of its
    /// bill would believe.
    func settled(_ stated: Cost?, of call: PaidCall, price: Price, estimate: Money) -> Cost {
        guard let stated else { return Cost(usd: estimate, estimated: true) }
        guard price.allows(stated.usd, count: call.count) else {
            state.withLock { state in
                var doubt = state.doubts[call.provider] ?? Doubt()
                doubt.calls += 1
                doubt.stated = max(doubt.stated, stated.usd)
                doubt.counted = max(doubt.counted, estimate)
                state.doubts[call.provider] = doubt
            }
            return Cost(usd: estimate, estimated: true)
        }
        state.withLock { state in
            let maker = Maker(call)
            state.dearest[maker] = max(state.dearest[maker] ?? .zero, stated.usd / call.count)
        }
        return stated
    }

    /// What was not believed since this was last called, by provider.
    func findings() -> [Diagnostic] {
        let doubts = state.withLock { state in
            defer { state.doubts = [:] }
            return state.doubts
        }
        return doubts.sorted { $0.key < $1.key }.map { provider, doubt in
            let whose = doubt.calls == 1 ? "a call has cost" : "\(doubt.calls) calls have cost up to"
            return Diagnostic(
                .costUnbelievable,
                "provider '\(provider)' says that \(whose) \(doubt.stated.text), which is not believed: "
                    + "\(doubt.counted.text) counts\(doubt.calls == 1 ? "" : " for each") instead",
                help:
                    "look up what the vendor's account says; where its answers cannot be trusted, write price: in the "
                    + "provider's settings")
        }
    }
}

extension StatedCosts.Maker {
    fileprivate init(_ call: PaidCall) {
        self.init(provider: call.provider, model: call.model, kind: call.kind)
    }
}
