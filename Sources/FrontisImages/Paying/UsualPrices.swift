package import FrontisCore
package import FrontisStore

/// What a site's own calls have come to, by who was asked for what: the best guess at the next one.
package struct UsualPrices: Sendable {
    private struct Asked: Hashable {
        var provider: String
        var model: String?
        var kind: PaidKind
    }

    /// So many of the last calls count: prices change, and so does what pages ask for.
    private static let memory = 50
    /// Fewer say nothing.
    private static let least = 3

    private var usual: [Asked: Money] = [:]

    /// - Parameter lines: of the ledger, oldest first.
    package init(_ lines: [SpendLedger.Line] = []) {
        var costs: [Asked: [Money]] = [:]
        for line in lines.reversed() where line.event == .paid && line.count > 0 {
            // What the table says of a call is no news to the table.
            guard let cost = line.cost, !cost.estimated else { continue }
            let asked = Asked(provider: line.provider, model: line.model, kind: line.kind)
            if costs[asked, default: []].count < Self.memory { costs[asked, default: []].append(cost.usd / line.count) }
        }
        usual = costs.filter { $0.value.count >= Self.least }.mapValues { $0.reduce(.zero, +) / $0.count }
    }

    /// The price with what such calls have usually come to; as it is where too few were made.
    package func learned(_ price: Price?, provider: String, model: String?, kind: PaidKind) -> Price? {
        guard let price, let usual = usual[Asked(provider: provider, model: model, kind: kind)] else { return price }
        return Price(low: price.low, high: price.high, likely: usual)
    }
}
