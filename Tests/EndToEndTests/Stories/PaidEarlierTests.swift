import Foundation
import FrontisTestSupport
import Testing

/// What was paid for under a recipe of before, and is lost: the ledger knows for which slot it was, so that no new house
/// style, shape or name is a reason to pay again without a word.
@Suite(.timeLimit(.minutes(10))) struct PaidEarlierTests {
    private static let lost = "was paid for on 2026-06-01, and the store does not have it [picture-lost]"

    private static var openai: DialectCase {
        get throws { try #require(DialectCase.all.first { $0.dialect == "openai" }) }
    }

    private static func pending(_ site: DialectSite) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: site.folder.path + "/.frontis/cache/v1/pending")) ?? []
    }

    private static func change(_ site: DialectSite, style: String = "Ink drawing of") throws {
        let lines = try site.folder.read("frontis.yaml").split(separator: "\n").filter { !$0.hasPrefix("styles:") }
        let text = lines.joined(separator: "\n").replacing("style: s, ", with: "")
        try site.folder.write(
            "frontis.yaml",
            text.replacing("images: { ", with: "images: { style: s, ") + "\nstyles: { s: { prefix: \(style) } }\n")
    }

    /// Everything that an address of a picture needs to be of no more use.
    private static func expire(_ site: DialectSite) throws {
        for name in pending(site) {
            let path = ".frontis/cache/v1/pending/" + name
            let text = try site.folder.read(path)
            let end = try #require(text.firstMatch(of: /"expires": (\d+)/))
            try site.folder.write(path, text.replacing(end.0, with: "\"expires\": 1000000000"))
        }
    }

    private static func setDraft(_ isDraft: Bool, in site: DialectSite) throws {
        let post = try site.folder.read("content/posts/a.md").replacing("draft: true\n", with: "")
        try site.folder.write(
            "content/posts/a.md", isDraft ? post.replacing("date:", with: "draft: true\ndate:") : post)
    }

    /// A site whose only picture is paid for and could not be fetched; the addresses are good again afterwards.
    private func withUnfetched(
        _ post: String = "A fox in fresh snow", body: String? = nil,
        _ story: (DialectSite, VendorServer) async throws -> Void
    ) async throws {
        try await withVendor(try Self.openai.vendor) { server in
            let site = try DialectSite(try Self.openai, server)
            try site.post("a", post)
            if let body { try site.folder.write("content/posts/a.md", "---\ntitle: a\ndate: 2026-03-02\n---\n\(body)\n") }
            server.always(.images, .addresses)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 1)
            #expect(server.requests(.images).count == 1)
            #expect(Self.pending(site).count == 1)
            server.always(.download, .normal)
            try await story(site, server)
            #expect(server.violations.isEmpty)
        }
    }

    // MARK: Lost addresses

    @Test(arguments: ["style", "shape", "post"], ["regenerate", "retry"])
    func aLostAddressIsNotBoughtUnderAnotherRecipe(change: String, way: String) async throws {
        try await withUnfetched { site, server in
            try site.folder.remove(".frontis/cache")
            switch change {
            case "shape":
                let text = try site.folder.read("frontis.yaml")
                try site.folder.write("frontis.yaml", text.replacing("provider: art }", with: "provider: art, aspect: \"1:1\" }"))
            case "post":
                try site.folder.remove("content/posts/a.md")
                try site.post("z", "A fox in fresh snow")
                try Self.change(site)
            default: try Self.change(site)
            }
            let slot = change == "post" ? "posts/z.md#hero" : "posts/a.md#hero"
            let plan = try await site.run("plan")
            #expect(
                plan.standardOutput.contains("blocked  \(slot)  paid for on 2026-06-01, and not in the store"),
                "\(plan.standardOutput)")
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains("error: the picture of \(slot) \(Self.lost)"), "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
            let again =
                way == "retry" ? try await site.build("--retry-failed") : try await site.run("image", "regenerate", slot)
            #expect(again.status == 0, "\(again.standardError)")
            #expect(server.requests(.images).count == 2)
            // That is the end of it, also for a post that comes later and asks for the same in yet another style.
            try Self.change(site, style: "Woodcut of")
            try site.post("later", "A fox in fresh snow")
            let later = try await site.build()
            #expect(later.status == 0, "\(later.standardError)")
            #expect(server.requests(.images).count == 3)
        }
    }

    /// Prompts in the text are called by their recipe, those of a model by their slot.
    @Test(arguments: ["![](<ai:a fox in fresh snow>)", "![](<ai:a fox, {{title}}>)", "auto", "'{{title}} at night'"])
    func norIsThatOfOtherKindsOfSlots(prompt: String) async throws {
        let isInText = prompt.hasPrefix("!")
        try await withUnfetched(prompt, body: isInText ? prompt : nil) { site, server in
            try site.folder.remove(".frontis/cache")
            try Self.change(site)
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains(Self.lost), "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
            #expect(try await site.build("--retry-failed").status == 0)
            #expect(server.requests(.images).count == 2)
            try Self.change(site, style: "Woodcut of")
            #expect(try await site.build().status == 0)
            #expect(server.requests(.images).count == 2)
        }
    }

    @Test func whoSharesItDoesNotBuyItEither() async throws {
        try await withUnfetched { site, server in
            try site.post("b", "A fox in fresh snow")
            try site.folder.remove(".frontis/cache")
            try Self.change(site)
            let run = try await site.build()
            #expect(run.standardError.ranges(of: Self.lost).count == 2, "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
        }
    }

    /// The error is about what the slot asks for, and in the way of nothing else.
    @Test func otherWordsAreFree() async throws {
        try await withUnfetched { site, server in
            try site.folder.remove(".frontis/cache")
            try site.post("a", "An owl at night")
            #expect(try await site.build().status == 0)
            #expect(server.requests(.images).count == 2)
            try Self.change(site)
            #expect(try await site.build().status == 0)
            #expect(server.requests(.images).count == 2)
        }
    }

    /// A new pin is a wish for another picture; the one that is still to be fetched is not lost.
    @Test func aPinIsNoLoss() async throws {
        try await withUnfetched { site, server in
            server.always(.download) { request, _ in request.path.contains("/files/0-") ? .status(404) : .normal }
            try site.post("a", "{ prompt: A fox in fresh snow, model: gpt-image-1-mini }")
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(server.requests(.images).count == 2)
        }
    }

    /// A ledger of before it was recorded for whom a call was.
    @Test func anOlderLedgerIsRead() async throws {
        try await withUnfetched { site, server in
            try site.folder.remove(".frontis/cache")
            let path = ".frontis/store/v1/spend.jsonl"
            let text = try site.folder.read(path)
            #expect(text.ranges(of: "\"slot\": \"posts/a.md#hero\"").count == 2, "\(text)")
            try site.folder.write(
                path,
                text.replacing(#/"asked": "[0-9a-f]+", /#, with: "").replacing(#/"slot": "[^"]+", /#, with: ""))
            let run = try await site.build()
            #expect(run.standardError.contains(Self.lost), "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
        }
    }

    @Test func aStoreThatIsGoneIsMissedUnderAnotherStyle() async throws {
        try await withVendor(try Self.openai.vendor) { server in
            let site = try DialectSite(try Self.openai, server)
            try site.post("a", "A fox")
            #expect(try await site.build().status == 0)
            let ledger = try site.folder.read(".frontis/store/v1/spend.jsonl")
            try site.folder.remove(".frontis")
            try site.folder.remove("frontis.lock")
            try site.folder.write(".frontis/store/v1/spend.jsonl", ledger)
            try Self.change(site)
            let run = try await site.build()
            #expect(run.standardError.contains(Self.lost), "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
        }
    }

    @Test func whatNobodyAnsweredIsAskedForAgainWithAWord() async throws {
        try await withVendor(try Self.openai.vendor) { server in
            let site = try DialectSite(try Self.openai, server)
            try site.post("a", "A fox")
            server.always(.images, .silent)
            _ = try await ProgramRun.run(
                ["build", "--now", "2026-05-30T12:00:00Z"], in: site.folder.path, environment: site.environment,
                sending: SIGKILL
            ) {
                while server.requests(.images).isEmpty { try await Task.sleep(for: .milliseconds(1)) }
            }
            server.always(.images, .normal)
            try Self.change(site)
            let run = try await site.build()
            #expect(run.status == 0)
            #expect(
                run.standardError.contains("posts/a.md#hero was asked for on 2026-05-30, and no answer is known"),
                "\(run.standardError)")
            #expect(try await site.build().standardOutput.contains("unchanged"))
        }
    }

    // MARK: Expired addresses

    /// Nobody was told while the post was a draft.
    @Test func whatExpiredForADraftIsSaidUnderAnotherStyle() async throws {
        try await withUnfetched { site, server in
            try Self.setDraft(true, in: site)
            try Self.expire(site)
            server.always(.download, .status(404))
            #expect(try await site.build().status == 0)
            #expect(Self.pending(site).isEmpty)
            server.always(.download, .normal)
            try Self.change(site)
            try Self.setDraft(false, in: site)
            let run = try await site.build()
            #expect(run.status == 1)
            #expect(run.standardError.contains(Self.lost), "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
            #expect(try await site.build("--retry-failed").status == 0)
            #expect(server.requests(.images).count == 2)
        }
    }

    /// What a vendor would not make is no loss: another style is another question.
    @Test(arguments: [Behaviour.refused, .htmlPicture]) func whatWasNoPictureIsAskedForInAnotherStyle(answer: Behaviour) async throws {
        try await withVendor(try Self.openai.vendor) { server in
            let site = try DialectSite(try Self.openai, server)
            try site.post("a", "A fox")
            server.always(.images, answer)
            #expect(try await site.build().status == 1)
            server.always(.images, .normal)
            try Self.change(site)
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(!run.standardError.contains("no answer is known"), "\(run.standardError)")
            #expect(server.requests(.images).count == 2)
        }
    }

    // MARK: Killed builds

    /// As a kill leaves it when the picture is kept, and before the history says whose it is.
    @Test(arguments: ["A fox in fresh snow", "![](<ai:a fox, {{title}}>)"], [false, true])
    func whatCameIsKnownWithoutAHistory(prompt: String, isRenamed: Bool) async throws {
        let isInText = prompt.hasPrefix("!")
        guard !isInText || !isRenamed else { return }
        try await withUnfetched(prompt, body: isInText ? prompt : nil) { site, server in
            #expect(try await site.build().status == 0)
            try site.folder.remove(".frontis/store/v1/history.jsonl")
            try site.folder.remove("frontis.lock")
            try Self.change(site)
            if isRenamed {
                try site.folder.write("content/posts/b.md", try site.folder.read("content/posts/a.md"))
                try site.folder.remove("content/posts/a.md")
            }
            let run = try await site.build()
            #expect(run.status == 0, "\(run.standardError)")
            #expect(server.requests(.images).count == 1)
            #expect(try await site.run("plan").standardOutput.contains("kept, but stale"))
        }
    }

    // MARK: Two builds at once

    /// One reads the configuration before it changes and the other after that, while the first is being answered. The
    /// other has made its plan by the time at which it asks for a picture of its own. One story after the other: the held
    /// builds of all of them would leave no place for what they wait for.
    @Test(.serialized, arguments: ["picture", "address", "ownCache", "nothing"], [false, true])
    func twoBuildsPayForASlotOnce(answer: String, isRenamed: Bool) async throws {
        try await withVendor(try Self.openai.vendor) { server in
            let site = try DialectSite(try Self.openai, server)
            try site.post("a", "A fox in fresh snow")
            let gate = VendorGate()
            let reply: Behaviour =
                answer == "picture" ? .normal : answer == "nothing" ? .failing(.outOfQuota) : .addresses
            server.script(.images, [reply.held(by: gate)])
            server.always(.download, .status(404))
            async let first = site.build("--output", "out1")
            #expect(await gate.hasArrivals(1))
            try Self.change(site)
            let name = isRenamed ? "c" : "a"
            if isRenamed {
                try site.folder.remove("content/posts/a.md")
                try site.post(name, "A fox in fresh snow")
            }
            try site.post("b", "An owl")
            let cache = answer == "ownCache" ? ["--cache", site.folder.path + "/cache2"] : []
            async let second = site.run(["build", "--output", "out2"] + cache)
            while server.requests(.images).count < 2 { try await Task.sleep(for: .milliseconds(5)) }
            gate.open()
            let runs = try await [first, second]
            let paid = answer == "nothing" ? 3 : 2
            #expect(server.requests(.images).count == paid, "\(runs.map(\.standardError))")
            let words = [
                "picture": "error: another build has had the picture of posts/\(name).md#hero made meanwhile, before the "
                    + "configuration changed [picture-not-made]",
                "address": "error: another build has had the picture of posts/\(name).md#hero made meanwhile",
                "ownCache": Self.lost,
            ]
            #expect(runs[1].status == (answer == "nothing" ? 0 : 1))
            if let words = words[answer] {
                #expect(runs[1].standardError.contains(words), "\(runs[1].standardError)")
            }
            #expect(!runs[1].standardError.contains("picture-unanswered"), "\(runs[1].standardError)")
            server.always(.download, .normal)
            let last = try await site.build()
            #expect(last.status == 0, "\(last.standardError)")
            #expect(server.requests(.images).count == paid)
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
