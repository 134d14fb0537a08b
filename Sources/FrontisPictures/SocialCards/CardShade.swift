/// The dark that rises from below a card, so that white letters can be read on any picture.
enum CardShade {
    /// Nearly black, a little blue: pure black looks like a hole in most pictures.
    private static let color: [UInt8] = [8, 10, 16]
    /// How much of the picture the dark covers beside the first line; white letters on a white picture have a contrast
    /// of at least 4.5 : 1 from there down.
    private static let besideText = 0.62
    private static let atBottom = 0.84
    /// Pixels above the first line in which it fades away.
    private static let fade = 240

    /// One column, as high as a card. `top`: where the first line begins.
    static func draw(above top: Int) -> VipsPicture? {
        var pixels: [UInt8] = []
        for y in 0..<SocialCard.height {
            pixels += color + [UInt8((strength(at: y, top) * 255).rounded())]
        }
        return VipsPicture(pixels: pixels, width: 1, height: SocialCard.height, bands: 4)
    }

    static func strength(at y: Int, _ top: Int) -> Double {
        if y < top { return besideText * smooth(Double(y - top + fade) / Double(fade)) }
        let rest = Double(y - top) / Double(max(1, SocialCard.height - top))
        return besideText + (atBottom - besideText) * rest
    }

    /// Leaves 0 softly and arrives at 1 while still rising, so that no edge is seen at either end.
    private static func smooth(_ position: Double) -> Double {
        let position = max(0, min(1, position))
        return position * position * (2 - position)
    }
}
