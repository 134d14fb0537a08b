/// What a person asks for on the command line, of one slot.
package enum PictureDemand: Sendable, Hashable {
    /// That many more pictures, whatever is there; the first of them is chosen.
    case anew(count: Int)
    /// That many in all.
    case candidates(Int)
    /// Another alt text for the picture that is there.
    case description
}
