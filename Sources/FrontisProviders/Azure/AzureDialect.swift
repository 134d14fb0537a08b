import FrontisCore

extension Dialect {
    /// OpenAI's models at Azure.
    static let azureOpenAI = Dialect(
        name: "azure-openai",
        keys: azureKeys + [
            SettingKey("deployment", .text, "the deployment's name"),
            SettingKey("target-uri", .variable, "the whole address with its api-version, used as it is"),
        ] + openAIKeys + [
            SettingKey("output-format", .choice(["png", "jpeg"]), "the format of GPT Image models"),
            SettingKey("output-compression", .integer(0...100), "the quality of jpeg, in per cent"),
        ],
        describerKeys: openAIDescriberKeys,
        check: { AzureCheck.findings(in: $0, $1) },
        drawingKeys: ["model", "deployment", "target-uri"],
        replacedKeys: [
            "target-uri": ["endpoint", "deployment", "api-version"], "endpoint": ["target-uri"],
            "deployment": ["target-uri"], "api-key": ["token"], "token": ["api-key"],
        ],
        makeProvider: { OpenAIImageProvider(service: AzureResource(block: $0)) },
        makeDescriber: { OpenAIDescriber(service: AzureResource(block: $0)) },
        makePromptWriter: { OpenAIPromptWriter(service: AzureResource(block: $0)) },
        facts: { ModelFacts.of(AzureResource(block: $0), $1) },
        implied: { block in
            AzureAccount(block: block).implied.filter { block.text("target-uri") == nil || $0.key != "endpoint" }
        },
        probe: { (block) async throws(ProviderFailure) in try await AzureProbe.run(AzureResource(block: block)) })

    /// The DALL-E of 2023 by submitting and polling, which gateways still speak.
    static let azureOpenAIAsync = Dialect(
        name: "azure-openai-async", keys: azureKeys,
        check: { settings, use in use == .pictures ? [] : AzureCheck.findings(in: settings, .block) },
        makeProvider: { AzureAsyncProvider(service: AzureSubmission(block: $0)) },
        facts: { ModelFacts.of(AzureSubmission(block: $0), $1) },
        implied: { AzureAccount(block: $0).implied },
        probe: { (block) async throws(ProviderFailure) in try await AzureProbe.run(AzureSubmission(block: block)) })

    private static let azureKeys = [
        SettingKey("endpoint", .variable, "the resource's address, or one that ends in /openai/v1"),
        SettingKey("api-version", .text, "the version of the protocol, such as \(AzureVersion.usual.text ?? "")"),
        SettingKey("api-key", .variable, "the resource's key; ${AZURE_OPENAI_API_KEY} unless written"),
        TokenIssuer.setting,
    ]
}
