import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What goes to Google, byte for byte, to a server that refuses whatever the vendor would refuse.
@Suite(.timeLimit(.minutes(10))) struct GoogleBodyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var dialect = "vertex-imagen"
        var entry = GoogleEntry.serviceAccount
        var settings: [String: String] = [:]
        var recipe = FrontisProvidersTests.recipe()
        var count = 1
        var model: String?
        var quality: String?
        var path: String
        var body: String
        var testDescription: String { name }
    }

    private static func vertex(_ model: String, _ method: String, location: String = "us-central1") -> String {
        "/v1/projects/test-project/locations/\(location)/publishers/google/models/\(model):\(method)"
    }

    static let cases: [Case] = [
        Case(
            name: "the default model of Imagen", path: vertex("imagen-4.0-generate-001", "predict"),
            body:
                #"{"instances":[{"prompt":"a night train"}],"parameters":{"sampleCount":1,"aspectRatio":"4:3","includeRaiReason":true}}"#
        ),
        Case(
            name: "all settings of Imagen",
            settings: [
                "person-generation": "allow_adult", "safety-setting": "block_only_high", "add-watermark": "false",
                "enhance-prompt": "true", "guidance-scale": "7.5", "language": "pt", "sample-image-size": "2K",
                "output-format": "jpeg", "output-compression": "80", "location": "europe-west4",
            ], recipe: recipe(negative: "text", aspect: "16:9", seed: 7), count: 4,
            path: vertex("imagen-4.0-generate-001", "predict", location: "europe-west4"),
            body:
                #"{"instances":[{"prompt":"a night train\n\nAvoid: text"}],"parameters":{"sampleCount":4,"aspectRatio":"16:9","guidanceScale":7.5,"seed":7,"safetySetting":"block_only_high","personGeneration":"allow_adult","includeRaiReason":true,"language":"pt","outputOptions":{"mimeType":"image/jpeg","compressionQuality":80},"addWatermark":false,"sampleImageSize":"2K","enhancePrompt":true}}"#
        ),
        Case(
            name: "a seed never turns the watermark off", recipe: recipe(aspect: "1:1", seed: 7),
            path: vertex("imagen-4.0-generate-001", "predict"),
            body:
                #"{"instances":[{"prompt":"a night train"}],"parameters":{"sampleCount":1,"aspectRatio":"1:1","includeRaiReason":true}}"#
        ),
        Case(
            name: "an early model has a place for the negative prompt, and eight pictures",
            settings: ["sample-image-size": "256", "enhance-prompt": "true", "output-format": "png", "output-compression": "5"],
            recipe: recipe(negative: "text, watermark", aspect: "9:20"), count: 8, model: "imagegeneration@002",
            path: vertex("imagegeneration@002", "predict"),
            body:
                #"{"instances":[{"prompt":"a night train"}],"parameters":{"sampleCount":8,"aspectRatio":"9:16","negativePrompt":"text, watermark","includeRaiReason":true,"outputOptions":{"mimeType":"image/png"},"sampleImageSize":"256"}}"#
        ),
        Case(
            name: "a fast model takes no size", settings: ["sample-image-size": "2K"], recipe: recipe(aspect: "3:4"),
            model: "imagen-4.0-fast-generate-001", quality: nil, path: vertex("imagen-4.0-fast-generate-001", "predict"),
            body:
                #"{"instances":[{"prompt":"a night train"}],"parameters":{"sampleCount":1,"aspectRatio":"3:4","includeRaiReason":true}}"#
        ),
        Case(
            name: "Imagen by API key takes less", dialect: "gemini", entry: .key,
            settings: ["model": "imagen-4.0-generate-001", "person-generation": "dont_allow", "image-size": "2K"],
            recipe: recipe(negative: "text", aspect: "1:1", seed: 3), path: "/v1beta/models/imagen-4.0-generate-001:predict",
            body:
                #"{"instances":[{"prompt":"a night train\n\nAvoid: text"}],"parameters":{"sampleCount":1,"aspectRatio":"1:1","personGeneration":"dont_allow","includeRaiReason":true,"sampleImageSize":"2K"}}"#
        ),
        Case(
            name: "the default model of Gemini", dialect: "gemini", entry: .key,
            path: "/v1beta/models/gemini-3.1-flash-image:generateContent",
            body:
                #"{"contents":[{"role":"user","parts":[{"text":"a night train"}]}],"generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"3:2"}}}"#
        ),
        Case(
            name: "Gemini on Vertex AI", dialect: "gemini", entry: .user,
            settings: ["quality": "2K", "person-generation": "dont_allow", "location": "global"],
            recipe: recipe(negative: "text", aspect: "3:1", seed: 3),
            path: vertex("gemini-3.1-flash-image", "generateContent", location: "global"),
            body:
                #"{"contents":[{"role":"user","parts":[{"text":"a night train\n\nAvoid: text"}]}],"generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"21:9","imageSize":"2K","personGeneration":"ALLOW_NONE"}}}"#
        ),
        Case(
            name: "a model without sizes gets none; a pin comes before the setting", dialect: "gemini", entry: .key,
            settings: ["image-size": "4K", "person-generation": "allow_all"], recipe: recipe(aspect: "4:5"),
            model: "gemini-2.5-flash-image", path: "/v1beta/models/gemini-2.5-flash-image:generateContent",
            body:
                #"{"contents":[{"role":"user","parts":[{"text":"a night train"}]}],"generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"4:5"}}}"#
        ),
        Case(
            name: "a quality pin over the settings", dialect: "gemini", entry: .key,
            settings: ["image-size": "1K", "quality": "2K", "model": "gemini-3-pro-image"], quality: "4K",
            path: "/v1beta/models/gemini-3-pro-image:generateContent",
            body:
                #"{"contents":[{"role":"user","parts":[{"text":"a night train"}]}],"generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"3:2","imageSize":"4K"}}}"#
        ),
        Case(
            name: "Imagen's account can draw with the successor", entry: .machine, model: "gemini-3.1-flash-image",
            path: vertex("gemini-3.1-flash-image", "generateContent"),
            body:
                #"{"contents":[{"role":"user","parts":[{"text":"a night train"}]}],"generationConfig":{"responseModalities":["IMAGE"],"imageConfig":{"aspectRatio":"3:2"}}}"#
        ),
    ]

    @Test(arguments: cases)
    func bodiesAreWhatTheVendorTakes(item: Case) async throws {
        try await withGoogle(item.dialect, item.entry, item.settings) { google in
            let request = try request(item.recipe, count: item.count, model: item.model, quality: item.quality)
            let generation = try await google.provider().generateAll(request)
            #expect(generation.images.count == item.count)
            #expect(generation.shortfall == nil)
            let sent = try #require(google.server.requests(.images).first)
            #expect(String(decoding: sent.body, as: UTF8.self) == item.body)
            #expect(sent.path == item.path)
            #expect(sent.header("content-type") == "application/json")
            #expect(google.server.violations.isEmpty)
            let cost = try #require(generation.cost)
            #expect(cost.usd == google.server.ledger.money)
        }
    }

    @Test func referencePicturesAreParts() async throws {
        try await withGoogle("gemini", .key) { google in
            let picture = TestPNG(width: 8, height: 8, text: "style").bytes
            let reference = ReferencePicture(fileName: "../secret plans.png", mediaType: .png, bytes: picture)
            let recipe = recipe(references: [try digest("b")])
            let generation = try await google.provider().generateAll(try request(recipe, references: [reference]))
            #expect(generation.images.count == 1)
            let sent = try #require(google.server.requests(.images).first)
            let part = #"{"inlineData":{"mimeType":"image/png","data":"\#(picture.base64)"}}"#
            #expect(String(decoding: sent.body, as: UTF8.self).contains(#""parts":[{"text":"a night train"},\#(part)]"#))
            #expect(google.server.violations.isEmpty)
        }
    }

    @Test func geminiMakesOnePictureACall() async throws {
        try await withGoogle("gemini", .key) { google in
            let request = try request(count: 3)
            #expect(try google.provider().picturesPerCall(for: request) == 1)
            let generation = try await google.provider().generateAll(request)
            #expect(generation.images.count == 1)
            #expect(google.server.requests(.images).count == 1)
            let cost = try #require(generation.cost)
            #expect(!cost.estimated)
            #expect(cost.usd == google.server.ledger.money)
        }
    }

    /// The same seed would make the same pictures again.
    @Test func imagenMakesFourACallAndOtherSeedsInTheNext() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount, ["add-watermark": "false"]) { google in
            var request = try request(recipe(seed: 4_294_967_295), count: 6)
            #expect(try google.provider().picturesPerCall(for: request) == 4)
            #expect(try await google.provider().generateAll(request).images.count == 4)
            (request.count, request.made) = (2, 4)
            #expect(try await google.provider().generateAll(request).images.count == 2)
            let parameters = google.server.requests(.images).map { $0.json?["parameters"] }
            #expect(parameters.map { $0?["sampleCount"]?.integer } == [4, 2])
            #expect(parameters.map { $0?["seed"]?.integer } == [4_294_967_295, 3])
            #expect(google.server.requests(.token).count == 1)
            #expect(google.server.violations.isEmpty)
        }
    }

    /// Some answers mark the one picture that there is as a thought; of several pictures the last is the finished one.
    @Test(arguments: [
        (#"{"thought":true,"inlineData":{"data":"QUJD"}}"#, "ABC", 0),
        (#"{"thought":true,"inlineData":{"data":"QUJD"}},{"thought":true,"inlineData":{"data":"REVG"}},{"text":"Here."}"#, "DEF", 0),
        (#"{"inlineData":{"data":"QUJD"}},{"inlineData":{"data":"REVG"}},{"thought":true,"inlineData":{"data":"R0hJ"}}"#, "DEF", 1),
    ])
    func theLastPictureThatThereIsIsKept(parts: String, picture: String, surplus: Int) async throws {
        try await withGoogle("gemini", .key) { google in
            google.server.script(
                .images,
                [.status(200, body: #"{"candidates":[{"content":{"parts":[\#(parts)]},"finishReason":"STOP"}]}"#)])
            let generation = try await google.provider().generate(try request())
            #expect(generation.images == [Array(picture.utf8)])
            #expect(generation.surplus == surplus)
        }
    }

    @Test func thoughtsAreNoPictures() async throws {
        try await withGoogle("gemini", .key) { google in
            let generation = try await google.provider().generateAll(try request())
            #expect(generation.images == [TestPNG(width: 64, height: 64, text: "gemini-3.1-flash-image a night train").bytes])
        }
    }

    @Test func rewordedPromptsAreKept() async throws {
        try await withGoogle("vertex-imagen", .serviceAccount, ["enhance-prompt": "true"]) { google in
            let generation = try await google.provider().generateAll(try request())
            #expect(generation.revisedPrompt == "a night train, in rich detail")
        }
    }

    @Test(arguments: [
        ("us-central1", "https://us-central1-aiplatform.googleapis.com"), ("global", "https://aiplatform.googleapis.com"),
        ("eu", "https://aiplatform.eu.rep.googleapis.com"), ("us", "https://aiplatform.us.rep.googleapis.com"),
    ])
    func theEndpointFollowsFromTheLocation(location: String, origin: String) {
        #expect(GoogleService.origin(of: location) == origin)
    }

    @Test(arguments: [
        (["location": "us/../x"], "location of provider 'art' is not the name of a region"),
        (["location": "evil.example.com#"], "location of provider 'art' is not the name of a region"),
        (["endpoint": "ftp://x"], "endpoint of provider 'art' is not an http or https address"),
        (["api-key": "k"], "provider 'art' has api-key, which is the Gemini API's, and credentials, which is Vertex AI's"),
    ])
    func settingsThatCannotBeUsed(values: [String: String], message: String) async throws {
        try await withGoogle("gemini", .serviceAccount, values) { google in
            let failure = try await failure(of: try google.provider(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(failure.message == message)
            #expect(google.server.requests.isEmpty)
        }
    }

    /// The key of the vendor's own is not for a server of somebody else's.
    @Test func theUsualKeyGoesOnlyToTheVendor() async throws {
        try await withGoogle("gemini", .key, ["api-key": ""], environment: ["GEMINI_API_KEY": "AIza-own"]) { google in
            _ = try await failure(of: try google.provider(), try request())
            #expect(google.server.requests.first?.header("x-goog-api-key") == nil)
        }
        let none = ProviderRegistry(settings: [:], environment: ProviderEnvironment(process: [:]))
        let unset = try await failure(of: try none.provider(named: Located("gemini", at: place)), try request())
        #expect(
            unset.message
                == "environment variable GEMINI_API_KEY is not set, and provider 'gemini' needs it for api-key")
    }
}
