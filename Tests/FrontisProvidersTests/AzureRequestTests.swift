import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What goes to Azure over the wire: address, credential and body, to a server that refuses whatever Azure refuses.
@Suite(.timeLimit(.minutes(10))) struct AzureRequestTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var settings: [String: String]
        var recipe = FrontisProvidersTests.recipe()
        var model: String?
        var path: String
        var query: String?
        var body: String
        var testDescription: String { name }
    }

    private static let dallE3 =
        #"{"prompt":"a night train","n":1,"size":"1792x1024","quality":"hd","style":"natural","response_format":"b64_json"}"#
    private static let plain = #"{"prompt":"a night train","n":1,"size":"1792x1024","response_format":"b64_json"}"#

    static let cases: [Case] = [
        Case(
            name: "a deployment",
            settings: [
                "endpoint": "ORIGIN/", "deployment": "pictures", "model": "dall-e-3", "quality": "hd",
                "style": "natural",
            ], recipe: recipe(aspect: "16:9"),
            path: "/openai/deployments/pictures/images/generations", query: "api-version=2024-10-21", body: dallE3),
        Case(
            name: "an endpoint that says openai already",
            settings: ["endpoint": "ORIGIN/openai", "deployment": "pictures", "model": "dall-e-3", "api-version": "2024-02-01"],
            path: "/openai/deployments/pictures/images/generations", query: "api-version=2024-02-01", body: plain),
        Case(
            name: "a name that an address cannot hold",
            settings: ["endpoint": "ORIGIN", "deployment": "drawn/in ink é", "model": "dall-e-3"],
            path: "/openai/deployments/drawn%2Fin%20ink%20%C3%A9/images/generations", query: "api-version=2024-10-21",
            body: plain),
        Case(
            name: "a deployment that is called like its model",
            settings: [
                "endpoint": "ORIGIN", "deployment": "gpt-image-2", "api-version": "2025-04-01-preview",
                "output-format": "jpeg", "output-compression": "80", "user": #"{"appkey": "blog-7"}"#,
            ],
            path: "/openai/deployments/gpt-image-2/images/generations", query: "api-version=2025-04-01-preview",
            body:
                #"{"prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"jpeg","output_compression":80,"user":"{\"appkey\": \"blog-7\"}"}"#
        ),
        Case(
            name: "a deployment that nobody knows gets only what was asked",
            settings: ["endpoint": "ORIGIN", "deployment": "pictures", "quality": "hd"], recipe: recipe(size: "1024x1024"),
            path: "/openai/deployments/pictures/images/generations", query: "api-version=2024-10-21",
            body: #"{"prompt":"a night train","n":1,"size":"1024x1024","quality":"hd"}"#),
        Case(
            name: "a target URI",
            settings: [
                "target-uri": "ORIGIN/openai/deployments/pictures/images/generations?api-version=2024-06-01",
                "model": "dall-e-3",
            ],
            path: "/openai/deployments/pictures/images/generations", query: "api-version=2024-06-01", body: plain),
        Case(
            name: "version 1", settings: ["endpoint": "ORIGIN/openai/v1", "model": "gpt-image-2"],
            path: "/openai/v1/images/generations",
            body: #"{"model":"gpt-image-2","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
        Case(
            name: "version 1, a version, a deployment and its model",
            settings: [
                "endpoint": "ORIGIN/openai/v1/", "api-version": "preview", "deployment": "pictures", "model": "dall-e-3",
            ],
            path: "/openai/v1/images/generations", query: "api-version=preview",
            body: #"{"model":"pictures","prompt":"a night train","n":1,"size":"1792x1024","response_format":"b64_json"}"#),
        Case(
            name: "version 1, another deployment is pinned",
            settings: ["endpoint": "ORIGIN/openai/v1", "model": "pictures"], model: "gpt-image-2",
            path: "/openai/v1/images/generations",
            body: #"{"model":"gpt-image-2","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
        Case(
            name: "version 1 as a target URI",
            settings: ["target-uri": "ORIGIN/openai/v1/images/generations?api-version=preview", "model": "gpt-image-2"],
            path: "/openai/v1/images/generations", query: "api-version=preview",
            body: #"{"model":"gpt-image-2","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
    ]

    @Test(arguments: cases)
    func requestsAreWhatAzureTakes(item: Case) async throws {
        try await withAzure(item.settings) { registry, server in
            #expect(registry.check().isEmpty)
            let generation = try await registry.art().generateAll(try request(item.recipe, model: item.model))
            #expect(generation.images.count == 1)
            let sent = try #require(server.requests(.images).first)
            #expect(sent.path == item.path)
            #expect(sent.query == item.query)
            #expect(String(decoding: sent.body, as: UTF8.self) == item.body)
            #expect(sent.header("api-key") == azureKey)
            #expect(sent.header("authorization") == nil)
            #expect(sent.header("content-type") == "application/json")
            #expect(server.violations.isEmpty)
        }
    }

    @Test func theEnvironmentStandsInWhereNothingIsWritten() async throws {
        let environment = ["AZURE_OPENAI_API_KEY": azureKey, "AZURE_OPENAI_ENDPOINT": "ORIGIN/"]
        try await withAzure(["deployment": "pictures", "model": "dall-e-3"], environment: environment) { registry, server in
            #expect(registry.check().isEmpty)
            let made = try await registry.art().generateAll(try request())
            #expect(made.images.count == 1)
            #expect(server.requests.first?.path == "/openai/deployments/pictures/images/generations")
        }
        // What is written comes first.
        let other = ["AZURE_OPENAI_API_KEY": "another", "AZURE_OPENAI_ENDPOINT": "http://127.0.0.1:1", "KEY": azureKey]
        let values = ["endpoint": "ORIGIN", "deployment": "pictures", "model": "dall-e-3", "api-key": "${KEY}"]
        try await withAzure(values, environment: other) { registry, server in
            let made = try await registry.art().generateAll(try request())
            #expect(made.images.count == 1)
            #expect(server.violations.isEmpty)
        }
    }

    @Test(arguments: [
        (["deployment": "pictures"], "AZURE_OPENAI_ENDPOINT", "endpoint"),
        (["deployment": "pictures", "endpoint": "${MY_ENDPOINT}"], "MY_ENDPOINT", "endpoint"),
        (["deployment": "pictures", "endpoint": "http://127.0.0.1:1"], "AZURE_OPENAI_API_KEY", "api-key"),
        (["target-uri": "${MY_URI}"], "MY_URI", "target-uri"),
        (["deployment": "pictures", "endpoint": "http://127.0.0.1:1", "token": "${MY_TOKEN}"], "MY_TOKEN", "token"),
    ])
    func anUnsetVariableIsNamed(values: [String: String], variable: String, key: String) async throws {
        let registry = azureRegistry(azureBlock(values), environment: [:])
        #expect(registry.check().isEmpty)
        let failure = try await failure(of: registry.art(), try request())
        #expect(failure.kind == .unconfigured)
        #expect(failure.message == "environment variable \(variable) is not set, and provider 'art' needs it for \(key)")
        await registry.shutdown()
    }

    @Test(arguments: [
        (
            ["endpoint": "ORIGIN", "deployment": "gpt-image-2", "api-version": "2025-04-01-preview"],
            "/openai/deployments/gpt-image-2/images/edits", "api-version=2025-04-01-preview"
        ),
        (
            ["target-uri": "ORIGIN/openai/deployments/gpt-image-2/images/generations?api-version=2025-04-01-preview"],
            "/openai/deployments/gpt-image-2/images/edits", "api-version=2025-04-01-preview"
        ),
        (["endpoint": "ORIGIN/openai/v1", "model": "gpt-image-2"], "/openai/v1/images/edits", nil as String?),
    ])
    func referencePicturesGoToEdits(values: [String: String], path: String, query: String?) async throws {
        try await withAzure(values) { registry, server in
            let picture = TestPNG(width: 8, height: 8, text: "style").bytes
            let reference = ReferencePicture(fileName: "b.png", mediaType: .png, bytes: picture)
            let recipe = recipe(references: [try digest("b")])
            let generation = try await registry.art().generateAll(try request(recipe, references: [reference]))
            #expect(generation.images.count == 1)
            let sent = try #require(server.requests(.images).first)
            #expect(sent.path == path)
            #expect(sent.query == query)
            #expect(String(decoding: sent.body, as: UTF8.self).contains("name=\"image[]\"; filename=\"reference-1.png\""))
            #expect(server.violations.isEmpty)
        }
    }

    /// An address that was pasted for edits makes pictures from words as well.
    @Test func aTargetURIOfEditsIsTurnedRound() async throws {
        let target = "ORIGIN/openai/deployments/gpt-image-2/images/edits?api-version=2025-04-01-preview"
        try await withAzure(["target-uri": target]) { registry, server in
            let made = try await registry.art().generateAll(try request())
            #expect(made.images.count == 1)
            #expect(server.requests.first?.path == "/openai/deployments/gpt-image-2/images/generations")
        }
    }

    @Test func picturesAreFetchedWithoutTheKey() async throws {
        let vendor = AzureVendor(
            AzureDoor(.key, secret: azureKey), deployments: azureDeployments, answersAddresses: true,
            makesSmallPictures: true)
        try await withAzure(vendor: vendor) { registry, server in
            let generation = try await registry.art().generateAll(try request(recipe(aspect: "1:1")))
            #expect(generation.images.count == 1)
            #expect(generation.model == "dall-e-3")
            #expect(generation.cost == Cost(usd: 0.044, estimated: true))
            #expect(abs(server.ledger.usd - 0.044) < 1e-9)
            #expect(server.requests.map(\.kind) == [.images, .download])
            #expect(server.requests.last?.header("api-key") == nil)
            #expect(server.violations.isEmpty)
        }
    }
}
