import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Tokens by OAuth 2's client credentials: how they are asked for, kept and sent, and what goes wrong.
@Suite(.timeLimit(.minutes(10))) struct AzureTokenTests {
    private static let token = "eyJhbGci.token-5521"
    private static let secret = AzureDoor(.entra, secret: token).clientSecret
    private static let entra = [
        "url": "ORIGIN/tenant-1/oauth2/v2.0/token", "client-id": AzureDoor.clientID, "client-secret": "${SECRET}",
        "scope": AzureDoor.scope,
    ]
    private static let gateway = [
        "url": "ORIGIN/oauth/token", "client-id": AzureDoor.clientID, "client-secret": "${SECRET}",
        "client-auth": "basic", "send-as": "api-key",
    ]
    private static let values = [
        "endpoint": "ORIGIN", "deployment": "pictures", "model": "dall-e-3", "user": #"{"appkey": "blog-7"}"#,
    ]

    private func withTokens(
        _ kind: AzureDoor.Kind = .entra, _ token: [String: String] = entra, values: [String: String] = values,
        _ body: (ProviderRegistry, VendorServer) async throws -> Void
    ) async throws {
        let vendor = AzureVendor(
            AzureDoor(kind, secret: Self.token), deployments: azureDeployments, makesSmallPictures: true)
        try await withAzure(values, token: token, vendor: vendor, environment: ["SECRET": Self.secret], body)
    }

    @Test func entraIsAskedWithAForm() async throws {
        try await withTokens { registry, server in
            #expect(registry.check().isEmpty)
            _ = try await registry.art().generateAll(try request())
            let asked = try #require(server.requests(.token).first)
            #expect(
                String(decoding: asked.body, as: UTF8.self)
                    == "grant_type=client_credentials&client_id=\(AzureDoor.clientID)"
                    + "&client_secret=cl1ent%2Fs3cret%2Bof%3Dtest&scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default")
            #expect(asked.header("content-type") == "application/x-www-form-urlencoded")
            #expect(asked.header("authorization") == nil)
            let sent = try #require(server.requests(.images).first)
            #expect(sent.header("authorization") == "Bearer \(Self.token)")
            #expect(sent.header("api-key") == nil)
            #expect(server.violations.isEmpty)
        }
    }

    @Test func aGatewayIsAskedWithBasicAndItsTokenIsAKey() async throws {
        try await withTokens(.gateway, Self.gateway) { registry, server in
            #expect(registry.check().isEmpty)
            _ = try await registry.art().generateAll(try request())
            let asked = try #require(server.requests(.token).first)
            #expect(String(decoding: asked.body, as: UTF8.self) == "grant_type=client_credentials")
            let basic = Array("\(AzureDoor.clientID):\(Self.secret)".utf8).base64
            #expect(asked.header("authorization") == "Basic \(basic)")
            let sent = try #require(server.requests(.images).first)
            #expect(sent.header("api-key") == Self.token)
            #expect(sent.header("authorization") == nil)
            #expect(sent.json?["user"]?.string == #"{"appkey": "blog-7"}"#)
            #expect(server.violations.isEmpty)
        }
    }

    @Test func aTokenItselfIsABearer() async throws {
        let vendor = AzureVendor(
            AzureDoor(.bearer, secret: Self.token), deployments: azureDeployments, makesSmallPictures: true)
        let values = Self.values.merging(["token": "${TOKEN}"]) { $1 }
        try await withAzure(values, vendor: vendor, environment: ["TOKEN": Self.token]) { registry, server in
            #expect(registry.check().isEmpty)
            _ = try await registry.art().generateAll(try request())
            #expect(server.requests(.images).first?.header("authorization") == "Bearer \(Self.token)")
            #expect(server.violations.isEmpty)
        }
    }

    /// OpenAI's own protocol behind a gateway takes tokens, too.
    @Test func theOpenAIDialectTakesTokens() async throws {
        try await withVendor { server in
            server.script(.images, [.status(200, body: #"{"access_token":"tok-9","expires_in":"3600"}"#), .status(500)])
            let token = ["url": "\(server.origin)/t", "client-id": "i", "client-secret": "shhh"]
            var block = settings("art", "openai", ["base-url": server.origin])
            block.values["token"] = Located(.map(token), at: place)
            let registry = azureRegistry(block)
            #expect(registry.check().isEmpty)
            _ = try await failure(of: registry.art(), try request())
            #expect(server.requests.map(\.path) == ["/t", "/images/generations"])
            #expect(server.requests.last?.header("authorization") == "Bearer tok-9")
            await registry.shutdown()
        }
    }

    @Test func oneTokenServesAll() async throws {
        try await withTokens { registry, server in
            let provider = try registry.art()
            let asked = try request()
            server.always(.token, Behaviour.normal.after(.milliseconds(50)))
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<6 { group.addTask { try await provider.generateAll(asked).images.count } }
                for try await count in group { #expect(count == 1) }
            }
            let describer = try #require(try registry.describer(["deployment": "eyes"]))
            _ = try await describer.describe(descriptionRequest(of: TestPNG(width: 8, height: 8, text: "x").bytes))
            #expect(server.requests(.token).count == 1)
            #expect(server.violations.isEmpty)
        }
    }

    /// Seconds that the issuer says, and tokens that two requests then need: the last five minutes are not used.
    @Test(arguments: [
        ("3599", 1), (#""3599""#, 1), ("900", 1), ("299", 2), ("null", 2), ("-5", 2), (#""soon""#, 2),
    ])
    func lifetimesAreObeyed(written: String, count: Int) async throws {
        try await withTokens { registry, server in
            server.always(.token, .status(200, body: #"{"access_token":"\#(Self.token)","expires_in":\#(written)}"#))
            let provider = try registry.art()
            for _ in 0..<2 { _ = try await provider.generateAll(try request()) }
            #expect(server.requests(.token).count == count)
        }
    }

    @Test func aTokenThatIsNotTakenIsNotUsedAgain() async throws {
        try await withTokens { registry, server in
            let provider = try registry.art()
            _ = try await provider.generateAll(try request())
            server.script(.images, [.failing(.keyRejected)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .credentials)
            #expect(failure.help == "check token of provider 'art', and that it is for this address")
            _ = try await provider.generateAll(try request())
            #expect(server.requests(.token).count == 2)
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var behaviour: Behaviour
        var kind: ProviderFailure.Kind
        var message: String
        var check: String
        var retryAfter: Duration?
        var testDescription: String { name }
    }

    static let failures: [Case] = [
        Case(
            name: "a wrong secret", behaviour: .failing(.keyRejected), kind: .credentials,
            message: "no token: (status 401) invalid_client: AADSTS7000222: The provided client secret keys are expired.",
            check: "check token.client-id and token.client-secret of provider 'art'"),
        Case(
            name: "an unknown client", behaviour: .failing(.modelGone), kind: .credentials,
            message: "no token: (status 400) unauthorized_client: AADSTS700016: Application was not found.",
            check: "check token.client-id and token.client-secret of provider 'art'"),
        Case(
            name: "a scope that is none",
            behaviour: .status(400, body: #"{"error":"invalid_scope","error_description":"AADSTS1002012: no"}"#),
            kind: .credentials, message: "no token: (status 400) invalid_scope: AADSTS1002012: no",
            check: "check token.scope of provider 'art'"),
        Case(
            name: "the secret in the answer",
            behaviour: .status(400, body: #"{"error":"invalid_request","error_description":"you sent \#(secret)"}"#),
            kind: .credentials, message: "no token: (status 400) invalid_request: you sent <redacted>",
            check: "check token.url and the keys beside it of provider 'art'"),
        Case(
            name: "too fast", behaviour: .failing(.rateLimited), kind: .busy,
            message: "no token, busy (status 429): temporarily_unavailable: AADSTS90006: too many requests.",
            check: "token.url of provider 'art' names who was asked", retryAfter: .milliseconds(5)),
        Case(
            name: "a server error", behaviour: .html(status: 502), kind: .busy,
            message: "no token, busy (status 502): the answer of 127.0.0.1 is HTML, not JSON",
            check: "token.url of provider 'art' names who was asked"),
        Case(
            name: "a page", behaviour: .html(), kind: .credentials,
            message: "no token: the answer of 127.0.0.1 is HTML, not JSON", check: "check token.url of provider 'art'"),
        Case(
            name: "a page that says no", behaviour: .html(status: 403), kind: .credentials,
            message: "no token: (status 403) the answer of 127.0.0.1 is HTML, not JSON",
            check: "check token.url and the keys beside it of provider 'art'"),
        Case(
            name: "no page", behaviour: .html(status: 404), kind: .credentials,
            message: "no token: (status 404) the answer of 127.0.0.1 is HTML, not JSON",
            check: "check token.url of provider 'art'"),
        Case(
            name: "a redirect", behaviour: .redirect(to: "https://elsewhere.example/"), kind: .credentials,
            message: "no token: (status 302) the answer of 127.0.0.1 is a redirect, which is not followed",
            check: "check token.url of provider 'art'"),
        Case(
            name: "no token in it", behaviour: .missingResults, kind: .credentials,
            message: "no token: the answer of 127.0.0.1 holds no access_token", check: "check token.url of provider 'art'"),
        Case(
            name: "a token with a line break", behaviour: .status(200, body: #"{"access_token":"a\r\nb: c"}"#),
            kind: .credentials, message: "no token: the answer of 127.0.0.1 holds no access_token",
            check: "check token.url of provider 'art'"),
        Case(
            name: "broken JSON", behaviour: .brokenJSON, kind: .credentials,
            message: "no token: the answer of 127.0.0.1 is broken JSON: cut off, or not well-formed",
            check: "check token.url of provider 'art'"),
        Case(
            name: "an endless answer", behaviour: .endlessBody, kind: .credentials,
            message: "no token: the answer of 127.0.0.1 is too large for a token",
            check: "check token.url of provider 'art'"),
        Case(
            name: "a lost connection", behaviour: .resetBeforeReply, kind: .busy,
            message: "no token: the connection to 127.0.0.1 was lost",
            check: "check the network and token.url of provider 'art'"),
    ]

    @Test(arguments: failures)
    func failuresNameTheSetting(item: Case) async throws {
        try await withTokens { registry, server in
            server.script(.token, [item.behaviour])
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.kind == item.kind)
            #expect(failure.message == item.message)
            #expect(failure.help == item.check)
            #expect(failure.retryAfter == item.retryAfter)
            // Nobody has drawn anything.
            #expect(!failure.mayBeBilled)
            #expect(server.requests(.images).isEmpty)
        }
    }

    @Test func tokensAreNotFetchedInPlainText() async throws {
        let token = Self.entra.merging(["url": "http://192.0.2.1/token"]) { $1 }
        try await withTokens(.entra, token) { registry, server in
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.kind == .unconfigured)
            #expect(failure.message == "no token: plain http to 192.0.2.1 would show the request to everyone on the way")
            #expect(server.requests.isEmpty)
        }
    }

    /// Token, secret and what Basic makes of it are known to whoever cleans a vendor's words.
    @Test func neitherTokenNorSecretComesBack() async throws {
        try await withTokens(.gateway, Self.gateway) { registry, server in
            let basic = Array("\(AzureDoor.clientID):\(Self.secret)".utf8).base64
            let echo = "\(Self.token) \(Self.secret) \(basic)"
            server.script(.images, [.status(400, body: #"{"error":{"message":"\#(echo)"}}"#)])
            let failure = try await failure(of: registry.art(), try request())
            #expect(failure.message == "rejected (status 400): <redacted> <redacted> <redacted>")
        }
    }
}
