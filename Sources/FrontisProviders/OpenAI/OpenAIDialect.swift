import FrontisCore

extension Dialect {
    /// OpenAI's own protocol, which many gateways and local servers speak as well.
    static let openAI = Dialect(
        name: "openai",
        keys: [
            SettingKey("api-key", .variable, "the vendor's key; a provider of the vendor's own: ${OPENAI_API_KEY}"),
            TokenIssuer.setting,
            SettingKey("base-url", .variable, "the address up to its version, https://api.openai.com/v1"),
            SettingKey("organization", .variable, "the organization to bill, org-…"),
            SettingKey("project", .variable, "the project to bill, proj_…"),
        ] + openAIKeys + [
            SettingKey("output-format", .choice(["png", "jpeg", "webp"]), "the format of GPT Image models"),
            SettingKey("output-compression", .integer(0...100), "the quality of jpeg and webp, in per cent"),
        ],
        describerKeys: openAIDescriberKeys,
        needsNoEntry: true,
        check: { settings, use in
            use == .pictures ? [] : [CredentialCheck.finding(in: settings)].compactMap(\.self)
        },
        makeProvider: { OpenAIImageProvider(service: OpenAIPlatform(block: $0)) },
        makeDescriber: { OpenAIDescriber(service: OpenAIPlatform(block: $0)) },
        makePromptWriter: { OpenAIPromptWriter(service: OpenAIPlatform(block: $0)) },
        facts: { ModelFacts.of(OpenAIPlatform(block: $0), $1) },
        implied: { OpenAIPlatform(block: $0).implied },
        inspect: { block in
            guard block.text("api-key") == nil, block.settings.values["token"] == nil,
                OpenAIPlatform(block: block).implied["api-key"] == nil
            else { return [] }
            return [HealthCheck(.ok, "api-key", "api-key: none, and none is sent")]
        },
        probe: { (block) async throws(ProviderFailure) in try await OpenAIProbe.run(block) })

    /// What OpenAI's models take wherever they run.
    static let openAIKeys = [
        SettingKey("style", .choice(["vivid", "natural"]), "the manner of dall-e-3; other models take none"),
        SettingKey(
            "background", .choice(["auto", "opaque", "transparent"]), "what GPT Image models put behind things"),
        SettingKey("moderation", .choice(["auto", "low"]), "how strict GPT Image models are"),
    ]

    static let openAIDescriberKeys = [
        SettingKey("detail", .choice(["low", "high", "auto"]), "how closely a describing model looks")
    ]
}
