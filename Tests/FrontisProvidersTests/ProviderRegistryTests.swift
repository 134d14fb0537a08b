import FrontisCore
import FrontisPictures
import Testing

@testable import FrontisProviders

@Suite struct ProviderRegistryTests {
    private let place = SourceLocation(path: "content/posts/a.md", line: 3, column: 15)

    private func registry(_ blocks: ProviderSettings...) -> ProviderRegistry {
        ProviderRegistry(
            settings: Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, $0) }),
            environment: ProviderEnvironment(process: [:]))
    }

    private func texts(_ blocks: ProviderSettings...) -> [String] {
        ProviderRegistry(
            settings: Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, $0) }),
            environment: ProviderEnvironment(process: [:])
        ).check().map { DiagnosticFormatter().text($0) }
    }

    @Test func openaiAndPatternNeedNoEntry() throws {
        #expect(ProviderRegistry.impliedNames == ["openai", "pattern"])
        let openai = try registry().provider(named: Located("openai", at: place))
        #expect(openai.dialect == "openai")
        #expect(!openai.makesPlaceholders)
        let request = GenerationRequest(recipe: try Samples.recipe(), key: try Samples.key())
        #expect(openai.model(for: request) == "gpt-image-2")
        let pattern = try registry().provider(named: Located("pattern", at: place))
        #expect(pattern.makesPlaceholders)
    }

    @Test(arguments: [
        ("opnai", "unknown provider 'opnai'; did you mean 'openai'?"),
        ("atr", "unknown provider 'atr'; did you mean 'art'?"),
        ("midjourney", "unknown provider 'midjourney'"),
    ])
    func anUnknownProviderIsNamedWithItsNeighbour(name: String, summary: String) throws {
        let registry = registry(Samples.settings([:]))
        let finding = try #require(throws: Diagnostic.self) {
            _ = try registry.provider(named: Located(name, at: place))
        }
        #expect(finding.id == .aiImageUnknownProvider)
        #expect(finding.summary == summary)
        #expect(finding.location == place)
    }

    @Test func wrongSettingsAreFoundWithoutAskingAnyone() {
        #expect(
            texts(Samples.settings(["modl": "x"])).map { $0.split(separator: "\n").first.map(String.init) } == [
                "frontis.yaml:7:5: error: unknown key 'modl' of provider 'art'; did you mean 'model'? "
                    + "[configuration-unknown-key]"
            ])
        let wrong = [
            ("timeout", "soon", "timeout of provider 'art' must be a number above 0, not 'soon'"),
            ("timeout", "0", "timeout of provider 'art' must be a number above 0, not '0'"),
            ("price", "-1", "price of provider 'art' must be a number from 0 on, not '-1'"),
            ("concurrency", "0", "concurrency of provider 'art' must be a whole number from 1 to 64, not '0'"),
            ("style", "vivd", "style of provider 'art' must be vivid, natural, not 'vivd'"),
            ("allow-insecure-http", "yes", "allow-insecure-http of provider 'art' must be true or false, not 'yes'"),
            ("model", "${MODEL}", "model of provider 'art' cannot be taken from an environment variable"),
        ]
        for (key, value, summary) in wrong {
            let found = texts(Samples.settings([key: value]))
            #expect(found.count == 1)
            #expect(found.first?.hasPrefix("frontis.yaml:7:5: error: \(summary) [configuration-value]\n") == true, "\(found)")
        }
        #expect(
            texts(Samples.settings([
                "model": "gpt-image-2", "quality": "high", "api-key": "${KEY}", "base-url": "https://h/v1", "timeout": "2.5",
                "concurrency": "4", "requests-per-minute": "5", "user": "ana", "price": "0", "allow-insecure-http": "true",
                "organization": "o", "project": "p", "style": "vivid", "background": "opaque", "moderation": "low",
                "output-format": "png", "output-compression": "80", "detail": "low",
            ])).isEmpty)
    }

    @Test func listsAndMapsAreNoValues() {
        var settings = Samples.settings([:])
        settings.values["model"] = Located(.list(["a"]), at: place)
        settings.values["api-key"] = Located(.map(["a": "b"]), at: place)
        #expect(registry(settings).check().map(\.summary) == [
            "api-key of provider 'art' must be one value, not a list or a map",
            "model of provider 'art' must be one value, not a list or a map",
        ])
    }

    @Test func unknownDialectsAreFound() throws {
        #expect(
            registry(Samples.settings([:], dialect: "opena")).check().map(\.summary) == [
                "unknown dialect 'opena' of provider 'art'; did you mean 'openai'?"
            ])
        #expect(
            registry(Samples.settings([:], dialect: "art")).check().map(\.summary) == [
                "provider 'art' needs a dialect: its name is none"
            ])
        #expect(throws: Diagnostic.self) {
            _ = try registry(Samples.settings([:], dialect: "opena")).provider(named: Located("art", at: place))
        }
    }

    private func describerModel(_ alt: SiteConfiguration.Alt, images: String, _ blocks: ProviderSettings...) throws -> JSONValue? {
        let registry = ProviderRegistry(
            settings: Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, $0) }),
            environment: ProviderEnvironment(process: [:]))
        let describer = try registry.describer(for: alt, images: Located(images, at: place))
        let openai = try #require(describer as? OpenAIDescriber)
        let request = DescriptionRequest(
            image: [0], mediaType: .png, width: 1, height: 1, language: "en", pageTitle: "", pageSummary: "", maxLength: 125)
        return try openai.body(for: request)["model"]
    }

    @Test func theDescriberIsTheImagesProviderWithItsOwnModel() throws {
        let art = Samples.settings(["model": "gpt-image-2"])
        #expect(try describerModel(.init(), images: "art", art) == .text("gpt-5.4-mini"))
        var alt = SiteConfiguration.Alt()
        alt.settings["model"] = Located(.scalar("gpt-4o"), at: place)
        #expect(try describerModel(alt, images: "art", art) == .text("gpt-4o"))
        var named = SiteConfiguration.Alt()
        named.provider = Located("words", at: place)
        #expect(try describerModel(named, images: "art", art, Samples.settings(["model": "gpt-6-luna"], name: "words")) == .text("gpt-6-luna"))
    }

    @Test func patternHasNoDescriberAndWrongKeysAreFound() throws {
        let images = Located("pattern", at: place)
        let describer = try registry().describer(for: .init(), images: images)
        #expect(describer == nil)
        var alt = SiteConfiguration.Alt()
        alt.provider = Located("openai", at: place)
        alt.settings["detial"] = Located(.scalar("low"), at: place)
        let finding = try #require(throws: Diagnostic.self) { _ = try registry().describer(for: alt, images: images) }
        #expect(finding.summary == "unknown key 'detial' of alt; did you mean 'detail'?")
        alt.provider = Located("opnai", at: place)
        let unknown = try #require(throws: Diagnostic.self) { _ = try registry().describer(for: alt, images: images) }
        #expect(unknown.id == .aiImageUnknownProvider)
    }

    @Test func patternDrawsWhatItsKeySays() async throws {
        let provider = try registry().provider(named: Located("pattern", at: place))
        let request = GenerationRequest(recipe: try Samples.recipe(shape: "320x200"), key: try Samples.key(), count: 3)
        let made = try await provider.generate(request)
        #expect(made.images.count == 1)
        #expect(made.cost == Cost(usd: 0, estimated: false))
        let picture = try #require(made.images.first)
        let info = try PictureInspector.inspect(picture)
        #expect(info == PictureInfo(mediaType: .png, width: 320, height: 200))
        let again = try await provider.generate(request)
        #expect(again.images == made.images)
    }
}
