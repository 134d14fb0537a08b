import FrontisTestSupport
import Testing

@Suite struct SiteTreeTests {
    private func files(_ tree: String) throws -> [String] { try SiteTree(tree).files.map { "\($0.path)=\($0.text)" } }

    @Test func namesAndTexts() throws {
        let tree = """
            -- frontis.yaml --
            site: { title: Test }
            -- content/Field Notes/a.md --
            ---
            title: A
            ---

            Text.

            -- b --
            -- c.txt --
            """
        #expect(
            try files(tree) == [
                "frontis.yaml=site: { title: Test }\n", "content/Field Notes/a.md=---\ntitle: A\n---\n\nText.\n\n", "b=",
                "c.txt=",
            ])
        #expect(try files("") == [])
    }

    /// Whether the last line has a break makes no difference: it gets one.
    @Test(arguments: ["-- a --\nText.", "-- a --\nText.\n"]) func theLastLine(tree: String) throws {
        #expect(try files(tree) == ["a=Text.\n"])
    }

    @Test(arguments: [
        " -- b --", "-- b -- ", "--b--", "-- b", "b --", "--- b ---", "--  --", "-- --", "--", "--  b --", "-- b  --",
        "-- b --\r",
    ])
    func aLineThatOnlyLooksLikeAName(line: String) throws {
        #expect(try files("-- a --\n\(line)\nText.\n") == ["a=\(line)\nText.\n"])
    }

    @Test func faults() throws {
        #expect(throws: SiteTree.Fault.duplicate("a")) { try SiteTree("-- a --\n1\n-- b --\n-- a --\n2\n") }
        #expect(throws: SiteTree.Fault.textBeforeFirstName("--a --")) { try SiteTree("--a --\n-- b --\n") }
        for name in ["../a", "/a", "a/", "a//b", "a/./b", "a/.."] {
            #expect(throws: SiteTree.Fault.name(name), "\(name)") { try SiteTree("-- \(name) --\n") }
        }
    }

    @Test func isWritten() throws {
        let site = try TemporarySite()
        try site.write(tree: "-- content/a.md --\nText.\n-- content/b/c.md --\n")
        #expect(try site.tree() == ["content/a.md": Array("Text.\n".utf8), "content/b/c.md": []])
    }
}
