import Foundation
import FrontisTestSupport
import Testing

/// Pictures that are paid for and could not be fetched, and of which nobody asks for the same any more when they can be:
/// they are fetched nevertheless, shown where they belong, and never bought again.
@Suite(.timeLimit(.minutes(10))) struct EarlierAnswerTests {
    /// What changes while the picture is still to be fetched, and leaves the slot's own words as they are.
    enum Change: String, CaseIterable {
        case style, negative, shape, post
    }

    private static let vendors = FetchedPictureTests.vendors

    private static func requests(_ server: VendorServer) -> Int { server.requests(.images).count }

    private static func pending(_ site: DialectSite) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/.frontis/cache/v1/pending")) ?? []
    }

    private static func change(_ site: DialectSite, images: String, styles: String = "") throws {
        let text = try site.folder.read("frontis.yaml")
        let line = try #require(text.firstMatch(of: /images: \{.*\}/))
        try site.folder.write(
            "frontis.yaml", text.replacing(line.0, with: "images: { provider: art, \(images) }") + styles)
    }

    private static func make(_ change: Change, in site: DialectSite) throws {
        switch change {
        case .style: try Self.change(site, images: "style: ink", styles: "styles: { ink: { prefix: Ink drawing of } }\n")
        case .negative: try Self.change(site, images: "style: ink", styles: "styles: { ink: { negative: people } }\n")
        case .shape: try Self.change(site, images: "aspect: \"16:9\"")
        case .post:
            try site.folder.remove("content/posts/a.md")
            try site.post("z", "A fox in fresh snow")
            try Self.change(site, images: "aspect: \"16:9\"")
        }
    }

    /// A site whose only picture is paid for and could not be fetched.
    private func withUnfetched(
        _ vendor: DialectCase, _ story: (DialectSite, VendorServer) async throws -> Void
    ) async throws {
        try await withVendor(vendor.vendor) { server in
            let site = try DialectSite(vendor, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 1)
            #expect(Self.requests(server) == 1)
            try await story(site, server)
            #expect(server.violations.isEmpty)
        }
    }

    private var openai: DialectCase {
        get throws { try #require(Self.vendors.first { $0.dialect == "openai" }) }
    }

    /// Every vendor with one of the changes, one vendor with all; the long tests have every vendor with all.
    private static let cases = vendors.flatMap { vendor in
        let changes = vendor.dialect == "openai" ? Change.allCases : TestLength.of(short: [.style], long: Change.allCases)
        return changes.map { (vendor: vendor, change: $0) }
    }

    @Test(arguments: cases)
    func whatTheConfigurationChangedIsFetchedAndShown(of item: (vendor: DialectCase, change: Change)) async throws {
        let (vendor, change) = item
        try await withUnfetched(vendor) { site, server in
            try Self.make(change, in: site)
            let name = change == .post ? "z" : "a"
            let plan = try await site.run("plan")
            #expect(plan.standardOutput.contains("paid for on 2026-06-01, still to be fetched"), "\(plan.standardOutput)")
            let failed = try await site.build()
            #expect(failed.status == 1)
            #expect(
                failed.standardError.contains(
                    "content/posts/\(name).md:4:11: error: provider 'art': the picture at \(server.origin)/files/"),
                "\(failed.standardError)")
            #expect(failed.standardError.contains(" could not be fetched: status 404 [provider-busy]"))
            #expect(failed.standardError.contains("it is paid for, and every build until "))
            #expect(!failed.standardError.contains("warning: a picture of"))
            #expect(Self.requests(server) == 1)
            #expect(Self.pending(site).count == 1)
            // Offline nothing is sent, and nothing is lost.
            let asked = server.requests.count
            #expect(try await site.build("--offline").status == 0)
            #expect(server.requests.count == asked)
            server.always(.download, .normal)
            let run = try await site.build("--frozen")
            #expect(run.status == 0, "\(run.standardError)")
            #expect(Self.pending(site).isEmpty)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
            #expect(try site.folder.read("public/posts/\(name)/index.html").contains("<picture"))
            let list = try await site.run("plan")
            #expect(list.standardOutput.contains("kept, but stale"), "\(list.standardOutput)")
        }
    }

    /// On a failure that drawings may cover, the site is built.
    @Test func aDrawingStandsInUntilThen() async throws {
        try await withUnfetched(try openai) { site, server in
            try Self.change(
                site, images: "style: ink, on-failure: placeholder", styles: "styles: { ink: { prefix: Ink drawing of } }\n")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains("warning: provider 'art': the picture at \(server.origin)/files/"))
            #expect(Self.requests(server) == 1)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            #expect(Self.requests(server) == 1)
        }
    }

    /// A post that is a draft asks for nothing, and its picture is there when it is published.
    @Test(arguments: vendors) func aDraftsPictureIsFetched(vendor: DialectCase) async throws {
        try await withUnfetched(vendor) { site, server in
            let post = try site.folder.read("content/posts/a.md")
            try site.folder.write("content/posts/a.md", post.replacing("title: a", with: "title: a\ndraft: true"))
            let failed = try await site.build()
            #expect(failed.status == 0, "\(failed.standardError)")
            #expect(
                failed.standardError.contains(
                    "warning: a picture of posts/a.md#hero, paid for on 2026-06-01, could not be fetched: the picture at "
                        + "\(server.origin)/files/"), "\(failed.standardError)")
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(!run.standardError.contains("could not be fetched"))
            #expect(Self.pending(site).isEmpty)
            try site.folder.write("content/posts/a.md", post)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
            #expect(try site.folder.read("public/posts/a/index.html").contains("<picture"))
        }
    }

    /// Another prompt is a wish for another picture. The first one is in the store, for whoever goes back to it.
    @Test func aChangedPromptIsAnotherPicture() async throws {
        try await withUnfetched(try openai) { site, server in
            server.always(.download) { request, _ in request.path.contains("/files/0-") ? .status(404) : .normal }
            try site.post("a", "An owl at night")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains("warning: a picture of posts/a.md#hero, paid for on 2026-06-01"))
            #expect(Self.requests(server) == 2)
            #expect(Self.pending(site).count == 1)
            let owl = try site.folder.read("frontis.lock")
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            #expect(try site.folder.read("frontis.lock") == owl)
            let history = try await ProgramRun.run(
                ["image", "history", "posts/a.md#hero"], in: site.folder.path, environment: site.environment)
            #expect(history.standardOutput.contains("  fetched  "), "\(history.standardOutput)")
            try site.post("a", "A fox in fresh snow")
            try Self.make(.style, in: site)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 2)
        }
    }

    /// Undone and picked pictures are others than those that came later for something else.
    @Test func whatCameLaterIsNoChoice() async throws {
        try await withUnfetched(try openai) { site, server in
            server.always(.download) { request, _ in request.path.contains("/files/0-") ? .status(404) : .normal }
            try site.post("a", "An owl at night")
            #expect(try await site.build().status == 0)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            let undo = try await ProgramRun.run(
                ["image", "undo", "posts/a.md#hero"], in: site.folder.path, environment: site.environment)
            #expect(undo.status == 1)
            #expect(Self.requests(server) == 2)
        }
    }

    /// What was made anew takes the place of the other as soon as it is there, but in no frozen run.
    @Test func whatWasMadeAnewIsShownOnceItIsThere() async throws {
        try await withVendor(try openai.vendor) { server in
            let site = try DialectSite(try openai, server)
            try site.post("a", "A fox in fresh snow")
            server.always(.images, .addresses)
            #expect(try await site.build().status == 0)
            let first = try site.folder.read("frontis.lock")
            server.always(.download, .status(404))
            let regenerate = try await site.run("image", "regenerate", "posts/a.md#hero")
            #expect(regenerate.status == 0)
            #expect(regenerate.standardError.contains("warning: 0 of 1 pictures came; then provider 'art': "))
            #expect(regenerate.standardError.contains("tries to fetch it again, at no cost\n"))
            #expect(!regenerate.standardError.contains("ask for the rest"), "\(regenerate.standardError)")
            #expect(Self.requests(server) == 2)
            #expect(try await site.build().status == 0)
            #expect(try site.folder.read("frontis.lock") == first)
            #expect(Self.pending(site).count == 1)
            server.always(.download, .normal)
            #expect(try await site.build("--frozen").status == 0)
            #expect(try site.folder.read("frontis.lock") == first)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            let second = try site.folder.read("frontis.lock")
            #expect(second != first)
            #expect(second.contains("\"candidate\": 2"))
            #expect(try await site.build().status == 0)
            #expect(try site.folder.read("frontis.lock") == second)
            let undo = try await site.run("image", "undo", "posts/a.md#hero")
            #expect(undo.status == 0, "\(undo.standardError)")
            #expect(try site.folder.read("frontis.lock").contains("\"candidate\": 1"))
            #expect(Self.requests(server) == 2)
        }
    }

    /// As a kill leaves it that comes when the picture is kept, and before its address is forgotten or the history says
    /// whose it is.
    @Test(arguments: vendors) func aKillBeforeTheHistoryCostsNothing(vendor: DialectCase) async throws {
        try await withUnfetched(vendor) { site, server in
            let path = ".frontis/cache/v1/pending/" + (try #require(Self.pending(site).first))
            let answer = try site.folder.read(path)
            try Self.make(.style, in: site)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            try site.folder.write(path, answer)
            try site.folder.remove(".frontis/store/v1/history.jsonl")
            try site.folder.remove("frontis.lock")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(Self.requests(server) == 1)
            #expect(Self.pending(site).isEmpty)
            #expect(try await site.run("plan").standardOutput.contains("kept, but stale"))
        }
    }

    /// Where nothing may be written, nothing is fetched, and a build that needs nothing says nothing.
    @Test(.enabled("mounting a file system is not permitted here") { try await Mount.isPermitted() })
    func aStoreThatMayOnlyBeReadIsLeftAlone() async throws {
        try await withUnfetched(try openai) { site, server in
            try site.post("a", "{ prompt: A fox, provider: drawn }")
            try site.folder.write("frontis.yaml", try site.folder.read("frontis.yaml") + "  drawn: { dialect: pattern }\n")
            let store = site.folder.path + "/.frontis/store"
            try #require(try await Mount.run("/usr/bin/mount", "--bind", store, store))
            let isReadOnly = try await Mount.run("/usr/bin/mount", "-o", "remount,bind,ro", store)
            let run = try await site.build()
            #expect(try await Mount.run("/usr/bin/umount", store))
            try #require(isReadOnly)
            #expect(run.status == 0, "\(run.standardError)")
            #expect(!run.standardError.contains("could not be fetched"), "\(run.standardError)")
            #expect(Self.pending(site).count == 1)
            #expect(Self.requests(server) == 1)
        }
    }

    /// Posts that share a picture go on sharing it, one that has come since included.
    @Test(arguments: [Change.style, .shape], [false, true])
    func whoSharesAPictureWaitsForIt(change: Change, isFrozen: Bool) async throws {
        try await withUnfetched(try openai) { site, server in
            try site.post("b", "A fox in fresh snow")
            try site.folder.write("content/posts/a.pt.md", "---\ntitle: a\nai-image: A fox in fresh snow\n---\nTexto.\n")
            #expect(try await site.build().status == 1)
            try site.post("c", "A fox in fresh snow")
            try Self.make(change, in: site)
            server.always(.download, .normal)
            let run = isFrozen ? try await site.build("--frozen") : try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
            let plan = try await site.run("plan").standardOutput
            #expect(plan.ranges(of: "kept, but stale").count == 4, "\(plan)")
        }
    }

    /// A site that is built and whose pictures are not all there is never "unchanged".
    @Test(arguments: ["candidates", "regenerate"]) func whatIsStillToBeFetchedIsTriedByEveryBuild(story: String) async throws {
        try await withVendor(try openai.vendor) { server in
            let site = try DialectSite(try openai, server)
            server.always(.images, .addresses)
            let isMissing = story == "candidates"
            if isMissing { server.always(.download) { request, _ in request.path.contains("/files/0-0-") ? .normal : .status(404) } }
            try site.post("a", isMissing ? "{ prompt: A fox, candidates: 2 }" : "A fox")
            #expect(try await site.build().status == 0)
            if !isMissing {
                server.always(.download, .status(404))
                #expect(try await site.run("image", "regenerate", "posts/a.md#hero").status == 0)
            }
            #expect(Self.pending(site).count == 1)
            let (tries, paid) = (server.requests(.download).count, Self.requests(server))
            #expect(try await site.build().status == 0)
            #expect(server.requests(.download).count > tries)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            #expect(Self.requests(server) == paid)
            #expect(try await site.build().standardOutput.contains("unchanged"))
        }
    }

    /// Another protocol by the provider's name is no reason to give up an address.
    @Test(arguments: [false, true]) func aNameThatSpeaksAnotherProtocolLosesNothing(isDraft: Bool) async throws {
        try await withUnfetched(try openai) { site, server in
            let (configuration, post) = (try site.folder.read("frontis.yaml"), try site.folder.read("content/posts/a.md"))
            let block = try #require(configuration.firstMatch(of: /art: \{ dialect:.*\}/))
            try site.folder.write("frontis.yaml", configuration.replacing(block.0, with: "art: { dialect: pattern }"))
            if isDraft { try site.folder.write("content/posts/a.md", post.replacing("title: a", with: "title: a\ndraft: true")) }
            #expect(try await site.build().status == (isDraft ? 0 : 1))
            #expect(Self.pending(site).count == 1)
            try site.folder.write("frontis.yaml", configuration)
            try site.folder.write("content/posts/a.md", post)
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.requests(server) == 1)
        }
    }

    /// That it can never be had is said before anybody pays again.
    @Test func anAddressThatExpiresIsSaidBeforeAnotherIsBought() async throws {
        try await withUnfetched(try openai) { site, server in
            try Self.make(.style, in: site)
            let path = ".frontis/cache/v1/pending/" + (try #require(Self.pending(site).first))
            let text = try site.folder.read(path)
            let end = try #require(text.firstMatch(of: /"expires": (\d+)/))
            try site.folder.write(path, text.replacing(end.0, with: "\"expires\": 1000000000"))
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains("have another one made, which is paid for: "), "\(run.standardError)")
            #expect(Self.pending(site).isEmpty)
            let again = try await site.build()
            #expect(again.status == 1)
            #expect(again.standardError.contains("the picture that provider 'art' made on 2026-06-01 could not be fetched in time: "))
            #expect(Self.requests(server) == 1)
            server.always(.download, .normal)
            #expect(try await site.build("--retry-failed").status == 0)
            #expect(Self.requests(server) == 2)
        }
    }
}

extension DialectSite {
    fileprivate func run(_ arguments: String...) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            arguments + ["--now", "2026-06-01T12:00:00Z"], in: folder.path, environment: environment)
    }
}
