import Foundation
import FrontisText
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

@Suite(.timeLimit(.minutes(10))) struct RegistryTests {
    private func make(_ blocks: [ProviderSettings], _ environment: [String: String] = [:]) -> ProviderRegistry {
        ProviderRegistry(
            settings: Dictionary(uniqueKeysWithValues: blocks.map { ($0.name, $0) }),
            environment: ProviderEnvironment(process: environment), today: PageDate(year: 2026, month: 11, day: 21))
    }

    private func named(_ name: String) -> Located<String> {
        Located(name, at: SourceLocation(path: "content/a.md", line: 5, column: 13, length: name.count))
    }

    @Test func theUsualProvidersNeedNoEntry() throws {
        let registry = make([])
        let openAI = try registry.provider(named: named("openai"))
        #expect(openAI.dialect == "openai")
        #expect(!openAI.makesPlaceholders)
        #expect(try openAI.model(for: request()) == "gpt-image-2")
        let pattern = try registry.provider(named: named("pattern"))
        #expect(pattern.dialect == "pattern")
        #expect(pattern.makesPlaceholders)
        #expect(ProviderRegistry.impliedNames == ["gemini", "openai", "pattern"])
        let docs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "docs")
        for (file, words) in [
            ("configuration.md", "a name under `providers`, or `openai`, `gemini` or `pattern`"),
            ("commands.md", "one of `frontis.yaml`, or `openai`, `gemini` or `pattern`"),
        ] {
            #expect(try String(contentsOf: docs.appending(path: file), encoding: .utf8).contains(words), "\(file)")
        }
    }

    @Test(arguments: [
        ("opnai", "unknown provider 'opnai'; did you mean 'openai'?"), ("arts", "unknown provider 'arts'; did you mean 'art'?"),
        ("midjourney", "unknown provider 'midjourney'"),
    ])
    func unknownNamesAreReported(name: String, summary: String) throws {
        let error = try #require(throws: Diagnostic.self) {
            try make([settings("art")]).provider(named: named(name))
        }
        #expect(
            DiagnosticFormatter().text(error) == """
                content/a.md:5:13: error: \(summary) [ai-image-unknown-provider]
                  help: providers are defined under 'providers:' in frontis.yaml; gemini, openai and pattern need no entry

                """)
    }

    @Test(arguments: [
        (["qualty": "low"], "unknown key 'qualty' of provider 'art'; did you mean 'quality'?", "configuration-unknown-key"),
        (["apikey": "x"], "unknown key 'apikey' of provider 'art'; did you mean 'api-key'?", "configuration-unknown-key"),
        (["zzz": "1"], "unknown key 'zzz' of provider 'art'", "configuration-unknown-key"),
        (["concurrency": "many"], "concurrency of provider 'art' must be a whole number from 1 to 64, not 'many'", "configuration-value"),
        (["concurrency": "0"], "concurrency of provider 'art' must be a whole number from 1 to 64, not '0'", "configuration-value"),
        (["timeout": "-1"], "timeout of provider 'art' must be a number above 0, not '-1'", "configuration-value"),
        (["requests-per-minute": "0"], "requests-per-minute of provider 'art' must be a number above 0, not '0'", "configuration-value"),
        (["price": "free"], "price of provider 'art' must be a number from 0 on, not 'free'", "configuration-value"),
        (["allow-insecure-http": "yes"], "allow-insecure-http of provider 'art' must be true or false, not 'yes'", "configuration-value"),
        (["style": "loud"], "style of provider 'art' must be vivid, natural, not 'loud'", "configuration-value"),
        (["output-compression": "101"], "output-compression of provider 'art' must be a whole number from 0 to 100, not '101'", "configuration-value"),
        (["model": "${MODEL}"], "model of provider 'art' cannot be taken from an environment variable", "configuration-value"),
    ])
    func settingsAreCheckedAtTheirPlace(values: [String: String], summary: String, id: String) throws {
        let findings = make([settings("art", "openai", values)]).check()
        #expect(findings.map(\.summary) == [summary])
        #expect(findings.map(\.id.rawValue) == [id])
        #expect(findings.map(\.location) == [place])
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func everySettingThatIsDocumentedIsTaken() {
        let values = [
            "model": "gpt-image-2", "quality": "low", "requests-per-minute": "5", "concurrency": "4", "timeout": "90",
            "user": "u", "price": "0", "allow-insecure-http": "true", "api-key": "${KEY}",
            "base-url": "https://api.example.com/v1", "organization": "o", "project": "p", "style": "vivid",
            "background": "auto", "moderation": "auto", "output-format": "png", "output-compression": "50",
        ]
        #expect(make([settings("art", "openai", values)]).check().isEmpty)
    }

    @Test func listsAreNoValues() {
        var block = settings("art")
        block.values["model"] = Located(.list(["a", "b"]), at: place)
        #expect(make([block]).check().map(\.summary) == ["model of provider 'art' must be one value, not a list or a map"])
    }

    @Test func dialectsHaveToBeKnown() throws {
        let registry = make([settings("art", "opanai"), settings("zebra", "zebra")])
        let summaries = [
            "unknown dialect 'opanai' of provider 'art'; did you mean 'openai'?",
            "provider 'zebra' needs a dialect: its name is none",
        ]
        #expect(registry.check().map(\.summary) == summaries)
        let error = try #require(throws: Diagnostic.self) { try registry.provider(named: named("art")) }
        #expect(error.summary == summaries[0])
    }

    /// Whoever has no key can plan, price and build what is there.
    @Test func nothingIsAskedOfTheEnvironmentBeforeARequest() async throws {
        let registry = make([settings("art", "openai", ["api-key": "${NO_SUCH_KEY}", "base-url": "${NO_SUCH_URL}"])])
        #expect(registry.check().isEmpty)
        let provider = try registry.provider(named: named("art"))
        #expect(try provider.objections(to: request()).isEmpty)
        #expect(try provider.price(of: request()) != nil)
        await registry.shutdown()
    }

    @Test(arguments: [
        (["api-key": "${NO_SUCH_KEY}"], "art", "NO_SUCH_KEY", "api-key"),
        (["api-key": "k", "base-url": "https://${NO_SUCH_HOST}/v1"], "art", "NO_SUCH_HOST", "base-url"),
        (["api-key": "k", "organization": "${NO_SUCH_ORG}"], "art", "NO_SUCH_ORG", "organization"),
        (["api-key": "k", "user": "${NO_SUCH_USER}"], "art", "NO_SUCH_USER", "user"),
        ([:], "openai", "OPENAI_API_KEY", "api-key"),
    ])
    func anUnsetVariableIsNamed(values: [String: String], name: String, variable: String, key: String) async throws {
        let registry = make([settings(name, "openai", values)])
        let failure = try await failure(of: registry.provider(named: named(name)), try request())
        #expect(failure.kind == .unconfigured)
        #expect(
            failure.message
                == "environment variable \(variable) is not set, and provider '\(name)' needs it for \(key)")
        #expect(
            failure.help
                == "export \(variable)=… before you build, or put \(variable)=… into .env beside frontis.yaml")
        #expect(!failure.mayBeBilled)
        await registry.shutdown()
    }

    /// A local server may want no key, and gets none that was meant for the vendor.
    @Test func theVendorsKeyIsNotForOtherServers() async throws {
        try await withVendor { server in
            server.always(.images, .status(500))
            let registry = make(
                [settings("local", "openai", ["base-url": server.baseURL, "model": "flux-dev"])],
                ["OPENAI_API_KEY": "sk-vendor-key-1234"])
            _ = try await failure(of: registry.provider(named: named("local")), try request())
            #expect(server.requests.count == 1)
            #expect(server.requests.first?.header("authorization") == nil)
            await registry.shutdown()
        }
    }

    @Test func plainHTTPToOtherMachinesIsRefusedUnlessAllowed() async throws {
        let registry = make([settings("art", "openai", ["api-key": "k", "base-url": "http://192.0.2.1/v1"])])
        let failure = try await failure(of: registry.provider(named: named("art")), try request())
        #expect(failure.kind == .unconfigured)
        #expect(failure.message == "plain http to 192.0.2.1 would show the request to everyone on the way")
        await registry.shutdown()
    }

    @Test func theDescriberIsTheImagesProviderUnlessAnotherIsNamed() async throws {
        let registry = make([settings("art", "openai", ["model": "gpt-image-2"])])
        var alt = SiteConfiguration.Alt()
        #expect(try registry.describer(for: alt, images: named("art"))?.name == "art")
        #expect(try registry.describer(for: alt, images: named("pattern")) == nil)
        alt.provider = named("openai")
        #expect(try registry.describer(for: alt, images: named("pattern"))?.name == "openai")
        alt.provider = named("opnai")
        let error = try #require(throws: Diagnostic.self) { _ = try registry.describer(for: alt, images: named("art")) }
        #expect(error.summary == "unknown provider 'opnai'; did you mean 'openai'?")
    }

    @Test func settingsOfAltAreChecked() throws {
        let registry = make([settings("art")])
        var alt = SiteConfiguration.Alt()
        alt.settings["detial"] = Located(.scalar("low"), at: place)
        let error = try #require(throws: Diagnostic.self) { _ = try registry.describer(for: alt, images: named("art")) }
        #expect(error.summary == "unknown key 'detial' of alt; did you mean 'detail'?")
        alt.settings = ["detail": Located(.scalar("sharp"), at: place)]
        let value = try #require(throws: Diagnostic.self) { _ = try registry.describer(for: alt, images: named("art")) }
        #expect(value.summary == "detail of alt must be low, high, auto, not 'sharp'")
    }
}
