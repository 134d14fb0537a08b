import FrontisText
import Foundation
import FrontisCore
import FrontisStore
import FrontisTestSupport
import Testing

@testable import FrontisBuild

@Suite struct SiteWriterTests {
    private let site: SiteFolder
    private let folder: String

    init() throws {
        site = SiteFolder(root: NSTemporaryDirectory() + "frontis-writer-\(UUID().uuidString)", from: "/")
        folder = site.output
    }

    private func write(_ files: [String: String], force: Bool = false) async throws -> SiteWriter.Counts {
        let files = try files.sorted { $0.key < $1.key }
            .map { OutputFile(try #require(SitePath($0.key)), .text($0.value)) }
        let writer = try SiteWriter(in: site, files: files, adopts: force, beginning: Date().timeIntervalSince1970)
        var counts = SiteWriter.Counts()
        for file in files {
            switch try await writer.write(file).outcome {
            case .written: counts.written += 1
            case .kept: counts.kept += 1
            }
        }
        counts.removed = try await writer.finish().count
        return counts
    }

    private var tree: [String] {
        let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
        return all.filter { $0.contains(".html") || $0.hasPrefix(".") || $0.hasSuffix(".txt") }.sorted()
    }

    @Test func writesWhatDiffersAndRemovesWhatIsGone() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try await write(["index.html": "a", "posts/x/index.html": "b"]).written == 2)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/.htaccess"))
        let second = try await write(["index.html": "a", "posts/y/index.html": "c"])
        #expect((second.written, second.kept, second.removed) == (1, 1, 1))
        #expect(tree == [".frontis-files", ".htaccess", "index.html", "posts/y/index.html"])
        #expect(!FileManager.default.fileExists(atPath: folder + "/posts/x"))
    }

