import FrontisCore
import FrontisImages
import FrontisStore

/// What is known of a list's pictures before anybody is asked.
struct Prepared: Sendable {
    var slots: [Slot]
    /// Whose prompts are still to be written.
    var unwritten: [UnwrittenSlot]
    var writer: any PromptWriter
    /// To be written when a build may write.
    var promptUpdates: [PromptRecord]
    var plan: ImagePlan
    var lock: SiteLock
    /// What slots showed last that the lock does not know, and of which nobody knows what it was made for.
    var forgotten: [SlotID: StoredImage]
    /// Of the slots' recipes, and of others that they have had pictures for.
    var manifests: [Digest: RecipeManifest]
    var store: ImageStore
    var providers: [String: any ImageProvider]
    var describer: (any ImageDescriber)?
    var references: [Digest: ReferencePicture]
    var pins: Pins
    var diagnostics: [Diagnostic]
    /// What is paid for and was still to be fetched.
    var pending: [PendingAnswer]
    /// Whether lock and store could be read; with anything unknown there, nothing is asked of anyone.
    var isSafe: Bool

    var allDiagnostics: [Diagnostic] { diagnostics + plan.diagnostics }
}
