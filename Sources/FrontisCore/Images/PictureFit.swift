/// What a picture must be like for somebody who is shown it. Larger ones are scaled down, others converted.
package struct PictureFit: Sendable, Hashable {
    /// Pixels.
    package var longestSide: Int
    /// Pixels that the shorter side needs to have at most: a vendor that scales to it sees no more.
    package var shortestSide: Int
    package var largestBytes: Int
    /// In the order of preference; a picture that is one of them and fits stays as it is.
    package var mediaTypes: [MediaType]

    package init(longestSide: Int, shortestSide: Int, largestBytes: Int, mediaTypes: [MediaType]) {
        self.longestSide = longestSide
        self.shortestSide = shortestSide
        self.largestBytes = largestBytes
        self.mediaTypes = mediaTypes
    }

    /// For describers that say nothing else.
    package static let standard = PictureFit(
        longestSide: 2048, shortestSide: 768, largestBytes: 4 << 20, mediaTypes: [.png, .jpeg, .webp, .gif])
}

extension PictureFit {
    /// The size in which a picture is shown, in pixels: its proportions stay, and neither side vanishes.
    package func size(width: Int, height: Int) -> (width: Int, height: Int) {
        let (long, short) = (max(width, height, 1), max(1, min(width, height)))
        let factor = min(1, min(Double(longestSide) / Double(long), Double(shortestSide) / Double(short)))
        func scaled(_ side: Int) -> Int { max(1, Int((Double(side) * factor).rounded())) }
        return (scaled(width), scaled(height))
    }
}
