import Foundation
import FrontisTestSupport
import Testing

/// Nothing of the machine, and nothing hidden, gets into the output through a link.
@Suite struct LinkRuleTests {
    private let site: SiteUnderTest
    private let elsewhere: TemporarySite
    private static let secret = "TOKEN=hunter2-hunter2"

    init() throws {
        site = try SiteUnderTest()
        elsewhere = try TemporarySite()
        try site.post("a", nil)
        try site.write(
            tree: """
                -- .env --
                \(Self.secret)
                -- .git/config --
                \(Self.secret)
                -- notes/private.txt --
                \(Self.secret)
                -- content/posts/kept.txt --
                kept
                """)
        try elsewhere.write(
            tree: """
                -- outside.txt --
                outside
                -- folder/inner.txt --
                inner
                -- folder/.hidden/secret.txt --
                \(Self.secret)
                -- .aws/credentials.txt --
                \(Self.secret)
                """)
    }

    private func link(_ path: String, to target: String) throws {
        let link = site.folder.url.appendingPathComponent(path)
        try FileManager.default.createDirectory(
            at: link.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: target)
    }

    private func allow() throws {
        try site.write("frontis.yaml", "site: { url: \"https://example.org/\" }\nallow-links-outside: true\n")
    }

    /// `ELSEWHERE` stands for a folder outside of the site, which has another name in each run.
    private func build() async throws -> (status: Int32, said: String) {
        let run = try await site.run("build")
        let said = run.standardError.replacing(elsewhere.path, with: "ELSEWHERE")
        return (run.status, said)
    }

