package import FrontisCore
import FrontisStore

/// What a dark companion is to its light picture.
extension Slot {
    /// For a dark companion that is asked for while there is no light picture.
    var hasNoLightPicture: Diagnostic {
        let light = light?.id.description ?? "another picture"
        return finding(
            .pictureNotMade, "\(id) is made beside \(light), which has no picture yet",
            help: "have that one made first: frontis build")
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
        return finding(
            .darkMismatch, "\(id) was made beside another picture than \(lightID) shows now",
            help: help)
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
