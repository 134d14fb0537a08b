package import FrontisCore

/// What happens while pictures are made and described, as it happens.
package enum FulfilmentEvent: Sendable {
    case total(Int)
    case started(SlotID)
    case finished(SlotID)
    /// A slot has got a picture that was just made for it.
    case made(Slot, StoredImage)
    /// A describer is looking at its picture.
    case describing(SlotID)
    case described(SlotID)
    /// A page's picture is there.
    case arrived(Slot, PictureFile)
}
