import Foundation
import FrontisTestSupport
import Testing

/// Each nasty behaviour of the test server, seen by a client that looks at bytes.
@Suite(.timeLimit(.minutes(10)))
struct VendorBehaviourTests {
    static let vendor = OpenAIVendor(key: VendorServerTests.key, makesSmallPictures: true)

    /// What one request for a picture gets under a behaviour.
    func ask(
        _ behaviour: Behaviour, byteLimit: Int = 1 << 20, limit: Duration = .seconds(600)
    ) async throws -> RawHTTPExchange {
        let server = try await VendorServer.start(Self.vendor)
        server.script(.images, [behaviour])
        do {
            let exchange = try await ask(server, byteLimit: byteLimit, limit: limit)
            await server.stop()
            return exchange
        } catch {
            await server.stop()
            throw error
        }
    }

    func ask(
        _ server: VendorServer, byteLimit: Int = 1 << 20, limit: Duration = .seconds(600)
    ) async throws -> RawHTTPExchange {
        try await RawHTTPExchange.send(
            to: server.port, "POST", VendorServerTests.images, headers: VendorServerTests.headers,
            body: VendorServerTests.prompt, byteLimit: byteLimit, limit: limit)
    }

    func picture(_ exchange: RawHTTPExchange) throws -> [UInt8] {
        let encoded = try #require(exchange.json?["data"]?[0]?["b64_json"]?.string)
        return Array(try #require(Data(base64Encoded: encoded)))
    }

    static let whole = TestPNG(width: 64, height: 64, text: "gpt-image-2 A red boat")

    // MARK: Answers

    @Test func fixedStatusWithHeaders() async throws {
        let reply = try await ask(.status(429, headers: ["retry-after-ms": "5"], body: #"{"error":{"code":7}}"#))
        #expect(reply.status == 429)
        #expect(reply.header("retry-after-ms") == "5")
        #expect(reply.json?["error"]?["code"] == 7)
    }

    @Test func pagesAndRedirects() async throws {
        let page = try await ask(.html(status: 502))
        #expect(page.status == 502)
        #expect(page.header("content-type") == "text/html; charset=utf-8")
        let redirect = try await ask(.redirect(to: "http://localhost:9/steal", status: 307))
        #expect(redirect.status == 307)
        #expect(redirect.header("location") == "http://localhost:9/steal")
        let mislabelled = try await ask(Behaviour.normal.labelled("text/html"))
        #expect(mislabelled.header("content-type") == "text/html")
        #expect(mislabelled.json != nil)
    }

    @Test func emptyMissingAndBrokenResults() async throws {
        #expect(try await ask(.noResults).json?["data"] == [])
        let missing = try await ask(.missingResults)
        #expect(missing.json?.object?.keys.sorted() == ["created"])
        let broken = try await ask(.brokenJSON)
        #expect(broken.status == 200)
        #expect(broken.json == nil)
        #expect(broken.body.isEmpty == false)
    }

    @Test func addresses() async throws {
        #expect(try await ask(.address("file:///etc/passwd")).json?["data"]?[0]?["url"] == "file:///etc/passwd")
        let own = try await ask(.addresses)
        #expect(own.json?["data"]?[0]?["url"]?.string?.hasPrefix("http://127.0.0.1:") == true)
    }

    @Test func faultyPictures() async throws {
        #expect(try picture(await ask(.normal)) == Self.whole.bytes)
        let truncated = try picture(await ask(.truncatedPicture))
        #expect(Self.whole.bytes.starts(with: truncated) && truncated.count < Self.whole.bytes.count)
        let bomb = try picture(await ask(.pictureClaiming(width: 60_000, height: 60_000)))
        #expect(Array(bomb[16..<24]) == [0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60])
        #expect(try picture(await ask(.htmlPicture)) == Array("<!DOCTYPE html><p>Gone.</p>".utf8))
        #expect(try picture(await ask(.emptyPicture)).isEmpty)
    }

    @Test func refusals() async throws {
        let reply = try await ask(.refused)
        #expect(reply.status == 400)
        #expect(reply.json?["error"]?["code"] == "moderation_blocked")
        #expect(reply.json?["error"]?["type"] == "image_generation_user_error")
    }

    @Test func conversations() async throws {
        let server = try await VendorServer.start(Self.vendor)
        server.script(.chat, [.refused, .answerFiltered, .answerCutShort, .text("A boat.\n"), .noResults])
        var choices: [VendorJSON?] = []
        for tokens in [1000, 1000, 1000, 1000, 1000, 20] {
            let body = VendorServerTests.chat(picture: Self.whole.bytes, tokens: tokens)
            choices.append(
                try await RawHTTPExchange.send(
                    to: server.port, "POST", "/v1/chat/completions", headers: VendorServerTests.headers, body: body
                ).json?["choices"]?[0])
        }
        await server.stop()
        #expect(choices[0]?["message"]?["refusal"] == "I'm sorry, I can't help with that.")
        #expect(choices[0]?["message"]?["content"] == .null)
        #expect(choices[1]?["finish_reason"] == "content_filter")
        #expect(choices[2]?["finish_reason"] == "length")
        #expect(choices[3]?["message"]?["content"] == "A boat.\n")
        #expect(choices[4] == nil)
        // A limit that reasoning alone uses up.
        #expect(choices[5]?["finish_reason"] == "length")
        #expect(choices[5]?["message"]?["content"] == "")
    }

    // MARK: Transport

    @Test func bodyCutShort() async throws {
        let reply = try await ask(.bodyCutShort)
        let promised = try #require(reply.header("content-length").flatMap(Int.init))
        #expect(reply.ending == .closed)
        #expect(reply.body.count == promised / 2)
    }

    @Test func resets() async throws {
        let before = try await ask(.resetBeforeReply)
        #expect(before.ending == .reset)
        #expect(before.bytes.isEmpty)
        let midway = try await ask(.resetMidway)
        #expect(midway.ending == .reset)
        #expect(midway.status == 200)
        #expect(midway.body.isEmpty == false)
    }

    @Test func endlessBody() async throws {
        let reply = try await ask(.endlessBody, byteLimit: 8 << 20)
        #expect(reply.ending == .leftOpen)
        #expect(reply.header("content-length") == nil)
        #expect(reply.bytes.count >= 1 << 20)
    }

    @Test func drippingBodyArrivesWhole() async throws {
        let reply = try await ask(.drip(bytes: 40, pause: .milliseconds(1)))
        #expect(reply.ending == .closed)
        #expect(try picture(reply) == Self.whole.bytes)
    }

    @Test func silence() async throws {
        let reply = try await ask(.silent, limit: .milliseconds(200))
        #expect(reply.bytes.isEmpty)
    }

    // MARK: Scripts

    @Test func queuesComeBeforeStandingScripts() async throws {
        let server = try await VendorServer.start(Self.vendor)
        server.script(.images, [.status(500), .normal])
        server.always(.images) { _, index in index == 2 ? .status(503) : .normal }
        var statuses: [Int?] = []
        for _ in 0..<4 { statuses.append(try await ask(server).status) }
        await server.stop()
        #expect(statuses == [500, 200, 503, 200])
        server.reset()
        #expect(server.requests.isEmpty)
    }

    @Test func gatesShowWhatRunsAtOneTime() async throws {
        let server = try await VendorServer.start(Self.vendor)
        let gate = VendorGate()
        server.always(.images, Behaviour.normal.held(by: gate))
        let statuses = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<5 { group.addTask { try await ask(server).status } }
            #expect(await gate.hasArrivals(5))
            #expect(server.inFlight == 5)
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        await server.stop()
        #expect(statuses == [200, 200, 200, 200, 200])
        #expect(server.peakInFlight == 5)
    }

    @Test(arguments: [
        Behaviour.silent, .endlessBody, .drip(bytes: 1, pause: .seconds(1)), Behaviour.normal.held(by: VendorGate()),
        Behaviour.normal.after(.seconds(3600)),
    ])
    func stoppingEndsWhatIsUnderWay(behaviour: Behaviour) async throws {
        let server = try await VendorServer.start(Self.vendor)
        server.always(.images, behaviour)
        async let exchange = ask(server, byteLimit: 1 << 30, limit: .seconds(240))
        while server.inFlight == 0 { try await Task.sleep(for: .milliseconds(2)) }
        // Were it to wait for what is under way, this would outlast the exchange's own limit.
        await server.stop()
        #expect(try await exchange.ending != .leftOpen)
        await server.stop()
        // Another test's server may stand at the same port by now.
        let count = server.requests.count
        do { _ = try await ask(server) } catch { #expect(server.requests.count == count) }
        #expect(server.requests.count == count)
    }
}
