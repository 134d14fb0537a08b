import FrontisCore

/// Vendors' models: limits, prices, and the days on which they end. The one place to change when the vendor
/// changes something.
///
/// Sources: OpenAI's API description of 2026-08-21, its SDK for Python 3.52.0, price lists of genai-prices 0.2.3
/// and litellm 1.109.1; Google's image models are in an extension. A model that is not here is passed on as it is:
/// an unknown name is no error.
enum ModelTable {
    /// When the table was last compared with its sources.
    static let date = "2026-11-28"

    static let defaultImageModel = "gpt-image-2"
    static let defaultChatModel = "gpt-5.4-mini"

    /// What is known of the model of that name, or of the model that it is a dated version of:
    /// `gpt-image-2-2026-04-21`.
    static func image(_ name: String) -> ImageModel {
        guard var model = image.first(where: { isNamed(name, $0.name) }) else {
            return ImageModel(name: name, family: .unknown, sizes: .unknown, mostReferences: 16)
        }
        model.name = name
        return model
    }

    /// Nothing for a model that is not in the table.
    static func chat(_ name: String) -> ChatModel? {
        chat.first { isNamed(name, $0.name) }
    }

    /// Whether it is known as a model that makes pictures, and so cannot describe them.
    static func isImageModel(_ name: String) -> Bool {
        image.contains { isNamed(name, $0.name) } || google(name).isKnownToDraw
    }

    /// All names of OpenAI's models, for suggestions.
    static var names: [String] { image.map(\.name) + chat.map(\.name) }

