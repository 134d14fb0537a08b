import FrontisCore
import FrontisHTTP
import FrontisTestSupport
import Testing

@testable import FrontisProviders

/// Submitting, looking, fetching: Azure's DALL-E of 2023.
@Suite(.timeLimit(.minutes(10))) struct AzureAsyncTests {
    private func withWork(
        _ values: [String: String] = [:],
        vendor: AzureAsyncVendor = AzureAsyncVendor(AzureDoor(.key, secret: azureKey), makesSmallPictures: true),
        _ body: (any ImageProvider, VendorServer) async throws -> Void
    ) async throws {
        let all = ["endpoint": "ORIGIN"].merging(values) { $1 }
        try await withAzure(all, dialect: "azure-openai-async", vendor: vendor) { registry, server in
            #expect(registry.check().isEmpty)
            try await body(try registry.art(), server)
        }
    }

    private static func operation(_ state: String, _ more: String = "") -> Behaviour {
        .status(200, headers: ["retry-after-ms": "1"], body: #"{"id":"x","status":"\#(state)"\#(more)}"#)
    }

    @Test func workIsSubmittedLookedAtAndFetched() async throws {
        try await withWork(["user": "ana"]) { provider, server in
            let generation = try await provider.generateAll(try request(recipe(size: "512x512"), count: 2))
            #expect(generation.images.count == 2)
            #expect(generation.model == "dall-e-2")
            #expect(generation.cost == Cost(usd: 0.036, estimated: true))
            #expect(abs(server.ledger.usd - 0.036) < 1e-9)
            #expect(generation.shortfall == nil)
            #expect(server.requests.map(\.kind) == [.images, .poll, .poll, .poll, .download, .download])
            let submitted = try #require(server.requests.first)
            #expect(submitted.path == "/openai/images/generations:submit")
            #expect(submitted.query == "api-version=2023-06-01-preview")
            #expect(submitted.header("api-key") == azureKey)
            #expect(
                String(decoding: submitted.body, as: UTF8.self)
                    == #"{"prompt":"a night train","n":2,"size":"512x512","user":"ana"}"#)
            for look in server.requests(.poll) {
                #expect(look.method == "GET")
                #expect(look.header("api-key") == azureKey)
                #expect(look.header("content-type") == nil)
            }
            #expect(server.violations.isEmpty)
        }
    }

    @Test func aKeyNeverLeavesItsOrigin() async throws {
        try await withVendor { elsewhere in
            let vendor = AzureAsyncVendor(AzureDoor(.key, secret: azureKey), operationOrigin: elsewhere.origin)
            try await withWork(vendor: vendor) { provider, server in
                let failure = try await failure(of: provider, try request())
                #expect(failure.kind == .unusable)
                #expect(
                    failure.message
                        == "the operation-location of 127.0.0.1 is at another place, 127.0.0.1, which is not asked")
                #expect(failure.help == "a gateway in between has to write its own address into operation-location")
                #expect(failure.mayBeBilled)
                #expect(elsewhere.requests.isEmpty)
                #expect(server.requests.map(\.kind) == [.images])
            }
        }
    }

    @Test(arguments: [
        ([:], "the answer of 127.0.0.1 has no operation-location"),
        (["operation-location": "file:///etc/passwd"], "the operation-location of 127.0.0.1 is no address"),
        (["operation-location": "https://user@127.0.0.1/x"], "the operation-location of 127.0.0.1 is no address"),
        (
            ["operation-location": "//elsewhere.example/x"],
            "the operation-location of 127.0.0.1 is at another place, elsewhere.example, which is not asked"
        ),
    ])
    func placesThatAreNoneAreNotAsked(headers: [String: String], message: String) async throws {
        try await withWork { provider, server in
            server.script(.images, [.status(202, headers: headers, body: #"{"id":"x","status":"notRunning"}"#)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .unusable)
            #expect(failure.message == message)
            #expect(server.requests.count == 1)
        }
    }

    /// Some gateways write no host.
    @Test func aRelativePlaceIsOnTheSameServer() async throws {
        try await withWork { provider, server in
            let place = "/openai/operations/images/x?api-version=2023-06-01-preview"
            server.script(.images, [.status(202, headers: ["operation-location": place, "retry-after-ms": "1"])])
            server.script(.poll, [Self.operation("canceled")])
            let failure = try await failure(of: provider, try request())
            #expect(failure.message == "127.0.0.1 has ended the work: canceled")
            #expect(server.requests.last?.path == "/openai/operations/images/x")
        }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var looks: [Behaviour]
        var kind: ProviderFailure.Kind
        var message: String
        var mayBeBilled: Bool
        var testDescription: String { name }
    }

    static let endings: [Case] = [
        Case(
            name: "refused",
            looks: [operation("running"), operation("failed", #","error":{"code":"contentFilter","message":"Your task failed."}"#)],
            kind: .refused, message: "refused: Your task failed.", mayBeBilled: false),
        Case(
            name: "all pictures refused",
            looks: [
                operation(
                    "succeeded",
                    #","result":{"data":[{"error":{"code":"contentFilter","message":"Generated image was filtered."}}]}"#)
            ], kind: .refused, message: "refused: Generated image was filtered.", mayBeBilled: false),
        Case(
            name: "too much work", looks: [operation("failed", #","error":{"code":"tooManyRequests","message":"Slow down"}"#)],
            kind: .busy, message: "busy (status 200): Slow down", mayBeBilled: false),
        Case(
            name: "an error of the vendor's", looks: [operation("failed", #","error":{"code":"internalFailure","message":"Oh"}"#)],
            kind: .busy, message: "busy (status 200): Oh", mayBeBilled: false),
        Case(
            name: "no quota", looks: [operation("failed", #","error":{"code":"quotaExceeded","message":"None left"}"#)],
            kind: .quota, message: "quota or money is used up: None left", mayBeBilled: false),
        Case(
            name: "a wrong request", looks: [operation("failed", #","error":{"code":"invalidPayload","message":"Bad size"}"#)],
            kind: .rejected, message: "rejected (status 200): Bad size", mayBeBilled: false),
        Case(
            name: "failed without a word", looks: [operation("failed")], kind: .unusable,
            message: "127.0.0.1 has ended the work: failed", mayBeBilled: true),
        Case(
            name: "canceled", looks: [operation("canceled")], kind: .unusable,
            message: "127.0.0.1 has ended the work: canceled", mayBeBilled: true),
        Case(
            name: "deleted", looks: [operation("deleted")], kind: .unusable,
            message: "127.0.0.1 has ended the work: deleted", mayBeBilled: true),
        Case(
            name: "no result", looks: [operation("succeeded")], kind: .unusable,
            message: "the answer of 127.0.0.1 holds no result", mayBeBilled: true),
        Case(
            name: "no picture", looks: [operation("succeeded", #","result":{"data":[]}"#)], kind: .unusable,
            message: "the answer of 127.0.0.1 holds no picture", mayBeBilled: true),
        Case(
            name: "no state", looks: [.status(200)], kind: .unusable,
            message: "the answer of 127.0.0.1 does not say how the work stands", mayBeBilled: true),
        Case(
            name: "a page", looks: [.html()], kind: .unusable, message: "the answer of 127.0.0.1 is HTML, not JSON",
            mayBeBilled: true),
        Case(
            name: "the key is no longer taken", looks: [.failing(.keyRejected)], kind: .credentials,
            message: "credentials not accepted (status 401): \(AzureAsyncTests.wrongKey)", mayBeBilled: true),
        Case(
            name: "the operation is not there", looks: [.status(404, body: #"{"error":{"code":"404","message":"Resource not found"}}"#)],
            kind: .rejected, message: "rejected (status 404): Resource not found", mayBeBilled: true),
    ]

    static let wrongKey =
        "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid "
        + "key for an active subscription and use a correct regional API endpoint for your resource."

    @Test(arguments: endings)
    func endingsAreSorted(item: Case) async throws {
        try await withWork { provider, server in
            server.script(.poll, item.looks)
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == item.kind)
            #expect(failure.message == item.message)
            #expect(failure.mayBeBilled == item.mayBeBilled)
            #expect(server.requests(.images).count == 1)
            #expect(server.requests(.poll).count == item.looks.count)
        }
    }

    @Test func someOfThePicturesMayBeRefused() async throws {
        try await withWork { provider, server in
            server.script(.images, [.partlyRefused])
            let generation = try await provider.generateAll(try request(count: 3))
            #expect(generation.images.count == 2)
            #expect(generation.shortfall?.kind == .refused)
            #expect(
                generation.shortfall?.message
                    == "refused: Generated image was filtered as a result of our safety system.")
            let cost = try #require(generation.cost)
            #expect(cost.usd == server.ledger.money)
        }
    }

    /// The work is paid for: who does not answer is asked again, and nothing is submitted twice.
    @Test func looksThatFindNobodyAreRepeated() async throws {
        let vendor = AzureAsyncVendor(AzureDoor(.key, secret: azureKey), makesSmallPictures: true, pendingLooks: 0)
        try await withWork(vendor: vendor) { provider, server in
            server.script(.poll, [.failing(.rateLimited), .status(500, headers: ["retry-after-ms": "1"])])
            let made = try await provider.generateAll(try request())
            #expect(made.images.count == 1)
            #expect(server.requests(.images).count == 1)
            #expect(server.requests(.poll).count == 3)
        }
    }

    @Test func aSubmissionThatIsNotTakenIsSorted() async throws {
        try await withWork { provider, server in
            server.script(.images, [.failing(.rateLimited)])
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .busy)
            #expect(failure.retryAfter == .milliseconds(5))
            #expect(!failure.mayBeBilled)
            #expect(server.requests.count == 1)
        }
    }

    /// Looks at work that is never done, for a second and a half.
    private func look(retryAfter: String) async throws -> (failure: ProviderFailure, looks: Int) {
        try await withVendor(AzureAsyncVendor(AzureDoor(.key, secret: azureKey))) { server in
            server.always(.poll, Self.operation("running"))
            let transport = HTTPTransport()
            let block = ProviderBlock(
                settings: azureBlock(["endpoint": server.origin], dialect: "azure-openai-async"),
                environment: ProviderEnvironment(process: [:]), transport: transport, today: PageDate(year: 2026, month: 11, day: 21),
                tokens: TokenCache())
            let service = AzureSubmission(block: block)
            let route = try service.route(to: .generations)
            let headers = ["operation-location": "/openai/operations/images/x", "retry-after": retryAfter]
            let operation = try AzureOperation(
                HTTPReply(status: 202, headers: headers, body: []), at: route, service: service, credential: nil,
                context: service.context(route, credential: nil, model: "dall-e-2", successor: nil))
            var ending: ProviderFailure?
            do throws(ProviderFailure) {
                _ = try await operation.result(until: .now + .seconds(1.5), timeout: .seconds(1.5))
            } catch {
                ending = error
            }
            await transport.shutdown()
            return (try #require(ending), server.requests(.poll).count)
        }
    }

    @Test func lookingEndsWithTheTimeout() async throws {
        let (failure, looks) = try await look(retryAfter: "0")
        #expect(failure.kind == .busy)
        #expect(failure.message == "127.0.0.1 has not finished within 1.5 seconds")
        #expect(failure.mayBeBilled)
        // However little time the vendor asks for, looks are a fifth of a second apart.
        #expect(looks <= 8)
    }

    /// A vendor that wants to be left alone for a day does not hold up anything beyond the time-out.
    @Test func longWaitsEndWithTheTimeout() async throws {
        let (failure, looks) = try await look(retryAfter: "86400")
        #expect(failure.message == "127.0.0.1 has not finished within 1.5 seconds")
        #expect(looks == 0)
    }

    /// One `timeout` for submitting and looking together.
    @Test func theTimeoutHoldsForAllOfIt() async throws {
        let vendor = AzureAsyncVendor(AzureDoor(.key, secret: azureKey), pendingLooks: 1000)
        try await withWork(["timeout": "2"], vendor: vendor) { provider, _ in
            let start = ContinuousClock.now
            let failure = try await failure(of: provider, try request())
            #expect(failure.kind == .busy)
            #expect(failure.mayBeBilled)
            #expect(ContinuousClock.now - start >= .seconds(2))
        }
    }

    @Test func cancellingStopsTheLooking() async throws {
        let vendor = AzureAsyncVendor(AzureDoor(.key, secret: azureKey), pendingLooks: 1000)
        try await withWork(vendor: vendor) { provider, server in
            let asked = try request()
            let gate = VendorGate()
            server.always(.poll) { _, index in index == 0 ? .normal : Behaviour.normal.held(by: gate) }
            let task = Task { try await failure(of: provider, asked) }
            #expect(await gate.hasArrivals(1))
            task.cancel()
            let ending = try await task.value
            #expect(ending.kind == .busy)
            #expect(ending.mayBeBilled)
            // Two more looks would fit into this.
            let count = server.requests.count
            try await Task.sleep(for: .milliseconds(500))
            #expect(server.requests.count == count)
        }
    }

    @Test func tokensServeHereToo() async throws {
        let vendor = AzureAsyncVendor(AzureDoor(.gateway, secret: "tok-1234"), makesSmallPictures: true, pendingLooks: 0)
        let token = [
            "url": "ORIGIN/oauth/token", "client-id": AzureDoor.clientID, "client-secret": vendor.door.clientSecret,
            "client-auth": "basic", "send-as": "api-key",
        ]
        try await withAzure(["endpoint": "ORIGIN"], token: token, dialect: "azure-openai-async", vendor: vendor) { registry, server in
            let made = try await registry.art().generateAll(try request())
            #expect(made.images.count == 1)
            #expect(server.violations.isEmpty)
        }
    }

    @Test func itDoesNotDescribe() throws {
        let registry = azureRegistry(azureBlock(["endpoint": "https://a.openai.azure.com"], dialect: "azure-openai-async"))
        #expect(try registry.describer([:]) == nil)
        let objections = try registry.art().objections(to: request(recipe(background: .transparent)))
        #expect(objections.contains { $0.isFatal && $0.summary == "dall-e-2 cannot draw on a transparent background" })
        #expect(objections.contains { $0.summary == "model dall-e-2 has been switched off by its vendor on 2025-01-27" })
    }
}
