import Foundation
import FrontisTestSupport
import Testing

/// What the program says of a slip of the pen, and in the wrong folder.
@Suite struct CommandLineTests {
    @Test(arguments: [
        (["bulid"], "There is no command 'bulid'. Did you mean 'build'?"),
        (["bulid", "--site", "x"], "There is no command 'bulid'. Did you mean 'build'?"),
        (
            ["help", "deploy"],
            "There is no command 'deploy'. There are: new, build, serve, plan, image, alt, store, list, why, lock, doctor."
        ),
        (["help", "imgae"], "There is no command 'imgae'. Did you mean 'image'?"),
        (["image", "regnerate"], "There is no command 'image regnerate'. Did you mean 'image regenerate'?"),
        (["help", "image", "regnerate"], "There is no command 'image regnerate'. Did you mean 'image regenerate'?"),
        (["store", "x"], "There is no command 'store x'. There are: info, verify, gc."),
        (["--versoin"], "Unknown option '--versoin'. Did you mean '--version'?"),
        (["image", "--hlep"], "Unknown option '--hlep'. Did you mean '--help'?"),
        (["build", "--ouptut", "x"], "Unknown option '--ouptut'. Did you mean '--output'?"),
    ])
    func aSlipIsRecognised(arguments: [String], message: String) async throws {
        let site = try SiteUnderTest()
        let run = try await ProgramRun.run(arguments, in: site.folder.path, environment: [:])
        #expect(run.standardError.split(separator: "\n").first.map(String.init) == "Error: " + message)
        #expect(run.standardOutput == "")
        #expect(run.status == 64)
    }

    @Test(arguments: [["help", "image", "list"], ["image", "list", "--help"], ["help"], ["--version"], ["help", "build"]])
    func whatExistsIsShown(arguments: [String]) async throws {
        let site = try SiteUnderTest()
        let run = try await ProgramRun.run(arguments, in: site.folder.path, environment: [:])
        #expect(run.standardError == "")
        #expect(run.status == 0)
    }

    @Test(arguments: [["build"], ["plan"], ["image", "list"], ["alt", "list"], ["build", "--output", "out"]])
    func aFolderThatIsNoSiteIsLeftAlone(arguments: [String]) async throws {
        let folder = try TemporarySite()
        try folder.write("man/man1/ls.1", "ls")
        let run = try await ProgramRun.run(arguments, in: folder.path, environment: [:])
        #expect(
            run.standardError == """
                error: '\(folder.path)' is no site: it has neither frontis.yaml nor content/ [site-missing]
                  help: frontis new DIR makes a site, --site DIR names the folder of one

                """)
        #expect(run.status == 1)
        #expect(try folder.tree().keys.sorted() == ["man/man1/ls.1"])
    }

    @Test func theSiteRoundAFolderIsNamed() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        let run = try await ProgramRun.run(["build"], in: site.folder.path + "/content/posts", environment: [:])
        #expect(run.standardError.hasSuffix("  help: the site round it is --site \(site.folder.path)\n"))
        #expect(run.status == 1)
    }

    /// Names of the commands, or of those in a group, as the program says them; none where there is no such group.
    private func commands(in group: [String]) async throws -> [String] {
        let site = try SiteUnderTest()
        let run = try await ProgramRun.run(["help"] + group + ["no-such-command"], in: site.folder.path, environment: [:])
        guard let list = run.standardError.firstMatch(of: /There are: (.*)\./) else { return [] }
        return list.output.1.split(separator: ", ").map(String.init)
    }

    @Test func everyCommandIsDocumented() async throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let reference = try String(contentsOf: root.appending(path: "docs/commands.md"), encoding: .utf8)
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let groups = try await commands(in: [])
        #expect(groups.contains("build") && groups.contains("image"))
        for group in groups {
            let names = try await commands(in: [group])
            #expect(readme.contains("`frontis \(group)"), "README's table lacks \(group)")
            for name in names.isEmpty ? [group] : names.map({ "\(group) \($0)" }) {
                #expect(reference.contains("frontis \(name)"), "docs/commands.md lacks \(name)")
            }
            for name in names {
                let isNamed = readme.contains("`\(name)`") || readme.contains("frontis \(group) \(name)")
                #expect(isNamed, "README's table lacks \(group) \(name)")
            }
        }
    }

    /// What there is nothing to say about is said, and no line ends in blanks.
    @Test func aNewSiteIsSpokenOfPlainly() async throws {
        let folder = try TemporarySite()
        func run(_ arguments: String...) async throws -> String {
            let run = try await ProgramRun.run(arguments, in: folder.path, environment: ["CI": ""])
            #expect(run.status == 0, "\(arguments): \(run.standardError)")
            #expect(!run.standardOutput.split(separator: "\n").contains { $0.hasSuffix(" ") }, "\(run.standardOutput)")
            return run.standardOutput
        }
        #expect(
            try await run("new", "site") == """
                Made a site in site.

                  cd site
                  frontis serve --open    # shows it in the browser while you write
                  frontis build           # writes what is to be published into public/

                Title and address are in frontis.yaml; frontis new post "A title" begins a post.

                """)
        let built = try await run("build", "--site", "site")
        // Each plug-in may add one.
        let count = try #require(try /Built public: (\d+) files \(/.prefixMatch(in: built)?.output.1, "\(built)")
        #expect(built.hasPrefix("Built public: \(count) files (\(count) written) · 1 picture"))
        #expect(try await run("build", "--site", "site").hasPrefix("Built public: \(count) files (unchanged) · 1 picture"))
        #expect(try await run("plan", "--site", "site").hasSuffix("\n\n1 placeholder\n"))
        let slot = "posts/a-first-post.md#hero"
        #expect(
            try await run("image", "history", slot, "--site", "site")
                == "\(slot) has shown no picture yet that was made for it.\n")
        try folder.write("site/frontis.yaml", "site: { url: \"https://example.org/\" }\nimages: { provider: openai }\n")
        #expect(try await run("alt", "list", "--site", "site") == "\(slot)  en  missing\n")
    }
}
