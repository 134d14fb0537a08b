import FrontisCore
import FrontisText

/// What is known of one of Google's image models.
struct GoogleImageModel: Sendable {
    enum Family: Sendable {
        /// Asked by `:predict`.
        case imagen
        /// A Gemini model that draws, asked by `:generateContent`.
        case gemini
    }

    /// Of a million tokens.
    struct TokenPrices: Sendable {
        let textIn: Money
        let textOut: Money
        let imageOut: Money
    }

    /// Of a picture of one size.
    struct SizePrice: Sendable {
        /// Nothing: every size that no other entry has.
        let size: String?
        let usd: Money
    }

    /// As it stands in the address.
    var name: String
    let family: Family
    /// Whether the table has it; of others only the family is known, by the name.
    var isKnown = true
    /// The vendor's own endpoint does not answer from this day on.
    var retired: PageDate?
    var successor: String?
    /// Whether Imagen takes a negative prompt as a parameter of its own, on Vertex AI.
    var takesNegativePrompt = false
    /// Whether Imagen can reword the prompt.
    var takesEnhancement = false
    /// In the vendor's words: `2K`. Empty where the parameter is not taken.
    var sizes: [String] = []
    /// Pictures in one call.
    var mostPictures = 1
    /// Reference pictures in one call.
    var mostReferences = 0
    var prices: [SizePrice] = []
    var tokenPrices: TokenPrices?

    /// Whether it makes pictures, by the table or by its name.
    var isKnownToDraw: Bool {
        isKnown || family == .imagen || name.hasPrefix("gemini-") && name.contains("-image")
    }

    /// The proportions that it draws, as they are sent: 21:9 must not be reduced.
    private var aspects: [String] {
        let common = ["1:1", "3:4", "4:3", "9:16", "16:9"]
        return family == .imagen ? common : common + ["2:3", "3:2", "4:5", "5:4", "21:9"]
    }

    /// The nearest that it draws: in proportion, 1:2 is as far from 1:1 as 2:1 is.
    func aspect(nearest shape: PictureShape) -> String {
        func distance(_ written: String) -> Double {
            guard let aspect = Aspect(written) else { return .infinity }
            let factor = aspect.ratio / shape.ratio
            return max(factor, 1 / factor)
        }
        return aspects.min { distance($0) < distance($1) } ?? "1:1"
    }

    /// Of one picture; nothing where it is not known. `size` as it is sent.
    func price(size: String?) -> Money? {
        // What the vendor draws where nobody says a size.
        let size = size ?? "1K"
        return prices.first { $0.size == nil || $0.size == size }?.usd
    }

    /// By the vendor's own count of tokens; nothing where the answer has none or no price is known.
    func cost(usage: JSONValue?) -> Cost? {
        guard let prices = tokenPrices, let read = usage?["promptTokenCount"]?.count,
            let written = usage?["candidatesTokenCount"]?.count
        else { return nil }
        let thoughts = usage?["thoughtsTokenCount"]?.count ?? 0
        let details = usage?["candidatesTokensDetails"]?.list ?? []
        let said = details.first { $0["modality"]?.text == "TEXT" }?["tokenCount"]?.count ?? 0
        let words = min(written, said)
        let output = prices.imageOut.perMillion(written - words) + prices.textOut.perMillion(words + thoughts)
        return Cost(usd: prices.textIn.perMillion(read) + output, estimated: false)
    }
}
