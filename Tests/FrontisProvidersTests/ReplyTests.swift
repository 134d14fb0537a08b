import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Answers of status 200, good and bad.
@Suite(.timeLimit(.minutes(10))) struct ReplyTests {
    @Test(arguments: [
        ("an address", #"{"created":1,"data":[{"url":"file:///etc/passwd"}]}"#),
        ("no data", #"{"created":1}"#),
        ("empty data", #"{"created":1,"data":[]}"#),
        ("null data", #"{"created":1,"data":null}"#),
        ("no picture in it", #"{"created":1,"data":[{"revised_prompt":"x"}]}"#),
        ("an empty picture", #"{"created":1,"data":[{"b64_json":""}]}"#),
        ("no base64", #"{"created":1,"data":[{"b64_json":"***"}]}"#),
        ("data of the wrong kind", #"{"created":1,"data":{"b64_json":"AAAA"}}"#),
        ("entries of the wrong kind", #"{"created":1,"data":["AAAA",7,null]}"#),
        ("broken JSON", #"{"created":1,"data":[{"b64_json":"iVBORw0"#),
        ("HTML", "<!DOCTYPE html><html><body>Please sign in.</body></html>"),
        ("a text", "OK"),
        ("nothing", ""),
        ("deep nesting", String(repeating: "[", count: 100_000)),
    ])
    func answersWithoutAPictureAreUnusableAndKept(name: String, body: String) async throws {
        try await withProvider { provider, server in
            server.script(.images, [.status(200, body: body)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .unusable)
            #expect(failure.mayBeBilled)
            if name != "an address" { #expect(failure.evidence == Array(body.utf8)) }
        }
    }

    @Test func theMessageForAWebPageSaysSo() async throws {
        try await withProvider { provider, server in
            server.script(.images, [.html()])
            let page = try await failure(of: provider, try request())
            #expect(
                page.message
                    == "the answer of 127.0.0.1 is HTML, not JSON")
            server.script(.images, [.address("file:///etc/passwd")])
            let file = try await failure(of: provider, try request())
            #expect(
                file.message
                    == "the picture's address must be an https address, and the vendor's is 'file:'")
        }
    }

    @Test func anErrorUnderStatus200IsAnError() async throws {
        try await withProvider { provider, server in
            server.script(
                .images, [.status(200, body: #"{"error":{"message":"No","code":"content_policy_violation"}}"#)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .refused)
        }
    }

    @Test func evidenceIsBounded() async throws {
        try await withProvider { provider, server in
            server.script(.images, [.status(200, body: String(repeating: "x", count: 3 << 20))])
            let failure = try await failure(of: provider, try request())
            #expect(failure.evidence?.count == 1 << 20)
        }
    }

    /// Whether it decodes is for the caller to see; what came is handed on as it is.
    @Test(arguments: [Behaviour.truncatedPicture, .pictureClaiming(width: 60_000, height: 60_000), .htmlPicture])
    func damagedPicturesAreHandedOn(behaviour: Behaviour) async throws {
        try await withProvider { provider, server in
            server.script(.images, [behaviour])
            let generation = try await provider.generateAll(try request())
            #expect(generation.images.count == 1)
            #expect(generation.images.first?.isEmpty == false)
        }
    }

    @Test func picturesAndWhatIsKnownOfThem() async throws {
        try await withProvider(["model": "gpt-image-2", "quality": "low"]) { provider, server in
            let generation = try await provider.generateAll(try request())
            let bytes = try #require(generation.images.first)
            #expect(bytes == TestPNG(width: 1536, height: 1024, text: "gpt-image-2 a night train").bytes)
            #expect(generation.model == "gpt-image-2")
            #expect(generation.quality == "low")
            #expect(generation.revisedPrompt == nil)
            let cost = try #require(generation.cost)
            #expect(!cost.estimated)
            #expect(cost.usd == server.ledger.money)
            // 158 tokens at 30 dollars a million, and a few for the prompt.
            #expect(abs(cost.usd.usd - 0.00476) < 0.0001)
        }
    }

    @Test func addressesAreDownloadedWithoutTheKey() async throws {
        let vendor = OpenAIVendor(key: testKey, isGateway: true)
        try await withProvider(["model": "dall-e-3"], vendor: vendor) { provider, server in
            server.script(.images, [.addresses])
            let generation = try await provider.generateAll(try request(recipe(aspect: "1:1")))
            #expect(generation.images.count == 1)
            #expect(generation.revisedPrompt == "a night train, in rich detail")
            #expect(generation.cost == Cost(usd: 0.04, estimated: true))
            let download = try #require(server.requests(.download).first)
            #expect(download.header("authorization") == nil)
            #expect(server.violations.isEmpty)
        }
    }

    @Test func picturesThatAreElsewhereAreVouchers() async throws {
        try await withProvider { provider, server in
            server.script(.images, [.addresses])
            let generation = try await provider.generate(try request(count: 3))
            #expect(generation.images.isEmpty)
            #expect(generation.vouchers.map(\.kind) == [.picture, .picture, .picture])
            #expect(!"\(generation)".contains("signature"))
            // All three are paid for.
            #expect(try #require(generation.cost).usd == server.ledger.money)
            #expect(server.requests(.download).isEmpty)
        }
    }

    @Test func dataAddressesAreReadAsPictures() async throws {
        let picture = TestPNG(width: 8, height: 8, text: "x").bytes
        try await withProvider { provider, server in
            server.script(
                .images,
                [.status(200, body: #"{"data":[{"b64_json":"data:image/png;base64,\#(picture.base64)"}]}"#)])
            let generation = try await provider.generateAll(try request())
            #expect(generation.images == [picture])
        }
    }

    @Test(arguments: [Behaviour.bodyCutShort, .resetBeforeReply, .resetMidway])
    func lostConnectionsAreBusyAndMayBeBilled(behaviour: Behaviour) async throws {
        try await withProvider { provider, server in
            server.script(.images, [behaviour])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .busy)
            #expect(failure.mayBeBilled)
            #expect(server.requests.count == 1)
        }
    }

    @Test func theTimeoutSettingIsObeyed() async throws {
        try await withProvider(["timeout": "0.3"]) { provider, server in
            server.script(.images, [.silent])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .busy)
            #expect(failure.message == "127.0.0.1 has not answered within 0.3 seconds")
            #expect(failure.mayBeBilled)
        }
    }
}
