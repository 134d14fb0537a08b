package import FrontisCore
package import FrontisStore

/// What the ledger says of pictures that are not in the store: such as are paid for were lost, and of others nobody
/// knows what became of them.
package struct MissingAnswers: Sendable {
    package enum Outcome: Sendable, Hashable {
        /// The vendor has sent it, on that day.
        case paid(day: String)
        /// The program was killed, or the vendor never answered.
        case unknown(day: String)
    }

    private var outcomes: [Digest: Outcome] = [:]

    /// - Parameter calls: all there were; what costs nothing can be asked for again, and a comparison is
    ///   none of the store's.
    package init(_ calls: [SpendLedger.Call] = []) {
        for call in calls.sorted(by: { ($0.time, $0.id) < ($1.time, $1.id) })
        where call.kind == "image" && !call.isElsewhere && call.cost?.usd != .zero {
            let day = String(call.time.prefix(10))
            switch call.outcome {
            case .free: break
            case .paid: outcomes[call.key] = .paid(day: day)
            case .unknown:
                if case .paid = outcomes[call.key] { break }
                outcomes[call.key] = .unknown(day: day)
            }
        }
    }

    /// - Parameter key: of a recipe that no picture in the store was made for.
    package func outcome(of key: Digest) -> Outcome? { outcomes[key] }
}
