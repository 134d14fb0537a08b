import FrontisTestSupport
import Testing

/// Names of files reach the terminal in tables and messages, and nothing in them is obeyed there.
@Suite struct TerminalTextTests {
    @Test(arguments: [
        ["plan"], ["image", "list"], ["image", "list", "--no-pictures"], ["alt", "list"],
        ["build", "--verbose"], ["plan", "--format", "json"], ["image", "history", Self.slot], ["image", "keep", Self.slot],
        ["image", "undo", Self.slot], ["image", "regenerate", Self.slot],
    ])
    func isObeyedByNobody(arguments: [String]) async throws {
        let site = try SiteUnderTest()
        try site.write("content/" + Self.post, "---\ntitle: A\nai-image: A fox \u{202E} in snow\n---\n[x](nowhere.md)\n")
        try site.post("é", "A second fox")
        let run = try await ProgramRun.run(arguments, in: site.folder.path)
        let printed = run.standardOutput + run.standardError
        #expect(printed.contains("red"))
        for scalar in printed.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}", "\(printed)")
        }
    }

    private static let post = "posts/\u{1B}[31mred\u{9B}2J\u{202E}.md"
    private static let slot = post + "#hero"
}
