import Foundation
import FrontisTestSupport
import Synchronization
import Testing

/// `frontis build --watch`: whatever happens to the files, the output follows, and ends up as a build from scratch makes it.
@Suite struct WatchTests {
    private static func post(_ title: String, _ body: String = "Text.") -> String {
        "---\ntitle: \(title)\ndate: 2026-03-02\n---\n\(body)\n"
    }

    /// Watches while `work` is done, then ends the watch with Ctrl-C.
    private func watching(
        _ site: SiteUnderTest, _ arguments: [String] = [], _ work: @escaping @Sendable () async throws -> Void
    ) async throws -> (status: Int32, standardOutput: String, standardError: String) {
        try await LongRun.run(["build", "--watch", "--now", "2026-06-01T12:00:00Z"] + arguments, in: site, work)
    }

    private func expectAsFromScratch(_ site: SiteUnderTest) async throws {
        let run = try await site.run("build", "--output", "clean", "--cache", ".frontis/clean")
        #expect(run.status == 0, "\(run.standardError)")
        let (tree, clean) = (try site.folder.tree(of: "public"), try site.folder.tree(of: "clean"))
        #expect(Set(tree.keys).union(clean.keys).filter { tree[$0] != clean[$0] }.sorted() == [])
    }

    @Test(arguments: [[], ["--poll"]])
    func theOutputFollowsTheFiles(_ arguments: [String]) async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", Self.post("A"))
        try site.write("content/posts/b.md", Self.post("B"))
        let folder = site.folder
        let run = try await watching(site, arguments) {
            try await LongRun.until("first build") { folder.exists("public/posts/b/index.html") }
            try folder.write("content/posts/b.md", Self.post("B", "Other words."))
            try await LongRun.until("edit") { try folder.read("public/posts/b/index.html").contains("Other words.") }
            // As editors save.
            try folder.write("content/posts/.b.md.swp", Self.post("B", "Saved words."))
            try FileManager.default.removeItem(atPath: folder.path("content/posts/b.md"))
            try FileManager.default.moveItem(
                atPath: folder.path("content/posts/.b.md.swp"), toPath: folder.path("content/posts/b.md"))
            try await LongRun.until("atomic save") { try folder.read("public/posts/b/index.html").contains("Saved words.") }
            try folder.write("content/notes/2026/deep/c/index.md", Self.post("C"))
            try await LongRun.until("new folders") { folder.exists("public/notes/2026/deep/c/index.html") }
            try folder.write("content/notes/2026/deep/c/index.md", Self.post("C", "In a new folder."))
            try await LongRun.until("edit in a new folder") {
                try folder.read("public/notes/2026/deep/c/index.html").contains("In a new folder.")
            }
            try FileManager.default.moveItem(atPath: folder.path("content/notes"), toPath: folder.path("content/letters"))
            try await LongRun.until("renamed folder") {
                folder.exists("public/letters/2026/deep/c/index.html") && !folder.exists("public/notes")
            }
            try folder.write("static/robots.txt", "User-agent: *\n")
            try await LongRun.until("static file") { folder.exists("public/robots.txt") }
            try folder.write("templates/page.mustache", "<p>{{page.title}}</p>")
            try folder.write("templates/post.mustache", "<h1>{{page.title}}</h1>{{{page.content}}}")
            try folder.write("templates/list.mustache", "{{#pages}}{{title}}{{/pages}}")
            try await LongRun.until("templates") { try folder.read("public/a/index.html").hasPrefix("<h1>") }
            try folder.write("frontis.yaml", "site: { title: Another, url: \"https://example.org/\" }\n")
            try await LongRun.until("configuration") { try folder.read("public/atom.xml").contains("Another") }
            try folder.remove("content/a.md")
            try await LongRun.until("removed page") { !folder.exists("public/a") }
        }
        #expect(run.status == 130, "\(run.standardError)")
        #expect(run.standardError == "")
        let lines = run.standardOutput.split(separator: "\n")
        #expect(lines.allSatisfy { $0.hasPrefix("Built public: ") }, "\(lines)")
        // Ten builds, some of which may have come in two, and the last may not have come to be said.
        #expect((9...40).contains(lines.count), "\(lines)")
        try await expectAsFromScratch(site)
    }

    /// What links lead to, a folder that makes way for another, the lock: the system tells of none of them.
    @Test func whatNobodyTellsOfIsSeenAllTheSame() async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", Self.post("A"))
        try site.write("data/linked.md", Self.post("Linked"))
        try site.write("data/side/one.md", Self.post("One"))
        let folder = site.folder
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("content/linked.md"), withDestinationPath: "../data/linked.md")
        let run = try await watching(site) {
            try await LongRun.until("first build") { folder.exists("public/linked/index.html") }
            try folder.write("data/linked.md", Self.post("Linked", "Behind a link."))
            try await LongRun.until("linked file") { try folder.read("public/linked/index.html").contains("Behind a link.") }
            try FileManager.default.createSymbolicLink(
                atPath: folder.path("content/side"), withDestinationPath: "../data/side")
            try await LongRun.until("new link") { folder.exists("public/side/one/index.html") }
            try folder.write("data/side/two.md", Self.post("Two"))
            try await LongRun.until("behind a new link") { folder.exists("public/side/two/index.html") }
            try folder.write("frontis.lock", "<<<<<<< HEAD\n")
            try await LongRun.until("broken lock") { try LongRun.complained(in: site).contains("[lock-unreadable]") }
            try folder.remove("frontis.lock")
            try folder.write("content/a.md", Self.post("A", "After the lock."))
            try await LongRun.until("lock") { try folder.read("public/a/index.html").contains("After the lock.") }
        }
        #expect(run.status == 130, "\(run.standardError)")
        try await expectAsFromScratch(site)
    }

    @Test func anErrorIsShownAndGoneWhenItIsMended() async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", Self.post("A"))
        let folder = site.folder
        let run = try await watching(site) {
            try await LongRun.until("first build") { folder.exists("public/a/index.html") }
            try folder.write("content/a.md", "---\ntitle: [\n---\nText.\n")
            try folder.write("content/b.md", Self.post("B"))
            try await LongRun.until("finding") { try LongRun.complained(in: site).contains("[front-matter-yaml]") }
            #expect(!folder.exists("public/b"))
            try folder.write("content/a.md", Self.post("Mended"))
            try await LongRun.until("mended") { try folder.read("public/a/index.html").contains("Mended") }
        }
        #expect(run.status == 130)
        #expect(run.standardError.contains("content/a.md:"))
        #expect(run.standardError.contains("[front-matter-yaml]"))
        #expect(run.standardOutput.contains("Not built, public is as it was: "))
        try await expectAsFromScratch(site)
    }

    @Test func aSiteThatIsBrokenAtFirstIsBuiltWhenItIsMended() async throws {
        let site = try SiteUnderTest()
        try site.write("content/a.md", "---\ntitle: [\n---\n")
        let folder = site.folder
        let run = try await watching(site) {
            try await LongRun.until("finding") { try LongRun.complained(in: site).contains("[front-matter-yaml]") }
            try folder.write("content/a.md", Self.post("A"))
            try await LongRun.until("mended") { folder.exists("public/a/index.html") }
        }
        #expect(run.status == 130)
        try await expectAsFromScratch(site)
    }

    /// All builds of one watch are one run: what the first has spent the second cannot spend again.
    @Test func allOfAWatchHasOneBudget() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox")
            let folder = site.folder
            let run = try await watching(site, ["--budget", "0.06"]) {
                try await LongRun.until("first build") { folder.exists("public/posts/a/index.html") }
                try folder.write(
                    "content/posts/b.md", "---\ntitle: B\ndate: 2026-03-02\nai-image: A bear\n---\nText.\n")
                try await LongRun.until("finding") { try LongRun.complained(in: site).contains("[budget-reached]") }
            }
            #expect(vendor.requests(.images).count == 1, "\(run.standardError)")
        }
    }

    @Test(arguments: [
        (["--poll"], "Error: --poll goes with --watch.\n"),
        (["--watch", "--format", "json"], "Error: --watch and --format json do not go together.\n"),
    ])
    func whatDoesNotGoTogetherIsSaid(_ arguments: [String], _ message: String) async throws {
        let site = try SiteUnderTest()
        let run = try await site.run("build")
        #expect(run.status == 0)
        let wrong = try await ProgramRun.run(["build"] + arguments, in: site.folder.path)
        #expect(wrong.status == 64)
        #expect(wrong.standardError.hasPrefix(message))
    }
}
