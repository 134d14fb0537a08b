import FrontisTestSupport
import Testing

/// Files in `static/` whose names begin with a dot.
@Suite struct StaticDotfileTests {
    private func site(_ configuration: String = "", _ files: [String]) throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: configuration)
        try site.write("content/a.md", "---\ntitle: A\n---\nText.\n")
        for file in files { try site.write("static/" + file, file) }
        return site
    }

    /// What is published that begins with a dot, but for the list of files.
    private func published(_ site: SiteUnderTest) throws -> [String] {
        try site.folder.tree(of: "public").keys.filter { $0.hasPrefix(".") || $0.contains("/.") }.sorted()
            .filter { $0 != ".frontis-files" }
    }

    @Test func whatServersLookForIsPublishedAndIsOurs() async throws {
        let files = [".domains", ".htaccess", ".nojekyll", ".well-known/.x", ".well-known/security.txt", "deep/.htaccess"]
        let site = try site("", files + [".DS_Store", ".gitkeep", "deep/.DS_Store"])
        let run = try await site.run("build", "--verbose", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try published(site) == files)
        let again = try await site.run("build", environment: [:])
        #expect(again.standardOutput.contains("(unchanged)"))
        for file in [".nojekyll", ".well-known/security.txt"] { try site.folder.remove("static/" + file) }
        try site.write("public/.mine", "mine")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try published(site) == [".domains", ".htaccess", ".mine", ".well-known/.x", "deep/.htaccess"])
    }

    @Test func othersAreANoteUnlessASettingNamesThem() async throws {
        let files = [".config", ".env", ".extra/a.txt", ".git/config", ".htpasswd", "deep/.config"]
        let site = try site("", files)
        let run = try await site.run("build", "--verbose", environment: [:])
        #expect(run.status == 0)
        #expect(
            run.standardError.hasPrefix(
                """
                static/.config:1:1: note: not published, as its name begins with a dot [dotfile-left-out]
                  help: to publish it: static-dotfiles: [.config] in frontis.yaml
                static/.env:1:1: note: not published, as its name begins with a dot [dotfile-left-out]
                  help: files of this name are never published

                """), "\(run.standardError)")
        #expect(try published(site) == [])
        try site.write(
            "frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\nstatic-dotfiles: [.config, .extra]\n")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try published(site) == [".config", ".extra/a.txt", "deep/.config"])
    }

    @Test func aDotfileOfSomebodyElseIsNotOverwritten() async throws {
        let site = try site("", [".htaccess"])
        try site.write("public/.htaccess", "mine")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(run.standardError.contains("'public/.htaccess' is not a file that Frontis wrote"))
        #expect(try site.page(".htaccess") == "mine")
        #expect(try await site.run("build", "--force", environment: [:]).status == 0)
        #expect(try site.page(".htaccess") == ".htaccess")
    }

    @Test(arguments: [
        (".env", "static-dotfiles: '.env' is never published"), (".git", "static-dotfiles: '.git' is never published"),
        (".htpasswd", "static-dotfiles: '.htpasswd' is never published"),
        ("config", "static-dotfiles: 'config' is not a name that begins with a dot"),
        (".a/b", "static-dotfiles: '.a/b' is not a name that begins with a dot"),
    ])
    func whatCannotBeNamed(name: String, summary: String) async throws {
        let site = try site("static-dotfiles: [\"\(name)\"]\n", [".env", ".git/config", ".htpasswd"])
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(run.standardError.contains("frontis.yaml:2:19: error: \(summary) [configuration-value]\n"))
    }
}
