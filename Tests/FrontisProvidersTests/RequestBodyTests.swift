import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What goes over the wire, byte for byte, to a server that refuses whatever the vendor would refuse.
@Suite(.timeLimit(.minutes(10))) struct RequestBodyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var settings: [String: String] = [:]
        var recipe = FrontisProvidersTests.recipe()
        var count = 1
        var model: String?
        var quality: String?
        var body: String
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(
            name: "the default model",
            body: #"{"model":"gpt-image-2","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
        Case(
            name: "16:9, a negative prompt, a seed",
            recipe: recipe(negative: "text, watermark", aspect: "16:9", seed: 7),
            body: #"{"model":"gpt-image-2","prompt":"a night train\n\nAvoid: text, watermark","n":1,"size":"1536x864","quality":"medium","output_format":"png"}"#),
        Case(
            name: "all settings of GPT Image",
            settings: [
                "model": "gpt-image-2.5-flare", "quality": "high", "background": "opaque", "moderation": "low",
                "output-format": "webp", "output-compression": "80", "user": "{\"appkey\": \"x\"}",
            ], recipe: recipe(size: "1024x1536"), count: 3,
            body:
                #"{"model":"gpt-image-2.5-flare","prompt":"a night train","n":3,"size":"1024x1536","quality":"high","background":"opaque","moderation":"low","output_format":"webp","output_compression":80,"user":"{\"appkey\": \"x\"}"}"#
        ),
        Case(
            name: "pins over settings, a transparent recipe over the setting",
            settings: ["model": "gpt-image-2", "quality": "low", "background": "opaque"],
            recipe: recipe(aspect: "1:1", background: .transparent), model: "gpt-image-1.5", quality: "high",
            body: #"{"model":"gpt-image-1.5","prompt":"a night train","n":1,"size":"1024x1024","quality":"high","background":"transparent","output_format":"png"}"#),
        Case(
            name: "three sizes, portrait", settings: ["model": "gpt-image-1-mini"], recipe: recipe(aspect: "9:16"),
            body: #"{"model":"gpt-image-1-mini","prompt":"a night train","n":1,"size":"1024x1536","quality":"medium","output_format":"png"}"#),
        Case(
            name: "no compression for png", settings: ["output-compression": "80"],
            body: #"{"model":"gpt-image-2","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
        Case(
            name: "a dated version stays what it is", settings: ["model": "gpt-image-2-2026-04-21"],
            body: #"{"model":"gpt-image-2-2026-04-21","prompt":"a night train","n":1,"size":"1536x1024","quality":"medium","output_format":"png"}"#),
        Case(
            name: "DALL-E 3", settings: ["model": "dall-e-3", "quality": "hd", "style": "natural"],
            recipe: recipe(aspect: "16:9"),
            body: #"{"model":"dall-e-3","prompt":"a night train","n":1,"size":"1792x1024","quality":"hd","style":"natural","response_format":"b64_json"}"#),
        Case(
            name: "DALL-E 3 does not know GPT Image's settings",
            settings: ["model": "dall-e-3", "moderation": "low", "output-format": "webp", "background": "opaque"],
            recipe: recipe(aspect: "1:1"),
            body: #"{"model":"dall-e-3","prompt":"a night train","n":1,"size":"1024x1024","response_format":"b64_json"}"#),
        Case(
            name: "DALL-E 2", settings: ["model": "dall-e-2", "quality": "hd", "style": "vivid"], count: 4,
            body: #"{"model":"dall-e-2","prompt":"a night train","n":4,"size":"1024x1024","response_format":"b64_json"}"#),
        Case(
            name: "DALL-E 2, an exact size", settings: ["model": "dall-e-2"], recipe: recipe(size: "256x256"),
            body: #"{"model":"dall-e-2","prompt":"a night train","n":1,"size":"256x256","response_format":"b64_json"}"#),
    ]

    @Test(arguments: cases)
    func bodiesAreWhatTheVendorTakes(item: Case) async throws {
        try await withProvider(item.settings, vendor: OpenAIVendor(key: testKey, isGateway: true)) { provider, server in
            let request = try request(item.recipe, count: item.count, model: item.model, quality: item.quality)
            let generation = try await provider.generateAll(request)
            #expect(generation.images.count == item.count)
            let sent = try #require(server.requests(.images).first)
            #expect(String(decoding: sent.body, as: UTF8.self) == item.body)
            #expect(sent.path == "/v1/images/generations")
            #expect(sent.header("authorization") == "Bearer \(testKey)")
            #expect(sent.header("content-type") == "application/json")
            #expect(server.violations.isEmpty)
        }
    }

    /// A model that the table does not have gets nothing that nobody asked for.
    @Test(arguments: [
        ([:], recipe(), #"{"model":"flux-dev","prompt":"a night train","n":1}"#),
        (
            ["quality": "fast", "background": "opaque"], recipe(size: "800x600"),
            #"{"model":"flux-dev","prompt":"a night train","n":1,"size":"800x600","quality":"fast","background":"opaque"}"#
        ),
    ])
    func unknownModelsGetOnlyWhatWasAsked(values: [String: String], recipe: Recipe, body: String) async throws {
        try await withVendor { server in
            server.always(.images, .status(500))
            let registry = registry(values.merging(["model": "flux-dev"]) { $1 }, for: server)
            let provider = try registry.provider(named: Located("art", at: place))
            _ = try await failure(of: provider, try request(recipe))
            #expect(String(decoding: try #require(server.requests.first).body, as: UTF8.self) == body)
            await registry.shutdown()
        }
    }

    @Test func oneDALLE3PictureACall() async throws {
        let vendor = OpenAIVendor(key: testKey, isGateway: true, makesSmallPictures: true)
        try await withProvider(["model": "dall-e-3"], vendor: vendor) { provider, server in
            let request = try request(count: 3)
            #expect(provider.picturesPerCall(for: request) == 1)
            let generation = try await provider.generateAll(request)
            #expect(generation.images.count == 1)
            #expect(server.requests(.images).count == 1)
            #expect(generation.cost == Cost(usd: 0.08, estimated: true))
        }
    }

    @Test func organizationAndProjectAreHeaders() async throws {
        try await withProvider(["organization": "org-1", "project": "proj_2"]) { provider, server in
            _ = try await provider.generateAll(try request())
            let sent = try #require(server.requests.first)
            #expect(sent.header("OpenAI-Organization") == "org-1")
            #expect(sent.header("OpenAI-Project") == "proj_2")
        }
    }

    @Test func referencePicturesGoToEdits() async throws {
        try await withProvider(["moderation": "low"]) { provider, server in
            let picture = TestPNG(width: 8, height: 8, text: "style").bytes
            let references = [
                ReferencePicture(fileName: "../secret plans.png", mediaType: .png, bytes: picture),
                ReferencePicture(fileName: "b.png", mediaType: .png, bytes: picture),
            ]
            let recipe = recipe(references: [try digest("b"), try digest("c")])
            let generation = try await provider.generateAll(try request(recipe, references: references))
            #expect(generation.images.count == 1)
            let sent = try #require(server.requests(.images).first)
            #expect(sent.path == "/v1/images/edits")
            #expect(sent.mediaType == "multipart/form-data")
            let text = String(decoding: sent.body, as: UTF8.self)
            #expect(text.contains("name=\"image[]\"; filename=\"reference-1.png\"\r\nContent-Type: image/png\r\n"))
            #expect(text.contains("name=\"image[]\"; filename=\"reference-2.png\""))
            #expect(text.contains("name=\"prompt\"\r\n\r\na night train\r\n"))
            #expect(text.contains("name=\"size\"\r\n\r\n1536x1024\r\n"))
            #expect(!text.contains("secret plans"))
            #expect(!text.contains("moderation"))
            #expect(server.violations.isEmpty)
        }
    }
}
