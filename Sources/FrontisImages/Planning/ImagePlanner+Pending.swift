import FrontisCore
import FrontisStore

/// Pictures that are paid for and still to be fetched.
extension ImagePlanner {
    /// An entry for pictures of the slot's recipe that are paid for already; nothing where there are none, or this run
    /// sends nothing.
    func fetching(for slot: Slot) -> ImagePlan.Entry? {
        let answers = (facts.pending[slot.key] ?? []).filter { pins.accepts($0.stored, for: slot) }
        guard policy.sends else { return nil }
        return entry(for: slot, fetching: answers)
    }

    /// The same for a picture that was asked for before the configuration changed: the slot shows it once it is there,
    /// and until then nothing is paid for.
    func waiting(
        for slot: Slot, _ provider: any ImageProvider, beside light: ImagePlan.Entry?,
        _ diagnostics: inout [Diagnostic]
    ) -> ImagePlan.Entry? {
        guard policy.sends else { return nil }
        func isWaitedFor(_ answer: PendingAnswer) -> Bool {
            answer.isEarlier(of: slot) && pins.accepts(answer.stored, for: slot)
        }
        guard let failed = facts.unfetched.first(where: { isWaitedFor($0.answer) }) else {
            let answers = facts.pending.values.joined().filter(isWaitedFor)
            return entry(for: slot, fetching: answers.sorted { ($0.created, $0.call) < ($1.created, $1.call) })
        }
        let reason = "paid for on \(failed.answer.created.day), and could not be fetched"
        let finding = slot.finding(
            failed.reason.kind.diagnosticID, "provider '\(failed.answer.provider)': \(failed.reason.message)",
            help: failed.reason.help)
        guard onFailure == .placeholder else {
            return blocked(slot, at: provider, by: finding, reason: reason, &diagnostics)
        }
        let alone = aloneClause(of: light)
        diagnostics.append(finding.covered(by: alone == nil ? .drawing : .lightAlone))
        return standIn(for: slot, provider, reason, alone)
    }

    private func entry(for slot: Slot, fetching answers: [PendingAnswer]) -> ImagePlan.Entry? {
        guard let first = answers.first else { return nil }
        var entry = ImagePlan.Entry(
            id: slot.id, slot: slot, action: .make,
            reason: "paid for on \(first.created.day), still to be fetched", provider: first.provider,
            model: first.model, price: Price(0), count: answers.reduce(0) { $0 + $1.vouchers.count })
        entry.isPaid = true
        entry.goal = 1
        return entry
    }
}
