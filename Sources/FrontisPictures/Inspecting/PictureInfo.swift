package import FrontisCore

/// What a picture file says of itself, once that has been checked.
package struct PictureInfo: Sendable, Hashable {
    package let mediaType: MediaType
    /// Pixels, as a browser shows them: an Exif orientation is already applied.
    package let width: Int
    package let height: Int
    /// Whether it moves, so that anything made of its first picture would not be the same.
    package let isAnimated: Bool

    package init(mediaType: MediaType, width: Int, height: Int, isAnimated: Bool = false) {
        self.mediaType = mediaType
        self.width = width
        self.height = height
        self.isAnimated = isAnimated
    }
}

/// How large a picture may be before any of it is decoded.
package struct PictureLimits: Sendable, Hashable {
    package var pixels: Int
    /// The longer side, in pixels.
    package var side: Int

    package init(pixels: Int, side: Int) {
        self.pixels = pixels
        self.side = side
    }

    /// No vendor makes pictures of more than a fifth of this; 16384 is also the side that WebP can hold.
    package static let standard = PictureLimits(pixels: 100_000_000, side: 16384)

    /// For the author's own files, which may be panoramas; the side is the longest that JPEG can hold.
    package static let ownFiles = PictureLimits(pixels: 250_000_000, side: 65535)
}
