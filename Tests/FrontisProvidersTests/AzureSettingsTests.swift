import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What is found in Azure's settings before anything is asked, and what follows from them.
@Suite(.timeLimit(.minutes(10))) struct AzureSettingsTests {
    private static let target = "https://a.openai.azure.com/openai/deployments/p/images/generations?api-version=2024-02-01"
    private static let chat = "https://a.openai.azure.com/openai/deployments/e/chat/completions?api-version=2024-02-01"
    private static let both = "target-uri is the whole address and is used as it is: leave out one of them"

    static let contradictions: [([String: String], String, String)] = [
        (["target-uri": target, "endpoint": "https://a.openai.azure.com"], "provider 'art' has both target-uri and endpoint", both),
        (["target-uri": target, "deployment": "p"], "provider 'art' has both target-uri and deployment", both),
        (["target-uri": target, "api-version": "2024-10-21"], "provider 'art' has both target-uri and api-version", both),
        (
            ["target-uri": target, "api-key": "${K}", "token": "${T}"], "provider 'art' has both api-key and token",
            "a request carries one of them: leave out the other"
        ),
        (
            ["target-uri": "a.openai.azure.com/openai"], "target-uri of provider 'art' is not an http or https address",
            "paste it as the portal shows it, with its api-version"
        ),
        (
            ["endpoint": "a.openai.azure.com", "deployment": "p"], "endpoint of provider 'art' is not an http or https address",
            "write it as the portal shows it, such as endpoint: https://NAME.openai.azure.com/"
        ),
        (
            ["endpoint": target], "endpoint of provider 'art' is a whole address",
            "write it as target-uri, or leave out what follows the host and write deployment: NAME"
        ),
    ]

    @Test func everySettingThatIsDocumentedIsTaken() {
        let common = [
            "model": "dall-e-3", "quality": "hd", "requests-per-minute": "5", "concurrency": "4", "timeout": "90",
            "user": "u", "price": "0", "allow-insecure-http": "true", "api-key": "${KEY}",
            "endpoint": "https://a.openai.azure.com/", "api-version": "2024-10-21",
        ]
        let own = [
            "deployment": "p", "style": "vivid", "background": "auto", "moderation": "auto", "output-format": "png",
            "output-compression": "50", "detail": "high",
        ]
        #expect(azureRegistry(azureBlock(common.merging(own) { $1 })).check().isEmpty)
        #expect(azureRegistry(azureBlock(common, dialect: "azure-openai-async")).check().isEmpty)
        #expect(azureRegistry(azureBlock(["target-uri": Self.target, "token": "${TOKEN}"])).check().isEmpty)
    }

    @Test(arguments: contradictions)
    func contradictionsAreFoundBeforehand(values: [String: String], summary: String, help: String) {
        let findings = azureRegistry(azureBlock(values)).check()
        #expect(findings.map(\.summary) == [summary])
        #expect(findings.map(\.help) == [help])
        #expect(findings.map(\.id.rawValue) == ["configuration-value"])
        #expect(findings.map(\.location) == [place])
    }

    @Test(arguments: [
        (["url": "https://l", "client-id": "i"], "token of provider 'art' lacks client-secret"),
        (["scope": "s"], "token of provider 'art' lacks url, client-id, client-secret"),
        (
            ["url": "u", "client-id": "i", "client-secret": "s", "client-auth": "digest"],
            "token of provider 'art' has a wrong client-auth: it must be post, basic, not 'digest'"
        ),
        (
            ["url": "u", "client-id": "i", "client-secret": "s", "send-as": "cookie"],
            "token of provider 'art' has a wrong send-as: it must be bearer, api-key, not 'cookie'"
        ),
        (
            ["url": "u", "clientid": "i", "client-secret": "s"],
            "token of provider 'art' has no key 'clientid'; did you mean 'client-id'?; it takes url, client-id, client-secret, scope, client-auth, send-as"
        ),
    ])
    func tokensAreChecked(token: [String: String], summary: String) {
        for (dialect, values) in [("azure-openai", ["deployment": "p"]), ("azure-openai-async", [:]), ("openai", [:])] {
            #expect(azureRegistry(azureBlock(values, token: token, dialect: dialect)).check().map(\.summary) == [summary])
        }
    }

    static let missing: [([String: String], String)] = [
        ([:], "provider 'art' names no deployment that draws"),
        (["endpoint": "https://a.openai.azure.com"], "provider 'art' names no deployment that draws"),
        (["endpoint": "https://a.openai.azure.com/openai/v1"], "provider 'art' names no deployment that draws"),
        (
            ["endpoint": "https://a.openai.azure.com", "model": "dall-e-3"],
            "provider 'art' names no deployment that draws: its endpoint does not end in /openai/v1"
        ),
        (["target-uri": chat], "target-uri of provider 'art' is for conversations, not for pictures"),
    ]

    /// Only of blocks that are to draw: another may be there for alt texts.
    @Test(arguments: missing)
    func whatDrawingNeedsIsAskedForBeforehand(values: [String: String], summary: String) throws {
        let registry = azureRegistry(azureBlock(values))
        #expect(registry.check().isEmpty)
        let finding = try #require(throws: Diagnostic.self) { try registry.art() }
        #expect(finding.summary == summary)
        #expect(finding.id.rawValue == "configuration-value")
        #expect(finding.help?.isEmpty == false)
    }

    @Test(arguments: [
        ["endpoint": "${E}", "model": "dall-e-3"], ["target-uri": "${T}"], ["deployment": "p"], ["target-uri": target],
        ["endpoint": "https://a.openai.azure.com/openai/v1/", "model": "m"],
    ])
    func whatVariablesMayHoldIsNotJudged(values: [String: String]) throws {
        let registry = azureRegistry(azureBlock(values), environment: [:])
        #expect(registry.check().isEmpty)
        _ = try registry.art()
    }

    @Test(arguments: [
        (["endpoint": "http://127.0.0.1:1", "model": "m"], "provider 'art' needs a deployment: its endpoint does not end in /openai/v1"),
        (["endpoint": "http://127.0.0.1:1/openai/deployments/x", "deployment": "p"], "endpoint of provider 'art' is a whole address"),
        (["endpoint": "nowhere", "deployment": "p"], "endpoint of provider 'art' is not an http or https address"),
        (["target-uri": "nowhere"], "target-uri of provider 'art' is not an http or https address"),
        (["target-uri": chat], "target-uri of provider 'art' is for conversations, not for pictures"),
    ])
    func whatVariablesHeldIsJudgedWhenItIsAsked(values: [String: String], message: String) async throws {
        let hidden = values.mapValues { $0.contains("/") || $0 == "nowhere" ? "${HIDDEN}" : $0 }
        let registry = azureRegistry(
            azureBlock(hidden),
            environment: ["HIDDEN": values["endpoint"] ?? values["target-uri"] ?? "", "AZURE_OPENAI_API_KEY": "k"])
        let failure = try await failure(of: registry.art(), try request())
        #expect(failure.kind == .unconfigured)
        #expect(failure.message == message)
        await registry.shutdown()
    }

    @Test(arguments: [
        (["deployment": "gpt-image-2"], "gpt-image-2", true), (["deployment": "p", "model": "dall-e-3"], "dall-e-3", true),
        (["deployment": "p"], "p", false), (["deployment": "p", "price": "0.05"], "p", true),
        (["target-uri": "https://a/openai/deployments/dall-e-3/images/generations"], "dall-e-3", true),
        (["target-uri": "https://a/openai/deployments/my%20art/images/generations"], "my art", false),
        (["target-uri": "${T}"], nil as String?, false),
    ])
    func theModelIsWhatTheDeploymentSays(values: [String: String], model: String?, hasPrice: Bool) throws {
        let provider = try azureRegistry(azureBlock(values)).art()
        #expect(try provider.model(for: request()) == model)
        #expect(try (provider.price(of: request()) != nil) == hasPrice)
    }

    @Test(arguments: [
        ("dall-e-2", "2025-01-27"), ("dall-e-3", "2026-03-04"), ("gpt-image-1", "2026-10-23"), ("gpt-image-1.5", nil as String?),
        ("gpt-image-2", nil),
    ])
    func azureHasItsOwnDates(model: String, day: String?) throws {
        let values = ["deployment": model, "endpoint": "https://a.openai.azure.com", "api-version": "2025-04-01-preview"]
        let objections = try azureRegistry(azureBlock(values)).art().objections(to: request(recipe(aspect: "1:1")))
        #expect(objections.map(\.summary) == (day.map { ["model \(model) has been switched off by its vendor on \($0)"] } ?? []))
        if day != nil {
            #expect(
                objections.first?.help
                    == "deploy gpt-image-2, its successor, and name that deployment in provider 'art'")
        }
        // A gateway may have it for longer.
        let gateway = values.merging(["endpoint": "https://gateway.example/azure"]) { $1 }
        #expect(try azureRegistry(azureBlock(gateway)).art().objections(to: request(recipe(aspect: "1:1"))).isEmpty)
    }

    @Test(arguments: [
        ("standard", "1:1", 0.044), ("standard", "16:9", 0.088), ("hd", "1:1", 0.088), ("hd", "16:9", 0.132),
    ])
    func azureHasItsOwnPrices(quality: String, aspect: String, usd: Double) throws {
        let provider = try azureRegistry(azureBlock(["deployment": "dall-e-3", "quality": quality])).art()
        #expect(try provider.price(of: request(recipe(aspect: aspect))) == Price(Money(usd: usd)))
    }

    @Test func whatAzureCannotDoIsKnownBeforehand() throws {
        let values = ["deployment": "gpt-image-2", "endpoint": "https://gateway.example", "api-version": "2024-10-21"]
        let old = try azureRegistry(azureBlock(values)).art().objections(to: request())
        #expect(old.map(\.summary) == ["api-version 2024-10-21 of provider 'art' is older than GPT Image"])
        #expect(old.map(\.isFatal) == [false])
        let new = azureRegistry(azureBlock(values.merging(["api-version": "2025-04-01-preview"]) { $1 }))
        let pinned = try new.art().objections(to: request(model: "dall-e-3"))
        #expect(
            pinned.filter(\.isFatal).map(\.summary)
                == ["provider 'art' draws with deployment 'gpt-image-2', not with model 'dall-e-3'"])
        #expect(try new.art().objections(to: request(model: "gpt-image-2")).isEmpty)
        let webp = ReferencePicture(fileName: "a.webp", mediaType: .webp, bytes: [1])
        let reference = try new.art().objections(to: request(references: [webp]))
        #expect(reference.map(\.summary) == ["reference picture a.webp must be PNG or JPEG for gpt-image-2"])
        let format = azureRegistry(azureBlock(values.merging(["output-format": "webp"]) { $1 })).check()
        #expect(format.map(\.summary) == ["output-format of provider 'art' must be png, jpeg, not 'webp'"])
    }

    @Test(arguments: [
        ("2023-05-15", false, "max_tokens", false), ("2024-02-01", false, "max_tokens", false),
        ("2024-07-01-preview", false, "max_tokens", false), ("2024-08-01-preview", true, "max_tokens", false),
        ("2024-09-01-preview", true, "max_completion_tokens", false), ("2024-10-21", true, "max_completion_tokens", false),
        ("2025-03-01-preview", true, "max_completion_tokens", true), ("2025-04-01-preview", true, "max_completion_tokens", true),
        ("preview", true, "max_completion_tokens", true), ("v1", true, "max_completion_tokens", true),
        (nil as String?, true, "max_completion_tokens", true), ("20240201-preview", true, "max_completion_tokens", true),
    ])
    func versionsKnowWhatTheyKnow(version: String?, schema: Bool, tokens: String, gptImage: Bool) {
        let version = AzureVersion(version)
        #expect(version.takesSchema == schema)
        #expect(version.tokenLimitName == tokens)
        #expect(version.knowsGPTImage == gptImage)
    }

    @Test(arguments: [
        ("https://a/openai/v1?api-version=preview", "preview"), ("https://a/x?A=1&API-Version=2024-02-01#f", "2024-02-01"),
        ("https://a/x?api-version=2024%2D02-01", "2024-02-01"), ("https://a/x", nil as String?), ("https://a/x?api-version=", nil),
    ])
    func versionsAreFoundInAddresses(target: String, version: String?) {
        #expect(AzureAddress.version(in: target).text == version)
    }
}
