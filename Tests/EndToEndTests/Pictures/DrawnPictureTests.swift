import FrontisTestSupport
import Testing

/// Pictures that are drawn offline stand in neither store nor lock, so that a real provider makes its own one day.
@Suite struct DrawnPictureTests {
    @Test(arguments: [["image", "regenerate", "posts/a.md"], ["image", "keep", "posts/a.md"]])
    func nothingIsMadeToStay(arguments: [String]) async throws {
        let site = try SiteUnderTest()
        try site.post("a", "A fox in fresh snow")
        #expect(try await site.run("build", environment: [:]).status == 0)
        let before = try site.folder.tree(of: ".").filter { !$0.key.hasPrefix(".frontis/cache") }
        let run = try await ProgramRun.run(arguments, in: site.folder.path)
        #expect(run.status == 1)
        #expect(run.standardError.hasSuffix("help: it is drawn offline, anew whenever it is needed, and costs nothing\n"), "\(run.standardError)")
        if arguments[1] == "regenerate" {
            #expect(
                run.standardError == """
                    content/posts/a.md:4:11: error: posts/a.md#hero has no picture to make anew: provider 'pattern' draws it \
                    [choice-impossible]
                      4 | ai-image: A fox in fresh snow
                        |           ^~~~~~~~~~~~~~~~~~~
                        help: it is drawn offline, anew whenever it is needed, and costs nothing

                    """)
        }
        #expect(try site.folder.tree(of: ".").filter { !$0.key.hasPrefix(".frontis/cache") } == before)
    }
}
