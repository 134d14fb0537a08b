import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// A key must not come back out, whatever the vendor echoes.
@Suite(.timeLimit(.minutes(10))) struct SecretTests {
    /// No `sk-` in front: nothing but knowing it finds it.
    private static let key = "k3y-0f-the-gateway-77"

    private func assertClean(_ failure: ProviderFailure) {
        var dumped = ""
        dump(failure, to: &dumped)
        let evidence = String(decoding: failure.evidence ?? [], as: UTF8.self)
        for text in ["\(failure)", dumped, failure.message, failure.help ?? "", evidence] {
            #expect(!text.contains(Self.key))
            #expect(!text.contains("k3y-0f"))
        }
    }

    @Test(arguments: [
        Behaviour.status(401, body: #"{"error":{"message":"Incorrect API key provided: k3y-0f-the-gateway-77."}}"#),
        .status(400, body: #"{"error":{"message":"Bearer k3y-0f-the-gateway-77"}}"#),
        .status(500, body: "<html>Authorization: Bearer k3y-0f-the-gateway-77</html>"),
        .status(200, body: "Authorization: Bearer k3y-0f-the-gateway-77"),
        .status(200, body: #"{"data":[],"echo":"k3y-0f-the-gateway-77"}"#),
        .status(200, body: #"{"data":[{"b64_json":"***k3y-0f-the-gateway-77"}]}"#),
        .address("file:///k3y-0f-the-gateway-77"), .address("https://k3y-0f-the-gateway-77@example.com/"),
        .redirect(to: "https://elsewhere.example/?key=k3y-0f-the-gateway-77"), .resetMidway, .bodyCutShort, .html(),
    ])
    func failuresHoldNoKey(behaviour: Behaviour) async throws {
        try await withProvider(vendor: OpenAIVendor(key: Self.key), key: Self.key) { provider, server in
            server.script(.images, [behaviour])
            assertClean(try await failure(of: provider, try request()))
            #expect(server.requests.first?.header("authorization") == "Bearer \(Self.key)")
        }
    }

    /// The server repeats a wrong key in full.
    @Test func aWrongKeyIsNotRepeated() async throws {
        try await withProvider(vendor: OpenAIVendor(key: "another"), key: Self.key) { provider, _ in
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .credentials)
            #expect(failure.message.contains("<redacted>"))
            assertClean(failure)
        }
    }

    @Test(arguments: ["k3y-0f-the-gateway-77\u{1}", "k3y-0f-the-gateway-77\nX: 1", "k3y-0f-the-gateway-77…"])
    func aKeyThatCannotBeSentIsNotQuoted(key: String) async throws {
        try await withProvider(vendor: OpenAIVendor(key: key), key: key) { provider, server in
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .unconfigured)
            assertClean(failure)
            #expect(server.requests.isEmpty)
        }
    }

    @Test func providersDoNotPrintTheirKey() async throws {
        try await withProvider(key: Self.key) { provider, _ in
            var dumped = ""
            dump(provider, to: &dumped)
            #expect(!"\(provider) \(String(reflecting: provider)) \(dumped)".contains("k3y-0f"))
        }
    }
}
