import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisHTTP

@Suite(.timeLimit(.minutes(10))) struct DownloadTests {
    private func fetch(
        _ address: String, allowsLoopback: Bool = false, names: [String: [String]] = [:]
    ) async -> Result<[UInt8], ProviderFailure> {
        let transport = HTTPTransport()
        let resolver = AddressResolver { host in (names[host] ?? []).compactMap { IPAddress($0) } }
        let download = PictureDownload(
            transport: transport, allowsLoopback: allowsLoopback, resolver: resolver, timeout: .seconds(600))
        let outcome: Result<[UInt8], ProviderFailure>
        do throws(ProviderFailure) {
            outcome = .success(try await download.fetch(address))
        } catch {
            outcome = .failure(error)
        }
        await transport.shutdown()
        return outcome
    }

    private func failure(_ outcome: Result<[UInt8], ProviderFailure>) throws -> ProviderFailure {
        guard case .failure(let failure) = outcome else {
            throw ProviderFailure(.unusable, "the download succeeded")
        }
        return failure
    }

    @Test(arguments: [
        ("file:///etc/passwd", "the picture's address must be an https address, and the vendor's is 'file:'"),
        ("ftp://example.com/a.png", "the picture's address must be an https address, and the vendor's is 'ftp:'"),
        ("", "the picture's address must be an https address, and the vendor's is ''"),
        ("https://user:pass@example.com/a", "the picture's address must be an https address, and the vendor's is 'https:'"),
        ("http://example.com/a.png", "the picture's address http://example.com/a.png is not https"),
        ("http://127.0.0.1/a", "the picture's address http://127.0.0.1/a is not on the open internet"),
        ("https://localhost/a", "the picture's address https://localhost/a is not on the open internet"),
        ("https://[::1]/a", "the picture's address https://[::1]/a is not on the open internet"),
        ("https://10.0.0.7/a", "the picture's address https://10.0.0.7/a is not on the open internet"),
        (
            "https://169.254.169.254/latest/meta-data?x=secret-signature",
            "the picture's address https://169.254.169.254/latest/meta-data is not on the open internet"
        ),
        (
            "https://inside.example.com/a",
            "the picture's address https://inside.example.com/a is not on the open internet"
        ),
        (
            "https://mixed.example.com/a",
            "the picture's address https://mixed.example.com/a is not on the open internet"
        ),
        (
            "https://metadata.example.com/a",
            "the picture's address https://metadata.example.com/a is not on the open internet"
        ),
    ])
    func addressesThatLeadElsewhereAreRefused(address: String, message: String) async throws {
        let names = [
            "inside.example.com": ["192.168.1.4"], "mixed.example.com": ["1.1.1.1", "10.0.0.1"],
            "metadata.example.com": ["::ffff:169.254.169.254"], "example.com": ["1.1.1.1"],
        ]
        let failure = try failure(await fetch(address, names: names))
        #expect(failure.kind == .unusable)
        #expect(failure.message == message)
        #expect(failure.mayBeBilled)
    }

    @Test func aLoopbackProviderMayStillNotNameOtherPrivatePlaces() async throws {
        for address in ["https://10.0.0.7/a", "http://192.168.1.1/a", "http://example.com/a", "file:///etc/passwd"] {
            let failure = try failure(await fetch(address, allowsLoopback: true))
            #expect(failure.kind == .unusable, "\(address)")
        }
    }

    @Test func aHostThatNobodyKnowsIsBusy() async throws {
        let failure = try failure(await fetch("https://nowhere.example.com/a"))
        #expect(failure.kind == .busy)
        #expect(failure.mayBeBilled)
    }

    @Test func bytesComeAsTheyAreAndWithoutCredentials() async throws {
        try await withVendor { server in
            let bytes = try await fetch(server.baseURL + "/a.png?sig=1", allowsLoopback: true).get()
            #expect(bytes == Array("hello".utf8))
            let request = try #require(server.requests.first)
            #expect(request.method == "GET")
            #expect(request.query == "sig=1")
            #expect(request.header("authorization") == nil)
            #expect(request.header("cookie") == nil)
        }
    }

    @Test func fiveRedirectsAreFollowedAndNoMore() async throws {
        try await withVendor { server in
            let hop = Behaviour.redirect(to: "/next")
            server.script(.images, Array(repeating: hop, count: 5))
            #expect(try await fetch(server.baseURL + "/a", allowsLoopback: true).get() == Array("hello".utf8))
            server.script(.images, Array(repeating: hop, count: 6))
            let failure = try failure(await fetch(server.baseURL + "/a", allowsLoopback: true))
            #expect(failure.message == "the picture's address redirects more than 5 times")
            #expect(server.requests.count == 12)
        }
    }

    @Test(arguments: ["file:///etc/passwd", "http://10.0.0.1/a", "http://169.254.169.254/a", "https://127.0.0.1/a"])
    func redirectsAreCheckedLikeTheFirstAddress(target: String) async throws {
        try await withVendor { server in
            server.script(.images, [.redirect(to: target)])
            let failure = try failure(await fetch(server.baseURL + "/a", allowsLoopback: true))
            #expect(failure.kind == .unusable)
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: [
        (Behaviour.status(404), ProviderFailure.Kind.unusable), (.status(403), .unusable), (.status(500), .busy),
        (.status(429), .busy), (.status(200, body: ""), .unusable), (.bodyCutShort, .busy),
        (.resetBeforeReply, .busy), (.endlessBody, .unusable), (.redirect(to: ""), .unusable),
    ])
    func failuresAfterPayingSaySo(behaviour: Behaviour, kind: ProviderFailure.Kind) async throws {
        try await withVendor { server in
            server.always(.images, behaviour)
            let failure = try failure(await fetch(server.baseURL + "/a", allowsLoopback: true))
            #expect(failure.kind == kind)
            #expect(failure.mayBeBilled)
        }
    }
}
