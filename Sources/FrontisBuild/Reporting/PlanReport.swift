import Foundation
package import FrontisCore

/// A plan for programs: keys are only ever added.
package struct PlanReport: Sendable, Codable {
    package struct Amount: Sendable, Codable {
        package var usd: Double
        package var low: Double?
        package var high: Double?
    }

    package struct Entry: Sendable, Codable {
        package var slot: String
        package var action: String
        package var reason: String
        package var provider: String?
        package var model: String?
        package var price: Amount?
    }

    package var slots: [Entry]
    package var total: Amount
    /// Alt texts of the site's own pictures that would be asked for; nothing where there is none.
    package var localAlts: Int?
    package var diagnostics: [BuildReport.Finding]

    package init(_ plan: ImagePlan, localAlts: Int = 0, diagnostics: [Diagnostic]) {
        var sum = 0.0
        slots = plan.entries.map { entry in
            let price = entry.price.map { Amount(usd: $0.middle, low: $0.low, high: $0.high) }
            if entry.action == .make { sum += price?.usd ?? 0 }
            return Entry(
                slot: entry.id.description, action: entry.action.rawValue, reason: entry.reason,
                provider: entry.provider, model: entry.model, price: price)
        }
        total = Amount(usd: (sum * 1_000_000).rounded() / 1_000_000)
        self.localAlts = localAlts > 0 ? localAlts : nil
        self.diagnostics = diagnostics.map(BuildReport.Finding.init)
    }

    /// Whether a build would ask for anything.
    package var makesAnything: Bool {
        localAlts != nil || slots.contains { $0.action == ImagePlan.Action.make.rawValue }
    }

    /// A table for a person.
    package func text() -> String {
        let texts = localAlts.map { BuildReport.count($0, "alt text") + " for local pictures\n" } ?? ""
        guard !slots.isEmpty else { return "No page asks for a picture.\n" + texts }
        let slotWidth = slots.map(\.slot.count).max() ?? 0
        let actionWidth = slots.map(\.action.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        var lines = slots.map { entry in
            var line = "\(padded(entry.action, actionWidth))  \(padded(entry.slot, slotWidth))  \(entry.reason)"
            if entry.action == "make" {
                line += " (" + [entry.provider, entry.model].compactMap { $0 }.joined(separator: ", ")
                if let price = entry.price { line += ", " + Self.price(price) }
                line += ")"
            }
            return line
        }
        let counts = Dictionary(grouping: slots, by: \.action).mapValues(\.count)
        let summary = ["make", "keep", "placeholder", "orphan"].compactMap { action in
            counts[action].map { "\($0) \(action)" }
        }
        lines.append("")
        lines.append(summary.joined(separator: ", ") + (total.usd > 0 ? ", about \(BuildReport.money(total.usd))" : ""))
        return lines.joined(separator: "\n") + "\n" + texts
    }

    private static func price(_ price: Amount) -> String {
        guard let low = price.low, let high = price.high, low != high else { return BuildReport.money(price.usd) }
        return "\(BuildReport.money(low)) to \(BuildReport.money(high))"
    }

    package func json() throws -> String {
        try ReportJSON.text(self)
    }
}
