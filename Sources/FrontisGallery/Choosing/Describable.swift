import FrontisCore
import FrontisImages

/// What has an alt text.
enum Describable: Sendable {
    case slot(Slot)
    case file(LocalPicture)

    var place: DescribedPlace {
        switch self {
        case .slot(let slot): slot.described
        case .file(let picture): picture.place
        }
    }

    var id: SlotID { place.id }
}
