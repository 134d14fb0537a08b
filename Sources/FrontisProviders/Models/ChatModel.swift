import FrontisCore

/// What is known of a vendor's model that looks at pictures.
struct ChatModel: Sendable {
    let name: String
    /// Of a million tokens.
    let textIn: Money
    let out: Money
    /// The vendor's own endpoint does not answer from this day on.
    var retired: PageDate?
    var successor: String?
    /// Whether it thinks before it answers: it takes no temperature, and its thoughts count as output.
    var isReasoning = true
    /// How a picture that it is shown counts; what its vendor's dearest known rule comes to, where nobody knows.
    var vision = Vision.patches(factor: 2.46, most: 2500)

    /// Tokens of a picture: the vendor's rules, as far as they are documented or measured.
    enum Vision: Sendable {
        /// So many, and so many more for each tile of 512 by 512 pixels; with `detail: low` no tile.
        case tiles(base: Int, each: Int)
        /// One for each patch of 32 by 32 pixels, at most so many, times a factor; `detail` has no effect.
        case patches(factor: Double, most: Int)
    }

    /// What so many tokens cost.
    func price(reading read: Int, writing written: Int) -> Money {
        textIn.perMillion(read) + out.perMillion(written)
    }

    /// Tokens of output where the answer itself has so many: a simple question is thought about briefly.
    func usuallyWritten(for answer: Int) -> Int { answer + (isReasoning ? 64 : 0) }

    /// Tokens that a picture has counted for where somebody looked: of the models with patches, the family of
    /// gpt-5.4 and gpt-5-mini were measured, whatever is documented of them.
    func usualTokens(width: Int, height: Int, isLow: Bool) -> Int {
        let most = tokens(width: width, height: height, isLow: isLow)
        guard case .patches(let factor, _) = vision, isReasoning, factor > Self.measuredFactor else { return most }
        return Int((Double(most) / factor * Self.measuredFactor).rounded())
    }

    private static let measuredFactor = 1.2

    /// Tokens that a picture counts for, at most: `width` and `height` in pixels as it is sent.
    func tokens(width: Int, height: Int, isLow: Bool) -> Int {
        switch vision {
        case .tiles(let base, let each):
            if isLow { return base }
            let fit = PictureFit(longestSide: 2048, shortestSide: 768, largestBytes: .max, mediaTypes: [])
            let size = fit.size(width: width, height: height)
            return base + each * ((size.width + 511) / 512) * ((size.height + 511) / 512)
        case .patches(let factor, let most):
            let patches = ((width + 31) / 32) * ((height + 31) / 32)
            return Int((Double(min(patches, most)) * factor).rounded(.up))
        }
    }
}
