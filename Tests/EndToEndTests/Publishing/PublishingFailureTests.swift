import Foundation
import FrontisTestSupport
import Testing

/// What a bucket can do to a build, and what is left of the site then.
@Suite(.timeLimit(.minutes(10))) struct PublishingFailureTests {
    private static let place = "error: cannot publish to gs://test-bucket/blog: "

    /// Each is one error at one place, and pages stay as they were.
    @Test(arguments: [
        (
            "403", Behaviour.refused,
            "not allowed (status 403): painter@test-project.iam.gserviceaccount.com does not have "
                + "storage.objects.create access to the Google Cloud Storage object. [publish-failed]\n"
                + "  help: the account of publish.credentials needs the role Storage Object User on test-bucket\n"
        ),
        (
            "401", .failing(.keyRejected),
            "credentials not accepted (status 401): Invalid Credentials [publish-failed]\n"
                + "  help: check publish.credentials: the account may be gone, or its key withdrawn\n"
        ),
        (
            "404", .status(404, body: #"{"error":{"code":404,"message":"The specified bucket does not exist."}}"#),
            "there is no such bucket (status 404): The specified bucket does not exist. [publish-failed]\n"
                + "  help: make the bucket first, or check publish.to and publish.endpoint\n"
        ),
        ("quota", .failing(.outOfQuota), "quota or money is used up (status 403): Your usage has exceeded the limit. ["),
        ("HTML", .html(status: 400), "rejected (status 400): the answer is HTML [publish-failed]\n"),
        ("503", .failing(.overloaded), "busy (status 503): Backend Error [publish-failed]\n"),
    ])
    func oneClearError(name: String, behaviour: Behaviour, words: String) async throws {
        try await withPublishedSite(posts: 12) { published in
            #expect(try await published.build("--offline").status == 0)
            let pages = try published.site.folder.tree(of: "public")
            published.server.always(.upload, behaviour)
            let run = try await published.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains(Self.place + words), "\(name): \(run.standardError)")
            #expect(run.standardError.components(separatedBy: "error: ").count == 2, "\(run.standardError)")
            #expect(run.standardError.contains("12 files have not arrived; what has is kept, and the next build goes on"))
            #expect(try published.site.folder.tree(of: "public") == pages)
            // Those on their way when it was found out, and their attempts.
            #expect(published.uploads <= (name == "503" ? 8 * 4 : 8))
            published.server.reset()
            #expect(try await published.build().status == 0)
            #expect(published.vendor.objects.count == 12)
        }
    }

    @Test func credentialsThatAreNotThere() async throws {
        try await withPublishedSite { published in
            try published.site.folder.remove("keys/painter.json")
            let run = try await published.build()
            #expect(run.status == 1)
            #expect(
                run.standardError.contains(
                    Self.place + "credentials of publish: keys/painter.json: there is no such file [publish-failed]"),
                "\(run.standardError)")
            #expect(published.server.requests.isEmpty)
        }
    }

    @Test func nobodyAnswers() async throws {
        try await withPublishedSite(posts: 1) { published in
            let text = try published.site.folder.read("frontis.yaml")
            try published.site.write(
                "frontis.yaml",
                text.replacing(published.server.origin, with: "http://127.0.0.1:1")
                    .replacing("credentials: keys/painter.json", with: "credentials: none"))
            let run = try await published.build()
            #expect(run.status == 1)
            #expect(
                run.standardError.contains(
                    Self.place + "no connection to 127.0.0.1: refused [publish-failed]\n"
                        + "  help: check the network and publish.endpoint\n"), "\(run.standardError)")
        }
        let site = try SiteUnderTest(
            configuration: "publish: { to: gs://test-bucket, endpoint: \"http://192.0.2.1\", credentials: none }\n")
        try site.post("a", "A fox")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(
            run.standardError.contains("plain http to 192.0.2.1 would show the request to everyone on the way"))
    }

    /// A few failures in between are nobody's concern.
    @Test(arguments: [
        Behaviour.failing(.overloaded), .failing(.rateLimited), .resetBeforeReply, .resetMidway, .bodyCutShort,
    ])
    func passingFaultsAreRiddenOut(behaviour: Behaviour) async throws {
        try await withPublishedSite { published in
            published.server.script(.question, [behaviour])
            published.server.script(.upload, [behaviour, .normal, behaviour])
            let run = try await published.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try published.pictures() == published.vendor.objects.mapValues(\.bytes))
            #expect(published.server.violations == [])
        }
    }

    /// An error that the configuration takes lightly: pages point at what has arrived, and at their own copies else.
    @Test func aFailureThatIsTakenLightly() async throws {
        try await withPublishedSite { published in
            let text = try published.site.folder.read("frontis.yaml")
            try published.site.write("frontis.yaml", text + "diagnostics: { publish-failed: warning }\n")
            published.server.script(.upload, [.normal])
            published.server.always(.upload, .refused)
            let run = try await published.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(published.vendor.objects.count == 1)
            let written = try published.site.folder.tree(of: "public").filter { $0.key.hasSuffix("/index.html") }
                .values.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(written.contains("src=\"/images/"))
            #expect(written.contains("src=\"\(published.server.origin)/test-bucket/blog/images/"))
        }
    }

    /// Killed in the middle: what has arrived is known, and the next build sends the rest.
    @Test(arguments: [3, 9])
    func killedInTheMiddle(after: Int) async throws {
        try await withPublishedSite(posts: 12) { published in
            let gate = VendorGate()
            published.server.always(.upload) { _, index in index < after ? .normal : Behaviour.normal.held(by: gate) }
            let server = published.server
            let site = published.site.folder
            let run = try await ProgramRun.run(
                ["build", "--now", "2026-06-01T12:00:00Z"], in: site.path, environment: ["NO_GCE_CHECK": "true"],
                sending: SIGKILL
            ) {
                while try server.requests(.upload).count < after + 1 || recorded(site) < after {
                    try await Task.sleep(for: .milliseconds(2))
                }
            }
            #expect(run.status == 128 + SIGKILL)
            #expect(!site.exists("public"))
            gate.open()
            server.reset()
            let known = try published.recorded
            #expect(known == after)
            let next = try await published.build()
            #expect(next.status == 0, "\(next.standardError)")
            // Nothing that the record knows is sent again, and nothing is listed.
            #expect(published.uploads == 12 - known)
            #expect(server.requests(.question).allSatisfy { $0.path.contains("/o/") })
            #expect(try published.pictures() == published.vendor.objects.mapValues(\.bytes))
            #expect(try published.recorded == 12)
        }
    }

    private func recorded(_ site: TemporarySite) throws -> Int {
        guard site.exists(".frontis/cache/v1/published") else { return 0 }
        return try site.tree(of: ".frontis/cache/v1/published").values
            .reduce(0) { $0 + $1.count { $0 == UInt8(ascii: "\n") } }
    }

    @Test func interrupted() async throws {
        try await withPublishedSite { published in
            let gate = VendorGate()
            published.server.always(.upload, Behaviour.normal.held(by: gate))
            let server = published.server
            let run = try await ProgramRun.run(
                ["build"], in: published.site.folder.path, environment: ["NO_GCE_CHECK": "true"], sending: SIGINT
            ) {
                while server.requests(.upload).isEmpty { try await Task.sleep(for: .milliseconds(2)) }
            }
            gate.open()
            #expect(run.status == 130, "\(run.standardError)")
            #expect(!run.standardError.contains("publish-failed"))
            #expect(!published.site.folder.exists("public"))
        }
    }

    // MARK: Secrets

    /// The service says back everything that it was told, and a key file's parts are nowhere.
    @Test(arguments: ["normal", "echo", "token echo"])
    func secretsAreNowhere(name: String) async throws {
        try await withPublishedSite { published in
            let secrets =
                [GoogleAccounts.serviceToken]
                + GoogleTestKey.pem.split(separator: "\n").map(String.init).filter { $0.count == 64 }
            #expect(secrets.count > 10)
            let echo = "{\"error\":{\"code\":403,\"message\":\"Not for Bearer \(GoogleAccounts.serviceToken)\"}}"
            if name == "echo" { published.server.always(.upload, .status(403, body: echo)) }
            if name == "token echo" { published.server.always(.token, .status(400, body: echo)) }
            let run = try await published.build("--verbose")
            #expect((run.status == 0) == (name == "normal"), "\(run.standardError)")
            var places = [("standard output", run.standardOutput), ("standard error", run.standardError)]
            places += try published.site.folder.tree().filter { $0.key != "keys/painter.json" }
                .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
            places += published.server.requests.map { ("an address", $0.path + "?" + ($0.query ?? "")) }
            for (place, words) in places where !(name == "token echo" && place == "standard error") {
                for secret in secrets { #expect(!words.contains(secret), "\(place)") }
            }
        }
    }

    // MARK: Doctor

    private func doctor(_ published: PublishedSite, _ options: String...) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            ["doctor"] + options, in: published.site.folder.path, environment: ["NO_GCE_CHECK": "true"])
    }

    @Test func doctorLooksAtTheBucket() async throws {
        try await withPublishedSite { published in
            let offline = try await doctor(published)
            #expect(offline.status == 0, "\(offline.standardOutput)")
            #expect(published.server.requests.isEmpty)
            let origin = published.server.origin
            #expect(
                offline.standardOutput.contains(
                    """
                    bucket gs://test-bucket/blog
                      ok       endpoint: \(origin)
                      ok       credentials: a service account's file
                      ok       pages show \(origin)/test-bucket/blog/…

                    """), "\(offline.standardOutput)")
            let online = try await doctor(published, "--online")
            #expect(online.status == 0, "\(online.standardOutput)")
            #expect(
                online.standardOutput.contains(
                    """
                      ok       the bucket answers; it is in EUROPE-WEST1
                      ok       the account may create and list objects

                    """), "\(online.standardOutput)")
            #expect(published.server.violations == [])
            #expect(published.vendor.objects.isEmpty)
            published.server.always(.question, .failing(.keyRejected))
            let rejected = try await doctor(published, "--online")
            #expect(rejected.status == 1)
            #expect(rejected.standardOutput.contains("  error    credentials not accepted (status 401): Invalid Credentials\n"))
            try published.site.folder.remove("keys/painter.json")
            let broken = try await doctor(published, "--online")
            #expect(broken.status == 1)
            #expect(
                broken.standardOutput.contains(
                    "  error    credentials of publish: keys/painter.json: there is no such file\n"))
        }
        try await withPublishedSite(StorageVendor(mayLook: false)) { published in
            let online = try await doctor(published, "--online")
            #expect(online.status == 0, "\(online.standardOutput)")
            #expect(online.standardOutput.contains("  note     the account may create objects, but not list them\n"))
        }
    }
}
