import Foundation
import FrontisTestSupport
import Testing

/// Who may fetch what is paid for, who may give it up, and how long it may take where no page lacks it.
@Suite(.timeLimit(.minutes(10))) struct AddressOwnerTests {
    private static func pending(_ site: DialectSite) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/.frontis/cache/v1/pending")) ?? []
    }

    private func withUnfetched(
        posts: [String: String] = ["a": "A fox in fresh snow"],
        _ story: (DialectSite, VendorServer) async throws -> Void
    ) async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            for (name, image) in posts { try site.post(name, image) }
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 1)
            #expect(server.requests(.images).count == 1)
            try await story(site, server)
            #expect(server.requests(.images).count == 1)
        }
    }

    private static func setDraft(_ name: String, _ isDraft: Bool, in site: DialectSite) throws {
        let post = try site.folder.read("content/posts/\(name).md").replacing("draft: true\n", with: "")
        try site.folder.write(
            "content/posts/\(name).md", isDraft ? post.replacing("date:", with: "draft: true\ndate:") : post)
    }

    private static func drawInInk(_ site: DialectSite, provider: String = "art") throws {
        let text = try site.folder.read("frontis.yaml")
        try site.folder.write(
            "frontis.yaml",
            text.replacing("images: { provider: art }", with: "images: { provider: \(provider), style: ink }")
                + "styles: { ink: { prefix: Ink drawing of } }\n")
    }

    /// A provider that is asked elsewhere by now may fetch nothing from this machine, and gives nothing up.
    @Test(arguments: [false, true]) func anotherAddressOfTheProviderLosesNothing(isDraft: Bool) async throws {
        try await withUnfetched { site, server in
            let configuration = try site.folder.read("frontis.yaml")
            try site.folder.write(
                "frontis.yaml", configuration.replacing(server.origin, with: "https://api.example.invalid"))
            try Self.setDraft("a", isDraft, in: site)
            let run = try await site.build()
            #expect(run.status == (isDraft ? 0 : 1))
            #expect(run.standardError.contains("is not on the open internet [provider-unusable]"), "\(run.standardError)")
            #expect(
                run.standardError.contains(
                    "help: provider 'art' may fetch it with the settings that it had on 2026-06-01: put them back into "
                        + "frontis.yaml\n"), "\(run.standardError)")
            #expect(run.standardError.contains("it is paid for, and every build until "))
            // A draft is no page of this run, for which another could be made.
            #expect(run.standardError.contains("image regenerate") == !isDraft, "\(run.standardError)")
            #expect(Self.pending(site).count == 1)
            try site.folder.write("frontis.yaml", configuration)
            try Self.setDraft("a", false, in: site)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
        }
    }

    /// The slot's own provider is asked in the place of one that was renamed, not the first that speaks its protocol.
    @Test func aRenamedProviderFetchesItsOwn() async throws {
        try await withUnfetched { site, server in
            try Self.drawInInk(site, provider: "painter")
            let text = try site.folder.read("frontis.yaml")
            try site.folder.write(
                "frontis.yaml",
                text.replacing("  art:", with: "  painter:").replacing(
                    "providers:\n",
                    with:
                        "providers:\n  aaa: { dialect: openai, model: gpt-image-2, base-url: \"https://api.example.invalid/v1\", "
                        + "api-key: \"${ART_KEY}\" }\n"))
            try site.post("z", "{ prompt: An owl, provider: aaa }")
            server.always(.download, .normal)
            #expect(try await site.build().status == 1)
            #expect(Self.pending(site).isEmpty)
            #expect(try site.folder.read("frontis.lock").contains("posts/a.md#hero"))
        }
    }

    /// Who has asked for it, or was to share it, and is a draft when it comes, has it later under another style, too.
    @Test(arguments: ["a", "b"]) func aDraftAmongThoseWhoShareItKeepsIt(draft: String) async throws {
        try await withUnfetched(posts: ["a": "A fox", "b": "A fox"]) { site, server in
            try Self.setDraft(draft, true, in: site)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            try Self.drawInInk(site)
            #expect(try await site.build().status == 0)
            try Self.setDraft(draft, false, in: site)
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
        }
    }

    /// What no page lacks is tried once, all of it at the same time.
    @Test func whatNobodyWaitsForIsTriedInPassing() async throws {
        try await withUnfetched(posts: ["a": "{ prompt: A fox, candidates: 3 }"]) { site, server in
            try Self.setDraft("a", true, in: site)
            let tries = server.requests(.download).count
            #expect(try await site.build().status == 0)
            #expect(server.requests(.download).count == tries + 3)
            let gate = VendorGate()
            server.always(.download, Behaviour.normal.held(by: gate))
            async let run = site.build()
            #expect(await gate.hasArrivals(3))
            gate.open()
            #expect(try await run.status == 0)
            #expect(Self.pending(site).isEmpty)
            #expect(server.requests(.download).count == tries + 6)
        }
    }

    /// By its own word the address is past its end when it comes.
    @Test func noDateThatIsPastIsPromised() async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "A fox")
            server.always(.images, .address("\(server.origin)/files/none.png?se=2001-01-01T00:00:00Z&sig=signature"))
            server.always(.download, .status(404))
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(!run.standardError.contains("every build until 2001"), "\(run.standardError)")
        }
    }

    /// A prompt that was written is known by what its page says now, also while its picture is still to come.
    @Test func aWrittenPromptIsRememberedMeanwhile() async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "auto")
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 1)
            let post = try site.folder.read("content/posts/a.md").replacing("Text.", with: "Other words of a river.")
            try site.folder.write("content/posts/a.md", post)
            #expect(try await site.build().status == 1)
            try site.folder.remove("content/posts/a.md")
            try site.folder.write("content/posts/b.md", post)
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(server.promptRequests.count == 1)
            #expect(server.requests(.images).count == 1)
        }
    }
}
