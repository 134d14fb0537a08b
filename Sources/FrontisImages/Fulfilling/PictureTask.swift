import FrontisCore
import FrontisStore

/// One picture and the slots that show it: made if it is not there, described in the languages that need it.
struct PictureTask: Sendable {
    /// What has to be asked for.
    struct Order: Sendable {
        var slot: Slot
        /// Others that show the same picture.
        var sharers: [Slot] = []
        /// How many pictures there are to be in all; or how many more, where `isAnew`.
        var count: Int
        var isAnew: Bool
        /// Whether nothing is to be asked for, as what is wanted is paid for already and has to be fetched.
        var isPaid: Bool
        /// Whether a person has asked for it on the command line.
        var isByHand: Bool
        /// Of those that are to be there, how many another run has asked for in vain since the plan was made.
        var vain = 0
        /// The day on which it was asked for before, and no answer is known.
        var unansweredSince: String?
        /// Of a dark companion: the picture beside which it is made.
        var light: StoredImage?
    }

    /// All slots that show the picture.
    var slots: [Slot]
    /// Several where slots with different pins show one picture and want more candidates.
    var orders: [Order] = []
    /// Nothing while it has to be made.
    var image: StoredImage?
    var staleSlots: Set<SlotID> = []

    struct Result: Sendable {
        var task: PictureTask
        var image: StoredImage?
        /// Pictures that were asked for and came.
        var made = 0
        /// Whether any of them did for the last order.
        var hasArrived = false
        var length = 0
        /// What the bytes say of their own origin.
        var credential: ContentCredential?
        /// By language.
        var alts: [String: AltText] = [:]
        var altsMade = 0
        var diagnostics: [Diagnostic] = []
    }

    static func tasks(for plan: ImagePlan) -> [PictureTask] {
        enum Group: Hashable {
            /// A light and a dark slot with the same bytes are two: one has a text, the other has none.
            case image(Digest, isDark: Bool)
            /// Still to be made, for this slot before all.
            case made(SlotID)
        }
        var tasks: [Group: PictureTask] = [:]
        for entry in plan.entries where entry.action == .make || entry.action == .keep {
            guard let slot = entry.slot else { continue }
            let group =
                entry.kept.map { Group.image($0.digest, isDark: slot.light != nil) }
                ?? .made(entry.sharedWith ?? entry.id)
            var task = tasks[group] ?? PictureTask(slots: [], image: entry.kept)
            task.slots.append(slot)
            if entry.isStale { task.staleSlots.insert(slot.id) }
            if entry.action == .make {
                task.orders.append(
                    .init(
                        slot: slot, count: entry.isAnew ? entry.count : entry.goal, isAnew: entry.isAnew,
                        isPaid: entry.isPaid, isByHand: entry.isByHand, unansweredSince: entry.unansweredSince,
                        light: entry.light))
            }
            tasks[group] = task
        }
        return tasks.values.sorted { $0.slots[0].id < $1.slots[0].id }
    }

    /// Whether it is about dark companions, which wait for their light pictures.
    var isDark: Bool { slots[0].light != nil }
}
