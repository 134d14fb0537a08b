import FrontisCore
import FrontisStore

/// What the store's ledger says that everything has cost, and what for. The parts add up to the total, to the
/// billionth of a dollar: they are whole numbers until they are printed.
package struct SlotMoney: Sendable, Codable, Equatable {
    package struct Part: Sendable, Codable, Equatable {
        package var usd: Double
        /// Whether some of it is a table's figure and not the vendor's own count.
        package var estimated: Bool
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
        var sums: [String: (nanos: Int, estimated: Bool)] = [:]
        func add(_ cost: Cost, to part: String) {
            let sum = sums[part] ?? (0, false)
            sums[part] = (sum.nanos + Self.nanos(cost.usd), sum.estimated || cost.estimated && cost.usd > 0)
        }
        for call in calls {
            guard let cost = call.cost else { continue }
            add(cost, to: call.outcome == .unknown ? "unknown" : call.kind)
            guard call.kind == "alt", call.outcome == .paid else { continue }
            let known = altCosts[call.key.hex]
            altCosts[call.key.hex] = Cost(
                usd: Double(Self.nanos(known?.usd ?? 0) + Self.nanos(cost.usd)) / 1e9,
                estimated: cost.estimated || known?.estimated == true)
        }
        // A picture whose call the ledger has lost is no part of a sum of the ledger.
        let paid = sums["image"]?.nanos ?? 0
        let nanos = min(paid, shown.values.reduce(0) { $0 + Self.nanos($1.usd) })
        let isEstimated = sums["image"]?.estimated ?? false
        func part(_ nanos: Int, _ estimated: Bool) -> Part { Part(usd: Double(nanos) / 1e9, estimated: estimated) }
        func part(_ name: String) -> Part { part(sums[name]?.nanos ?? 0, sums[name]?.estimated ?? false) }
        pictures = part(nanos, shown.values.contains { $0.estimated && $0.usd > 0 })
        candidates = part(paid - nanos, isEstimated && paid > nanos)
        alts = part("alt")
        prompts = part("prompt")
        unknown = part("unknown")
        total = part(sums.values.reduce(0) { $0 + $1.nanos }, sums.values.contains { $0.estimated })
    }

    private static func nanos(_ usd: Double) -> Int {
        // A ledger that somebody has edited ends no program.
        usd.isFinite ? Int((min(max(usd, 0), 1e6) * 1e9).rounded()) : 0
    }

    /// A line for each part that is not nothing.
    package func text() -> String {
        let parts = [
            ("pictures shown", pictures), ("other candidates", candidates), ("alt texts", alts), ("prompts", prompts),
            ("calls of unknown outcome", unknown),
        ].filter { $0.1.usd > 0 }
        guard total.usd > 0 else { return "" }
        let rows = [("spent", total)] + (parts.count > 1 ? parts.map { ("  " + $0.0, $0.1) } : [])
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, part in
            let padding = String(repeating: " ", count: width - name.count)
            return "\(name)\(padding)  \(Self.exact(part.usd))\(part.estimated ? ", partly estimated" : "")\n"
        }.joined()
    }

    /// `$0.04123`: all the digits there are, so that a reader's sum is the program's.
    private static func exact(_ usd: Double) -> String {
        let all = nanos(usd)
        let fraction = String(all % 1_000_000_000)
        var digits = String(repeating: "0", count: 9 - fraction.count) + fraction
        while digits.hasSuffix("0"), digits.count > 2 { digits.removeLast() }
        return "$\(all / 1_000_000_000).\(digits)"
    }
}
