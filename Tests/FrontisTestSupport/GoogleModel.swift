/// What one model of Google's takes, and its price, as on 2026-11-21.
struct GoogleModel {
    enum Family {
        case imagen, image, chat
    }

    var name: String
    var family: Family
    var isRetired = false
    var takesNegative = false
    var takesEnhancement = false
    var sizes: [String] = []
    var mostSamples = 4
    /// Billionths of a US dollar for a picture.
    var pictureNanodollars = 0
    /// US dollars for a million tokens, which is also thousands of billionths for one.
    var textIn = 0.0
    var textOut = 0.0
    var imageOut = 0.0

    static func named(_ name: String) -> GoogleModel? { all.first { $0.name == name } }

    private static let old = ["64", "128", "256", "512", "1024"]

    static let all: [GoogleModel] =
        [("imagegeneration", 8), ("imagegeneration@002", 8), ("imagegeneration@005", 4), ("imagegeneration@006", 4)].map {
            GoogleModel(
                name: $0.0, family: .imagen, isRetired: true, takesNegative: true, sizes: old, mostSamples: $0.1,
                pictureNanodollars: 20_000_000)
        }
        + [
            GoogleModel(
                name: "imagen-3.0-generate-001", family: .imagen, isRetired: true, takesNegative: true,
                pictureNanodollars: 40_000_000),
            GoogleModel(
                name: "imagen-3.0-generate-002", family: .imagen, isRetired: true, takesEnhancement: true,
                pictureNanodollars: 40_000_000),
            GoogleModel(
                name: "imagen-4.0-generate-001", family: .imagen, isRetired: true, takesEnhancement: true,
                sizes: ["1K", "2K"], pictureNanodollars: 40_000_000),
            GoogleModel(
                name: "imagen-4.0-fast-generate-001", family: .imagen, isRetired: true, takesEnhancement: true,
                pictureNanodollars: 20_000_000),
            GoogleModel(
                name: "gemini-2.5-flash-image", family: .image, pictureNanodollars: 39_000_000),
            GoogleModel(
                name: "gemini-3.1-flash-image", family: .image, sizes: ["1K", "2K", "4K"], textIn: 0.5, textOut: 3,
                imageOut: 60),
            GoogleModel(
                name: "gemini-3-pro-image", family: .image, sizes: ["1K", "2K", "4K"], textIn: 2, textOut: 12,
                imageOut: 120),
            GoogleModel(name: "gemini-3.5-flash", family: .chat, textIn: 1.5, textOut: 9),
            GoogleModel(name: "gemini-3.8-flash", family: .chat, textIn: 0.75, textOut: 3.75),
        ]

    /// Tokens that a picture of a size is written in.
    static func pictureTokens(_ size: String) -> Int { ["2K": 1680, "4K": 2520][size] ?? 1120 }

    /// Pixels of a picture of about a megapixel.
    static func pixels(_ aspect: String) -> (width: Int, height: Int) {
        let sides = aspect.split(separator: ":").compactMap { Int($0) }
        guard sides.count == 2 else { return (1024, 1024) }
        let unit = 1024 / max(sides[0], sides[1])
        return (sides[0] * unit, sides[1] * unit)
    }
}
