import CVips
import FrontisCore

/// How a picture fills a card.
///
/// Most are cut to shape, scaled up where they have to be. Where that would show too little of a picture, or pixels as
/// large as tiles, the whole picture stands before a dark, blurred enlargement of itself. What is transparent, as
/// logos are, stands whole on a plain ground that it is seen on.
enum CardGround {
    /// More than this many times larger looks broken.
    private static let mostEnlarged = 2.5
    /// Of a picture's area, at least this much is to be seen, unless the author has said where to look.
    private static let leastShown = 0.24
    /// Of the card's sides, what stands whole takes at most this much.
    private static let wholeShare = 0.86

    static func draw(_ picture: borrowing VipsPicture, focus: FocalPoint?) -> VipsPicture? {
        guard let srgb = picture.inSRGB() else { return nil }
        if srgb.isTransparent() { return onPlainGround(srgb) }
        guard let opaque = srgb.bands > 3 ? srgb.droppingAlpha() : consume srgb else { return nil }
        let (width, height) = (Double(SocialCard.width), Double(SocialCard.height))
        let (across, down) = (width / Double(opaque.width), height / Double(opaque.height))
        let shown = min(across, down) / max(across, down)
        if max(across, down) <= mostEnlarged, shown >= leastShown || focus != nil {
            return covering(opaque, focus: focus)?.inMemory()
        }
        return beforeItself(opaque)
    }

    private static func covering(_ picture: borrowing VipsPicture, focus: FocalPoint?) -> VipsPicture? {
        guard let size = PictureSize(width: SocialCard.width, height: SocialCard.height) else { return nil }
        let part = PictureBox.largest(like: size, in: (picture.width, picture.height))
        return PictureCropper.cut(picture, width: part.width, height: part.height, focus: focus)?
            .resized(toExactly: SocialCard.width, SocialCard.height)
    }

    private static func beforeItself(_ picture: borrowing VipsPicture) -> VipsPicture? {
        // Blurring a small one and enlarging it looks the same and costs less.
        guard let small = covering(picture, focus: .center)?.resized(toExactly: 120, 63),
            let ground = small.blurred(5)?.resized(toExactly: SocialCard.width, SocialCard.height)?.darkened(to: 0.55)
        else { return nil }
        return standing(picture, on: ground, share: 1)
    }

    private static func onPlainGround(_ picture: borrowing VipsPicture) -> VipsPicture? {
        guard let light = lightness(of: picture) else { return nil }
        let color: [UInt8] = light > 0.72 ? [32, 36, 44] : [255, 255, 255]
        guard
            let ground = VipsPicture(pixels: color, width: 1, height: 1, bands: 3)?
                .spread(to: SocialCard.width, SocialCard.height)
        else { return nil }
        return standing(picture, on: ground, share: wholeShare)
    }

    /// In the middle, as large as `share` of the card and `mostEnlarged` let it.
    private static func standing(
        _ picture: borrowing VipsPicture, on ground: borrowing VipsPicture, share: Double
    ) -> VipsPicture? {
        let (across, down) = (Double(SocialCard.width) * share, Double(SocialCard.height) * share)
        let factor = min(across / Double(picture.width), down / Double(picture.height), mostEnlarged)
        let width = max(1, Int((Double(picture.width) * factor).rounded()))
        let height = max(1, Int((Double(picture.height) * factor).rounded()))
        guard let whole = picture.resized(toExactly: width, height) else { return nil }
        let both = ground.overlaid(
            with: whole, left: (SocialCard.width - width) / 2, top: (SocialCard.height - height) / 2)
        return both?.droppingAlpha()?.inMemory()
    }

    /// From 0 to 1, of what is not transparent.
    private static func lightness(of picture: borrowing VipsPicture) -> Double? {
        let size = PictureColors.small(picture, longest: 64)
        guard let pixels = picture.resized(toExactly: size.width, size.height)?.pixels() else { return nil }
        var (sum, weights) = (0.0, 0.0)
        for index in stride(from: 0, to: pixels.count - 3, by: 4) {
            let weight = Double(pixels[index + 3])
            let light =
                0.2126 * Double(pixels[index]) + 0.7152 * Double(pixels[index + 1])
                + 0.0722 * Double(pixels[index + 2])
            sum += weight * light / 255
            weights += weight
        }
        return weights > 0 ? sum / weights : 0
    }
}
