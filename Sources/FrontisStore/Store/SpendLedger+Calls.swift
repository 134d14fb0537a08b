package import FrontisCore

extension SpendLedger {
    /// A paid call, as far as its lines tell.
    package struct Call: Sendable, Hashable {
        package enum Outcome: Sendable {
            case paid
            case free
            /// The program was killed or the vendor never answered: counts as spent.
            case unknown
        }

        package var id: String
        /// When it was made.
        package var time: Timestamp
        package var provider: String
        package var model: String?
        /// The recipe's key, the digest of the picture that is described, or the written prompt's key.
        package var key: Digest
        package var kind: PaidKind
        package var outcome: Outcome
        /// What it counts for; nothing where nobody knows a price.
        package var cost: Cost?
        /// Whether what came went elsewhere than into the store.
        package var isElsewhere: Bool
        /// Of a picture; nothing where its lines do not say it.
        package var asker: Asker?
    }

    /// All calls, sorted by id. A line that is there twice, as after a merge of two branches, counts once, and the
    /// end of a call stands over its beginning, whichever line comes first.
    package static func calls(of lines: [Line]) -> [Call] {
        var calls: [String: Call] = [:]
        var ended: Set<String> = []
        for line in lines {
            let known = calls[line.call]
            if line.event == .asking, ended.contains(line.call) { continue }
            var call = Call(
                id: line.call, time: known.map { min($0.time, line.time) } ?? line.time, provider: line.provider,
                model: line.model ?? known?.model, key: line.key,
                kind: line.kind, outcome: .unknown, cost: line.cost,
                isElsewhere: line.isElsewhere, asker: line.asker ?? known?.asker)
            switch line.event {
            case .asking: break
            case .paid:
                call.outcome = .paid
                call.cost = line.cost ?? known?.cost
            case .unknown: call.cost = line.cost ?? known?.cost
            case .free:
                call.outcome = .free
                call.cost = nil
            }
            if line.event != .asking { ended.insert(line.call) }
            calls[line.call] = call
        }
        return calls.values.sorted { $0.id < $1.id }
    }
}
