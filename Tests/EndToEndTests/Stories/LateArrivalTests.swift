import Foundation
import FrontisTestSupport
import Testing

/// Pictures of `image regenerate` that are paid for and come in a later build: what was chosen meanwhile stands, in lock,
/// manifest and history alike.
@Suite(.timeLimit(.minutes(10))) struct LateArrivalTests {
    private static let slot = "posts/a.md#hero"

    private static func pending(_ site: DialectSite) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/.frontis/cache/v1/pending")) ?? []
    }

    private static func change(_ site: DialectSite, style: String) throws {
        let text = try site.folder.read("frontis.yaml")
        try site.folder.write(
            "frontis.yaml",
            text.replacing("images: { provider: art }", with: "images: { provider: art, style: \(style) }")
                + "styles: { \(style): { prefix: Drawing of } }\n")
    }

    /// The candidate that the slot shows, by the lock.
    private static func shown(_ site: DialectSite, in slot: String = slot) throws -> Int? {
        VendorJSON(Array(try site.folder.read("frontis.lock").utf8))?["images"]?[slot]?["candidate"]?.integer
    }

    /// Without lock, history and state, the manifest alone says what is shown.
    private static func shownByManifest(_ site: DialectSite) async throws -> Int? {
        try site.folder.remove("frontis.lock")
        try site.folder.remove(".frontis/store/v1/history.jsonl")
        #expect(try await site.build().status == 0)
        return try shown(site)
    }

    /// Of the pictures' addresses, in the order in which they were asked for.
    private static func paths(_ server: VendorServer) -> [String] {
        server.requests(.download).map(\.path).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func history(_ site: DialectSite) async throws -> String {
        try await site.run("image", "history", slot).standardOutput
    }

    /// A site with one picture, and a regenerated one that is paid for and not there.
    private func withLate(
        _ post: String = "A fox in fresh snow", _ story: (DialectSite, VendorServer) async throws -> Void
    ) async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", post)
            server.always(.images, .addresses)
            #expect(try await site.build().status == 0)
            server.always(.download, .status(404))
            #expect(try await site.run("image", "regenerate", Self.slot).status == 0)
            #expect(Self.pending(site).count == 1)
            try await story(site, server)
            #expect(server.violations.isEmpty)
        }
    }

    private static let warning =
        "warning: a picture of posts/a.md#hero, paid for on 2026-06-01, has come; posts/a.md#hero goes on showing another "
        + "[picture-late]"

    @Test func aSecondOneThatHasArrivedStands() async throws {
        try await withLate { site, server in
            let late = try #require(Self.paths(server).last)
            server.always(.download) { request, _ in request.path == late ? .status(404) : .normal }
            #expect(try await site.run("image", "regenerate", Self.slot).status == 0)
            #expect(try Self.shown(site) == 2)
            let lock = try site.folder.read("frontis.lock")
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(run.standardError.contains("content/posts/a.md:4:11: " + Self.warning), "\(run.standardError)")
            #expect(run.standardError.contains("help: show it with: frontis image pick posts/a.md#hero 3\n"))
            #expect(Self.pending(site).isEmpty)
            #expect(try site.folder.read("frontis.lock") == lock)
            let history = try await Self.history(site)
            #expect(history.contains("  fetched  "), "\(history)")
            #expect(try await site.run("image", "pick", Self.slot, "3").status == 0)
            #expect(try Self.shown(site) == 3)
            #expect(try await site.run("image", "undo", Self.slot).status == 0)
            #expect(try Self.shown(site) == 2)
            #expect(try await Self.shownByManifest(site) == 2)
            #expect(server.requests(.images).count == 3)
        }
    }

    /// Both come in the same build, or the older or the newer one first.
    @Test(arguments: ["together", "older first", "newer first"]) func ofTwoTheNewestWins(order: String) async throws {
        try await withLate { site, server in
            #expect(try await site.run("image", "regenerate", Self.slot).status == 0)
            #expect(Self.pending(site).count == 2)
            if order != "together" {
                let pair = Self.paths(server).suffix(2)
                let late = try #require(order == "older first" ? pair.last : pair.first)
                server.always(.download) { request, _ in request.path == late ? .status(404) : .normal }
                #expect(try await site.build().status == 0)
                #expect(Self.pending(site).count == 1)
                #expect(try Self.shown(site) == (order == "older first" ? 1 : 2))
            }
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains(Self.warning) == (order != "older first"), "\(run.standardError)")
            #expect(Self.pending(site).isEmpty)
            let shown = try Self.shown(site)
            #expect(shown == (order == "older first" ? 3 : 2))
            let history = try await Self.history(site)
            #expect(history.ranges(of: "  regenerated  ").count == 1, "\(history)")
            #expect(try await Self.shownByManifest(site) == shown)
            #expect(server.requests(.images).count == 3)
        }
    }

    /// Also where what is chosen is what is shown already.
    @Test(arguments: [["pick", slot, "2"], ["pick", slot, "1"], ["keep", slot]])
    func whatAPersonChoseStands(command: [String]) async throws {
        try await withLate("{ prompt: A fox, candidates: 2 }") { site, server in
            let choice = try await site.run(["image"] + command)
            #expect(choice.status == 0, "\(choice.standardError)")
            let (lock, shown) = (try site.folder.read("frontis.lock"), try Self.shown(site))
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(run.standardError.contains(Self.warning), "\(run.standardError)")
            #expect(Self.pending(site).isEmpty)
            #expect(try Self.shown(site) == shown)
            #expect(try site.folder.read("frontis.lock").contains("\"candidate\": \(shown ?? 0)"))
            #expect(lock.contains("\"candidate\": \(shown ?? 0)"))
            #expect(try await Self.shownByManifest(site) == shown)
        }
    }

    @Test func whatWasTakenBackStaysSo() async throws {
        try await withLate("{ prompt: A fox, candidates: 2 }") { site, server in
            #expect(try await site.run("image", "pick", Self.slot, "2").status == 0)
            #expect(try await site.run("image", "undo", Self.slot).status == 0)
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.standardError.contains(Self.warning), "\(run.standardError)")
            #expect(try Self.shown(site) == 1)
        }
    }

    /// It is as stale as the one that it was made to replace.
    @Test func underAnotherStyleItIsShown() async throws {
        try await withLate { site, server in
            try Self.change(site, style: "ink")
            #expect(try await site.build().status == 0)
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(!run.standardError.contains("picture-late"), "\(run.standardError)")
            #expect(try Self.shown(site) == 2)
            let plan = try await site.run("plan")
            #expect(plan.standardOutput.contains("kept, but stale"))
            #expect(try await site.run("image", "undo", Self.slot).status == 0)
            #expect(try Self.shown(site) == 1)
            #expect(server.requests(.images).count == 2)
        }
    }

    /// What was accepted for the new style stands, and the one that came can still be picked.
    @Test func underAnotherStyleWhatWasKeptStands() async throws {
        try await withLate { site, server in
            try Self.change(site, style: "ink")
            #expect(try await site.run("image", "keep", Self.slot).status == 0)
            let lock = try site.folder.read("frontis.lock")
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.standardError.contains(Self.warning), "\(run.standardError)")
            #expect(try site.folder.read("frontis.lock") == lock)
            let help = try #require(run.standardError.firstMatch(of: /frontis image pick posts\/a\.md#hero ([0-9a-f]{12})\n/))
            let pick = try await site.run("image", "pick", Self.slot, String(help.1))
            #expect(pick.status == 0, "\(pick.standardError)")
            #expect(try site.folder.read("frontis.lock").contains("\"image\": \"\(help.1)"))
            #expect(server.requests(.images).count == 2)
        }
    }

    @Test(arguments: [false, true]) func aPostThatWasRenamedIsToldOfIt(isBuiltBefore: Bool) async throws {
        try await withLate { site, server in
            try site.folder.remove("content/posts/a.md")
            try site.post("b", "A fox in fresh snow")
            if isBuiltBefore { #expect(try await site.build().status == 0) }
            server.always(.download, .normal)
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(Self.pending(site).isEmpty)
            #expect(
                run.standardError.contains("help: show it with: frontis image pick posts/b.md#hero 2\n") == isBuiltBefore,
                "\(run.standardError)")
            #expect(try Self.shown(site, in: "posts/b.md#hero") == (isBuiltBefore ? 1 : 2))
            #expect(try await site.run("image", "pick", "posts/b.md#hero", "2").status == 0)
            #expect(server.requests(.images).count == 2)
        }
    }

    /// A slot that has its picture has not been refused one.
    @Test(arguments: [false, true]) func whatExpiresIsInNobodysWay(isStale: Bool) async throws {
        let openai = try #require(DialectCase.all.first { $0.dialect == "openai" })
        try await withVendor(openai.vendor) { server in
            let site = try DialectSite(openai, server)
            try site.post("a", "A fox")
            server.always(.images, .addresses)
            #expect(try await site.build().status == 0)
            if isStale { try Self.change(site, style: "ink") }
            server.always(.download, .status(404))
            _ = try await site.run("image", "regenerate", Self.slot)
            let path = ".frontis/cache/v1/pending/" + (try #require(Self.pending(site).first))
            let text = try site.folder.read(path)
            try site.folder.write(path, text.replacing(#/"expires": \d+/#, with: "\"expires\": 1000000000"))
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            server.always(.download, .normal)
            if isStale { #expect(try await site.run("image", "keep", Self.slot).status == 0) }
            try site.post("a", "{ prompt: A fox, candidates: 4 }")
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(!run.standardError.contains("in time"), "\(run.standardError)")
            #expect(server.requests(.images).count == 3)
        }
    }

    /// A post that is a draft when its picture comes shows it once it is published.
    @Test func aDraftShowsItLater() async throws {
        try await withLate { site, server in
            let post = try site.folder.read("content/posts/a.md")
            try site.folder.write("content/posts/a.md", post.replacing("title: a", with: "title: a\ndraft: true"))
            server.always(.download, .normal)
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            try site.folder.write("content/posts/a.md", post)
            #expect(try await site.build().status == 0)
            #expect(try Self.shown(site) == 2)
        }
    }
}

extension DialectSite {
    fileprivate func run(_ arguments: String...) async throws -> ProgramRun.Result { try await run(arguments) }

    fileprivate func run(_ arguments: [String]) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            arguments + ["--now", "2026-06-01T12:00:00Z"], in: folder.path, environment: environment)
    }
}
