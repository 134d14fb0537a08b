import Foundation
import FrontisTestSupport
import Testing

/// Whole sites, each about one thing, with every page that they become: `Tests/Fixtures/sites`.
///
/// `FRONTIS_RECORD_EXPECTED=1 swift test --filter PinnedSitesTests` writes all that is expected anew, to be looked at
/// with `git diff`.
@Suite(.timeLimit(.minutes(10))) struct PinnedSitesTests {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = tests.appending(path: "Fixtures/sites")
    /// What the built-in theme brings along is a file of this repository.
    private static let theme = tests.deletingLastPathComponent().appending(path: "static")
    private static let isRecording = ProcessInfo.processInfo.environment["FRONTIS_RECORD_EXPECTED"] == "1"

    private static let sites: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: folder.path + "/\($0)/site") }.sorted()
    }()

    /// A test that is run for each of no sites passes.
    @Test func allSitesAreFound() {
        #expect(Self.sites == ["blog", "languages", "lists", "markdown", "templates"])
    }

    @Test(arguments: sites) func aSiteIsMadeAsItIsPinned(name: String) async throws {
        let pinned = Self.folder.appending(path: name)
        let files = try FolderFiles.of(pinned.appending(path: "site"))
        let site = try TemporarySite()
        for (path, bytes) in files { try site.write(path, bytes) }
        let run = try await ProgramRun.run(["build", "--now", "2026-06-01T12:00:00Z"], in: site.path)
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        let themes = try FolderFiles.of(Self.theme).map { ("the theme's \($0.key)", $0.value) }
        let made = PinnedOutput(
            output: try site.tree(of: "public"), sources: files.merging(themes) { first, _ in first })
        if Self.isRecording {
            try made.write(to: pinned)
            Issue.record("recorded \(name)")
        }
        let differences = try PinnedOutput(from: pinned).differences(in: made)
        #expect(
            differences.isEmpty,
            "\(differences.joined(separator: "\n\n"))\n\nwrite it anew: FRONTIS_RECORD_EXPECTED=1 swift test --filter PinnedSitesTests"
        )
    }
}

/// What the comparison says, and what it takes for the same.
@Suite struct PinnedOutputTests {
    private func output(_ texts: [String: String]) -> PinnedOutput {
        PinnedOutput(output: texts.mapValues { Array($0.utf8) }, sources: [:])
    }

    @Test func whatIsMissingExtraOrDifferent() {
        let lines = (1...9).map { "line \($0)\n" }.joined()
        let pinned = output(["a.html": lines, "b.html": "b\n", "c.html": "c\n"])
        let made = output(["a.html": lines.replacing("line 5", with: "line five"), "b.html": "b\n", "d.html": "d\n"])
        #expect(pinned.differences(in: pinned) == [])
        #expect(
            pinned.differences(in: made) == [
                "not made: c.html", "made, and not expected: d.html",
                """
                --- expected/a.html
                +++ made/a.html
                @@ -3 +3 @@
                 line 3
                 line 4
                -line 5
                +line five
                 line 6
                 line 7
                """,
            ])
    }

    @Test func eachChangeIsShownOnceAndLongLinesWhereTheyDiffer() {
        let start = String(repeating: "0123456789", count: 50)
        let old = "1\n2\n3\n4\n5\n6\n7\n\(start)old\(start)\n"
        let new = "one\n2\n3\n4\n5\n6\n7\n\(start)new\(start)\n8"
        let digits = String(start.suffix(40))
        #expect(
            LineDiff.unified(old, new, name: "x", context: 1) == """
                --- expected/x
                +++ made/x
                @@ -1 +1 @@
                -1
                +one
                 2
                @@ -7 +7 @@
                 7
                -…\(digits)old\(start.prefix(137))…
                -
                +…\(digits)new\(start.prefix(137))…
                +8
                """)
        #expect(LineDiff.unified("a\nb", "c\nd", name: "x", longest: 4).hasSuffix("\n… and 3 lines more"))
    }

    /// Whatever a machine's libraries make of pictures, pages read the same.
    @Test func picturesHaveNumbers() throws {
        func output(_ names: [String], preview: String) -> PinnedOutput {
            let page = """
                <img src="/images/\(names[0]).jpg" srcset="/images/\(names[1]).jpg 400w, /images/\(names[0]).jpg 800w" \
                style="background:#\(preview) url(data:image/webp;base64,\(preview)==) 50%">
                """
            return PinnedOutput(
                output: [
                    "index.html": Array(page.utf8), ".frontis-files": Array(names[0].utf8),
                    "images/\(names[0]).jpg": TestPNG(width: 8, height: 4, text: preview).bytes,
                    "images/\(names[1]).jpg": TestPNG(width: 4, height: 2, text: preview).bytes,
                    "x/photo.png": [1, 2, 3], "font.bin": [0xFF, 0, 1],
                ], sources: ["content/y/photo.png": [1, 2, 3]])
        }
        let (a, b) = (String(repeating: "a", count: 20), String(repeating: "0", count: 20))
        let made = output([a, b], preview: "012345")
        #expect(made == output([b, a], preview: "abcdef"))
        #expect(
            made.texts == [
                "index.html":
                    "<img src=\"/images/1.jpg\" srcset=\"/images/2.jpg 400w, /images/1.jpg 800w\" style=\"background:#COLOR url(PREVIEW) 50%\">"
            ])
        #expect(
            made.files == [
                "images/1.jpg": "8 × 4", "images/2.jpg": "4 × 2", "x/photo.png": "content/y/photo.png",
                "font.bin": "3 bytes",
            ])
    }
}
