/// What one image model of OpenAI takes, and its price, as on 2026-11-21.
struct OpenAIImageModel {
    enum Family {
        case dallE2, dallE3, gptImage
    }

    var name: String
    var family: Family
    var isRetired = false
    /// Any size within GPT Image 2's limits.
    var takesAnySize = false
    var takesTransparency = true
    var qualities: [String]
    var promptLimit: Int
    /// US dollars for a million tokens, which is also thousands of billionths for one.
    var textPrice = 0.0
    var imagePrice = 0.0
    var outputPrice = 0.0

    /// Nothing for a name that was never a model.
    static func named(_ name: String) -> OpenAIImageModel? {
        all.first { $0.name == name }
    }

    private static let gptQualities = ["low", "medium", "high", "auto"]

    static let all: [OpenAIImageModel] =
        [
            OpenAIImageModel(
                name: "dall-e-2", family: .dallE2, isRetired: true, qualities: [], promptLimit: 1000),
            OpenAIImageModel(
                name: "dall-e-3", family: .dallE3, isRetired: true, qualities: ["standard", "hd"], promptLimit: 4000),
            OpenAIImageModel(
                name: "gpt-image-1", family: .gptImage, isRetired: true, qualities: gptQualities, promptLimit: 32000,
                textPrice: 5, imagePrice: 10, outputPrice: 40),
            OpenAIImageModel(
                name: "gpt-image-1-mini", family: .gptImage, qualities: gptQualities, promptLimit: 32000,
                textPrice: 2, imagePrice: 2.5, outputPrice: 8),
        ]
        + ["gpt-image-1.5", "chatgpt-image-latest"].map {
            OpenAIImageModel(
                name: $0, family: .gptImage, qualities: gptQualities, promptLimit: 32000, textPrice: 5, imagePrice: 8,
                outputPrice: 32)
        }
        + ["gpt-image-2", "gpt-image-2-2026-04-21"].map { second($0, isNewer: false) }
        + [
            "gpt-image-2.5-sunburst", "gpt-image-2.5-flare", "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2.5-flare-2026-09-08", "gpt-image-2.6-sunburst",
        ].map { second($0, isNewer: true) }

    private static func second(_ name: String, isNewer: Bool) -> OpenAIImageModel {
        OpenAIImageModel(
            name: name, family: .gptImage, takesAnySize: true, takesTransparency: isNewer,
            qualities: gptQualities + (isNewer ? ["xhigh", "max"] : []), promptLimit: 32000, textPrice: 5,
            imagePrice: 8, outputPrice: 30)
    }

    /// The sizes taken, where they are counted.
    var sizes: [String] {
        switch family {
        case .dallE2: ["256x256", "512x512", "1024x1024"]
        case .dallE3: ["1024x1024", "1792x1024", "1024x1792"]
        case .gptImage: ["1024x1024", "1536x1024", "1024x1536", "auto"]
        }
    }

    /// The pixels of a size that this model takes; the complaint for any other.
    func pixels(of size: String) throws(OpenAIError) -> (width: Int, height: Int) {
        if size == "auto", family == .gptImage { return (1024, 1024) }
        let numbers = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        guard numbers.count == 2, size == "\(numbers[0])x\(numbers[1])" else {
            throw .value(size, of: "size", allowed: sizes.joined(separator: ", "))
        }
        let (width, height) = (numbers[0], numbers[1])
        if takesAnySize {
            let long = max(width, height)
            let short = min(width, height)
            guard short > 0, width % 16 == 0, height % 16 == 0, long <= 3840, long <= 3 * short,
                (655_360...8_294_400).contains(width * height)
            else { throw .value(size, of: "size", allowed: "multiples of 16 within the pixel budget") }
        } else if !sizes.contains(size) {
            throw .value(size, of: "size", allowed: sizes.joined(separator: ", "))
        }
        return (width, height)
    }

    /// Output tokens of one picture.
    func outputTokens(width: Int, height: Int, quality: String) -> Int {
        if takesAnySize {
            let factor = ["low": 16, "medium": 48, "high": 96, "xhigh": 144, "max": 192][quality] ?? 48
            let long = max(width, height)
            let short = min(width, height)
            let scaled = (2 * factor * short + long) / (2 * long)
            return (factor * scaled * (2_000_000 + width * height) + 3_999_999) / 4_000_000
        }
        if name == "gpt-image-1-mini" {
            // By its prices: $0.005, $0.011 and $0.036 for a square one, $0.006, $0.015 and $0.052 for others.
            let square = ["low": 625, "medium": 1375, "high": 4500]
            return (width == height ? square : ["low": 750, "medium": 1875, "high": 6500])[quality] ?? 1375
        }
        let square = ["low": 272, "medium": 1056, "high": 4160]
        let portrait = ["low": 408, "medium": 1584, "high": 6240]
        let landscape = ["low": 400, "medium": 1568, "high": 6208]
        return (width == height ? square : width < height ? portrait : landscape)[quality] ?? 1056
    }

    /// Billionths of a dollar for one picture of a model that is billed by the picture.
    func flatPrice(width: Int, height: Int, quality: String) -> Int {
        switch family {
        case .dallE2: [256: 16_000_000, 512: 18_000_000][width] ?? 20_000_000
        case .dallE3:
            switch (quality == "hd", width == height) {
            case (false, true): 40_000_000
            case (true, false): 120_000_000
            default: 80_000_000
            }
        case .gptImage: 0
        }
    }
}
