import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Alt texts and prompts by chat completions at Azure.
@Suite(.timeLimit(.minutes(10))) struct AzureConversationTests {
    private let picture = TestPNG(width: 64, height: 64, text: "a picture").bytes

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var settings = ["endpoint": "ORIGIN", "deployment": "pictures", "model": "dall-e-3"]
        var alt: [String: String]
        var path: String
        var query: String?
        var model: String?
        var isStructured = true
        var tokens = "max_completion_tokens"
        var hasTemperature = false
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "a deployment beside that of the pictures", alt: ["deployment": "eyes", "model": "gpt-4o"],
            path: "/openai/deployments/eyes/chat/completions", query: "api-version=2024-10-21", hasTemperature: true),
        Case(
            name: "a model that nobody has named", alt: ["deployment": "eyes"],
            path: "/openai/deployments/eyes/chat/completions", query: "api-version=2024-10-21"),
        Case(
            name: "a model that reasons", alt: ["deployment": "mind", "model": "gpt-5.4-mini"],
            path: "/openai/deployments/mind/chat/completions", query: "api-version=2024-10-21"),
        Case(
            name: "a version without schemas",
            alt: ["deployment": "eyes", "model": "gpt-4o", "api-version": "2024-02-01"],
            path: "/openai/deployments/eyes/chat/completions", query: "api-version=2024-02-01", isStructured: false,
            tokens: "max_tokens", hasTemperature: true),
        Case(
            name: "a version with schemas and the old limit",
            alt: ["deployment": "eyes", "model": "gpt-4o", "api-version": "2024-08-01-preview"],
            path: "/openai/deployments/eyes/chat/completions", query: "api-version=2024-08-01-preview",
            tokens: "max_tokens", hasTemperature: true),
        Case(
            name: "two target URIs",
            settings: [
                "target-uri": "ORIGIN/openai/deployments/pictures/images/generations?api-version=2024-10-21",
                "model": "dall-e-3",
            ],
            alt: [
                "target-uri": "ORIGIN/openai/deployments/eyes/chat/completions?api-version=2024-02-01", "model": "gpt-4o",
            ],
            path: "/openai/deployments/eyes/chat/completions", query: "api-version=2024-02-01", isStructured: false,
            tokens: "max_tokens", hasTemperature: true),
        Case(
            name: "a target URI in place of a deployment",
            alt: ["target-uri": "ORIGIN/openai/v1/chat/completions", "model": "eyes"], path: "/openai/v1/chat/completions",
            model: "eyes"),
        Case(
            name: "version 1", settings: ["endpoint": "ORIGIN/openai/v1", "model": "gpt-image-2"],
            alt: ["model": "mind"], path: "/openai/v1/chat/completions", model: "mind"),
    ]

    @Test(arguments: cases)
    func picturesAreDescribed(item: Case) async throws {
        try await withAzure(item.settings) { registry, server in
            let alt = item.alt.mapValues { $0.replacing("ORIGIN", with: server.origin) }
            let describer = try #require(try registry.describer(alt))
            #expect(describer.dialect == "azure-openai")
            let description = try await describer.describe(descriptionRequest(of: picture))
            #expect(description.text == OpenAIVendor.altText(of: picture, language: "en"))
            let sent = try #require(server.requests(.chat).first)
            #expect(sent.path == item.path)
            #expect(sent.query == item.query)
            #expect(sent.header("api-key") == azureKey)
            let body = try #require(sent.json?.object)
            #expect(body["model"]?.string == item.model)
            #expect((body["response_format"] != nil) == item.isStructured)
            #expect(body["max_tokens", default: nil] == (item.tokens == "max_tokens" ? 1000 : nil))
            #expect(body["max_completion_tokens", default: nil] == (item.tokens == "max_tokens" ? nil : 1000))
            #expect((body["temperature"] != nil) == item.hasTemperature)
            let ending = item.isStructured ? "Answer with alt," : "Answer with the alt text alone"
            #expect(String(decoding: sent.body, as: UTF8.self).contains(ending))
            // The answer says which model it was, so the price is known even where the settings do not say it.
            let cost = try #require(description.cost)
            #expect(cost.usd == server.ledger.money)
            #expect(server.violations.isEmpty)
        }
    }

    @Test(arguments: ["2024-10-21", "2024-02-01"])
    func promptsAreWritten(version: String) async throws {
        try await withAzure { registry, server in
            let alt = altSettings(["deployment": "eyes", "model": "gpt-4o", "api-version": version])
            let writer = try #require(try registry.promptWriter(for: alt, images: Located("art", at: place)))
            let asked = PromptRequest(pageTitle: "Boats", pageSummary: "", text: "Of boats.", language: "en")
            let prompt = try await writer.writePrompt(asked)
            #expect(prompt.text == OpenAIVendor.prompt(title: "Boats", language: "en"))
            #expect(server.requests(.prompt).count == 1)
            #expect(server.violations.isEmpty)
        }
    }

    @Test func refusalsNameWhatWasFiltered() async throws {
        try await withAzure { registry, server in
            let describer = try #require(try registry.describer(["deployment": "eyes"]))
            let output = #"{"choices":[{"finish_reason":"content_filter","message":{"content":null},"content_filter_results":{"violence":{"filtered":true},"hate":{"filtered":false}}}]}"#
            let input =
                #"{"error":{"message":"The response was filtered.","code":"content_filter","innererror":{"code":"ResponsibleAIPolicyViolation","content_filter_result":{"sexual":{"filtered":true}}}}}"#
            server.script(.chat, [.status(200, body: output), .status(400, body: input), .refused])
            let messages = [
                "the model would not describe the picture: its answer was filtered for violence",
                "refused: The response was filtered. (filtered: sexual)",
                "the model would not describe the picture: I'm sorry, I can't help with that.",
            ]
            for message in messages {
                let failure = try await failure(of: describer, descriptionRequest(of: picture))
                #expect(failure.kind == .refused)
                #expect(failure.message == message)
            }
        }
    }

    /// The deployment that draws does not look at pictures; nobody has said which one does.
    @Test(arguments: [
        ["endpoint": "https://a.openai.azure.com", "deployment": "pictures", "model": "dall-e-3"],
        ["endpoint": "https://a.openai.azure.com/openai/v1", "model": "gpt-image-2"],
        ["target-uri": "https://a.openai.azure.com/openai/deployments/p/images/generations?api-version=2024-10-21"],
    ])
    func theDeploymentThatDrawsIsNotAskedToDescribe(values: [String: String]) throws {
        let registry = azureRegistry(azureBlock(values))
        #expect(try registry.describer([:]) == nil)
        #expect(try registry.promptWriter(for: altSettings([:]), images: Located("art", at: place)) == nil)
        let finding = try #require(throws: Diagnostic.self) { _ = try registry.describer(["detail": "high"]) }
        #expect(finding.summary == "provider 'art' names no deployment that looks at pictures")
        #expect(
            finding.help
                == "write deployment: NAME, under alt: or in a provider of its own; or target-uri: with the whole address; "
                + "or model: with an endpoint that ends in /openai/v1")
    }

    @Test func anAddressForPicturesDoesNotDescribe() throws {
        let registry = azureRegistry(azureBlock(["deployment": "p"]))
        let target = "https://a.openai.azure.com/openai/deployments/p/images/generations?api-version=2024-10-21"
        let finding = try #require(throws: Diagnostic.self) { _ = try registry.describer(["target-uri": target]) }
        #expect(finding.summary == "target-uri of provider 'art' makes pictures and does not look at them")
    }

    /// A block of its own for conversations needs nothing that draws.
    @Test func aBlockOfItsOwnDescribes() async throws {
        let chat = ProviderSettings(
            name: "eyes", dialect: Located("azure-openai", at: place),
            values: ["endpoint": "https://a.openai.azure.com", "deployment": "eyes"].mapValues { Located(.scalar($0), at: place) })
        let registry = ProviderRegistry(
            settings: ["eyes": chat], environment: ProviderEnvironment(process: [:]),
            today: PageDate(year: 2026, month: 11, day: 21))
        var alt = SiteConfiguration.Alt()
        alt.provider = Located("eyes", at: place)
        #expect(registry.check().isEmpty)
        #expect(try registry.describer(for: alt, images: Located("openai", at: place))?.model == "eyes")
    }
}
