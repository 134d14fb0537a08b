import FrontisTestSupport
import Testing

/// A site's own program with a plug-in that is made of the public libraries alone.
@Suite struct OwnProgramTests {
    private func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: "images: { variants: false }\n")
        try site.write(
            tree: """
                -- content/posts/night-train.md --
                ---
                title: night-train
                date: 2026-03-02
                ---
                It *leaves* at ten.
                -- templates/page.mustache --
                {{page.title}} has {{page.letters}} letters
                -- templates/list.mustache --
                {{page.title}}
                """)
        return site
    }

    private func run(_ arguments: String..., in site: SiteUnderTest) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            program: try ProgramRun.location(of: "program-with-plugin"), arguments, in: site.folder.path,
            environment: [:])
    }

    @Test func valuesAndFilesOfThePlugIn() async throws {
        let site = try site()
        let run = try await run("build", in: site)
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try site.page("posts/night-train/index.html") == "night-train has 10 letters\n")
        #expect(try site.page("colophon.txt") == "Test: night-train\n")
        #expect(try site.page("whole.txt") == "<p>It <em>leaves</em> at ten.</p>\n")
        #expect(try site.page("atom.xml").contains("<title>night-train</title>"))
        #expect(try await self.run("build", in: site).standardOutput.contains("unchanged"))
        #expect(try await self.run("plan", in: site).status == 0)
    }

    /// The template checker knows the plug-ins that are there, and no others.
    @Test func withoutThePlugInItsNameIsUnknown() async throws {
        let site = try site()
        let run = try await site.run("build")
        #expect(run.status == 1)
        #expect(
            run.standardError.contains(
                "templates/page.mustache:1:22: error: unknown name 'page.letters'; did you mean"))
    }
}
