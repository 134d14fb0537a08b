import FrontisCore
import FrontisStore

/// Pictures that are paid for and not there: nobody pays again before that is said.
extension ImagePlanner {
    func lost(_ image: StoredImage, _ slot: Slot) -> Diagnostic {
        let error = StoreError.absent(image.digest)
        let help = error.help.map { $0 + "\nor pay for another: frontis image regenerate \(slot.id)" }
        return finding(.pictureLost, "\(slot.id): \(error.summary)", slot, help: help)
    }

    /// What became of earlier calls for the slot, where it has no picture at all.
    func missingAnswer(for slot: Slot) -> MissingAnswers.Outcome? {
        facts.missingAnswers.outcome(for: slot, facts.manifests, pending: Set(facts.pending.keys))
    }
}

extension Slot {
    /// For a picture that is paid for and not in the store.
    func lost(paidOn day: String) -> Diagnostic {
        Diagnostic(
            .pictureLost, "the picture of \(id) was paid for on \(day), and the store does not have it",
            at: request.prompt.location, in: request.sourceLine,
            help: "restore .frontis/store from git or a backup\nor pay for another: frontis image regenerate \(id)"
                + "\nor for all such pictures: frontis build --retry-failed")
    }
}
