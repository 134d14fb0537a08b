import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisHTTP

@Suite(.timeLimit(.minutes(10))) struct TransportTests {
    private static let credential = HTTPRequest.Credential(
        header: "Authorization", value: Secret("Bearer sk-secret-1234"))

    /// One request to a scripted server.
    private func send(
        _ behaviour: Behaviour, timeout: Duration = .seconds(600)
    ) async throws -> Result<HTTPReply, ProviderFailure> {
        try await withVendor { server in
            server.script(.images, [behaviour])
            let transport = HTTPTransport()
            let request = HTTPRequest(
                url: server.baseURL + "/ask", credentials: [Self.credential], body: Array("{}".utf8), timeout: timeout)
            let outcome: Result<HTTPReply, ProviderFailure>
            do throws(ProviderFailure) {
                outcome = .success(try await transport.send(request))
            } catch {
                outcome = .failure(error)
            }
            await transport.shutdown()
            return outcome
        }
    }

    private func failure(_ behaviour: Behaviour, timeout: Duration = .seconds(600)) async throws -> ProviderFailure {
        switch try await send(behaviour, timeout: timeout) {
        case .failure(let failure): return failure
        case .success(let reply):
            throw ProviderFailure(.unusable, "no failure but status \(reply.status)")
        }
    }

    @Test func nothingIsAskedForInCompressedForm() async throws {
        try await withVendor { server in
            let transport = HTTPTransport()
            let request = HTTPRequest(url: server.baseURL + "/ask", body: Array("{}".utf8), timeout: .seconds(20))
            _ = try await transport.send(request)
            await transport.shutdown()
            #expect(server.requests(.images).first?.header("accept-encoding") == "identity")
        }
    }

    /// `{"a":1}` by gzip; what is paid for is not thrown away for its wrapping.
    @Test func aCompressedReplyIsReadAllTheSame() async throws {
        let packed: [UInt8] = [
            0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0x00, 0x03, 0xAB, 0x56, 0x4A, 0x54, 0xB2, 0x32, 0xAC, 0x05, 0x00, 0xAF, 0xAC, 0x1B,
            0x56, 0x07, 0, 0, 0,
        ]
        let reply = try await send(
            Behaviour(answer: .fixed(VendorReply(status: 200, headers: ["content-encoding": "gzip"], body: packed)))
        ).get()
        #expect(String(decoding: reply.body, as: UTF8.self) == #"{"a":1}"#)
        let damaged = try await failure(
            Behaviour(answer: .fixed(VendorReply(status: 200, headers: ["content-encoding": "gzip"], body: Array(packed.reversed())))))
        #expect(damaged.kind == .unusable)
        #expect(damaged.mayBeBilled)
        #expect(damaged.message == "the compressed answer of 127.0.0.1 is damaged, or larger than it may be")
    }

    @Test func anotherCompressionIsSaidToBeUnreadable() async throws {
        let failure = try await failure(.status(200, headers: ["content-encoding": "br"], body: "packed"))
        #expect(failure.kind == .unusable)
        #expect(failure.mayBeBilled)
        #expect(failure.message == "the answer is compressed in a way that is not read: br")
        #expect(failure.evidence == Array("packed".utf8))
    }

    @Test func aReplyComesBackWhole() async throws {
        let reply = try await send(
            .status(201, headers: ["Retry-After": "7", "X-Twice": "1"], body: "{\"a\":1}")
        ).get()
        #expect(reply.status == 201)
        #expect(reply.headers["retry-after"] == "7")
        #expect(reply.body == Array("{\"a\":1}".utf8))
    }

    @Test(arguments: [Behaviour.resetBeforeReply, .resetMidway, .bodyCutShort])
    func aLostConnectionIsBusyAndMayBeBilled(behaviour: Behaviour) async throws {
        let failure = try await failure(behaviour)
        #expect(failure.kind == .busy)
        #expect(failure.mayBeBilled)
    }

    @Test func aSilentServerIsGivenUpAfterTheTimeout() async throws {
        let failure = try await failure(.silent, timeout: .milliseconds(300))
        #expect(failure.kind == .busy)
        #expect(failure.mayBeBilled)
    }

    /// Each piece arrives in time, the whole does not.
    @Test func aSlowBodyIsGivenUpAfterTheTimeout() async throws {
        let failure = try await failure(.drip(bytes: 1, pause: .milliseconds(200)), timeout: .milliseconds(500))
        #expect(failure.kind == .busy)
        #expect(failure.mayBeBilled)
    }

    @Test func anEndlessBodyIsRefusedAtTheLimit() async throws {
        let failure = try await failure(.endlessBody, timeout: .seconds(600))
        #expect(failure.kind == .unusable)
        #expect(failure.message == "the answer is larger than 128 MiB")
        #expect(failure.mayBeBilled)
    }

    @Test func anEndlessErrorIsReadOnlyInPart() async throws {
        let reply = try await send(.status(500, body: "{}").sent(.endless)).get()
        #expect(reply.status == 500)
        #expect(reply.body.count == 256 << 10)
    }

    @Test(arguments: [301, 302, 303, 307, 308])
    func redirectsAreNotFollowed(status: Int) async throws {
        try await withVendor { other in
            let reply = try await send(.redirect(to: other.baseURL + "/elsewhere", status: status)).get()
            #expect(reply.status == status)
            #expect(other.requests.isEmpty)
        }
    }

    @Test func nothingIsBilledWhereNobodyListens() async throws {
        let server = try await VendorServer.start(PlainVendor())
        let address = server.baseURL
        await server.stop()
        let transport = HTTPTransport()
        let request = HTTPRequest(url: address + "/", timeout: .seconds(600))
        do {
            let reply = try await transport.send(request)
            Issue.record("status \(reply.status) from a closed port")
        } catch {
            #expect(error.kind == .busy)
            #expect(!error.mayBeBilled)
            #expect(error.message == "no connection to 127.0.0.1: refused")
        }
        await transport.shutdown()
    }

    @Test func plainHTTPStaysOnThisMachine() async throws {
        let transport = HTTPTransport()
        let request = HTTPRequest(
            url: "http://192.0.2.1/v1", credentials: [Self.credential], timeout: .seconds(600))
        do {
            let reply = try await transport.send(request)
            Issue.record("status \(reply.status)")
        } catch {
            #expect(error.message == "plain http to 192.0.2.1 would show the request to everyone on the way")
            #expect(error.help == "use https, or write allow-insecure-http: true for a network that you trust")
            #expect(!error.mayBeBilled)
        }
        await transport.shutdown()
    }

    @Test func cancellingEndsAnExchange() async throws {
        try await withVendor { server in
            let gate = VendorGate()
            server.script(.images, [.normal.held(by: gate)])
            let transport = HTTPTransport()
            let request = HTTPRequest(url: server.baseURL + "/", timeout: .seconds(600))
            let task = Task { () async -> ProviderFailure? in
                do throws(ProviderFailure) {
                    _ = try await transport.send(request)
                    return nil
                } catch {
                    return error
                }
            }
            #expect(await gate.hasArrivals(1))
            task.cancel()
            let failure = await task.value
            #expect(failure?.mayBeBilled == true)
            gate.open()
            await transport.shutdown()
        }
    }

    /// A key with a line break in it is no reason to print it.
    @Test(arguments: ["sk-secret\r\nX-Evil: 1", "sk-secret\u{7F}", "sk-secret…"])
    func credentialsThatCannotBeSentAreNotQuoted(key: String) async throws {
        try await withVendor { server in
            let transport = HTTPTransport()
            let request = HTTPRequest(
                url: server.baseURL + "/",
                credentials: [.init(header: "Authorization", value: Secret("Bearer \(key)"))], timeout: .seconds(600))
            do throws(ProviderFailure) {
                let reply = try await transport.send(request)
                Issue.record("status \(reply.status)")
            } catch {
                #expect(error.kind == .unconfigured)
                #expect(error.message == "the credential for Authorization holds characters that cannot be sent")
            }
            #expect(server.requests.isEmpty)
            await transport.shutdown()
        }
    }
}
