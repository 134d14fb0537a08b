import FrontisCore
import FrontisStore

/// Dark companions in the plan: each waits for its light picture.
extension ImagePlanner {
    /// Fits the entry of a dark companion to that of its light picture. Others stay as they are.
    func pair(
        _ entry: inout ImagePlan.Entry, with light: ImagePlan.Entry?, _ provider: any ImageProvider,
        _ diagnostics: inout [Diagnostic]
    ) {
        guard let slot = entry.slot, let id = slot.light?.id else { return }
        entry.light = light?.kept
        if let dark = entry.kept, let finding = mismatch(of: dark, beside: entry.light, slot) {
            diagnostics.append(finding)
        }
        guard entry.action == .make else { return }
        if light?.isStandIn == true {
            (entry.action, entry.reason) = (.placeholder, "\(id) is a drawing")
            (entry.price, entry.count, entry.isStandIn) = (nil, 0, true)
            return
        }
        let isToCome = light?.action == .make || light?.sharedWith != nil
        guard entry.light != nil || isToCome else {
            // What stands in the way of the light one has been said, if anything does.
            if light?.action != .blocked { diagnostics.append(slot.hasNoLightPicture) }
            (entry.action, entry.reason) = (.blocked, "\(id) is not there, beside which it is made")
            (entry.price, entry.count) = (nil, 0)
            return
        }
        if entry.light == nil { entry.waitsFor = id }
        entry.reason += entry.light == nil ? "; waits for \(id)" : "; beside \(id)"
        guard !provider.takesLightPicture(with: GenerationRequest(slot, count: 1)) else { return }
        diagnostics.append(
            slot.finding(
                .darkFromWords,
                "\(slot.id) is made from words alone: provider '\(provider.name)' cannot be shown the light picture",
                help: "the two may differ in more than their light; a provider that takes reference pictures keeps the "
                    + "scene"))
    }

    /// That a light picture is shown without its companion: a drawing is none of a picture that is made. Nothing where
    /// the light one is a drawing itself.
    func aloneClause(of light: ImagePlan.Entry?) -> String? {
        guard let light, [.keep, .make].contains(light.action) else { return nil }
        return "; \(light.id) is shown without it"
    }

    /// Says that a dark picture was made beside another light one than the one that is shown now.
    private func mismatch(of dark: StoredImage, beside light: StoredImage?, _ slot: Slot) -> Diagnostic? {
        let others = facts.manifests[slot.key]?.candidates ?? []
        return slot.mismatch(of: dark, beside: light, among: others)
    }
}
