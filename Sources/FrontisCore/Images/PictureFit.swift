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
