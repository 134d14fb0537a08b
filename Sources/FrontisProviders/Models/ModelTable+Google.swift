import FrontisCore

/// Google's image models. Sources: Google's documentation and changelogs up to 2026-11, price lists of litellm
/// 1.75.0 (Imagen) and 1.109.1 (Gemini).
extension ModelTable {
    /// Switched off by Google on 2026-08-17; gateways and Google's own clouds may have it for longer.
    static let defaultImagenModel = "imagen-4.0-generate-001"
    static let defaultGeminiImageModel = "gemini-3.1-flash-image"
    /// The cheapest that looks at pictures.
    static let defaultGeminiChatModel = "gemini-3.8-flash"

    /// What is known of the model of that name. Of a name that the table does not have, what it is called decides
    /// how it is asked.
    static func google(_ name: String) -> GoogleImageModel {
        if let model = googleImage.first(where: { $0.name == name }) { return model }
        guard name.hasPrefix("imagen") || name.hasPrefix("imagegeneration") else {
            return GoogleImageModel(
                name: name, family: .gemini, isKnown: false, sizes: ["1K", "2K", "4K"], mostReferences: 14)
        }
        return GoogleImageModel(
            name: name, family: .imagen, isKnown: false, takesEnhancement: true, sizes: ["1K", "2K"], mostPictures: 4)
    }

    private static let googleImage = imagen + gemini

    private static let imagen: [GoogleImageModel] = [
        early("imagegeneration", mostPictures: 8), early("imagegeneration@002", mostPictures: 8),
        early("imagegeneration@005"), early("imagegeneration@006"),
        third("imagen-3.0-generate-001", usd: 0.04, isSecond: false),
        third("imagen-3.0-fast-generate-001", usd: 0.02, isSecond: false),
        third("imagen-3.0-generate-002", usd: 0.04, isSecond: true),
        fourth(defaultImagenModel, usd: 0.04, sizes: ["1K", "2K"]),
        fourth("imagen-4.0-fast-generate-001", usd: 0.02, sizes: []),
        fourth("imagen-4.0-ultra-generate-001", usd: 0.06, sizes: ["1K", "2K"]),
    ]

    /// Imagen 1 and 2.
    private static func early(_ name: String, mostPictures: Int = 4) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .imagen, retired: "2025-09-24", successor: defaultGeminiImageModel,
            takesNegativePrompt: true, sizes: ["64", "128", "256", "512", "1024"], mostPictures: mostPictures,
            prices: [.init(size: nil, usd: 0.020)])
    }

    private static func third(_ name: String, usd: Double, isSecond: Bool) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .imagen, retired: "2026-08-17", successor: defaultGeminiImageModel,
            takesNegativePrompt: !isSecond, takesEnhancement: isSecond, mostPictures: 4,
            prices: [.init(size: nil, usd: usd)])
    }

    private static func fourth(_ name: String, usd: Double, sizes: [String]) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .imagen, retired: "2026-08-17", successor: defaultGeminiImageModel,
            takesEnhancement: true, sizes: sizes, mostPictures: 4, prices: [.init(size: nil, usd: usd)])
    }

    private static let gemini: [GoogleImageModel] = [
        // Sources disagree about its end; this is the later of two days.
        GoogleImageModel(
            name: "gemini-2.5-flash-image", family: .gemini, retired: "2027-03-15",
            successor: defaultGeminiImageModel, mostReferences: 3, prices: [.init(size: nil, usd: 0.039)]),
        flash(defaultGeminiImageModel), flash("gemini-3.1-flash-image-preview", retired: "2026-06-25"),
        GoogleImageModel(
            name: "gemini-3.1-flash-lite-image", family: .gemini, sizes: ["1K"], mostReferences: 14,
            prices: [.init(size: "1K", usd: 0.0336)]),
        pro("gemini-3-pro-image"), pro("gemini-3-pro-image-preview", retired: "2026-06-25"),
    ]

    /// 1120, 1680 and 2520 tokens a picture.
    private static func flash(_ name: String, retired: String? = nil) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .gemini, retired: retired,
            successor: retired == nil ? nil : defaultGeminiImageModel, sizes: ["1K", "2K", "4K"], mostReferences: 14,
            prices: [
                .init(size: "1K", usd: 0.067), .init(size: "2K", usd: 0.101), .init(size: "4K", usd: 0.151),
            ], tokenPrices: .init(textIn: 0.50, textOut: 3, imageOut: 60))
    }

    /// 1120 tokens a picture, and 2000 at 4K.
    private static func pro(_ name: String, retired: String? = nil) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .gemini, retired: retired, successor: retired == nil ? nil : "gemini-3-pro-image",
            sizes: ["1K", "2K", "4K"], mostReferences: 14,
            prices: [
                .init(size: "1K", usd: 0.134), .init(size: "2K", usd: 0.134), .init(size: "4K", usd: 0.24),
            ], tokenPrices: .init(textIn: 2, textOut: 12, imageOut: 120))
    }
}
