import FrontisCore

extension Dialect {
    /// Imagen on Vertex AI, by `:predict`.
    static let vertexImagen = Dialect(
        name: "vertex-imagen",
        keys: vertexKeys + [
            SettingKey(
                "person-generation", .choice(GooglePeople.allCases.map(\.rawValue)), "whether people may be drawn"),
            SettingKey(
                "safety-setting",
                .choice([
                    "block_low_and_above", "block_medium_and_above", "block_only_high", "block_none", "block_most",
                    "block_some", "block_few", "block_fewest",
                ]), "how strict the safety filter is"),
            SettingKey("add-watermark", .flag, "whether pictures carry an invisible watermark"),
            SettingKey("enhance-prompt", .flag, "whether the vendor may reword prompts"),
            SettingKey("guidance-scale", .number(allowsZero: true), "how closely the prompt is kept to"),
            SettingKey(
                "language", .choice(["auto", "en", "hi", "ja", "ko", "zh", "zh-CN", "zh-TW", "pt", "es"]),
                "the language of prompts"),
            SettingKey(
                "sample-image-size", .choice(["1K", "2K", "64", "128", "256", "512", "1024"]),
                "how large pictures are, for models that have a choice"),
            SettingKey("output-format", .choice(["png", "jpeg"]), "the format of pictures"),
            SettingKey("output-compression", .integer(0...100), "the quality of jpeg, in per cent"),
        ],
        makeProvider: { GoogleImageProvider(block: $0, dialect: "vertex-imagen") },
        makeDescriber: { GeminiDescriber(block: $0, dialect: "vertex-imagen") },
        makePromptWriter: { GeminiPromptWriter(block: $0, dialect: "vertex-imagen") },
        facts: { ModelFacts.of(GoogleService(block: $0), $1) },
        probe: { (block) async throws(ProviderFailure) in try await GoogleProbe.run(block) })

    /// Gemini by API key or on Vertex AI, by `:generateContent`; Imagen by API key.
    static let gemini = Dialect(
        name: "gemini",
        keys: [
            SettingKey("api-key", .variable, "the vendor's key; without a base-url: ${GEMINI_API_KEY}"),
            SettingKey(
                "base-url", .variable,
                "the address up to its version, https://generativelanguage.googleapis.com/v1beta"),
        ] + vertexKeys + [
            SettingKey("image-size", .choice(["1K", "2K", "4K"]), "how large pictures are"),
            SettingKey(
                "person-generation", .choice(GooglePeople.allCases.map(\.rawValue)), "whether people may be drawn"),
        ],
        needsNoEntry: true,
        makeProvider: { GoogleImageProvider(block: $0, dialect: "gemini") },
        makeDescriber: { GeminiDescriber(block: $0, dialect: "gemini") },
        makePromptWriter: { GeminiPromptWriter(block: $0, dialect: "gemini") },
        facts: { ModelFacts.of(GoogleService(block: $0), $1) },
        implied: { GoogleService(block: $0).implied },
        probe: { (block) async throws(ProviderFailure) in try await GoogleProbe.run(block) })

    private static let vertexKeys = [
        SettingKey("project", .variable, "the Google Cloud project, by its id"),
        SettingKey("location", .variable, "the region, such as us-central1, or global"),
        SettingKey(
            "credentials", .variable,
            "a service account's or user's credentials file; else application default credentials"),
        SettingKey("endpoint", .variable, "the origin of Vertex AI, where it does not follow from location"),
    ]
}
