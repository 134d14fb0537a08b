import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// What `frontis doctor` learns about providers.
@Suite(.timeLimit(.minutes(10))) struct SurveyTests {
    private static let today = PageDate(year: 2026, month: 11, day: 21)

    private func survey(
        _ values: [String: String], name: String = "art", dialect: String = "openai", process: [String: String] = [:],
        dotEnv: [String: String] = [:]
    ) throws -> ProviderSurvey {
        let registry = ProviderRegistry(
            settings: [name: settings(name, dialect, values)],
            environment: ProviderEnvironment(process: process, dotEnv: dotEnv), today: Self.today)
        return try registry.survey(Located(name, at: place), sample: request())
    }

    private func lines(_ checks: [HealthCheck]) -> [String] { checks.map { "\($0.state.rawValue) \($0.subject): \($0.summary)" } }

    @Test func aProviderThatIsWell() throws {
        let found = try survey(["api-key": "${ART_KEY}", "organization": "org-1"], process: ["ART_KEY": testKey])
        #expect(found.name == "art" && found.dialect == "openai" && found.model == "gpt-image-2")
        #expect(
            lines(found.checks) == [
                "ok model: model gpt-image-2", "ok price: a picture costs about $0.0412", "ok api-key: api-key: ART_KEY in the environment",
                "ok base-url: base-url: https://api.openai.com/v1",
            ])
        #expect(found.checks.allSatisfy { $0.help == nil })
    }

    @Test func aProviderWithoutAnEntry() throws {
        let registry = ProviderRegistry(settings: [:], environment: ProviderEnvironment(process: [:], dotEnv: ["OPENAI_API_KEY": testKey]))
        let found = try registry.survey(Located("openai", at: place), sample: request())
        #expect(lines(found.checks).contains("ok api-key: api-key: OPENAI_API_KEY in .env"))
        let pattern = try registry.survey(Located("pattern", at: place), sample: request())
        #expect(pattern.checks.isEmpty && pattern.model == nil)
    }

    @Test func aServerOfOnesOwnWantsNoKey() throws {
        let found = try survey(["base-url": "http://127.0.0.1:8080/v1", "model": "flux-dev", "price": "0"])
        #expect(
            lines(found.checks) == [
                "ok model: model flux-dev", "ok price: a picture costs nothing", "ok api-key: api-key: none, and none is sent",
                "ok base-url: base-url: http://127.0.0.1:8080/v1",
            ])
    }

    // MARK: Credentials

    @Test(arguments: [
        (nil, "error", "environment variable ART_KEY is not set"), ("", "error", "environment variable ART_KEY is set, but empty"),
        ("sk-proj-ab\ncd", "error", "api-key of provider 'art' must be one line of text"), ("sk-proj-ab cd", "error", "ART_KEY in the environment holds characters that no key has"),
        ("“sk-proj-abcd”", "error", "ART_KEY in the environment holds characters that no key has"),
        ("\"sk-proj-abcd\"", "warning", "ART_KEY in the environment begins with a quotation mark"), ("sk-proj-abcd\n", "ok", "ART_KEY in the environment"),
    ])
    func keys(value: String?, state: String, summary: String) throws {
        let found = try survey(["api-key": "${ART_KEY}"], process: value.map { ["ART_KEY": $0] } ?? [:])
        let check = try #require(found.checks.first { $0.subject == "api-key" })
        #expect(check.state.rawValue == state)
        #expect(check.summary == (summary.hasPrefix("api-key of") ? summary : "api-key: " + summary))
        #expect(found.checks.allSatisfy { !"\($0)".contains("sk-proj") })
        if value?.isEmpty ?? true {
            #expect(check.help == "export ART_KEY=… before you build, or put ART_KEY=… into .env beside frontis.yaml")
        }
    }

    @Test func aKeyThatIsWrittenOutIsNotRepeated() throws {
        let found = try survey(["api-key": testKey])
        #expect(lines(found.checks).contains("note api-key: api-key: written out in frontis.yaml"))
        #expect(found.checks.allSatisfy { !"\($0)".contains(testKey) })
    }

    @Test func everyVariableThatIsMissingIsNamed() throws {
        let found = try survey(["api-key": "${A}", "base-url": "https://${B}/${C}", "organization": "${D}", "user": "${E}"], process: ["E": "me"])
        #expect(
            found.checks.filter { $0.state == .error }.map(\.summary) == [
                "api-key: environment variable A is not set", "base-url: environment variable B is not set",
                "base-url: environment variable C is not set", "organization: environment variable D is not set",
            ])
        #expect(lines(found.checks).contains("ok user: user: from E in the environment"))
    }

    @Test(arguments: [
        ("{\"type\":\"service_account\",\"private_key\":\"hidden\"}", "ok", "credentials: key.json, of type service_account"),
        ("{}", "error", "credentials: key.json is no file of credentials"), ("-----BEGIN", "error", "credentials: key.json is no file of credentials"),
        (nil, "error", "credentials: key.json is not there"),
    ])
    func filesOfCredentials(text: String?, state: String, summary: String) throws {
        let site = try TemporarySite()
        if let text { try site.write("key.json", text) }
        let dialect = Dialect(
            name: "filed", keys: [SettingKey("credentials", .variable, "a file")], makeProvider: { PatternProvider(name: $0.name) })
        for (written, variables) in [("key.json", [:]), ("${KEY_FILE}", ["KEY_FILE": site.path("key.json")])] {
            let registry = ProviderRegistry(
                settings: [:], environment: ProviderEnvironment(process: variables), folder: site.path)
            let block = registry.block(settings("art", "filed", ["credentials": written]))
            let check = try #require(SettingSurveyor(block: block, dialect: dialect).checks.first)
            #expect(check.state.rawValue == state)
            #expect(check.summary.replacing("the file of KEY_FILE in the environment", with: "key.json") == summary)
        }
    }

    // MARK: Addresses, models, prices

    @Test(arguments: [
        ("http://192.0.2.1/v1", "error", "base-url: plain http to 192.0.2.1 would show the request to everyone on the way"),
        ("https://user:pass@example.com/v1", "error", "base-url: not an http or https address"), ("example.com/v1", "error", "base-url: not an http or https address"),
        ("https://example.com/v1?key=hidden", "ok", "base-url: https://example.com/v1"), ("http://localhost:8080/v1", "ok", "base-url: http://localhost:8080/v1"),
    ])
    func addresses(written: String, state: String, summary: String) throws {
        let check = try #require(try survey(["base-url": written, "price": "0"]).checks.first { $0.subject == "base-url" })
        #expect(check.state.rawValue == state)
        #expect(check.summary == summary)
    }

    @Test func anAddressFromAVariableIsNotRepeated() throws {
        let found = try survey(["base-url": "${ART_URL}"], process: ["ART_URL": "https://gate.example.com/hidden/v1"])
        #expect(lines(found.checks).contains("ok base-url: base-url: gate.example.com"))
        let insecure = try survey(["base-url": "http://192.0.2.1/v1", "allow-insecure-http": "true"])
        #expect(
            lines(insecure.checks).contains(
                "note base-url: base-url: http://192.0.2.1/v1, in plain http: everyone on the way can read requests and keys"))
    }

    @Test(
        arguments: [
            ("gpt-image-2", [:], "ok", "model gpt-image-2", nil),
            ("dall-e-3", [:], "warning", "model dall-e-3 was switched off by its vendor on 2026-05-12", "write model: gpt-image-2.5-sunburst, its successor"),
            ("gpt-image-1-mini", [:], "note", "model gpt-image-1-mini will be switched off by its vendor on 2026-12-01", "write model: gpt-image-2, its successor"),
            ("dall-e-3", ["base-url": "https://gate.example.com/v1"], "note", "model dall-e-3 was switched off by its vendor on 2026-05-12", "whoever answers at the provider's address may have it for longer"),
            ("gpt-imagr-2", ["price": "1"], "note", "model gpt-imagr-2 is not in the table of 2026-11-28; did you mean 'gpt-image-2'?", "it is passed on as it is written, and the vendor decides"),
        ] as [(String, [String: String], String, String, String?)])
    func models(model: String, extra: [String: String], state: String, summary: String, help: String?) throws {
        let found = try survey(extra.merging(["model": model]) { first, _ in first }, process: ["OPENAI_API_KEY": "k"])
        let check = try #require(found.checks.first { $0.subject == "model" })
        #expect(check.state.rawValue == state)
        #expect(check.summary == summary)
        #expect(check.help == help)
    }

    @Test func aPriceThatNobodyKnows() throws {
        let check = try #require(try survey(["model": "flux"], process: ["OPENAI_API_KEY": "k"]).checks.first { $0.subject == "price" })
        #expect(check == HealthCheck(.error, "price", "no price is known, and the budget needs one", help: "say what a picture costs, in US dollars: price: 0.04, or price: 0 for a program or server of your own"))
    }

    @Test func theDescriberHasAModelOfItsOwn() throws {
        let registry = ProviderRegistry(
            settings: ["art": settings("art", "openai", ["api-key": "${ART_KEY}", "model": "gpt-image-2"])],
            environment: ProviderEnvironment(process: [:]), today: PageDate(year: 2027, month: 1, day: 2))
        let found = try #require(try registry.surveyDescriber(for: altSettings(["model": "gpt-4o"]), images: Located("art", at: place)))
        #expect(found.model == "gpt-4o" && found.price == nil)
        #expect(found.checks.first?.summary == "model gpt-4o will be switched off by its vendor on 2027-01-14")
        #expect(found.checks.first?.help == "write model: gpt-5.4-mini, its successor")
        #expect(try registry.surveyDescriber(for: altSettings([:]), images: Located("pattern", at: place)) == nil)
        let unpriced = try #require(try registry.surveyDescriber(for: altSettings(["model": "llava"]), images: Located("art", at: place)))
        #expect(lines(unpriced.checks).contains("warning price: no price is known for an alt text, so none is asked for"))
    }

    @Test func programs() throws {
        let program = try ProgramFixture("", passing: ["ART_TOKEN", "OTHER"], environment: ["ART_TOKEN": "t0ken-77"])
        let found = try program.registry.survey(Located("art", at: place), sample: request())
        #expect(
            lines(found.checks) == [
                "ok price: a picture costs nothing", "ok run: program \(program.site.path)/./art.sh", "ok pass-environment: the program gets ART_TOKEN",
                "note pass-environment: the program goes without OTHER, which is not set",
            ])
        let gone = try ProgramFixture("", run: ["./gone"])
        let check = try #require(try gone.registry.survey(Located("art", at: place), sample: request()).checks.last)
        #expect(check == HealthCheck(.error, "run", "program './gone' of provider 'art' is not there", help: "a path in run starts at the folder of frontis.yaml"))
        let none = try ProgramFixture("", run: [])
        #expect(try none.registry.survey(Located("art", at: place), sample: request()).checks.first?.summary == "provider 'art' has no program to run")
    }

    // MARK: Asking

    private func probe(_ values: [String: String] = [:], key: String = testKey, _ behaviour: Behaviour? = nil) async throws -> [HealthCheck] {
        try await withRegistry(values, key: key) { registry, server in
            if let behaviour { server.always(.question, behaviour) }
            let checks = try await registry.probe(Located("art", at: place), sample: request())
            #expect(server.requests.map(\.kind) == [.question])
            #expect(server.requests.map(\.path) == ["/v1/models"])
            #expect(!checks.isEmpty)
            #expect(checks.allSatisfy { !"\($0)".contains(testKey) })
            return checks
        }
    }

    @Test func aProviderThatAnswers() async throws {
        #expect(lines(try await probe()) == ["ok answer: 127.0.0.1 answers, and has 12 models for this account"])
        #expect(
            lines(try await probe(["model": "gpt-image-1-mini"])).last
                == "note model: model gpt-image-1-mini will be switched off by its vendor on 2026-12-01")
        #expect(lines(try await probe([:], .noResults)).first == "ok answer: 127.0.0.1 answers, and has 0 models for this account")
    }

    @Test func aModelThatTheAccountDoesNotHave() async throws {
        let check = try #require(try await probe(["model": "gpt-imagr-2"]).last)
        #expect(check.state == .error && check.summary == "the account has no model 'gpt-imagr-2'; did you mean 'gpt-image-2'?")
        let gone = try #require(try await probe(["model": "dall-e-3"]).last)
        #expect(gone == HealthCheck(.error, "model", "the account has no model 'dall-e-3'", help: "write model: gpt-image-2.5-sunburst, its successor"))
    }

    @Test(
        arguments: [
            (Behaviour.failing(.keyRejected), "error", "credentials not accepted (status 401): Incorrect API key provided.", "check api-key of provider 'art' and the variable that it names"),
            (
                .status(403, body: #"{"error":{"message":"Your organization must be verified."}}"#), "error", "credentials not accepted (status 403): Your organization must be verified.",
                "the account may have to be verified, or may not use the model"
            ),
            (.html(status: 404), "error", "rejected (status 404): the answer is HTML", "check base-url of provider 'art': redirects are not followed"),
            (.html(), "error", "the answer of 127.0.0.1 is HTML, not JSON", nil), (.brokenJSON, "error", "the answer of 127.0.0.1 is broken JSON: cut off, or not well-formed", nil),
            (.missingResults, "error", "the answer of 127.0.0.1 is no list of models", nil),
            (.status(404, body: #"{"detail":"Not Found"}"#), "note", "127.0.0.1 answers, but has no list of models", "if pictures fail: base-url ends with the version, such as /v1"),
            (.failing(.rateLimited), "error", "busy (status 429): Rate limit exceeded for images per minute in organization org-test. Limit: 5/1min. Current: 6/1min.", nil),
            (.redirect(to: "http://127.0.0.1:9/steal"), "error", "rejected (status 302): the answer is a redirect", "check base-url of provider 'art': redirects are not followed"),
        ] as [(Behaviour, String, String, String?)])
    func answersThatTellWhatIsWrong(behaviour: Behaviour, state: String, summary: String, help: String?) async throws {
        let check = try #require(try await probe([:], behaviour).first)
        #expect(check.state.rawValue == state)
        #expect(check.subject == "answer")
        #expect(check.summary == summary)
        #expect(check.help == help)
    }

    @Test func aWrongKey() async throws {
        let check = try #require(try await probe([:], key: "sk-wrong-key-0123").first)
        #expect(check.summary.hasPrefix("credentials not accepted (status 401): Incorrect API key provided: <redacted>."))
    }

    @Test func aHostThatIsNotThere() async throws {
        // Port 1 has no listener on any machine that runs tests.
        let registry = registry(["base-url": "http://127.0.0.1:1/v1"])
        let check = try #require(try await registry.probe(Located("art", at: place), sample: request()).first)
        #expect(check.state == .error)
        #expect(check.summary == "no connection to 127.0.0.1: refused")
        #expect(check.help == "check the network and the provider's base-url")
        await registry.shutdown()
    }

    @Test func whoIsAskedForNothing() async throws {
        let registry = ProviderRegistry(settings: ["art": settings("art", "command")], environment: ProviderEnvironment(process: [:]))
        #expect(try await registry.probe(Located("art", at: place), sample: request()).isEmpty)
        #expect(try await registry.probe(Located("pattern", at: place), sample: request()).isEmpty)
        #expect(try await registry.probeDescriber(for: altSettings([:]), images: Located("pattern", at: place)).isEmpty)
        await registry.shutdown()
    }
}
