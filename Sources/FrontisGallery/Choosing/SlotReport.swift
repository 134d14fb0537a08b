import FrontisText
import Foundation
package import FrontisCore
import FrontisStore

/// What is known of one slot, for people and programs: keys are only ever added.
package struct SlotReport: Sendable, Codable {
    package struct Candidate: Sendable, Codable {
        package var number: Int
        /// SHA-256 of the bytes.
        package var image: String
        /// Relative to the site.
        package var file: String
        package var provider: String
        package var model: String?
        package var created: Timestamp
        package var cost: Cost?
        package var isShown: Bool
    }

    package struct Alt: Sendable, Codable {
        package var language: String
        /// `author`, `reviewed`, `model`, `decorative` or `missing`.
        package var source: String
        package var text: String

        init(_ alt: AltText) { (language, source, text) = (alt.language, alt.source.rawValue, alt.text) }

        init(language: String, source: String, text: String) {
            (self.language, self.source, self.text) = (language, source, text)
        }
    }

    package enum State: String, Sendable, Codable {
        case kept
        /// It was made for what the slot said before, or for another style.
        case stale
        case placeholder
        case make
        case blocked
        /// Only the lock knows it.
        case orphan
        /// One of the site's own pictures.
        case local
    }

    package var slot: String
    package var state: State
    package var reason: String
    package var prompt: String
    package var provider: String?
    package var model: String?
    package var created: Timestamp?
    package var cost: Cost?
    /// What the alt texts of the picture that is shown have cost, in all languages.
    package var altCost: Cost?
    package var width: Int?
    package var height: Int?
    /// SHA-256 of the bytes of the picture that is shown.
    package var image: String?
    /// Relative to the site.
    package var file: String?
    /// The C2PA credential in the bytes of the picture that is shown; nothing where there is none.
    package var credential: ContentCredential?
    package var candidates: [Candidate]
    package var alts: [Alt]
}

/// What a command about slots says.
package struct SlotsReport: Sendable, Codable {
    package var slots: [SlotReport]
    package var diagnostics: [Finding]
    /// Of all pictures that are shown, each counted once.
    package var cost: Cost
    /// What the site's whole store has cost; only where all slots are listed.
    package var money: SlotMoney?

    package init(slots: [SlotReport], money: SlotMoney? = nil, diagnostics: [Diagnostic]) {
        self.slots = slots
        self.money = money
        self.diagnostics = diagnostics.map(Finding.init)
        var costs: [String: Cost] = [:]
        for slot in slots { if let image = slot.image, let cost = slot.cost { costs[image] = cost } }
        cost = Cost(
            usd: costs.values.reduce(.zero) { $0 + $1.usd },
            estimated: costs.values.contains { $0.estimated })
    }

    package func json() throws -> String {
        try ReportJSON.text(self)
    }
}

extension SlotReport {
    /// A few lines for a person: the slot and its state, who made the picture, the candidates where there are several.
    package func text() -> String {
        var lines = ["\(slot)  \(state.rawValue)" + (reason == state.rawValue ? "" : " (\(reason))")]
        let maker = [provider, model].compactMap { $0 }.joined(separator: ", ")
        let size = width.flatMap { width in height.map { "\(width)×\($0)" } }
        let facts = [
            maker.isEmpty ? nil : maker, created.map(\.day), size, cost.map(\.text),
            altCost.map { "alt text \($0.text)" },
        ]
        let known = facts.compactMap { $0 }.joined(separator: " · ")
        if !known.isEmpty { lines.append("  \(known)") }
        if let file { lines.append("  \(file)") }
        if let credential {
            let generator = credential.generator.map { " by \($0)" } ?? ""
            lines.append("  content credential\(generator), \(credential.length) bytes, not checked")
        }
        if candidates.count > 1 {
            for candidate in candidates {
                let made = [candidate.provider, candidate.model].compactMap { $0 }.joined(separator: ", ")
                let cost = candidate.cost.map { " · \($0.text)" } ?? ""
                lines.append(
                    "  \(candidate.isShown ? "*" : " ") \(candidate.number)  \(made) · \(candidate.created.day)\(cost)"
                        + "  \(candidate.file)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A line for each language.
    package func altText() -> String {
        alts.map { alt in
            [slot, alt.language, alt.source, alt.text].filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
