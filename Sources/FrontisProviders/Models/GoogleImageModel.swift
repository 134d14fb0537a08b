import FrontisCore

/// What is known of one of Google's image models.
struct GoogleImageModel: Sendable {
    enum Family: Sendable {
        /// Asked by `:predict`.
        case imagen
        /// A Gemini model that draws, asked by `:generateContent`.
        case gemini
    }

    /// US dollars a million tokens.
    struct TokenPrices: Sendable {
        let textIn: Double
        let textOut: Double
        let imageOut: Double
    }

    /// US dollars for a picture of one size.
    struct SizePrice: Sendable {
        /// Nothing: every size that no other entry has.
        let size: String?
        let usd: Double
    }

    /// As it stands in the address.
    var name: String
    let family: Family
    /// Whether the table has it; of others only the family is known, by the name.
    var isKnown = true
    /// `2026-08-17`: the vendor's own endpoint does not answer from this day on.
    var retired: String?
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

    /// US dollars for one picture; nothing where it is not known. `size` as it is sent.
    func price(size: String?) -> Double? {
        // What the vendor draws where nobody says a size.
        let size = size ?? "1K"
        return prices.first { $0.size == nil || $0.size == size }?.usd
    }

    /// By the vendor's own count of tokens; nothing where the answer has none or no price is known.
    func cost(usage: JSONValue?) -> Cost? {
        guard let prices = tokenPrices, let read = usage?["promptTokenCount"]?.integer, read >= 0,
            let written = usage?["candidatesTokenCount"]?.integer, written >= 0
        else { return nil }
        let thoughts = max(0, usage?["thoughtsTokenCount"]?.integer ?? 0)
        let details = usage?["candidatesTokensDetails"]?.list ?? []
        let said = details.first { $0["modality"]?.text == "TEXT" }?["tokenCount"]?.integer ?? 0
        let words = min(written, max(0, said))
        let input = Double(read) * prices.textIn
        let output = Double(written - words) * prices.imageOut + Double(words + thoughts) * prices.textOut
        return Cost(usd: (input + output) / 1_000_000, estimated: false)
    }
}
