package import FrontisCore
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
            finding(
                .darkFromWords,
                "\(slot.id) is made from words alone: provider '\(provider.name)' cannot be shown the light picture",
                slot,
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

extension Slot {
    /// For a dark companion that is asked for while there is no light picture.
    var hasNoLightPicture: Diagnostic {
        let light = light?.id.description ?? "another picture"
        return Diagnostic(
            .pictureNotMade, "\(id) is made beside \(light), which has no picture yet",
            at: request.prompt.location, in: request.sourceLine, help: "have that one made first: frontis build")
    }

    /// Says that a dark picture was made beside another light one than the one that is shown now; nothing where the two
    /// belong together, or where nobody knows.
    ///
    /// - Parameter candidates: of this slot's recipe; one of them may belong to the light picture.
    func mismatch(
        of dark: StoredImage, beside light: StoredImage?, among candidates: [RecipeManifest.Candidate]
    ) -> Diagnostic? {
        guard let made = dark.light, let light, made != light.digest, let lightID = self.light?.id else { return nil }
        var help = "make one beside it: frontis image regenerate \(id)\nor accept the pair: frontis image keep \(id)"
        if let other = candidates.first(where: { $0.light == light.digest }) {
            help = "candidate \(other.number) was made beside it: frontis image pick \(id) \(other.number)\nor " + help
        }
        return Diagnostic(
            .darkMismatch, "\(id) was made beside another picture than \(lightID) shows now",
            at: request.prompt.location, in: request.sourceLine, help: help)
    }
}

extension ImageProvider {
    /// Whether the light picture can be sent along for a dark companion: known without asking anyone.
    func takesLightPicture(with request: GenerationRequest) -> Bool {
        var (with, without) = (request, request)
        with.references = [.standIn]
        without.references = []
        return objections(to: with).count(where: \.isFatal) <= objections(to: without).count(where: \.isFatal)
    }

    /// What stands for the light picture in a request that is only weighed; nothing where none would be sent.
    func lightPictures(for slot: Slot) -> [ReferencePicture] {
        let isSent = slot.light != nil && takesLightPicture(with: GenerationRequest(slot, count: 1))
        return isSent ? [.standIn] : []
    }
}

extension ReferencePicture {
    /// A light picture that may still have to be made.
    static let standIn = ReferencePicture(fileName: "of the light slot", mediaType: .png, bytes: [])
}

extension UnwrittenSlot {
    package var darkID: SlotID? { request.dark == nil ? nil : id.dark }
}

extension ImagePlan.Entry {
    /// The companion of a slot whose prompt is still to be written, after which there will be another plan.
    func dark(of slot: UnwrittenSlot) -> ImagePlan.Entry? {
        guard let darkID = slot.darkID else { return nil }
        var dark = ImagePlan.Entry(
            id: darkID, slot: nil, action: action, reason: "waits for \(id)", provider: provider)
        dark.waitsFor = id
        return dark
    }
}