    private func expectNoSecret() throws {
        guard site.folder.exists("public") else { return }
        for (path, bytes) in try site.folder.tree(of: "public") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("hunter2"), "\(path)")
        }
    }

    static let outside = "outside of content/, static/, templates/, data/, i18n/"
    static let outsideHelp = "put the file where the link is, or set allow-links-outside: true in frontis.yaml"
    static let hidden = "where a name begins with a dot"
    static let hiddenHelp = "put the file where the link is if everybody may read it: nothing hidden is read through a link"
    static let systemHelp = "remove the link: the system's own files are never read through one"

    struct Case: Sendable, CustomTestStringConvertible {
        var link: String
        var target: String
        var finding: String
        var help: String
        /// Whether `allow-links-outside` lets it through.
        var isAllowed = false
        var testDescription: String { "\(link) -> \(target)" }
    }

    static let cases = [
        Case(link: "static/env.txt", target: "../.env", finding: "a link leads to '.env', \(hidden)", help: hiddenHelp),
        Case(link: "static/git", target: "../.git", finding: "a link leads to '.git', \(hidden)", help: hiddenHelp),
        Case(
            link: "content/posts/env.txt", target: "../../.env", finding: "a link leads to '.env', \(hidden)",
            help: hiddenHelp),
        Case(
            link: "static/environ", target: "/proc/self/environ", finding: "a link leads into '/proc'",
            help: systemHelp),
        Case(link: "static/null", target: "/dev/null", finding: "a link leads into '/dev'", help: systemHelp),
        Case(
            link: "static/notes", target: "../notes", finding: "a link leads to 'notes', \(outside)", help: outsideHelp,
            isAllowed: true),
        Case(
            link: "content/posts/configuration.txt", target: "../../frontis.yaml",
            finding: "a link leads to 'frontis.yaml', \(outside)", help: outsideHelp, isAllowed: true),
        Case(
            link: "static/outside.txt", target: "ELSEWHERE/outside.txt",
            finding: "a link leads to 'ELSEWHERE/outside.txt', \(outside)", help: outsideHelp, isAllowed: true),
        Case(
            link: "static/folder", target: "ELSEWHERE/folder",
            finding: "a link leads to 'ELSEWHERE/folder', \(outside)", help: outsideHelp, isAllowed: true),
        Case(
            link: "static/aws", target: "ELSEWHERE/.aws", finding: "a link leads to 'ELSEWHERE/.aws', \(hidden)",
            help: hiddenHelp),
        Case(
            link: "templates/page.mustache", target: "ELSEWHERE/outside.txt",
            finding: "a link leads to 'ELSEWHERE/outside.txt', \(outside)", help: outsideHelp, isAllowed: true),
        Case(
            link: "content/loop", target: "../content", finding: "a link leads back to a folder that it lies in",
            help: "remove the link"),
        Case(link: "static/self", target: "self", finding: "a link leads back to itself", help: "remove the link"),
    ]

    @Test(arguments: LinkRuleTests.cases) func isRefusedAtTheLink(_ given: Case) async throws {
        try link(given.link, to: given.target.replacing("ELSEWHERE", with: elsewhere.path))
        let run = try await build()
        #expect(run.status == 1)
        #expect(
            run.said.contains("\(given.link):1:1: error: \(given.finding) [link-refused]\n  help: \(given.help)\n"),
            "\(run.said)")
        #expect(!site.folder.exists("public/index.html"))
        try allow()
        let allowed = try await build()
        // A template that is a text of nothing is the author's own business.
        #expect(!allowed.said.contains("[link-refused]") == given.isAllowed, "\(allowed.said)")
        if given.link.hasPrefix("static/") || given.link.hasPrefix("content/"), given.isAllowed {
            #expect(allowed.status == 0, "\(allowed.said)")
        }
        if !given.target.contains("notes") { try expectNoSecret() }
    }

    /// What lies in a folder that is read anyway may be shown in several places.
    @Test func linksWithinTheSiteAreFollowed() async throws {
        try site.write("data/shared/map.txt", "map")
        try site.write("static/real/one.txt", "one")
        try link("static/posts-kept.txt", to: "../content/posts/kept.txt")
        try link("static/shared", to: "../data/shared")
        try link("static/again", to: "real")
        try link("static/chain.txt", to: "again/one.txt")
        let run = try await build()
        #expect(run.status == 0, "\(run.said)")
        #expect(try site.page("posts-kept.txt") == "kept\n")
        #expect(try site.page("shared/map.txt") == "map")
        #expect(try site.page("again/one.txt") == "one")
        #expect(try site.page("chain.txt") == "one")
        // Changed behind the link: seen.
        try site.write("data/shared/map.txt", "new map")
        #expect(try await build().status == 0)
        #expect(try site.page("shared/map.txt") == "new map")
    }

    /// A folder of the site that is a link itself follows the same rule, and so does a link that is put there later.
    @Test func theSitesOwnFoldersMayBeLinksWhereThatIsAllowed() async throws {
        try link("static", to: elsewhere.path + "/folder")
        let refused = try await build()
        #expect(refused.status == 1)
        #expect(refused.said.contains("static:1:1: error: a link leads to 'ELSEWHERE/folder', \(Self.outside)"))
        try allow()
        #expect(try await build().status == 0)
        #expect(try site.page("inner.txt") == "inner\n")
        #expect(!site.folder.exists("public/.hidden"))
        try FileManager.default.createSymbolicLink(
            atPath: elsewhere.path("folder/late.txt"), withDestinationPath: site.folder.path(".env"))
        #expect(try await build().status == 1)
        try expectNoSecret()
    }

    @Test func aFileThatBecomesALinkIsNoLongerPublished() async throws {
        try site.write("static/robots.txt", "User-agent: *\n")
        #expect(try await build().status == 0)
        try site.folder.remove("static/robots.txt")
        try link("static/robots.txt", to: "../.env")
        let run = try await build()
        #expect(run.status == 1)
        #expect(run.said.contains("static/robots.txt:1:1: error: a link leads to '.env', \(Self.hidden)"))
        #expect(try site.page("robots.txt") == "User-agent: *\n")
    }

    @Test func whatLeadsNowhereOrHasNoEndIsSaidAndLeftOut() async throws {
        try link("static/gone", to: "../data/not-there")
        #expect(mkfifo(site.folder.path("content/posts/pipe.txt"), 0o600) == 0)
        let run = try await build()
        #expect(run.status == 0)
        #expect(
            run.said.contains(
                """
                static/gone:1:1: warning: a link leads nowhere [link-refused]
                  help: remove the link, or put back what it led to
                """), "\(run.said)")
        #expect(
            run.said.contains(
                """
                content/posts/pipe.txt:1:1: warning: neither a file nor a folder, but a pipe, a socket or a device \
                [link-refused]
                  help: remove it
                """), "\(run.said)")
        // Said again by a build that has nothing to do, and no longer when it is gone.
        #expect(try await build().said.contains("static/gone:1:1: warning"))
        try site.folder.remove("static/gone")
        #expect(try await !build().said.contains("static/gone:1:1: warning"))
    }

    /// Each folder leads to the next one twice: thirty lines of links are a thousand million files.
    @Test(.timeLimit(.minutes(5))) func doublingLinksHaveAnEnd() async throws {
        for number in 0..<30 {
            for name in ["a", "b"] { try link("static/d\(number)/\(name)", to: "../d\(number + 1)") }
        }
        try site.write("static/d30/end.txt", "end")
        let run = try await build()
        #expect(run.status == 1)
        #expect(
            run.said.contains(
                "links behind links lead to more than 100000 files [link-refused]\n"
                    + "  help: remove links to folders that hold links\n"))
    }

    /// A second name for the same file is no link that anybody could follow.
    @Test func hardLinksAreFiles() async throws {
        try FileManager.default.linkItem(
            atPath: elsewhere.path("outside.txt"), toPath: site.folder.path("content/posts/hard.txt"))
        try site.write("content/posts/b.md", "---\ntitle: b\n---\n[hard](hard.txt)\n")
        #expect(try await build().status == 0)
        #expect(try site.page("posts/b/hard.txt") == "outside\n")
    }

    // MARK: Files that are named

    /// `OTHER` stands for the name of a folder beside the site's.
    @Test(arguments: [
        ("linked.png", "a link leads to 'OTHER/.private/picture.png', \(LinkRuleTests.hidden)"),
        ("folder/picture.png", "a link leads to 'OTHER/open', \(LinkRuleTests.outside)"),
        ("../../OTHER/open/picture.png", "the path leads to 'OTHER/open/picture.png', \(LinkRuleTests.outside)"),
        ("../../OTHER/.private/picture.png", "the path leads to 'OTHER/.private/picture.png', \(LinkRuleTests.hidden)"),
    ])
    func aReferenceIsNotSentThatLiesElsewhere(_ reference: String, _ finding: String) async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            let other = try TemporarySite()
            let picture = TestPNG(width: 64, height: 64, text: "reference").bytes
            for folder in [".private", "open"] { try other.write("\(folder)/picture.png", picture) }
            try site.folder.write("content/posts/own.png", picture)
            for (link, target) in [("linked.png", ".private/picture.png"), ("folder", "open")] {
                try FileManager.default.createSymbolicLink(
                    atPath: site.folder.path("content/posts/" + link), withDestinationPath: other.path(target))
            }
            try site.post(
                "a", "{ prompt: A fox, reference: \(reference.replacing("OTHER", with: other.url.lastPathComponent)) }")
            let run = try await site.run("build")
            #expect(run.status == 1)
            #expect(
                run.standardError.contains(finding.replacing("OTHER", with: other.path) + " [link-refused]"),
                "\(run.standardError)")
            #expect(vendor.requests(.images).isEmpty)
            #expect(!site.folder.exists("public/index.html"))
        }
    }

    /// The configuration may name a font of the machine, but not reach one through a link in the site.
    @Test func aFontIsNotReadThroughALinkThatLeadsOut() async throws {
        try link("fonts/linked.ttf", to: elsewhere.path(".aws/credentials.txt"))
        try site.write(
            "frontis.yaml", "site: { url: \"https://example.org/\" }\nimages: { social: { title: true, font-file: fonts/linked.ttf } }\n")
        try site.post("b", "{ prompt: A fox, provider: pattern }")
        let run = try await build()
        #expect(run.status == 1)
        #expect(
            run.said.contains(
                "fonts/linked.ttf:1:1: error: the path leads to 'ELSEWHERE/.aws/credentials.txt', \(Self.hidden)"),
            "\(run.said)")
    }
}
