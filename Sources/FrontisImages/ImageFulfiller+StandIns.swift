package import FrontisCore

/// Drawings in the place of pictures that could not be made, for sites that want to be built all the same.
extension ImageFulfiller {
    /// Adds slots without a picture to the outcome.
    func addFailed(_ result: PictureTask.Result, to outcome: inout Outcome) {
        outcome.failed += result.task.slots.count
        let isCovered = result.diagnostics.allSatisfy { $0.severity != .error || $0.cause?.kind.allowsStandIn == true }
        // Without a word of why, a picture is lost, or its light one has failed.
        let isSaid = result.diagnostics.contains { $0.severity == .error }
        let slots = result.task.slots.filter { isSaid || $0.light.map { isDrawn($0.id, outcome) } ?? false }
        guard rules.onFailure == .placeholder, !rules.isFrozen, isCovered, !slots.isEmpty else {
            outcome.diagnostics += result.diagnostics
            return
        }
        outcome.diagnostics += result.diagnostics.map(\.withStandIn)
        // Beside a picture that was made, a drawing is no companion: that one is shown alone.
        for slot in slots where slot.light.map({ isDrawn($0.id, outcome) }) ?? true {
            do throws(Diagnostic) {
                add(try gallery.drawing(for: slot), for: slot, to: &outcome)
                outcome.standIns += 1
            } catch {
                outcome.diagnostics.append(error)
            }
        }
    }

    func add(_ drawing: PlaceholderGallery.Drawing, for slot: Slot, to outcome: inout Outcome) {
        switch drawing {
        case .light(let entry):
            outcome.catalog.add(entry, for: slot)
            onEvent(.arrived(slot, PictureFile(entry)))
        case .dark(let dark):
            outcome.darks[slot.id] = dark
            onEvent(.arrived(slot, PictureFile(dark)))
        }
        outcome.placeholders += 1
    }

    private func isDrawn(_ slot: SlotID, _ outcome: Outcome) -> Bool {
        outcome.catalog.entries[slot]?.isPlaceholder == true
    }
}

extension Diagnostic {
    /// As a warning, as the page shows a drawing.
    package var withStandIn: Diagnostic {
        guard severity == .error else { return self }
        var diagnostic = self
        diagnostic.severity = .warning
        diagnostic.cause?.hasStandIn = true
        let words = "until it is there a drawing is shown, as images.on-failure is placeholder"
        diagnostic.help = [help, words].compactMap(\.self).joined(separator: "\n")
        return diagnostic
    }
}
