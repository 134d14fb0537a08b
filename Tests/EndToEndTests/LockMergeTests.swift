import Foundation
import FrontisTestSupport
import Testing

/// `frontis lock merge`, as git calls it.
@Suite struct LockMergeTests {
    @discardableResult
    private func git(_ site: SiteUnderTest, _ arguments: String..., succeeds: Bool = true) async throws -> ProgramRun.Result {
        let environment = [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": site.folder.path, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "GIT_AUTHOR_NAME": "Ana",
            "GIT_AUTHOR_EMAIL": "ana@example.org", "GIT_COMMITTER_NAME": "Ana", "GIT_COMMITTER_EMAIL": "ana@example.org",
        ]
        let run = try await ProgramRun.run(program: "/usr/bin/env", ["git"] + arguments, in: site.folder.path, environment: environment)
        #expect(!succeeds || run.status == 0, "git \(arguments): \(run.standardOutput)\(run.standardError)")
        return run
    }

    /// A built and committed site, with the driver set up as the documents say, on `main`.
    private func repository(_ vendor: VendorServer) async throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor)
        try site.write(".gitignore", "/public/\n/.frontis/cache/\n")
        try site.write(".gitattributes", "frontis.lock merge=frontis\n.frontis/store/v1/*.jsonl merge=union\n")
        try site.post("m", "A mole")
        try await git(site, "init", "--quiet", "--initial-branch=main")
        try await git(site, "config", "merge.frontis.driver", "'\(ProgramRun.location())' lock merge %O %A %B --path %P")
        try await commit(site)
        return site
    }

    /// Builds, and commits pages, lock and store.
    private func commit(_ site: SiteUnderTest) async throws {
        let build = try await site.run("build")
        #expect(build.status == 0, "\(build.standardError)")
        try await git(site, "add", "--all")
        try await git(site, "commit", "--quiet", "--message", "x")
    }

    /// What a build after the merge asks for.
    private func requestsOfTheNextBuild(_ site: SiteUnderTest, _ vendor: VendorServer) async throws -> Int {
        let before = vendor.requests.count
        let build = try await site.run("build")
        #expect(build.status == 0, "\(build.standardError)")
        return vendor.requests.count - before
    }

    private func slots(_ site: SiteUnderTest) throws -> [String: String] {
        let lock = try #require(JSONSerialization.jsonObject(with: Data(site.folder.bytes("frontis.lock"))) as? [String: Any])
        let images = try #require(lock["images"] as? [String: [String: Any]])
        return images.compactMapValues { $0["prompt"] as? String }
    }

    @Test func twoBranchesWithAPostEachMergeAndPayNothing() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try await repository(vendor)
            try await git(site, "checkout", "--quiet", "-b", "other")
            try site.post("n", "A newt")
            try await commit(site)
            try await git(site, "checkout", "--quiet", "main")
            try site.post("l", "A lynx")
            try site.post("o", "An owl")
            try await commit(site)
            let merge = try await git(site, "merge", "--quiet", "--no-edit", "other")
            #expect(!merge.standardOutput.contains("CONFLICT"))
            #expect(try slots(site) == ["posts/l.md#hero": "A lynx", "posts/m.md#hero": "A mole", "posts/n.md#hero": "A newt", "posts/o.md#hero": "An owl"])
            let merged = try site.folder.bytes("frontis.lock")
            #expect(try await requestsOfTheNextBuild(site, vendor) == 0)
            #expect(try site.folder.bytes("frontis.lock") == merged)
            // Four pictures and four texts, a line before and a line after each.
            let verify = try await site.run("store", "verify")
            #expect(verify.standardOutput.hasSuffix("4 slots of the lock, 16 ledger lines: all is well\n"), "\(verify.standardError)")

            // Without the driver the same merge stops: the test can fail.
            try await git(site, "reset", "--quiet", "--hard", "HEAD~1")
            try await git(site, "config", "--unset", "merge.frontis.driver")
            #expect(try await git(site, "merge", "--no-edit", "other", succeeds: false).standardOutput.contains("CONFLICT (content): Merge conflict in frontis.lock"))
        }
    }

    @Test func twoBranchesWithAPhotoEachMergeAndPayNothing() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try await repository(vendor)
            func photo(_ name: String) throws {
                try site.post(name, nil, body: "![](\(name).png)")
                try site.folder.write("content/posts/\(name).png", TestPNG(width: 64, height: 48, text: name).bytes)
            }
            try site.write("frontis.yaml", site.folder.read("frontis.yaml") + "alt: { describe: all }\n")
            try await git(site, "checkout", "--quiet", "-b", "other")
            try photo("n")
            try await commit(site)
            try await git(site, "checkout", "--quiet", "main")
            try site.write("frontis.yaml", site.folder.read("frontis.yaml") + "alt: { describe: all }\n")
            try photo("l")
            try await commit(site)
            let merge = try await git(site, "merge", "--quiet", "--no-edit", "other")
            #expect(!merge.standardOutput.contains("CONFLICT"))
            let merged = try site.folder.read("frontis.lock")
            for name in ["l", "n"] { #expect(merged.contains("\"content/posts/\(name).png#en\": {\n")) }
            #expect(try await requestsOfTheNextBuild(site, vendor) == 0)
            #expect(try site.folder.read("frontis.lock") == merged)
        }
    }

    /// There a new prompt, here another text for the old picture. Git asks for the lock before it has written the page.
    @Test func aNewPromptStandsOverATextForTheOldPicture() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try await repository(vendor)
            try await git(site, "checkout", "--quiet", "-b", "other")
            try site.post("m", "A marten")
            try await commit(site)
            try await git(site, "checkout", "--quiet", "main")
            let lock = try site.folder.read("frontis.lock")
            try site.write("frontis.lock", lock.replacingOccurrences(of: "Test picture", with: "Mole"))
            try await commit(site)
            try await git(site, "merge", "--quiet", "--no-edit", "other")
            #expect(try slots(site) == ["posts/m.md#hero": "A marten"])
            #expect(try await requestsOfTheNextBuild(site, vendor) == 0)
        }
    }

    /// The post itself is in conflict; the lock is not, and whichever prompt is taken has been paid for.
    @Test(arguments: ["--ours", "--theirs"]) func twoNewPromptsForOneSlotPayNothingEitherWay(_ side: String) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try await repository(vendor)
            try await git(site, "checkout", "--quiet", "-b", "other")
            try site.post("m", "A marten")
            try await commit(site)
            try await git(site, "checkout", "--quiet", "main")
            try site.post("m", "A meerkat")
            try await commit(site)
            let merge = try await git(site, "merge", "--no-edit", "other", succeeds: false)
            #expect(merge.standardOutput.contains("Merge conflict in content/posts/m.md"))
            #expect(!merge.standardOutput.contains("conflict in frontis.lock"))
            // As the page stood when git asked.
            #expect(try slots(site) == ["posts/m.md#hero": "A meerkat"])
            try await git(site, "checkout", side, "content/posts/m.md")
            #expect(try await requestsOfTheNextBuild(site, vendor) == 0)
            #expect(try slots(site) == ["posts/m.md#hero": side == "--ours" ? "A meerkat" : "A marten"])
        }
    }

    @Test(arguments: ["base", "ours", "theirs"]) func aSideThatCannotBeReadIsAnErrorAndOursStays(_ broken: String) async throws {
        let folder = try TemporarySite()
        for name in ["base", "ours", "theirs"] { try folder.write(name, "{ \"images\": {}, \"version\": 1 }") }
        try folder.write(broken, "<<<<<<< HEAD\n")
        let before = try folder.tree()
        let run = try await ProgramRun.run(["lock", "merge", "base", "ours", "theirs", "--path", "blog/frontis.lock"], in: folder.path)
        #expect(run.status == 1)
        let side = ["base": "the common ancestor", "ours": "our side", "theirs": "their side"][broken] ?? ""
        #expect(
            run.standardError == """
                blog/frontis.lock:1:1: error: \(side): the lock has a merge conflict in it [lock-unreadable]
                  1 | <<<<<<< HEAD
                    | ^
                    help: put a good one there with 'git checkout --ours blog/frontis.lock' or '--theirs', then build

                """)
        #expect(try folder.tree() == before)
        try folder.remove(broken)
        #expect(try await ProgramRun.run(["lock", "merge", "base", "ours", "theirs"], in: folder.path).status == 1)
    }
}
