package import FrontisCore

/// A part of a picture, in its pixels; never empty, never outside.
package struct PictureBox: Sendable, Hashable {
    package var left: Int
    package var top: Int
    package var width: Int
    package var height: Int

    package init(left: Int, top: Int, width: Int, height: Int) {
        self.left = left
        self.top = top
        self.width = width
        self.height = height
    }

    /// A part of the given size, centred on `focus` as far as the edges of a picture of `whole` let it.
    package init(width: Int, height: Int, in whole: (width: Int, height: Int), around focus: FocalPoint) {
        func start(_ side: Int, _ wholeSide: Int, _ position: Double) -> Int {
            let start = (position * Double(wholeSide) - Double(side) / 2).rounded()
            return max(0, min(wholeSide - side, Int(start)))
        }
        self.init(
            left: start(width, whole.width, focus.x), top: start(height, whole.height, focus.y), width: width,
            height: height)
    }

    /// The size of the largest part of a picture that has the proportions of `size`, to the nearest pixel.
    package static func largest(
        like size: PictureSize, in whole: (width: Int, height: Int)
    ) -> (width: Int, height: Int) {
        let (width, height) = (max(1, whole.width), max(1, whole.height))
        // Both products fit: sides are at most libvips' ten million, and 16,384.
        if width * size.height >= height * size.width {
            return (max(1, (2 * height * size.width + size.height) / (2 * size.height)), height)
        }
        return (width, max(1, (2 * width * size.height + size.width) / (2 * size.width)))
    }
}
