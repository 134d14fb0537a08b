import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What Google's models cannot do, and what they cost, known before anything is sent.
@Suite struct GoogleObjectionTests {
    private func provider(_ dialect: String, _ values: [String: String]) throws -> any ImageProvider {
        try ProviderRegistry(
            settings: ["art": settings("art", dialect, values)], environment: ProviderEnvironment(process: [:]),
            today: PageDate(year: 2026, month: 11, day: 21)
        ).provider(named: Located("art", at: place))
    }

    private func objections(
        _ dialect: String, _ request: GenerationRequest, _ values: [String: String] = [:]
    ) throws -> [Objection] {
        try provider(dialect, values).objections(to: request)
    }

    @Test func nothingStandsInTheWayOfAPlainRequest() throws {
        #expect(try objections("gemini", request()).isEmpty)
        #expect(try objections("gemini", request(), ["model": "gemini-9-image"]).isEmpty)
        #expect(try objections("vertex-imagen", request(), ["endpoint": "https://gateway.example.com"]).isEmpty)
    }

    @Test(arguments: [
        ("vertex-imagen", nil, "imagen-4.0-generate-001", "2026-08-17", "gemini-3.1-flash-image"),
        ("vertex-imagen", "imagegeneration@006", "imagegeneration@006", "2025-09-24", "gemini-3.1-flash-image"),
        ("gemini", "gemini-3-pro-image-preview", "gemini-3-pro-image-preview", "2026-06-25", "gemini-3-pro-image"),
    ])
    func modelsPastTheirDayAreAWarningOnly(
        dialect: String, pin: String?, model: String, day: String, successor: String
    ) throws {
        let found = try objections(dialect, request(model: pin))
        #expect(found.map(\.summary) == ["model \(model) has been switched off by its vendor on \(day)"])
        #expect(found.map(\.isFatal) == [false])
        #expect(found.first?.help == "write model: \(successor), its successor")
    }

    @Test(arguments: [
        ("gemini", "gemini-3.1-flash-image", [:], 7, "gemini-3.1-flash-image takes none"),
        ("gemini", "imagen-4.0-generate-001", ["base-url": "https://x.example"], 7, "imagen-4.0-generate-001 takes none"),
        (
            "vertex-imagen", "imagen-4.0-generate-001", ["endpoint": "https://x.example"], 7,
            "imagen-4.0-generate-001 takes one only with add-watermark: false"
        ),
        (
            "vertex-imagen", "imagen-4.0-generate-001", ["endpoint": "https://x.example", "add-watermark": "true"], 7,
            "imagen-4.0-generate-001 takes one only with add-watermark: false"
        ),
        (
            "vertex-imagen", "imagen-4.0-generate-001", ["endpoint": "https://x.example", "add-watermark": "false"], -1,
            "imagen-4.0-generate-001 takes 0 to 4294967295"
        ),
    ])
    func aSeedIsLeftOutWithANote(
        dialect: String, model: String, values: [String: String], seed: Int, why: String
    ) throws {
        let found = try objections(dialect, request(recipe(seed: seed), model: model), values)
        #expect(found == [Objection(isFatal: false, "the seed is left out: \(why)")])
    }

    @Test func aSeedWithoutAWatermarkIsSent() throws {
        let values = ["endpoint": "https://x.example", "add-watermark": "false"]
        #expect(try objections("vertex-imagen", request(recipe(seed: 7)), values).isEmpty)
    }

