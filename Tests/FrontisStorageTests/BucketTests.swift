import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisStorage

/// One file into a bucket of Google Cloud Storage, over real HTTP against a strict service.
@Suite(.timeLimit(.minutes(10))) struct BucketTests {
    private static let small = Array("a small picture".utf8)
    /// Three pieces, the last of them short.
    private static let large = noise(2 * (256 << 10) + 4321)

    @Test func aSmallFileGoesInOneRequest() async throws {
        try await withBucket { fixture in
            let step = try await fixture.upload(Self.small)
            #expect(step == .created)
            #expect(fixture.server.requests.map(\.kind) == [.token, .upload])
            #expect(fixture.server.violations == [])
            #expect(
                fixture.vendor.objects == [
                    "blog/images/a.png": .init(
                        bytes: Self.small, contentType: "image/png",
                        cacheControl: "public, max-age=31536000, immutable")
                ])
        }
    }

    @Test func aLargeFileGoesInPieces() async throws {
        try await withBucket { fixture in
            let step = try await fixture.upload(Self.large)
            #expect(step == .created)
            #expect(fixture.server.requests.map(\.kind) == [.token, .session, .upload, .upload, .upload])
            #expect(fixture.server.requests(.upload).map(\.body.count) == [262144, 262144, 4321])
            #expect(fixture.server.violations == [])
            #expect(fixture.vendor.objects["blog/images/a.png"]?.bytes == Self.large)
        }
    }

    /// What goes wrong in the middle of an upload in pieces, and what is sent again because of it.
    @Test(arguments: [
        ("503", Behaviour.failing(.overloaded), [262144, 262144, 262144, 4321]),
        ("429", .failing(.rateLimited), [262144, 262144, 262144, 4321]),
        // It had arrived: what the service knows is not sent again.
        ("no answer", .resetBeforeReply, [262144, 262144, 4321]),
        ("half an answer", .resetMidway, [262144, 262144, 4321]),
        ("nothing arrived", Behaviour(answer: .partlyRefused), [262144, 262144, 262144, 4321]),
        ("forgotten", .failing(.modelGone), [262144, 262144, 262144, 262144, 4321]),
    ])
    func anInterruptedUploadGoesOn(name: String, behaviour: Behaviour, sent: [Int]) async throws {
        try await withBucket { fixture in
            fixture.server.script(.upload, [.normal, behaviour])
            let step = try await fixture.upload(Self.large)
            #expect(step == .created, "\(name)")
            #expect(fixture.server.requests(.upload).map(\.body.count) == sent, "\(name)")
            #expect(fixture.server.violations == [], "\(name)")
            #expect(fixture.vendor.objects["blog/images/a.png"]?.bytes == Self.large, "\(name)")
        }
    }

    /// Half of a piece of 512 KiB arrives; the rest follows.
    @Test func aPieceMayArriveInPart() async throws {
        try await withBucket { fixture in
            fixture.server.script(.upload, [Behaviour(answer: .partlyRefused)])
            var sizes = BucketFixture.sizes
            sizes.piece = 512 << 10
            let bytes = Self.large
            let upload = BucketUpload(
                BucketObject(
                    name: "blog/b.png", mediaType: .png, size: bytes.count, md5: "AAAAAAAAAAAAAAAAAAAAAA=="
                ) { (range) throws(ProviderFailure) in
                    Array(bytes[range])
                }, to: fixture.bucket, sizes: sizes)
            let first = try await upload.advance()
            #expect(first == .going)
            let failure = await failure { () throws(ProviderFailure) in try await upload.advance() }
            #expect(fixture.server.requests(.upload).map(\.body.count) == [524288, bytes.count - 262144])
            // The digest was a wrong one: such bytes are never stored.
            #expect(failure?.kind == .rejected)
            #expect(failure?.message.contains("Provided MD5 hash") == true)
            #expect(fixture.vendor.objects.isEmpty)
        }
    }

    private func failure(
        _ body: () async throws(ProviderFailure) -> BucketUpload.Step
    ) async -> ProviderFailure? {
        do throws(ProviderFailure) { _ = try await body() } catch { return error }
        return nil
    }

    /// The answer to the last piece is lost: the upload is over, and asking says so.
    @Test func theLastAnswerIsLost() async throws {
        try await withBucket { fixture in
            fixture.server.script(.upload, [.normal, .normal, .resetBeforeReply])
            let step = try await fixture.upload(Self.large)
            #expect(step == .created)
            #expect(fixture.server.requests(.upload).count == 3)
            #expect(fixture.server.requests(.session).count == 2)
            #expect(fixture.server.violations == [])
        }
    }

    @Test func aServiceThatForgetsEveryUploadIsGivenUp() async throws {
        try await withBucket { fixture in
            fixture.server.always(.upload) { _, index in index % 2 == 0 ? .normal : .failing(.modelGone) }
            let failure = try await fixture.failure(Self.large)
            #expect(failure.kind == .rejected)
            #expect(failure.message == "the upload of blog/images/a.png is forgotten again and again")
            #expect(fixture.server.requests(.session).count == 4)
        }
    }

    @Test(arguments: [small, large])
    func whatIsThereIsKept(bytes: [UInt8]) async throws {
        try await withBucket { fixture in
            fixture.vendor.objects = ["blog/images/a.png": .init(bytes: bytes)]
            let step = try await fixture.upload(bytes)
            #expect(step == .existed)
            #expect(fixture.server.violations == [])
            #expect(fixture.vendor.objects["blog/images/a.png"]?.cacheControl == nil)
            // Of a large file no byte was sent for that.
            if bytes.count > 1000 { #expect(fixture.server.requests(.upload).isEmpty) }
        }
        // Who may only create objects has to believe it.
        try await withBucket(StorageVendor(mayLook: false)) { fixture in
            fixture.vendor.objects = ["blog/images/a.png": .init(bytes: [1])]
            let step = try await fixture.upload(bytes)
            #expect(step == .existed)
        }
    }

    @Test(arguments: [small, large])
    func otherBytesUnderTheNameAreNeverReplaced(bytes: [UInt8]) async throws {
        try await withBucket { fixture in
            fixture.vendor.objects = ["blog/images/a.png": .init(bytes: [1, 2, 3])]
            let failure = try await fixture.failure(bytes)
            #expect(failure.kind == .unusable)
            #expect(failure.message == "the bucket holds other bytes as blog/images/a.png")
            #expect(fixture.vendor.objects["blog/images/a.png"]?.bytes == [1, 2, 3])
        }
    }

    /// The answer to a small file is lost: it is offered again, refused as there already, and found to be the same.
    @Test func aLostAnswerIsNoConflict() async throws {
        try await withBucket { fixture in
            fixture.server.script(.upload, [.resetBeforeReply])
            let step = try await fixture.upload(Self.small)
            #expect(step == .existed)
            #expect(fixture.server.requests.map(\.kind) == [.token, .upload, .upload, .question])
        }
    }

    @Test(arguments: [
        (
            "another digest", Behaviour.missingResults, ProviderFailure.Kind.unusable,
            "blog/images/a.png arrived with other bytes than were sent"
        ),
        ("no object", .noResults, .rejected, "the answer to an upload is no object"),
        ("half an object", .brokenJSON, .rejected, "is broken JSON: cut off, or not well-formed"),
        ("HTML", .html(), .rejected, "is HTML, not JSON"),
        (
            "403", .refused, .credentials,
            "not allowed (status 403): painter@test-project.iam.gserviceaccount.com does not have storage.objects.create "
                + "access to the Google Cloud Storage object."
        ),
        ("401", .failing(.keyRejected), .credentials, "credentials not accepted (status 401): Invalid Credentials"),
        (
            "quota", .failing(.outOfQuota), .quota,
            "quota or money is used up (status 403): Your usage has exceeded the limit."
        ),
        ("redirect", .redirect(to: "https://elsewhere.example/"), .rejected, "rejected (status 302): the answer is a redirect"),
        ("503", .failing(.overloaded), .busy, "busy (status 503): Backend Error"),
    ])
    func failures(name: String, behaviour: Behaviour, kind: ProviderFailure.Kind, words: String) async throws {
        for bytes in [Self.small, Self.large] {
            try await withBucket { fixture in
                fixture.server.always(.upload, behaviour)
                // What is said of a file at its end is not what begins an upload in pieces.
                let isAtEnd = ["another digest", "no object", "half an object"].contains(name)
                if !isAtEnd { fixture.server.always(.session, behaviour) }
                let failure = try await fixture.failure(bytes)
                #expect(failure.kind == kind, "\(name): \(failure.message)")
                if name != "HTML" || bytes == Self.small {
                    #expect(failure.message.contains(words), "\(name): \(failure.message)")
                }
                #expect(!failure.message.contains(GoogleAccounts.serviceToken))
            }
        }
    }

    @Test func aBucketThatIsNotThere() async throws {
        try await withBucket(bucket: "other-bucket") { fixture in
            let failure = try await fixture.failure(Self.small)
            #expect(failure.kind == .retired)
            #expect(
                failure.message == "there is no such bucket (status 404): The specified bucket does not exist.")
            #expect(failure.help == "make the bucket first, or check publish.to and publish.endpoint")
        }
    }

    /// The address of an upload is as good as a key, and the token goes along: neither leaves the origin.
    @Test(arguments: ["https://elsewhere.example/upload?upload_id=1", "http://127.0.0.1:1/upload?upload_id=1", "", "file:///tmp/a"])
    func anUploadStaysAtItsOrigin(location: String) async throws {
        try await withBucket { fixture in
            fixture.server.always(.session, .status(200, headers: location.isEmpty ? [:] : ["location": location]))
            let failure = try await fixture.failure(Self.large)
            #expect(failure.kind == .rejected)
            #expect(failure.message == "the answer names no address of 127.0.0.1 to upload to")
            #expect(fixture.server.requests(.upload).isEmpty)
        }
    }

    @Test(arguments: ["bytes=5-10", "bytes=0-99999999", "bytes=0--2", "0-262143", "bytes=0-x"])
    func anAnswerThatMakesNoSense(range: String) async throws {
        try await withBucket { fixture in
            fixture.server.script(.upload, [.status(308, headers: ["range": range])])
            let failure = try await fixture.failure(Self.large)
            #expect(failure.kind == .rejected)
            #expect(failure.message == "the answer says that '\(range)' has arrived")
        }
    }

    @Test func aServiceThatTakesNothingIsGivenUp() async throws {
        try await withBucket { fixture in
            fixture.server.always(.upload, .status(308))
            let failure = try await fixture.failure(Self.large)
            #expect(failure.kind == .busy)
            #expect(failure.message == "nothing of a piece of blog/images/a.png has arrived")
        }
    }

    @Test func nobodyAsksWhoIsThere() async throws {
        try await withBucket(StorageVendor(isOpen: true), credentials: "none") { fixture in
            let step = try await fixture.upload(Self.small)
            #expect(step == .created)
            #expect(fixture.server.requests.map(\.kind) == [.upload])
            #expect(fixture.server.violations == [])
        }
    }

    @Test func credentialsAreFilledInWhenTheyAreNeeded() async throws {
        try await withBucket(credentials: "${GCS_KEY}") { fixture in
            let failure = try await fixture.failure(Self.small)
            #expect(failure.kind == .unconfigured)
            #expect(
                failure.message == "environment variable GCS_KEY is not set, and publish needs it for credentials")
            #expect(fixture.server.requests.isEmpty)
        }
        try await withBucket(credentials: "${GCS_KEY}", environment: ["GCS_KEY": "keys/painter.json"]) { fixture in
            let step = try await fixture.upload(Self.small)
            #expect(step == .created)
        }
        try await withBucket(credentials: "keys/gone.json") { fixture in
            let failure = try await fixture.failure(Self.small)
            #expect(failure.message == "credentials of publish: keys/gone.json: there is no such file")
        }
    }

    // MARK: Lists

    @Test func aListIsReadPageByPage() async throws {
        try await withBucket(StorageVendor(pageSize: 2)) { fixture in
            fixture.vendor.objects = [
                "blog/a": .init(bytes: [1]), "blog/b": .init(bytes: [2, 3]), "blog/c": .init(bytes: []),
                "blogger/d": .init(bytes: [4]), "e": .init(bytes: [5]),
            ]
            let listed = try await fixture.bucket.list(after: nil)
            let first = try #require(listed)
            #expect(first.entries.map(\.name) == ["blog/a", "blog/b"])
            #expect(first.entries.map(\.size) == [1, 2])
            let rest = try await fixture.bucket.list(after: first.next)
            let second = try #require(rest)
            #expect(second.entries.map(\.name) == ["blog/c"])
            #expect(second.next == nil)
            #expect(first.entries[0].isCopy(size: 1, md5: "VaVACK0bpYmqIQ0mKcHfQQ=="))
            #expect(!first.entries[0].isCopy(size: 1, md5: "AAAAAAAAAAAAAAAAAAAAAA=="))
            #expect(!first.entries[0].isCopy(size: 2, md5: "VaVACK0bpYmqIQ0mKcHfQQ=="))
        }
        try await withBucket(StorageVendor(mayLook: false)) { fixture in
            let page = try await fixture.bucket.list(after: nil)
            #expect(page == nil)
        }
    }

    // MARK: Addresses

    @Test(arguments: [
        (nil, "", "https://storage.googleapis.com/pictures/images/a.png"),
        (nil, "a b/ü", "https://storage.googleapis.com/pictures/a%20b/%C3%BC/images/a.png"),
        ("https://cdn.example.org/x/", "blog", "https://cdn.example.org/x/images/a.png"),
    ])
    func addressesInPages(publicURL: String?, prefix: String, expected: String) {
        var publishing = Publishing(bucket: "pictures", prefix: prefix, location: place)
        publishing.publicURL = publicURL
        #expect(publishing.url(of: "images/a.png") == expected)
    }
}
