import FrontisText
import Foundation
package import FrontisCore
import FrontisStore

/// What `frontis store info` says. Its JSON is for programs: keys are only ever added.
package struct StoreReport: Sendable, Codable {
    package struct Files: Sendable, Codable, Equatable {
        package var count = 0
        package var bytes = 0

        init() {}

        init(_ files: some Collection<StoredFile>) {
            count = files.count
            bytes = files.reduce(0) { $0 + $1.size }
        }
    }

    /// What a provider's model was paid, or everything.
    package struct Spending: Sendable, Codable, Equatable {
        package var provider: String?
        package var model: String?
        /// Calls that were paid for or may have been.
        package var calls = 0
        /// What is estimated included.
        package var usd = Money.zero
        /// How much of it is a price table's figure and not the vendor's count.
        package var estimated = Money.zero
        /// Calls of which nobody knows whether they were billed; they count with what they may have cost.
        package var unknown = 0
        /// Calls that nobody knows a price of; they count with nothing.
        package var unpriced = 0

        fileprivate mutating func add(_ call: SpendLedger.Call) {
            guard call.outcome != .free else { return }
            calls += 1
            usd += call.cost?.usd ?? .zero
            if call.cost?.estimated == true { estimated += call.cost?.usd ?? .zero }
            if call.outcome == .unknown { unknown += 1 }
            if call.cost == nil { unpriced += 1 }
        }

    }

    package struct Account: Sendable, Codable, Equatable {
        package var total = Spending()
        /// Sorted by provider and model.
        package var providers: [Spending] = []

        init() {}

        init(_ calls: [SpendLedger.Call]) {
            var byModel: [[String?]: Spending] = [:]
            for call in calls where call.outcome != .free {
                let key = [call.provider, call.model]
                byModel[key, default: Spending(provider: call.provider, model: call.model)].add(call)
                total.add(call)
            }
            providers = byModel.values.sorted {
                ($0.provider ?? "", $0.model ?? "") < ($1.provider ?? "", $1.model ?? "")
            }
        }
    }

    package var objects = Files()
    /// Pictures that neither the lock nor a manifest names; nothing where one of those cannot be read.
    package var unreferenced: Files?
    package var recipes = Files()
    package var alts = Files()
    package var quarantine = Files()
    package var cache = Files()
    package var money = Account()
    package var diagnostics: [Finding] = []

    /// A table for a person.
    package func text() -> String {
        let rows = [
            ("pictures", objects), ("recipes", recipes), ("alt texts", alts), ("quarantine", quarantine),
            ("cache", cache),
        ]
        let width = rows.map { String($0.1.count).count }.max() ?? 0
        var lines = rows.map { name, files in
            let count = String(repeating: " ", count: width - String(files.count).count) + "\(files.count)"
            return name + String(repeating: " ", count: 12 - name.count) + "\(count)  \(ByteCount.text(files.bytes))"
        }
        if let unreferenced, unreferenced.count > 0 {
            let (those, verb) = unreferenced.count == 1 ? ("picture", "is") : ("pictures", "are")
            lines.append(
                "\(unreferenced.count) \(those) (\(ByteCount.text(unreferenced.bytes))) \(verb) named by no recipe and "
                    + "no slot of the lock")
        }
        lines += ["", "spent       \(Self.text(money.total))"]
        for spending in money.providers {
            let name = [spending.provider, spending.model].compactMap { $0 }.joined(separator: ", ")
            lines.append("  \(name): \(Self.text(spending))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `$0.5 in 12 calls, $0.04 of it estimated, 1 call of unknown outcome`
    private static func text(_ spending: Spending) -> String {
        var parts = ["\(spending.usd.text) in \(Plural.text(spending.calls, "call"))"]
        if spending.estimated > .zero { parts.append("\(spending.estimated.text) of it estimated") }
        if spending.unknown > 0 { parts.append("\(Plural.text(spending.unknown, "call")) of unknown outcome") }
        if spending.unpriced > 0 {
            parts.append("\(Plural.text(spending.unpriced, "call")) without a known price")
        }
        return parts.joined(separator: ", ")
    }

    package func json() throws -> String { try ReportJSON.text(self) }
}
