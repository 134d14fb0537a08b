import Foundation
import FrontisTestSupport
import Testing

/// Files that cannot be read for where they are or what they are called: none vanishes without a word.
@Suite struct UnreadNameTests {
    /// `caf?.md` with a byte in it that is Latin-1.
    private static func writeOld(_ folder: String, _ text: String) throws {
        let name = (Array((folder + "/caf").utf8) + [0xE9] + Array(".md".utf8) + [0]).map { CChar(bitPattern: $0) }
        let file = open(name, O_CREAT | O_WRONLY, 0o644)
        try #require(file >= 0)
        let bytes = Array(text.utf8)
        #expect(write(file, bytes, bytes.count) == bytes.count)
        close(file)
    }

    @Test(arguments: ["content/posts", "content", "static", "templates"])
    func aNameThatIsNotUTF8(folder: String) async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        try FileManager.default.createDirectory(
            atPath: site.folder.path + "/" + folder, withIntermediateDirectories: true)
        if folder == "templates" { try site.write("templates/post.mustache", "{{page.title}}") }
        try Self.writeOld(site.folder.path + "/" + folder, "---\ntitle: Cafe\n---\n")
        let root = folder.prefix { $0 != "/" }
        let finding = """
            \(folder):1:1: warning: the name 'caf\\xE9.md' is not UTF-8: it is left out, and all that is in it [file-encoding]
              help: rename it, for example with: convmv -f latin1 -t utf8 -r --notest \(root)

            """
        for _ in 0..<2 {
            let run = try await site.run("build", "--verbose", environment: [:])
            #expect(run.status == 0, "\(run.standardError)")
            #expect(run.standardError.contains(finding), "\(run.standardError)")
        }
    }

    @Test(arguments: ["content", "static"]) func aFolderBelowTooMany(root: String) async throws {
        let site = try SiteUnderTest()
        func folder(_ depth: Int) -> String { root + String(repeating: "/d", count: depth) }
        try site.write(folder(63) + "/a.md", "---\ntitle: A\n---\n")
        try site.write(folder(64) + "/b.md", "---\ntitle: B\n---\n")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                \(folder(64)):1:1: error: the folder lies below 64 others, and nothing in it is read [file-unreadable]
                  help: move it further up

                """)
        try site.folder.remove(folder(64))
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(site.folder.exists("public" + folder(63).dropFirst(root.utf8.count) + "/a" + (root == "static" ? ".md" : "/index.html")))
    }
}
