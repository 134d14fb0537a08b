import Foundation
import FrontisTestSupport
import Testing

/// Nothing is written, overwritten or removed outside of the output, nor in a place where the site keeps what it is made
/// of; and that is known before anything is asked of anyone.
@Suite struct OutputPlaceTests {
    private static let help = "choose a folder of its own with --output, such as 'public'"

    @Test(arguments: [
        ("content", "the output 'content' lies in 'content'"),
        ("content/posts/out", "the output 'content/posts/out' lies in 'content'"),
        ("static/", "the output 'static' lies in 'static'"),
        ("templates/x", "the output 'templates/x' lies in 'templates'"),
        ("data/x", "the output 'data/x' lies in 'data'"),
        (".frontis/store/v1", "the output '.frontis/store/v1' lies in '.frontis/store'"),
        (".git/x", "the output '.git/x' lies in '.git'"),
        ("public/../content/x", "the output 'content/x' lies in 'content'"),
        ("side/x", "the output 'side/x' lies in 'content'"),
        ("side-store/x", "the output 'side-store/x' lies in '.frontis/store'"),
        ("STATIC/x", "the output 'STATIC/x' lies in 'static'"),
        (".", "the output 'SITE' holds the site"),
        ("..", "the output 'ABOVE' holds the site"),
        ("/", "the output '/' holds the site"),
        ("around", "the output 'around' holds '.frontis/store'"),
        ("frontis.yaml", "'frontis.yaml' is a file, not a folder"),
        ("frontis.lock", "the output 'frontis.lock' lies in 'frontis.lock'"),
        ("nowhere", "'nowhere' is, or lies behind, a link that leads nowhere"),
        ("nowhere/x", "'nowhere/x' is, or lies behind, a link that leads nowhere"),
    ])
    func isRefusedBeforeAnythingIsAsked(_ output: String, _ finding: String) async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox in fresh snow")
            try site.write("templates/post.mustache", "")
            for folder in ["data", ".git", "around/store"] {
                try FileManager.default.createDirectory(
                    atPath: site.folder.path(folder), withIntermediateDirectories: true)
            }
            try FileManager.default.createDirectory(
                atPath: site.folder.path(".frontis"), withIntermediateDirectories: true)
            for (link, target) in [
                ("side", "content"), (".frontis/store", "../around/store"), ("side-store", "around/store"),
                ("nowhere", "not-there"),
            ] {
                try FileManager.default.createSymbolicLink(
                    atPath: site.folder.path(link), withDestinationPath: target)
            }
            let before = try site.folder.tree()
            let run = try await site.run("build", "--output", output)
            #expect(run.status == 1)
            let expected = finding.replacing("SITE", with: site.folder.path)
                .replacing("ABOVE", with: (site.folder.path as NSString).deletingLastPathComponent)
            #expect(
                run.standardError.contains("error: \(expected) [output-unsafe]\n  help: \(Self.help)\n"),
                "\(run.standardError)")
            #expect(vendor.requests.isEmpty)
            #expect(try site.folder.tree() == before)
        }
    }

    @Test func anOutputOfSomebodyElseIsRefusedBeforeAnythingIsAsked() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("a", "A fox in fresh snow")
            try site.write("out/thesis.txt", "mine")
            let run = try await site.run("build", "--output", "out")
            #expect(run.status == 1)
            #expect(run.standardError.contains("'out' holds files that Frontis did not write, such as 'thesis.txt'"))
            #expect(vendor.requests.isEmpty)
        }
    }

    @Test(arguments: [
        ["build", "--output", ""], ["plan", "--output", ""], ["build", "--site", ""], ["doctor", "--site", ""],
        ["store", "info", "--site", ""], ["image", "make", "A fox", "--output", ""],
        ["image", "make", "A fox", "-o", "x.png", "--site", ""], ["image", "compare", "A fox", "-o", ""], ["new", ""],
    ])
    func anEmptyPathIsNoPath(_ arguments: [String]) async throws {
        let folder = try TemporarySite()
        try folder.write("content/posts/a.md", "---\ntitle: a\n---\n")
        let run = try await ProgramRun.run(arguments, in: folder.path)
        #expect(run.status == 64, "\(run.standardError)")
        let option = arguments.first == "new" ? "The folder's name" : arguments[arguments.count - 2]
        let name = option == "-o" ? "--output" : option
        #expect(run.standardError.contains("Error: \(name) is empty."), "\(run.standardError)")
        #expect(try folder.tree().count == 1)
    }

    /// A mount, or a web server's folder, is often reached through a link.
    @Test func theOutputItselfMayBeALink() async throws {
        let site = try SiteUnderTest()
        let server = try TemporarySite()
        try site.post("a", nil)
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("public"), withDestinationPath: server.path)
        for _ in 1...2 { #expect(try await site.run("build").status == 0) }
        #expect(server.exists("posts/a/index.html"))
        try site.folder.remove("content/posts/a.md")
        #expect(try await site.run("build").status == 0)
        #expect(!server.exists("posts"))
    }

    enum Change: CaseIterable { case nothing, another, removed }

    /// Whatever the build would do below the link: nothing behind it changes.
    @Test(arguments: Change.allCases) func nothingIsDoneBehindALinkInTheOutput(_ change: Change) async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let elsewhere = try TemporarySite()
            for name in ["a", "b"] { try site.post(name, nil) }
            #expect(try await site.run("build").status == 0)
            // The very files that were written, by another way: nothing in their stamps has changed.
            try FileManager.default.moveItem(
                atPath: site.folder.path("public/posts"), toPath: elsewhere.path("posts"))
            try FileManager.default.createSymbolicLink(
                atPath: site.folder.path("public/posts"), withDestinationPath: elsewhere.path("posts"))
            try elsewhere.write("posts/a/.frontis-tmp-old", "")
            try elsewhere.write("posts/b/index.html", "mine")
            switch change {
            case .nothing: break
            case .another: try site.post("c", "A fox in fresh snow")
            case .removed: for name in ["a", "b"] { try site.folder.remove("content/posts/\(name).md") }
            }
            let before = try elsewhere.tree()
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(
                run.standardError.contains(
                    """
                    error: 'public/posts' is a link: nothing below the output is written or removed through one \
                    [output-unsafe]
                      help: remove the link; the output itself may be one

                    """), "\(run.standardError)")
            #expect(try elsewhere.tree() == before)
            #expect(vendor.requests.isEmpty)
            try site.folder.remove("public/posts")
            #expect(try await site.run("build").status == 0)
            #expect(try elsewhere.tree() == before)
        }
    }

    /// A link where a new folder is to be, and one where a file is: the one is refused, the other replaced itself.
    @Test func aLinkThatNoBuildKnowsOf() async throws {
        let site = try SiteUnderTest()
        let elsewhere = try TemporarySite()
        try elsewhere.write("precious.txt", "mine")
        try site.post("a", nil)
        #expect(try await site.run("build").status == 0)
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("public/fresh"), withDestinationPath: elsewhere.path)
        try site.folder.remove("public/404.html")
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("public/404.html"), withDestinationPath: elsewhere.path("precious.txt"))
        #expect(try await site.run("build").status == 0)
        try site.write("content/fresh/x.md", "---\ntitle: x\n---\n")
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(run.standardError.contains("error: 'public/fresh' is a link"), "\(run.standardError)")
        #expect(try elsewhere.tree() == ["precious.txt": Array("mine".utf8)])
        try site.folder.remove("public/fresh")
        #expect(try await site.run("build").status == 0)
        #expect(try site.page("404.html").contains("Page not found"))
        #expect(try elsewhere.tree() == ["precious.txt": Array("mine".utf8)])
    }

    // MARK: Temporary files

    @Test func whatKilledRunsLeftIsSweptFromWhereverTheProgramWrites() async throws {
        let site = try SiteUnderTest()
        try site.post("a", "{ prompt: A fox, provider: pattern }")
        #expect(try await site.run("build").status == 0)
        let old = [
            ".frontis-tmp-a", "public/.frontis-tmp-b", ".frontis/cache/v1/.frontis-tmp-c",
            ".frontis/cache/v1/variants/00/.frontis-tmp-d", ".frontis/store/v1/.frontis-tmp-e",
        ]
        let young = [".frontis-tmp-young", ".frontis/cache/v1/builds/.frontis-tmp-young"]
        for path in old + young { try site.write(path, "half") }
        // The cache is looked through once an hour.
        for path in old + [".frontis/cache/v1/swept"] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: site.folder.path(path))
        }
        try site.post("a", "{ prompt: A fox, provider: pattern }", body: "Changed.")
        #expect(try await site.run("build").status == 0)
        for path in old { #expect(!site.folder.exists(path), "\(path)") }
        for path in young { #expect(site.folder.exists(path), "\(path)") }
    }
}