    @Test func aFolderOfSomebodyElseIsRefused() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/thesis.txt"))
        let error = await #expect(throws: Diagnostic.self) { try await write(["index.html": "a"]) }
        #expect(
            error.map(DiagnosticFormatter().text) == """
                error: 'public' holds files that Frontis did not write, such as 'thesis.txt' [output-foreign]
                  help: choose an empty folder with --output, or take this one over with --force

                """)
        #expect(tree == ["thesis.txt"])
        #expect(try await write(["index.html": "a"], force: true).written == 1)
        #expect(try await write([:]).removed == 1)
        #expect(tree == [".frontis-files", "thesis.txt"])
    }

    @Test func aListThatWasTamperedWithRemovesNothingElsewhere() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["index.html": "a"])
        let victim = Directory(of: folder) + "/victim.txt"
        try Data("v".utf8).write(to: URL(fileURLWithPath: victim))
        try Data("# x\n../victim.txt\n/etc/passwd\nindex.html\n".utf8).write(
            to: URL(fileURLWithPath: folder + "/.frontis-files"))
        _ = try await write(["other.html": "b"])
        #expect(FileManager.default.fileExists(atPath: victim))
        #expect(tree == [".frontis-files", "other.html"])
    }

    @Test func anInterruptedBuildIsPutRight() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["a.html": "a"])
        // Killed after it began: the list is open, a temporary file is left, one file is written.
        let files = try ["a", "b", "c"].map { OutputFile(try #require(SitePath($0 + ".html")), .text($0)) }
        _ = try await SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970).write(files[1])
        // A moment ago, not a second.
        try Data("half".utf8).write(to: URL(fileURLWithPath: folder + "/.frontis-tmp-1"))
        _ = try await write(["a.html": "a"])
        #expect(tree == [".frontis-files", "a.html"])
    }

    @Test func aFolderMayBecomeAFileAndBack() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["a/index.html": "x"])
        _ = try await write(["a/index.html": "x", "b.html": "y"])
        #expect(try await write(["b.html": "y", "c/d/e/index.html": "z"]).removed == 1)
        #expect(tree == [".frontis-files", "b.html", "c/d/e/index.html"])
    }

    @Test func aFileMayBecomeAFolderAndBack() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["a": "x", "b/c/index.html": "y", "b/d.txt": "z"])
        let swapped = try await write(["a/index.html": "x", "b": "y"])
        #expect((swapped.written, swapped.removed) == (2, 3))
        #expect(tree == [".frontis-files", "a/index.html"])
        #expect(try String(contentsOfFile: folder + "/b", encoding: .utf8) == "y")
    }

    @Test func whatIsNewIsWrittenBeforeWhatMayLeadToIt() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func file(_ path: String, _ kind: OutputFile.Kind) throws -> OutputFile {
            OutputFile(try #require(SitePath(path)), .text(path), kind: kind)
        }
        _ = try await write(["index.html": "", "old/index.html": "", "old.css": ""])
        let files = [
            try file("index.html", .list), try file("new/index.html", .page), try file("tags/new/index.html", .list),
            try file("old/index.html", .page), try file("new.webp", .asset), try file("old.css", .asset),
        ]
        let order = [
            ["new.webp"], ["new/index.html"], ["tags/new/index.html"], ["old.css"], ["old/index.html"], ["index.html"],
        ]
        func phases() throws -> ([[String]], SiteWriter) {
            let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
            return (try writer.phases().map { $0.map(\.path.text) }, writer)
        }
        let (first, writer) = try phases()
        #expect(first == order)
        // Cut off after its first file: the list names all of them, and most are not there.
        _ = try await writer.write(files[4])
        #expect(try phases().0 == [["new/index.html"], ["tags/new/index.html"], ["old.css", "new.webp"].sorted()] + order[4...])
    }

    /// Between the look at the output and the writing.
    @Test func aFolderThatBecomesALinkMeanwhileIsNotWrittenThrough() async throws {
        let other = NSTemporaryDirectory() + "frontis-writer-\(UUID().uuidString)"
        defer { for path in [folder, other] { try? FileManager.default.removeItem(atPath: path) } }
        _ = try await write(["posts/a/index.html": "old", "posts/b/index.html": "old"])
        let files = [OutputFile(try #require(SitePath("posts/a/index.html")), .text("new"))]
        let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
        try FileManager.default.moveItem(atPath: folder + "/posts", toPath: other)
        try FileManager.default.createSymbolicLink(atPath: folder + "/posts", withDestinationPath: other)
        let written = await #expect(throws: Diagnostic.self) { try await writer.write(files[0]) }
        #expect(written?.id == .outputUnsafe)
        let removed = await #expect(throws: Diagnostic.self) { try await writer.finish() }
        #expect(removed?.id == .outputUnsafe)
        for name in ["a", "b"] {
            #expect(try String(contentsOfFile: other + "/\(name)/index.html", encoding: .utf8) == "old")
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: other + "/a") == ["index.html"])
    }

    @Test func whatLeadsToPagesIsRemovedBeforeThem() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let kinds: [String: OutputFile.Kind] = ["a.css": .asset, "p/a": .page, "tags/a": .list, "p/b": .page]
        let files = try kinds.sorted { $0.key < $1.key }
            .map { OutputFile(try #require(SitePath($0.key)), .text(""), kind: $0.value) }
        let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
        for file in files { _ = try await writer.write(file) }
        _ = try await writer.finish()
        #expect(try await SiteWriter(in: site, files: [], adopts: false, beginning: Date().timeIntervalSince1970).finish() == ["tags/a", "p/a", "p/b", "a.css"])
        #expect(tree == [".frontis-files"])
    }

    @Test func theListIsTouchedOnlyWhenSomethingIsWritten() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["a.html": "a"])
        let list = URL(fileURLWithPath: folder + "/.frontis-files")
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: list.path)
        _ = try await write(["a.html": "a"])
        let date = try FileManager.default.attributesOfItem(atPath: list.path)[.modificationDate] as? Date
        #expect(date == Date(timeIntervalSince1970: 1))
        let changed = OutputFile(try #require(SitePath("a.html")), .text("changed"))
        _ = try await SiteWriter(in: site, files: [changed], adopts: false, beginning: Date().timeIntervalSince1970).write(changed)
        #expect(try String(contentsOf: list, encoding: .utf8).hasPrefix("# A build was interrupted here"))
    }

    private var contents: [String: String] {
        get throws {
            let all = FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []
            return try Dictionary(
                uniqueKeysWithValues: all.map { path in
                    let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/" + path)) != nil
                    return (path, isFolder ? "/" : try String(contentsOfFile: folder + "/" + path, encoding: .utf8))
                })
        }
    }

    /// What is new, what differs, and what stands in the way of something.
    @Test(arguments: [true, false])
    func whatWasWrittenIsTakenBack(isThere: Bool) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        if isThere { _ = try await write(["index.html": "a", "b/index.html": "b", "c/index.html": "c", "same.html": "s"]) }
        let before = try contents
        let after = ["index.html": "new", "b/index.html": "new", "c": "a file", "same.html": "s", "d/e/index.html": "d"]
        let files = try after.map { OutputFile(try #require(SitePath($0.key)), .text($0.value)) }
        let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
        for file in files { _ = try await writer.write(file) }
        #expect(try (contents != before) == isThere)
        #expect(writer.undo())
        #expect(try contents == before)
        #expect(try aside() == [])
        #expect(FileManager.default.fileExists(atPath: folder) == isThere)
        // And the next build does it all.
        #expect(try await write(after).written == (isThere ? 4 : 5))
        #expect(tree.filter { !$0.hasPrefix(".") } == ["b/index.html", "d/e/index.html", "index.html", "same.html"])
    }

    /// What is made aside, in the cache.
    private func aside() throws -> [String] {
        try FolderAside.left(in: site.cache, modifiedBefore: .infinity)
    }

    /// Nobody meets a half of a site that was not there before.
    @Test func aNewOutputIsThereAtOnce() async throws {
        defer { try? FileManager.default.removeItem(atPath: site.root) }
        let files = try ["index.html", "a/b/index.html", "a/index.html"].map {
            OutputFile(try #require(SitePath($0)), .text($0))
        }
        let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
        for file in files { _ = try await writer.write(file) }
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(try aside().count == 1)
        #expect(try await writer.finish() == [])
        #expect(try contents["a/b/index.html"] == "a/b/index.html")
        #expect(tree == [".frontis-files", "a/b/index.html", "a/index.html", "index.html"])
        #expect(try aside() == [])
    }

    /// Whoever puts something there meanwhile keeps it.
    @Test func whatIsPutInTheWayOfANewOutputStays() async throws {
        defer { try? FileManager.default.removeItem(atPath: site.root) }
        let file = OutputFile(try #require(SitePath("index.html")), .text("new"))
        let writer = try SiteWriter(in: site, files: [file], adopts: false, beginning: Date().timeIntervalSince1970)
        _ = try await writer.write(file)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/mine.txt"))
        let error = await #expect(throws: Diagnostic.self) { try await writer.finish() }
        #expect(error?.id == .outputWrite)
        #expect(writer.undo())
        #expect(try contents == ["mine.txt": "mine"])
        #expect(try aside() == [])
    }

    /// By its list, and not before it is sure that nobody is still at it.
    @Test func whatAKilledBuildLeftAsideGoesLater() async throws {
        defer { try? FileManager.default.removeItem(atPath: site.root) }
        let files = try ["index.html", "a/b/index.html"].map { OutputFile(try #require(SitePath($0)), .text($0)) }
        do {
            let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
            _ = try await writer.write(files[1])
        }
        let left = try #require(try aside().first)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: left + "/a/mine.txt"))
        let now = Date().timeIntervalSince1970
        #expect(LeftoverFiles.sweep(site, now: now).isEmpty)
        #expect(FileManager.default.fileExists(atPath: left + "/a/b/index.html"))
        #expect(LeftoverFiles.sweep(site, now: now + 3700).isEmpty)
        #expect(try FileManager.default.contentsOfDirectory(atPath: left) == ["a"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: left + "/a") == ["mine.txt"])
        try FileManager.default.removeItem(atPath: left + "/a/mine.txt")
    }

    /// A build that fails after it has begun to replace files says so.
    @Test func whatWasReplacedIsNotTakenBack() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try await write(["a/index.html": "a", "b.html": "b"])
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/a/mine.txt"))
        let files = try ["a": "a file", "b.html": "new"].map { OutputFile(try #require(SitePath($0)), .text($1)) }
        let writer = try SiteWriter(in: site, files: files, adopts: false, beginning: Date().timeIntervalSince1970)
        for file in files { _ = try await writer.write(file) }
        await #expect(throws: Diagnostic.self) { try await writer.finish() }
        #expect(!writer.undo())
        #expect(try contents["a/mine.txt"] == "mine")
        #expect(try !contents.keys.contains { $0.contains("frontis-tmp") })
    }

    private func Directory(of path: String) -> String { (path as NSString).deletingLastPathComponent }
}
