import FrontisText
import Foundation
package import FrontisCore
import FrontisProviders

/// A plan for programs: keys are only ever added.
package struct PlanReport: Sendable, Codable {
    package struct Amount: Sendable, Codable {
        package var usd: Money
        package var low: Money?
        package var high: Money?
    }

    /// An alt text or a prompt that is to be written.
    package struct Writing: Sendable, Codable {
        package var language: String
        package var provider: String
        package var model: String?
        package var price: Amount?
    }

    package struct Entry: Sendable, Codable {
        package var slot: String
        package var action: ImagePlan.Action
        package var reason: String
        package var provider: String?
        package var model: String?
        /// Of the pictures.
        package var price: Amount?
        package var alts: [Writing]?
        package var prompt: Writing?
        /// Of a dark companion: the slot whose picture has to be made first.
        package var waitsFor: String?
    }

    package var slots: [Entry]
    /// Of pictures, alt texts and prompts.
    package var total: Amount
    /// The same by kind.
    package var pictures: Amount
    package var alts: Amount
    package var prompts: Amount
    /// What one run may spend; nothing where nobody asked.
    package var budget: Money?
    /// The date of the table that the prices are from.
    package var pricesOf: String
    /// For the site's own pictures; nothing where there is none. Their price is among `alts`.
    package var localAlts: [Writing]?
    package var diagnostics: [Finding]

    package init(
        _ plan: ImagePlan, localAlts: [ImagePlan.Writing] = [], budget: Money? = nil, diagnostics: [Diagnostic]
    ) {
        var sums = (pictures: Price(0), alts: Price(0), prompts: Price(0))
        slots = plan.entries.map { entry in
            if entry.action == .make, let price = entry.price { sums.pictures = sums.pictures + price }
            for alt in entry.alts { if let price = alt.price { sums.alts = sums.alts + price } }
            if let price = entry.prompt?.price { sums.prompts = sums.prompts + price }
            return Entry(
                slot: entry.id.description, action: entry.action, reason: entry.reason,
                provider: entry.provider, model: entry.model, price: entry.price.map { Amount($0) },
                alts: entry.alts.isEmpty ? nil : entry.alts.map { Writing($0) },
                prompt: entry.prompt.map { Writing($0) }, waitsFor: entry.waitsFor?.description)
        }
        for alt in localAlts { if let price = alt.price { sums.alts = sums.alts + price } }
        self.localAlts = localAlts.isEmpty ? nil : localAlts.map { Writing($0) }
        pictures = Amount(sums.pictures)
        alts = Amount(sums.alts)
        prompts = Amount(sums.prompts)
        total = Amount(sums.pictures + sums.alts + sums.prompts)
        self.budget = budget
        pricesOf = ProviderRegistry.tableDate
        self.diagnostics = diagnostics.map(Finding.init)
    }

    /// Whether a build would ask for anything.
    package var makesAnything: Bool {
        localAlts != nil || slots.contains { $0.action == .make }
    }

    /// Whether nothing asks for a picture or a text.
    package var isEmpty: Bool { slots.isEmpty && localAlts == nil }

    /// A table for a person.
    package func text() -> String {
        guard !isEmpty else { return "No page asks for a picture.\n" }
        let slotWidth = slots.map(\.slot.count).max() ?? 0
        let actionWidth = slots.map(\.action.rawValue.count).max() ?? 0
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        var lines = slots.map { entry in
            var line =
                "\(padded(entry.action.rawValue, actionWidth))  \(padded(entry.slot, slotWidth))  \(entry.reason)"
            if entry.action == .make {
                line += " (" + [entry.provider, entry.model].compactMap { $0 }.joined(separator: ", ")
                if let price = entry.price { line += ", " + price.text }
                line += ")"
            }
            if let prompt = entry.prompt { line += Self.added("prompt", [prompt]) }
            if let alts = entry.alts { line += Self.added("alt text", alts) }
            return line
        }
        if !lines.isEmpty { lines.append("") }
        lines.append(summary)
        if let budget, let high = total.high, high > budget {
            lines.append(
                "The budget of a run is \(budget.text), so that one may not make all of it; raise it with "
                    + "--budget.")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `1 make, 1 keep, 1 alt text, about $0.0416, at most $0.0482 (prices of 2026-11-28)`
    private var summary: String {
        let counts = Dictionary(grouping: slots, by: \.action).mapValues(\.count)
        var parts = ImagePlan.Action.allCases.compactMap { action in
            counts[action].map { "\($0) \(action.rawValue)" }
        }
        let prompts = slots.count { $0.prompt != nil }
        if prompts > 0 { parts.append(Plural.text(prompts, "prompt")) }
        let alts = slots.reduce(0) { $0 + ($1.alts?.count ?? 0) }
        if alts > 0 { parts.append(Plural.text(alts, "alt text")) }
        if let localAlts { parts.append(Plural.text(localAlts.count, "alt text") + " for local pictures") }
        if let high = total.high, high > .zero {
            parts.append((total.low?.text == high.text ? "about " : "") + "\(total.text) (prices of \(pricesOf))")
        }
        return parts.joined(separator: ", ")
    }

    /// ` + 2 alt texts (up to $0.0158)`
    private static func added(_ noun: String, _ writings: [Writing]) -> String {
        let name = writings.count == 1 ? noun : Plural.text(writings.count, noun)
        let prices = writings.compactMap { $0.price?.high }
        guard prices.count == writings.count else { return " + \(name) (no price is known)" }
        let high = prices.reduce(.zero, +)
        return " + \(name)" + (high > .zero ? " (up to \(high.text))" : "")
    }

    package func json() throws -> String {
        try ReportJSON.text(self)
    }
}

extension PlanReport.Amount {
    fileprivate init(_ price: Price) {
        self.init(usd: price.likely, low: price.low, high: price.high)
    }

    fileprivate var text: String {
        guard let low, let high, low.text != high.text else { return usd.text }
        return "about \(usd.text), at most \(high.textAtLeast)"
    }
}

extension PlanReport.Writing {
    fileprivate init(_ writing: ImagePlan.Writing) {
        self.init(
            language: writing.language, provider: writing.provider, model: writing.model,
            price: writing.price.map { .init($0) })
    }
}
