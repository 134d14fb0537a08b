package import FrontisCore

/// Drawings in the place of pictures that could not be made, for sites that want to be built all the same.
extension ImageFulfiller {
    /// Adds slots without a picture to the outcome.
    func addFailed(_ result: PictureTask.Result, to outcome: inout Fulfilment) {
        outcome.counts.failed += result.task.slots.count
        let isCovered = result.diagnostics.allSatisfy { $0.severity != .error || $0.cause?.kind.allowsStandIn == true }
        // Without a word of why, a picture is lost, or its light one has failed.
        let isSaid = result.diagnostics.contains { $0.severity == .error }
        let slots = result.task.slots.filter { isSaid || $0.light.map { outcome.isDrawn($0.id) } ?? false }
        guard rules.onFailure == .placeholder, rules.policy != .frozen, isCovered, !slots.isEmpty else {
            outcome.diagnostics += result.diagnostics
            return
        }
        // Beside a picture that was made, a drawing is no companion: that one is shown alone.
        let drawn = slots.filter { isWanted($0, outcome) }
        outcome.diagnostics += result.diagnostics.map { $0.covered(by: drawn.isEmpty ? .lightAlone : .drawing) }
        for slot in drawn {
            do throws(Diagnostic) {
                add(try gallery.drawing(for: slot), for: slot, to: &outcome)
                outcome.counts.standIn += 1
            } catch {
                outcome.diagnostics.append(error)
            }
        }
    }

    /// Draws what the plan wants drawn, on several threads.
    func draw(_ entries: [ImagePlan.Entry], jobs: Int, into outcome: inout Fulfilment) async {
        let slots = entries.compactMap(\.slot).filter { isWanted($0, outcome) }
        let standIns = Set(entries.filter(\.isStandIn).map(\.id))
        let gallery = gallery
        let drawn = await slots.parallelMap(jobs: jobs) { slot -> (PlaceholderGallery.Drawing?, Diagnostic?) in
            do throws(Diagnostic) { return (try gallery.drawing(for: slot), nil) } catch { return (nil, error) }
        }
        for (slot, (drawing, diagnostic)) in zip(slots, drawn) {
            if let diagnostic { outcome.diagnostics.append(diagnostic) }
            guard let drawing else {
                outcome.counts.failed += 1
                continue
            }
            add(drawing, for: slot, to: &outcome)
            if standIns.contains(slot.id) { outcome.counts.standIn += 1 }
        }
    }

    /// A companion is drawn beside a drawing only.
    private func isWanted(_ slot: Slot, _ outcome: Fulfilment) -> Bool {
        slot.light.map { outcome.isDrawn($0.id) } ?? true
    }

    func add(_ drawing: PlaceholderGallery.Drawing, for slot: Slot, to outcome: inout Fulfilment) {
        switch drawing {
        case .light(let entry):
            outcome.catalog.add(entry, for: slot)
            onEvent(.arrived(slot, PictureFile(entry.shown)))
        case .dark(let dark):
            outcome.darks[slot.id] = dark
            onEvent(.arrived(slot, PictureFile(dark)))
        }
        outcome.counts.placeholder += 1
    }
}

extension Diagnostic {
    /// As a warning, as the page is shown all the same.
    package func covered(by standIn: ProviderTrouble.StandIn) -> Diagnostic {
        guard severity == .error else { return self }
        var diagnostic = self
        diagnostic.severity = .warning
        diagnostic.cause?.standIn = standIn
        let shown =
            switch standIn {
            case .drawing: "a drawing is shown"
            case .lightAlone: "the light picture is shown alone"
            }
        let words = "until it is there \(shown), as images.on-failure is placeholder"
        diagnostic.help = [help, words].compactMap(\.self).joined(separator: "\n")
        return diagnostic
    }
}
