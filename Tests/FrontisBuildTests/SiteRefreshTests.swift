import Foundation
import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// A site that is opened again is the one that a new run would see, and only what has changed is read for it.
@Suite struct SiteRefreshTests {
    private let folder: TemporarySite
    private let options: BuildOptions
    private var site: SiteFolder { SiteFolder(options) }

    init() throws {
        folder = try TemporarySite()
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.now = PageDate("2026-06-01")
        self.options = options
        try folder.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\n")
        for number in 0..<12 {
            try folder.write(
                "content/posts/p\(number).md", "---\ntitle: Post \(number)\ndate: 2026-03-02\n---\n# Post \(number)\n\nText.\n")
        }
        try folder.write("content/posts/p1.de.md", "---\ntitle: Beitrag\n---\nText.\n")
        try folder.write("content/about.html", "---\ntitle: About\n---\n<p>Me.</p>\n")
        try folder.write("content/plain.html", "<p>No page.</p>\n")
    }

    private func files() async throws -> SiteFiles { try await SiteFiles.find(in: site, jobs: 2) }

    private func opened() async throws -> Site {
        await Site.open(try await files(), in: site, options: options, plugins: Plugins.all, after: SiteReading())
    }

    /// Time enough for a file that is written now to be told from one that was written before.
    private func tick() async throws { try await Task.sleep(for: .milliseconds(30)) }

    private func expectSame(_ refreshed: Site, sourceLocation: Testing.SourceLocation = #_sourceLocation) async throws {
        let anew = try await opened()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            try encoder.encode(refreshed.source.pages) == encoder.encode(anew.source.pages),
            sourceLocation: sourceLocation)
        #expect(refreshed.diagnostics == anew.diagnostics, sourceLocation: sourceLocation)
        #expect(refreshed.source.files == anew.source.files, sourceLocation: sourceLocation)
        #expect(!anew.source.pages.isEmpty, sourceLocation: sourceLocation)
    }

    @Test(
        arguments: [
            ("content/posts/p3.md", "---\ntitle: Other\n---\nOther.\n"), ("content/posts/new.md", "---\ntitle: New\n---\nNew.\n"),
            ("content/posts/p2.de.md", "---\ntitle: Zwei\n---\nText.\n"), ("content/plain.html", "---\ntitle: Page\n---\n<p>Now.</p>\n"),
            ("content/posts/p4.md", nil), ("content/posts/p1.md", nil), ("content/about.html", nil),
            ("content/about.html", "<p>No page any more.</p>\n"), ("content/posts/p5.md", "---\ntitle: [\n---\n"),
            ("frontis.yaml", "site: { title: Test, url: \"https://example.com/blog/\" }\nlanguages: [en]\n"),
            ("templates/page.mustache", "<h1 id=\"post-1\">{{page.title}}</h1>{{{page.content}}}"),
        ] as [(String, String?)])
    func isAsIfItWereOpenedAnew(path: String, text: String?) async throws {
        try await tick()
        let site = try await opened()
        try await tick()
        if let text { try folder.write(path, text) } else { try folder.remove(path) }
        let refreshed = await site.refreshed(try await files(), options: options)
        try await expectSame(refreshed)
        try await tick()
        try await expectSame(await refreshed.refreshed(try await files(), options: options))
    }

    /// However often two writes leave the same stamp.
    @Test func whatIsWrittenWhileItIsReadIsReadAgain() async throws {
        var site = try await opened()
        for round in 0..<40 {
            try folder.write("content/posts/p3.md", "---\ntitle: Round \(round % 10)\n---\nText.\n")
            site = await site.refreshed(try await files(), options: options)
            let title = site.source.pages.first { $0.source == "posts/p3.md" }?.title
            #expect(title == "Round \(round % 10)")
        }
    }

    #if os(Linux)
        @Test func onlyWhatHasChangedIsRead() async throws {
            try await tick()
            let site = try await opened()
            let opens = try FileOpens(below: folder.path + "/content")
            try await tick()
            var refreshed = await site.refreshed(try await files(), options: options)
            #expect(opens.counts() == [:])
            try folder.write("content/posts/p3.md", "---\ntitle: Other\n---\nOther.\n")
            _ = opens.counts()
            refreshed = await refreshed.refreshed(try await files(), options: options)
            #expect(opens.counts() == ["posts/p3.md": 1])
            #expect(refreshed.source.pages.contains { $0.title == "Other" })
        }
    #endif
}
