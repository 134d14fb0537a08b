import FrontisCore
import FrontisStore

/// What there is to say of pictures that were asked for in vain.
extension RecipeManifest.Refusal {
    func finding(for slot: Slot) -> Diagnostic {
        slot.finding(kind == .refused ? .providerRefused : .providerUnusable, words, help: help(for: slot.id))
    }

    private var day: String { created.day }

    private var words: String {
        switch kind {
        case .refused: "provider '\(provider)' refused this picture on \(day): \(message)"
        case .unusable: "what provider '\(provider)' answered on \(day) was no picture: \(message)"
        case .expired:
            "the picture that provider '\(provider)' made on \(day) could not be fetched in time: \(message)"
        }
    }

    var reason: String {
        switch kind {
        case .refused: "refused on \(day) by '\(provider)': \(message)"
        case .unusable: "no picture on \(day) from '\(provider)': \(message)"
        case .expired: "paid for on \(day), and lost: \(message)"
        }
    }

    private func help(for slot: SlotID) -> String {
        switch kind {
        case .refused: "change the prompt, or ask once more with --retry-failed"
        case .unusable, .expired:
            "it is paid for; pay for another with: frontis image regenerate \(slot)\nor for all such pictures: "
                + "frontis build --retry-failed"
        }
    }
}
