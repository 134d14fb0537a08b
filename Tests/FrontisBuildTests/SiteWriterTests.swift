import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisBuild

@Suite struct SiteWriterTests {
    private let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "frontis-writer-\(UUID().uuidString)/public"
    }

    private func write(_ files: [String: String], force: Bool = false) throws -> SiteWriter.Counts {
        let writer = try SiteWriter(output: folder, paths: Set(files.keys), adopts: force, shown: "public")
        var counts = SiteWriter.Counts()
        for (path, text) in files.sorted(by: { $0.key < $1.key }) {
            switch try writer.write(OutputFile(try #require(SitePath(path)), .text(text))) {
            case .written: counts.written += 1
            case .kept: counts.kept += 1
            }
        }
        counts.removed = try writer.finish().count
        return counts
    }

    private var tree: [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return all.filter { $0.contains(".html") || $0.hasPrefix(".") || $0.hasSuffix(".txt") }.sorted()
    }

    @Test func writesWhatDiffersAndRemovesWhatIsGone() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try write(["index.html": "a", "posts/x/index.html": "b"]).written == 2)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/.htaccess"))
        let second = try write(["index.html": "a", "posts/y/index.html": "c"])
        #expect((second.written, second.kept, second.removed) == (1, 1, 1))
        #expect(tree == [".frontis-files", ".htaccess", "index.html", "posts/y/index.html"])
        #expect(!FileManager.default.fileExists(atPath: folder + "/posts/x"))
    }

    @Test func aFolderOfSomebodyElseIsRefused() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/thesis.txt"))
        let error = #expect(throws: Diagnostic.self) { try write(["index.html": "a"]) }
        #expect(
            error.map(DiagnosticFormatter().text) == """
                error: 'public' holds files that Frontis did not write, such as 'thesis.txt' [output-foreign]
                  help: choose an empty folder with --output, or take this one over with --force

                """)
        #expect(tree == ["thesis.txt"])
        #expect(try write(["index.html": "a"], force: true).written == 1)
        #expect(try write([:]).removed == 1)
        #expect(tree == [".frontis-files", "thesis.txt"])
    }

    @Test func aListThatWasTamperedWithRemovesNothingElsewhere() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try write(["index.html": "a"])
        let victim = Directory(of: folder) + "/victim.txt"
        try Data("v".utf8).write(to: URL(fileURLWithPath: victim))
        try Data("# x\n../victim.txt\n/etc/passwd\nindex.html\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/.frontis-files"))
        _ = try write(["other.html": "b"])
        #expect(FileManager.default.fileExists(atPath: victim))
        #expect(tree == [".frontis-files", "other.html"])
    }

    @Test func anInterruptedBuildIsPutRight() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try write(["a.html": "a"])
        // Killed after it began: the list is open, a temporary file is left, one file is written.
        let writer = try SiteWriter(output: folder, paths: ["a.html", "b.html", "c.html"], adopts: false, shown: "public")
        _ = try writer.write(OutputFile(try #require(SitePath("b.html")), .text("b")))
        let leftover = folder + "/.frontis-tmp-1"
        try Data("half".utf8).write(to: URL(fileURLWithPath: leftover))
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: leftover)
        _ = try write(["a.html": "a"])
        #expect(tree == [".frontis-files", "a.html"])
    }

    @Test func aFolderMayBecomeAFileAndBack() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try write(["a/index.html": "x"])
        _ = try write(["a/index.html": "x", "b.html": "y"])
        #expect(try write(["b.html": "y", "c/d/e/index.html": "z"]).removed == 1)
        #expect(tree == [".frontis-files", "b.html", "c/d/e/index.html"])
    }

    private func Directory(of path: String) -> String { (path as NSString).deletingLastPathComponent }
}