    @Test(arguments: ["imagen-4.0-generate-001", "gemini-3.1-flash-image"])
    func whatNoModelOfGooglesCanDo(model: String) throws {
        let values = ["base-url": "https://x.example"]
        func fatal(_ recipe: Recipe) throws -> [String] {
            try objections("gemini", request(recipe, model: model), values).filter(\.isFatal).map(\.summary)
        }
        #expect(
            try fatal(recipe(size: "1536x864")) == [
                "\(model) cannot draw exactly 1536x864: it takes a shape, not a size"
            ])
        #expect(
            try fatal(recipe(background: .transparent)) == ["\(model) cannot draw on a transparent background"])
        #expect(try fatal(recipe(background: .opaque)).isEmpty)
    }

    @Test func referencePicturesNeedAModelThatTakesThem() throws {
        let two = try request(recipe(references: [digest("b"), digest("c")]))
        #expect(try objections("gemini", two).isEmpty)
        #expect(
            try objections("vertex-imagen", two).filter(\.isFatal).map(\.summary)
                == ["imagen-4.0-generate-001 takes no reference pictures"])
        let many = try request(recipe(references: Array(repeating: digest("b"), count: 4)))
        #expect(
            try objections("gemini", many, ["model": "gemini-2.5-flash-image"]).map(\.summary)
                == ["gemini-2.5-flash-image takes 3 reference pictures, and these are 4"])
        let vector = ReferencePicture(fileName: "a.svg", mediaType: .svg, bytes: [1])
        #expect(
            try objections("gemini", request(references: [vector])).map(\.summary)
                == ["reference picture a.svg must be PNG, JPEG or WebP for gemini-3.1-flash-image"])
        let large = ReferencePicture(fileName: "a.png", mediaType: .png, bytes: Array(repeating: 1, count: 15_000_001))
        #expect(
            try objections("gemini", request(references: [large])).map(\.summary)
                == ["the reference pictures are too large: gemini-3.1-flash-image takes 15 MB of them altogether"])
    }

    @Test func qualitiesAreSizes() throws {
        let found = try objections("gemini", request(quality: "2k"))
        #expect(found.map(\.summary) == ["gemini-3.1-flash-image has no quality '2k'; did you mean '2K'?"])
        #expect(found.map(\.help) == ["qualities: 1K, 2K, 4K"])
        #expect(found.map(\.isFatal) == [true])
        let none = try objections("gemini", request(model: "gemini-2.5-flash-image", quality: "2K"))
        #expect(none == [Objection(isFatal: false, "quality '2K' is left out: gemini-2.5-flash-image takes none")])
    }

    /// US dollars, as the vendor's price lists have them.
    @Test(arguments: [
        ("imagegeneration@006", nil, 0.02), ("imagen-3.0-generate-002", nil, 0.04),
        ("imagen-3.0-fast-generate-001", nil, 0.02), ("imagen-4.0-generate-001", "2K", 0.04),
        ("imagen-4.0-fast-generate-001", nil, 0.02), ("imagen-4.0-ultra-generate-001", nil, 0.06),
        ("gemini-2.5-flash-image", nil, 0.039), ("gemini-3.1-flash-image", nil, 0.067),
        ("gemini-3.1-flash-image", "2K", 0.101), ("gemini-3-pro-image", "2K", 0.134),
        ("gemini-3.1-flash-image", "4K", 0.151), ("gemini-3.1-flash-lite-image", nil, 0.0336),
        ("gemini-3-pro-image", nil, 0.134), ("gemini-3-pro-image", "4K", 0.24),
    ])
    func pricesAreTheVendors(model: String, quality: String?, usd: Double) throws {
        #expect(try provider("gemini", [:]).price(of: request(model: model, quality: quality)) == Price(Money(usd: usd)))
    }

    @Test func anUnknownModelHasNoPriceUnlessItIsStated() throws {
        #expect(try provider("gemini", ["model": "gemini-9-image"]).price(of: request()) == nil)
        #expect(try provider("gemini", ["model": "gemini-9-image", "price": "0.5"]).price(of: request()) == Price(0.5))
    }

    @Test func theDefaultsAreAlive() {
        #expect(ModelTable.google(ModelTable.defaultGeminiImageModel).retired == nil)
        #expect(ModelTable.chat(ModelTable.defaultGeminiChatModel).map { $0.retired == nil } == true)
        #expect(ModelTable.isImageModel("gemini-3.1-flash-image") && ModelTable.isImageModel("imagen-5.0"))
        #expect(!ModelTable.isImageModel("gemini-3.8-flash"))
    }

    @Test(arguments: [
        ("vertex-imagen", "person-generation", "all", "person-generation of provider 'art' must be dont_allow, allow_adult, allow_all, not 'all'"),
        ("vertex-imagen", "output-format", "webp", "output-format of provider 'art' must be png, jpeg, not 'webp'"),
        ("vertex-imagen", "api-key", "k", "unknown key 'api-key' of provider 'art'"),
        (
            "vertex-imagen", "safety-setting", "none",
            "safety-setting of provider 'art' must be block_low_and_above, block_medium_and_above, block_only_high, block_none, block_most, block_some, block_few, block_fewest, not 'none'"
        ),
        ("gemini", "image-size", "2k", "image-size of provider 'art' must be 1K, 2K, 4K, not '2k'"),
        ("gemini", "add-watermark", "false", "unknown key 'add-watermark' of provider 'art'"),
    ])
    func settingsAreChecked(dialect: String, key: String, value: String, summary: String) {
        let registry = ProviderRegistry(
            settings: ["art": settings("art", dialect, [key: value])], environment: ProviderEnvironment(process: [:]))
        #expect(registry.check().map(\.summary) == [summary])
    }
}
