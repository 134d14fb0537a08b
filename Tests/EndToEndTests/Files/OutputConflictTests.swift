import Foundation
import FrontisTestSupport
import Testing

/// In an output of Frontis' own, files of somebody else are neither overwritten nor removed, and that they are in the
/// way is known before anything is bought or written.
@Suite(.timeLimit(.minutes(10))) struct OutputConflictTests {
    private static let help = "  help: move it elsewhere, or have it replaced with --force\n"

    struct Case: Sendable, CustomTestStringConvertible {
        /// Put there by hand: file → text. What ends in a slash is a folder, what begins with `-> ` a link.
        var stranger: (path: String, text: String)
        /// What is wanted there.
        var wanted: (path: String, text: String)
        var finding: String
        var help = OutputConflictTests.help
        var canBeForced = true

        var testDescription: String { "\(wanted.path) over \(stranger.path)" }
    }

    private static let post = (path: "content/posts/b.md", text: "---\ntitle: B\ndate: 2026-03-02\n---\nText.\n")
    private static func overwritten(_ path: String) -> String {
        "error: 'public/\(path)' is not a file that Frontis wrote, and it would be overwritten [output-foreign]"
    }
    private static func folderNeeded(_ path: String) -> String {
        "error: 'public/\(path)' is not a file that Frontis wrote, and a folder is needed in its place [output-foreign]"
    }

    static let all = [
        Case(stranger: ("posts/b/index.html", "MINE"), wanted: post, finding: overwritten("posts/b/index.html")),
        Case(stranger: ("posts/b", "MINE"), wanted: post, finding: folderNeeded("posts/b")),
        Case(stranger: ("posts/b/index.html", "-> ../a/index.html"), wanted: post, finding: overwritten("posts/b/index.html")),
        Case(
            stranger: ("posts/b", "-> a"), wanted: post,
            finding: "error: 'public/posts/b' is a link: nothing below the output is written or removed through one "
                + "[output-unsafe]",
            help: "  help: remove the link; the output itself may be one\n", canBeForced: false),
        Case(stranger: ("humans.txt", "MINE"), wanted: ("static/humans.txt", "new"), finding: overwritten("humans.txt")),
        Case(
            stranger: ("old/index.html", "MINE"), wanted: ("content/x.md", "---\ntitle: X\naliases: /old/\n---\n"),
            finding: overwritten("old/index.html")),
        Case(
            stranger: ("tags/fox/index.html", "MINE"), wanted: ("content/x.md", "---\ntitle: X\ntags: fox\n---\n"),
            finding: overwritten("tags/fox/index.html")),
        Case(
            stranger: ("guide/deep/mine.txt", "MINE"), wanted: ("static/guide", "new"),
            finding: "error: 'public/guide' is to be a file, and holds files that Frontis did not write, such as "
                + "'deep/mine.txt' [output-foreign]",
            help: "  help: move that folder elsewhere\n", canBeForced: false),
        // A folder of pictures is needed as soon as there is one.
        Case(stranger: ("images", "MINE"), wanted: ("static/x.txt", "x"), finding: folderNeeded("images")),
    ]

    private func put(_ stranger: (path: String, text: String), in site: SiteUnderTest) throws {
        guard stranger.text.hasPrefix("-> ") else { return try site.write("public/" + stranger.path, stranger.text) }
        let link = site.folder.path("public/" + stranger.path)
        try FileManager.default.createDirectory(
            atPath: (link as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: link, withDestinationPath: String(stranger.text.dropFirst(3)))
    }

    @Test(arguments: all) func isRefusedBeforeAnythingIsBoughtOrWritten(_ given: Case) async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", nil)
            #expect(try await site.run("build").status == 0)
            try put(given.stranger, in: site)
            try site.write(given.wanted.path, given.wanted.text)
            try site.write("static/new.txt", "new")
            try site.post("paid", "A fox in fresh snow")
            let before = try site.folder.tree(of: "public")
            let refused = try await site.run("build")
            #expect(refused.status == 1)
            #expect(refused.standardError.contains("\(given.finding)\n\(given.help)"), "\(refused.standardError)")
            #expect(vendor.requests.isEmpty)
            #expect(try site.folder.tree(of: "public") == before)
            // Taken over where that is asked for.
            let forced = try await site.run("build", "--force")
            #expect((forced.status == 0) == given.canBeForced, "\(forced.standardError)")
            guard given.canBeForced else {
                #expect(vendor.requests.isEmpty)
                return #expect(try site.folder.tree(of: "public") == before)
            }
            #expect(try await site.run("build", "--output", "fresh").status == 0)
            let taken = try site.folder.tree(of: "public").filter { $0.key != ".frontis-files" }
            #expect(taken == (try site.folder.tree(of: "fresh").filter { $0.key != ".frontis-files" }))
        }
    }

    /// The file is nobody's but its owner's, also when the post goes that would have been there.
    @Test func whatWasRefusedIsNotRemovedLater() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        #expect(try await site.run("build").status == 0)
        try site.write("public/posts/b/index.html", "MINE")
        try site.post("b", nil)
        #expect(try await site.run("build").status == 1)
        try site.folder.remove("content/posts/b.md")
        #expect(try await site.run("build").status == 0)
        #expect(try site.page("posts/b/index.html") == "MINE")
    }

    @Test func theSameBytesAreTakenOver() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        #expect(try await site.run("build").status == 0)
        try site.write("public/CNAME", "example.org\n")
        try site.write("static/CNAME", "example.org\n")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        try site.folder.remove("static/CNAME")
        #expect(try await site.run("build").status == 0)
        #expect(!site.folder.exists("public/CNAME"))
    }

    /// Frontis' own files make way for one another.
    @Test(arguments: [("guide", "guide/index.html"), ("guide/index.html", "guide"), ("a/b/c.txt", "a")])
    func whatFrontisWroteMakesWay(_ old: String, _ new: String) async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        try site.write("static/" + old, "old")
        #expect(try await site.run("build").status == 0)
        try site.folder.remove("static/" + String(old.prefix { $0 != "/" }))
        try site.write("static/" + new, "new")
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try site.page(new) == "new")
    }

    /// No way round it by declaring the finding to be less than an error.
    @Test func loweringTheFindingOverwritesNothing() async throws {
        let site = try SiteUnderTest(configuration: "diagnostics: { output-foreign: warning }\n")
        try site.post("a", nil)
        #expect(try await site.run("build").status == 0)
        try site.write("public/posts/b/index.html", "MINE")
        try site.post("b", nil)
        let run = try await site.run("build")
        #expect(run.standardError.contains("would be overwritten [output-foreign]"))
        #expect(try site.page("posts/b/index.html") == "MINE")
    }
}