    /// Whether `written` is `name`, or a dated version of it. A version's date is ten characters: `-2026-04-21`.
    static func isNamed(_ written: String, _ name: String) -> Bool {
        guard written.hasPrefix(name) else { return false }
        let rest = written.dropFirst(name.count)
        return rest.isEmpty
            || rest.count == 11 && rest.first == "-"
                && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber || $0 == "-" }
    }

    /// The vendor names it in the place of GPT Image 1 and of DALL-E; of others it names none.
    private static let namedSuccessor = "gpt-image-2.5-sunburst"

    private static let image: [ImageModel] = [
        ImageModel(
            name: "dall-e-2", family: .dallE2, retired: .day(2026, 5, 12), successor: namedSuccessor, promptLimit: 1000,
            sizes: .fixed(sizes("256x256", "512x512", "1024x1024")), canBeTransparent: false,
            pricing: .perPicture([
                .init(quality: nil, size: "256x256", usd: 0.016), .init(quality: nil, size: "512x512", usd: 0.018),
                .init(quality: nil, size: nil, usd: 0.020),
            ])),
        ImageModel(
            name: "dall-e-3", family: .dallE3, retired: .day(2026, 5, 12), successor: namedSuccessor, promptLimit: 4000,
            sizes: .fixed(sizes("1024x1024", "1792x1024", "1024x1792")), qualities: ["standard", "hd"],
            canBeTransparent: false, mostPictures: 1,
            pricing: .perPicture([
                .init(quality: "hd", size: "1024x1024", usd: 0.080), .init(quality: "hd", size: nil, usd: 0.120),
                .init(quality: nil, size: "1024x1024", usd: 0.040), .init(quality: nil, size: nil, usd: 0.080),
            ])),
        gptImage(
            "gpt-image-1", retired: .day(2026, 10, 23), successor: namedSuccessor,
            prices: .init(textIn: 5, imageIn: 10, out: 40, outputs: firstTokens)),
        gptImage(
            "gpt-image-1-mini", retired: .day(2026, 12, 1),
            prices: .init(textIn: 2, imageIn: 2.5, out: 8, outputs: miniTokens)),
        gptImage(
            "gpt-image-1.5", retired: .day(2026, 12, 1),
            prices: .init(textIn: 5, imageIn: 8, out: 32, textOut: 10, outputs: firstTokens)),
        gptImage(
            "chatgpt-image-latest", retired: .day(2026, 12, 1),
            prices: .init(textIn: 5, imageIn: 8, out: 32, textOut: 10, outputs: firstTokens)),
        freeGPTImage("gpt-image-2", qualities: ["low", "medium", "high", "auto"], formula: laterFactors),
        // Whether these count their tokens like GPT Image 2 is not published: its figures are the estimate.
        freeGPTImage("gpt-image-2.5-flare", qualities: laterQualities, formula: laterFactors),
        freeGPTImage("gpt-image-2.5-sunburst", qualities: laterQualities, formula: laterFactors),
        freeGPTImage("gpt-image-2.6-flare", qualities: laterQualities, formula: hungryFactors),
        freeGPTImage("gpt-image-2.6-sunburst", qualities: laterQualities, formula: hungryFactors),
    ]

    private static let chat: [ChatModel] = [
        ChatModel(
            name: "gpt-4o", textIn: 2.50, out: 10, retired: .day(2027, 1, 14), successor: "gpt-5.4-mini",
            isReasoning: false, vision: .tiles(base: 85, each: 170)),
        ChatModel(
            name: "gpt-4o-mini", textIn: 0.15, out: 0.60, retired: .day(2027, 1, 14), successor: "gpt-5.4-mini",
            isReasoning: false, vision: .tiles(base: 2833, each: 5667)),
        ChatModel(
            name: "gpt-4.1", textIn: 2, out: 8, isReasoning: false, vision: .tiles(base: 85, each: 170)),
        ChatModel(
            name: "gpt-4.1-mini", textIn: 0.40, out: 1.60, isReasoning: false,
            vision: .patches(factor: 1.62, most: 1536)),
        // Documented as 1.62 and measured as 1.2: the dearer of the two.
        ChatModel(name: "gpt-5-mini", textIn: 0.25, out: 2, vision: .patches(factor: 1.62, most: 1536)),
        ChatModel(name: "gpt-5.4-mini", textIn: 0.75, out: 4.50),
        ChatModel(name: "gpt-5.4", textIn: 2.50, out: 15),
        ChatModel(name: "gpt-5.6-luna", textIn: 0.20, out: 1.20),
        ChatModel(name: "gpt-6-luna", textIn: 0.10, out: 0.50),
        ChatModel(name: "gpt-6-sol", textIn: 2, out: 10),
        ChatModel(name: "gemini-3.5-flash", textIn: 1.50, out: 9),
        ChatModel(name: "gemini-3.8-flash", textIn: 0.75, out: 3.75),
    ]

    private static let laterQualities = ["low", "medium", "high", "xhigh", "max", "auto"]

    /// Nobody has measured the qualities above high; they cost at least that.
    private static let laterFactors = ["low": 16, "medium": 48, "high": 96, "xhigh": 96, "max": 96]
    /// Low and medium take three to four times the tokens of 2.5, high and above the same, as users of 2.6 report.
    /// Tokens grow with the square of the factor, so that twice the factor is the upper end.
    private static let hungryFactors = ["low": 32, "medium": 96, "high": 96, "xhigh": 96, "max": 96]

    private static func gptImage(
        _ name: String, retired: PageDate, successor: String = defaultImageModel, prices: ImageModel.TokenPrices
    ) -> ImageModel {
        ImageModel(
            name: name, family: .gptImage, retired: retired, successor: successor, promptLimit: 32000,
            sizes: .fixed(sizes("1024x1024", "1536x1024", "1024x1536")),
            qualities: ["low", "medium", "high", "auto"], defaultQuality: "medium", canBeTransparent: true,
            mostReferences: 16, pricing: .tokens(prices))
    }

    /// Transparency of GPT Image 2 is a preview, so it is asked for and the vendor may say no.
    private static func freeGPTImage(_ name: String, qualities: [String], formula: [String: Int]) -> ImageModel {
        ImageModel(
            name: name, family: .gptImage, promptLimit: 32000, sizes: .free, qualities: qualities,
            defaultQuality: "medium", canBeTransparent: true, mostReferences: 16,
            pricing: .tokens(.init(textIn: 5, imageIn: 8, out: 30, formula: formula)))
    }

    /// Output tokens of GPT Image 1 and 1.5.
    private static let firstTokens: [ImageModel.PictureTokens] = [
        .init(quality: "low", size: "1024x1024", tokens: 272),
        .init(quality: "medium", size: "1024x1024", tokens: 1056),
        .init(quality: "high", size: "1024x1024", tokens: 4160), .init(quality: "low", size: "1024x1536", tokens: 408),
        .init(quality: "medium", size: "1024x1536", tokens: 1584),
        .init(quality: "high", size: "1024x1536", tokens: 6240),
        .init(quality: "low", size: "1536x1024", tokens: 400),
        .init(quality: "medium", size: "1536x1024", tokens: 1568),
        .init(quality: "high", size: "1536x1024", tokens: 6208),
    ]

    /// Of GPT Image 1 mini only prices are published; these are the tokens that they come to.
    private static let miniTokens: [ImageModel.PictureTokens] = [
        .init(quality: "low", size: "1024x1024", tokens: 625),
        .init(quality: "medium", size: "1024x1024", tokens: 1375),
        .init(quality: "high", size: "1024x1024", tokens: 4500), .init(quality: "low", size: "1024x1536", tokens: 750),
        .init(quality: "medium", size: "1024x1536", tokens: 1875),
        .init(quality: "high", size: "1024x1536", tokens: 6500),
        .init(quality: "low", size: "1536x1024", tokens: 750),
        .init(quality: "medium", size: "1536x1024", tokens: 1875),
        .init(quality: "high", size: "1536x1024", tokens: 6500),
    ]

    private static func sizes(_ texts: String...) -> [PictureSize] { texts.compactMap { PictureSize($0) } }
}

