import FrontisCore
import FrontisText

extension ImageModel {
    /// What one picture would cost. `size` as it is sent; `promptLength` in UTF-8 bytes. Between two figures where the
    /// vendor bills by token or chooses the quality: it never costs more than the higher one, as far as anybody knows.
    /// Nothing where no price is known.
    func price(quality: String?, size: PictureSize?, promptLength: Int, references: Int = 0) -> Price? {
        switch pricing {
        case .unknown:
            return nil
        case .perPicture(let prices):
            return prices.first {
                ($0.quality == nil || $0.quality == quality) && ($0.size == nil || $0.size == size?.description)
            }.map { Price($0.usd) }
        case .tokens(let prices):
            guard let size else { return nil }
            func output(_ quality: String) -> Money? {
                outputTokens(prices, quality: quality, size: size).map { prices.out.perMillion($0) }
            }
            // A token is a byte at least, and about four in English.
            let words = prices.textIn.perMillion(promptLength)
            let pictures = (
                least: prices.imageIn.perMillion(Self.referenceTokens.least) * references,
                most: prices.imageIn.perMillion(Self.referenceTokens.most) * references
            )
            let isChosen = quality.map { $0 != "auto" } ?? false
            guard let low = output(isChosen ? quality ?? "low" : "low"),
                let high = output(isChosen ? quality ?? "high" : "high")
            else { return nil }
            // The vendor chooses the quality by the prompt: the one in between is as good a guess as any.
            let usual = isChosen ? low : output("medium") ?? low
            return Price(
                low: low + words / 6 + pictures.least, high: high + words + pictures.most,
                likely: usual + words / 4 + pictures.least)
        }
    }

    /// Input tokens of a reference picture: of a square one that is looked at briefly, and of an oblong one that is
    /// looked at closely, as newer models do unasked.
    private static let referenceTokens = (least: 194, most: 6700)

    private func outputTokens(_ prices: TokenPrices, quality: String, size: PictureSize) -> Int? {
        if let known = prices.outputs.first(where: { $0.quality == quality && $0.size == size.description }) {
            return known.tokens
        }
        return prices.formula[quality].map { Self.formulaTokens(factor: $0, size: size) }
    }

    /// Output tokens of GPT Image 2, found by its users and in agreement with the vendor's calculator (2026-06).
    private static func formulaTokens(factor: Int, size: PictureSize) -> Int {
        let (long, short) = (max(size.width, size.height), min(size.width, size.height))
        let rows = (2 * factor * short + long) / (2 * long)
        return (factor * rows * (2_000_000 + size.pixels) + 3_999_999) / 4_000_000
    }

    /// The cost by the vendor's own count of tokens; nothing where the answer has none or no price is known.
    func cost(usage: JSONValue?) -> Cost? {
        guard case .tokens(let prices) = pricing, let usage, let output = usage["output_tokens"]?.count,
            let input = usage["input_tokens"]?.count,
            // Gateways that do not count say nought, which no picture costs.
            output > 0
        else { return nil }
        let images = min(input, usage["input_tokens_details"]?["image_tokens"]?.count ?? 0)
        let words = min(output, usage["output_tokens_details"]?["text_tokens"]?.count ?? 0)
        let written = prices.out.perMillion(output - words) + (prices.textOut ?? prices.out).perMillion(words)
        let read = prices.imageIn.perMillion(images) + prices.textIn.perMillion(input - images)
        return Cost(usd: written + read, estimated: false)
    }
}
