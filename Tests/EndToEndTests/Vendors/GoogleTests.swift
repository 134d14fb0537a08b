import Foundation
import FrontisTestSupport
import Testing

/// Google's models through the built program and over real HTTP, with every kind of credential.
@Suite(.timeLimit(.minutes(10))) struct GoogleTests {
    private static let imagen =
        #"{ dialect: vertex-imagen, model: imagen-4.0-generate-001, credentials: keys/painter.json, endpoint: "ORIGIN" }"#
    private static let gemini =
        #"{ dialect: gemini, base-url: "ORIGIN/v1beta", api-key: "${ART_KEY}" }"#

    private func withSite(
        _ provider: String, _ body: (SiteUnderTest, VendorServer) async throws -> Void
    ) async throws {
        let vendor = GoogleVendor(key: SiteUnderTest.key, isGateway: true, makesSmallPictures: true)
        try await withVendor(vendor) { server in
            let block = provider.replacing("ORIGIN", with: server.origin)
            let site = try SiteUnderTest(configuration: "images: { provider: art }\nproviders:\n  art: \(block)\n")
            try site.write("keys/painter.json", GoogleAccounts.serviceAccountFile(server.origin))
            try await body(site, server)
        }
    }

    @Test(arguments: DialectCase.all.filter { ["vertex-imagen", "gemini"].contains($0.dialect) })
    func picturesAreMadeDescribedAndNeverAskedForAgain(dialect: DialectCase) async throws {
        try await withVendor(dialect.vendor) { server in
            let block = dialect.settings(server.origin)
            let site = try SiteUnderTest(configuration: "images: { provider: art }\nproviders:\n  art: \(block)\n")
            for (path, text) in dialect.files(server.origin) { try site.write(path, text) }
            for number in 1...3 { try site.post("post-\(number)", "A picture of number \(number)") }
            try site.post("written", "auto")
            let first = try await site.run("build", environment: dialect.environment)
            #expect(first.status == 0, "\(first.standardError)")
            #expect(first.standardError == "")
            #expect(server.requests(.images).count == 4)
            #expect(server.requests(.chat).count == 4)
            #expect(server.promptRequests.count == 1)
            #expect(server.requests(.token).count <= 1)
            #expect(server.violations == [])
            #expect(try site.page("posts/post-3/index.html").contains("alt=\"Test picture"))
            let made = server.requests.count
            #expect(try await site.run("build", environment: dialect.environment).status == 0)
            #expect(server.requests.count == made)
            let lock = try site.folder.read("frontis.lock")
            #expect(lock.contains("\"dialect\": \"\(dialect.dialect)\""))
            for secret in dialect.secrets {
                #expect(!lock.contains(secret))
                for (path, bytes) in try site.folder.tree() where !dialect.files(server.origin).keys.contains(path) {
                    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret), "\(path)")
                }
            }
        }
    }

    @Test(arguments: [(imagen, 1), (gemini, 4)])
    func fourCandidates(provider: String, calls: Int) async throws {
        try await withSite(provider) { site, server in
            try site.write(
                "content/posts/a.md", "---\ntitle: a\nai-image: { prompt: A fox, candidates: 4 }\n---\nText.\n")
            let run = try await site.run("build", "--format", "json")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(server.requests(.images).count == calls)
            #expect(server.violations == [])
            let objects = try site.folder.tree(of: ".frontis/store/v1/objects")
            #expect(objects.count == 4)
            let cost = try #require(VendorJSON(Array(run.standardOutput.utf8))?["cost"]?["usd"]?.number)
            #expect(abs(cost - server.ledger.usd) < 0.0002)
        }
    }

    @Test func referencePictures() async throws {
        try await withSite(Self.gemini) { site, server in
            let picture = TestPNG(width: 32, height: 32, text: "viaduct")
            try site.folder.write("content/posts/viaduct.png", picture.bytes)
            try site.write(
                "content/posts/a.md", "---\ntitle: a\nai-image: { prompt: A train, reference: [viaduct.png] }\n---\nText.\n")
            let run = try await site.run("build")
            #expect(run.status == 0, "\(run.standardError)")
            let parts = server.requests(.images).first?.json?["contents"]?[0]?["parts"]?.array ?? []
            #expect(parts.count == 2)
            let data = parts.last?["inlineData"]?["data"]?.string
            #expect(data == Data(picture.bytes).base64EncodedString())
        }
        try await withSite(Self.imagen) { site, server in
            try site.folder.write("content/posts/viaduct.png", TestPNG(width: 32, height: 32, text: "viaduct").bytes)
            try site.write(
                "content/posts/a.md", "---\ntitle: a\nai-image: { prompt: A train, reference: [viaduct.png] }\n---\nText.\n")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("imagen-4.0-generate-001 takes no reference pictures"))
            #expect(server.requests.isEmpty)
        }
    }

    @Test(arguments: [
        (
            Behaviour.refused,
            "refused: Image generation failed with the following error: The prompt could not be submitted. This prompt "
                + "contains sensitive words that violate Google's Responsible AI practices."
        ),
        (.missingResults, "refused: the answer holds no picture, as when all were filtered out"),
        (.answerFiltered, "refused: Unable to show generated images."),
    ])
    func aRefusalIsShownAtThePromptsLineAndRemembered(behaviour: Behaviour, words: String) async throws {
        try await withSite(Self.imagen) { site, server in
            server.always(.images, behaviour)
            try site.post("a", "A fox")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("content/posts/a.md:4:11: error: "), "\(run.standardError)")
            #expect(run.standardError.contains(words), "\(run.standardError)")
            #expect(run.standardError.contains("[provider-refused]"))
            _ = try await site.run("build")
            #expect(server.requests(.images).count == 1)
        }
    }

    @Test func picturesBesideARefusedOneAreKept() async throws {
        try await withSite(Self.imagen) { site, server in
            server.script(.images, [.partlyRefused])
            try site.write(
                "content/posts/a.md", "---\ntitle: a\nai-image: { prompt: A fox, candidates: 4 }\n---\nText.\n")
            _ = try await site.run("build")
            #expect(try site.folder.tree(of: ".frontis/store/v1/objects").count >= 3)
            #expect(server.violations == [])
        }
    }

    @Test func credentialsThatCannotBeUsed() async throws {
        try await withSite(Self.imagen) { site, server in
            try site.post("a", "A fox")
            try site.write("keys/painter.json", "{\"type\": \"service_account\", \"private_key\": \"topsecret\"")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(run.standardError.contains("credentials of provider 'art': keys/painter.json: is not JSON"))
            #expect(!run.standardError.contains("topsecret"))
            #expect(server.requests.isEmpty)
        }
    }

    /// Nothing is written in the configuration: the key in the environment is enough, and its lack is said.
    @Test func geminiNeedsNoEntry() async throws {
        let site = try SiteUnderTest(configuration: "images: { provider: gemini }\n")
        try site.post("a", "A fox")
        let plan = try await site.run("plan", "--format", "json", environment: [:])
        #expect(plan.status == 0, "\(plan.standardError)")
        let slot = VendorJSON(Array(plan.standardOutput.utf8))?["slots"]?[0]
        #expect(slot?["model"] == "gemini-3.1-flash-image")
        #expect(slot?["price"]?["usd"] == .number(0.067))
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError.contains(
                "environment variable GEMINI_API_KEY is not set, and provider 'gemini' needs it for api-key"))
    }
}