// MARK: - Azure

/// OpenAI's models as Azure has them: the same limits, other dates, and other prices for DALL-E.
///
/// Sources: Azure's schedule of retirements of 2026-08, its page on DALL-E 2 of 2026-04-23 and a copy of that on
/// DALL-E 3; prices of litellm 1.109.1.
extension ModelTable {
    /// Nothing is known of a name that is not in the table.
    static func azureImage(_ name: String) -> ImageModel {
        var model = image(name)
        if model.family == .unknown { return model }
        model.retired = azureImageEnds.first { isNamed(name, $0.name) }?.day
        model.successor = isNamed(name, "gpt-image-2") ? nil : "gpt-image-2"
        if case .dallE3 = model.family {
            model.pricing = .perPicture([
                .init(quality: "hd", size: "1024x1024", usd: 0.088), .init(quality: "hd", size: nil, usd: 0.132),
                .init(quality: nil, size: "1024x1024", usd: 0.044), .init(quality: nil, size: nil, usd: 0.088),
            ])
        }
        return model
    }

    /// Nothing for a model that is not in the table.
    static func azureChat(_ name: String) -> ChatModel? {
        guard var model = chat(name) else { return nil }
        model.retired = isNamed(name, "gpt-4o") ? .day(2026, 10, 1) : nil
        return model
    }

    private static let azureImageEnds = [
        (name: "dall-e-2", day: PageDate.day(2025, 1, 27)), (name: "dall-e-3", day: PageDate.day(2026, 3, 4)),
        (name: "gpt-image-1", day: PageDate.day(2026, 10, 23)),
        (name: "gpt-image-1-mini", day: PageDate.day(2027, 4, 7)),
        (name: "gpt-image-1.5", day: PageDate.day(2026, 12, 16)), (name: "gpt-image-2", day: PageDate.day(2027, 4, 21)),
    ]
}

// MARK: - Google

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
            name: name, family: .imagen, retired: .day(2025, 9, 24), successor: defaultGeminiImageModel,
            takesNegativePrompt: true, sizes: ["64", "128", "256", "512", "1024"], mostPictures: mostPictures,
            prices: [.init(size: nil, usd: 0.020)])
    }

    private static func third(_ name: String, usd: Money, isSecond: Bool) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .imagen, retired: .day(2026, 8, 17), successor: defaultGeminiImageModel,
            takesNegativePrompt: !isSecond, takesEnhancement: isSecond, mostPictures: 4,
            prices: [.init(size: nil, usd: usd)])
    }

    private static func fourth(_ name: String, usd: Money, sizes: [String]) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .imagen, retired: .day(2026, 8, 17), successor: defaultGeminiImageModel,
            takesEnhancement: true, sizes: sizes, mostPictures: 4, prices: [.init(size: nil, usd: usd)])
    }

    private static let gemini: [GoogleImageModel] = [
        // Sources disagree about its end; this is the later of two days.
        GoogleImageModel(
            name: "gemini-2.5-flash-image", family: .gemini, retired: .day(2027, 3, 15),
            successor: defaultGeminiImageModel, mostReferences: 3, prices: [.init(size: nil, usd: 0.039)]),
        flash(defaultGeminiImageModel), flash("gemini-3.1-flash-image-preview", retired: .day(2026, 6, 25)),
        GoogleImageModel(
            name: "gemini-3.1-flash-lite-image", family: .gemini, sizes: ["1K"], mostReferences: 14,
            prices: [.init(size: "1K", usd: 0.0336)]),
        pro("gemini-3-pro-image"), pro("gemini-3-pro-image-preview", retired: .day(2026, 6, 25)),
    ]

    /// 1120, 1680 and 2520 tokens a picture.
    private static func flash(_ name: String, retired: PageDate? = nil) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .gemini, retired: retired,
            successor: retired == nil ? nil : defaultGeminiImageModel, sizes: ["1K", "2K", "4K"], mostReferences: 14,
            prices: [
                .init(size: "1K", usd: 0.067), .init(size: "2K", usd: 0.101), .init(size: "4K", usd: 0.151),
            ], tokenPrices: .init(textIn: 0.50, textOut: 3, imageOut: 60))
    }

    /// 1120 tokens a picture, and 2000 at 4K.
    private static func pro(_ name: String, retired: PageDate? = nil) -> GoogleImageModel {
        GoogleImageModel(
            name: name, family: .gemini, retired: retired, successor: retired == nil ? nil : "gemini-3-pro-image",
            sizes: ["1K", "2K", "4K"], mostReferences: 14,
            prices: [
                .init(size: "1K", usd: 0.134), .init(size: "2K", usd: 0.134), .init(size: "4K", usd: 0.24),
            ], tokenPrices: .init(textIn: 2, textOut: 12, imageOut: 120))
    }
}
