import FrontisCore
import FrontisStore

/// One picture and the slots that show it: made if it is not there, described in the languages that need it.
struct PictureTask: Sendable {
    /// All slots with the same recipe and pins.
    var slots: [Slot]
    /// What has to be asked for; nothing where the picture is there.
    var job: ImageJob?
    var image: StoredImage?
    /// The plan has found an error about it.
    var isBlocked: Bool
    var staleSlots: Set<SlotID> = []

    struct Result: Sendable {
        var task: PictureTask
        var image: StoredImage?
        var isMade = false
        var length = 0
        /// By language.
        var alts: [String: AltText] = [:]
        var altsMade = 0
        var diagnostics: [Diagnostic] = []
    }

    static func tasks(for plan: ImagePlan, blocked: Set<SourceLocation>) -> [PictureTask] {
        struct Group: Hashable {
            var image: Digest?
            var job: ImageJob?
        }
        var tasks: [Group: PictureTask] = [:]
        for entry in plan.entries where entry.action == .make || entry.action == .keep {
            guard let slot = entry.slot else { continue }
            let job = entry.kept == nil ? ImageJob(slot) : nil
            var task =
                tasks[Group(image: entry.kept?.digest, job: job)]
                ?? PictureTask(slots: [], job: job, image: entry.kept, isBlocked: false)
            task.slots.append(slot)
            if entry.isStale { task.staleSlots.insert(slot.id) }
            if job != nil, blocked.contains(slot.request.prompt.location) { task.isBlocked = true }
            tasks[Group(image: entry.kept?.digest, job: job)] = task
        }
        return tasks.values.sorted { $0.slots[0].id < $1.slots[0].id }
    }

    /// Languages in which no author has said what the picture shows.
    var undescribedLanguages: [String] {
        Set(slots.filter { $0.request.alt == nil }.flatMap(\.languages)).sorted()
    }
}
