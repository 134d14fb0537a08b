package import FrontisCore
import FrontisStore

/// What the store's ledger says that everything has cost, and what for. The parts add up to the total.
package struct SlotMoney: Sendable, Codable, Equatable {
    package struct Part: Sendable, Codable, Equatable {
        package var usd = Money.zero
        /// Whether some of it is a table's figure and not the vendor's own count.
        package var estimated = false
    }

    package var total: Part
    /// Pictures that slots show.
    package var pictures: Part
    /// Pictures that were made and are not shown, those set aside included.
    package var candidates: Part
    package var alts: Part
    package var prompts: Part
    /// Calls of which nobody knows whether they were billed.
    package var unknown: Part
    /// By picture: what its alt texts have cost.
    private(set) var altCosts: [String: Cost] = [:]

    private enum CodingKeys: String, CodingKey {
        case total
        case pictures
        case candidates
        case alts
        case prompts
        case unknown
    }

    /// - Parameter shown: what the pictures that slots show have cost, by their digests.
    init(_ calls: [SpendLedger.Call], shown: [String: Cost]) {
        // Of calls whose end nobody knows, under nothing.
        var sums: [PaidKind?: Part] = [:]
        func add(_ cost: Cost, to part: PaidKind?) {
            let sum = sums[part] ?? Part()
            sums[part] = Part(usd: sum.usd + cost.usd, estimated: sum.estimated || cost.estimated && cost.usd > .zero)
        }
        for call in calls {
            guard let cost = call.cost else { continue }
            add(cost, to: call.outcome == .unknown ? nil : call.kind)
            guard call.kind == .alt, call.outcome == .paid else { continue }
            let known = altCosts[call.key.hex]
            altCosts[call.key.hex] = Cost(
                usd: (known?.usd ?? .zero) + cost.usd, estimated: cost.estimated || known?.estimated == true)
        }
        // A picture whose call the ledger has lost is no part of a sum of the ledger.
        let paid = sums[.image] ?? Part()
        let used = min(paid.usd, shown.values.reduce(.zero) { $0 + $1.usd })
        pictures = Part(usd: used, estimated: shown.values.contains { $0.estimated && $0.usd > .zero })
        candidates = Part(usd: paid.usd - used, estimated: paid.estimated && paid.usd > used)
        alts = sums[.alt] ?? Part()
        prompts = sums[.prompt] ?? Part()
        unknown = sums[nil] ?? Part()
        total = Part(
            usd: sums.values.reduce(.zero) { $0 + $1.usd }, estimated: sums.values.contains { $0.estimated })
    }

    /// A line for each part that is not nothing.
    package func text() -> String {
        let parts = [
            ("pictures shown", pictures), ("other candidates", candidates), ("alt texts", alts), ("prompts", prompts),
            ("calls of unknown outcome", unknown),
        ].filter { $0.1.usd > .zero }
        guard total.usd > .zero else { return "" }
        let rows = [("spent", total)] + (parts.count > 1 ? parts.map { ("  " + $0.0, $0.1) } : [])
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, part in
            let padding = String(repeating: " ", count: width - name.count)
            return "\(name)\(padding)  \(part.usd.exactText)\(part.estimated ? ", partly estimated" : "")\n"
        }.joined()
    }
}
