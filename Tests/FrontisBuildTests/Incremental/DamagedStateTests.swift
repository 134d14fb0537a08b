import Foundation
import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// Whatever has happened to what a build has left in the cache, the next one is right, and says nothing of it.
@Suite struct DamagedStateTests {
    private let folder: TemporarySite

    init() throws {
        folder = try TemporarySite()
        try folder.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/\" }\n")
        for number in 0..<4 {
            try folder.write(
                "content/posts/p\(number).md",
                "---\ntitle: Post \(number)\ndate: 2026-03-0\(number + 1)\ntags: [a]\n---\nText [there](p0.md) \(number).\n")
        }
    }

    private func build() async -> Build.Result {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.now = PageDate("2026-06-01")
        return await Build(options: options).run()
    }

    private func kept(_ ending: String) throws -> String {
        let builds = ".frontis/cache/v1/builds"
        let names = try folder.tree(of: builds).keys.filter { $0.hasSuffix(ending) }
        return builds + "/" + (try #require(names.first))
    }

    /// One text changes and changes back, so that everything else is taken from what was kept.
    private func expectRight(_ expected: [String: [UInt8]], _ harm: String) async throws {
        let post = try folder.read("content/posts/p1.md")
        try folder.write("content/posts/p1.md", post + "More.\n")
        #expect(await build().diagnostics.isEmpty, "\(harm)")
        try folder.write("content/posts/p1.md", post)
        #expect(await build().diagnostics.isEmpty, "\(harm)")
        let made = try folder.tree(of: "public")
        let stale = expected.keys.filter { made[$0] != expected[$0] }
        #expect(stale.isEmpty && made.count == expected.count, "\(harm): \(stale)")
    }

    @Test(arguments: [".state", ".texts"])
    func whatIsCutShortOrChangedIsNotBelieved(ending: String) async throws {
        try await Task.sleep(for: .milliseconds(30))
        _ = await build()
        let expected = try folder.tree(of: "public")
        let path = try kept(ending)
        let whole = try folder.bytes(path)
        // The long tests cut at every length.
        let step = TestLength.isLong ? 1 : max(1, whole.count / 25)
        for length in stride(from: 0, to: whole.count, by: step) {
            try folder.write(path, Array(whole.prefix(length)))
            try await expectRight(expected, "\(ending) cut to \(length)")
            var changed = whole
            changed[length] ^= 0x40
            try folder.write(path, changed)
            try await expectRight(expected, "\(ending) changed at \(length)")
        }
    }

    @Test func aFileThatSomebodyElseHasIsLeftAlone() async throws {
        try await Task.sleep(for: .milliseconds(30))
        _ = await build()
        let expected = try folder.tree(of: "public")
        async let one = build()
        async let other = build()
        _ = await (one, other)
        try await expectRight(expected, "two at once")
    }

    /// What is in the output by another hand is put right, though nothing that it is made of has changed.
    @Test func outputsThatWereTouchedAreMadeAgain() async throws {
        try await Task.sleep(for: .milliseconds(30))
        _ = await build()
        let expected = try folder.tree(of: "public")
        try folder.write("public/posts/p0/index.html", "mine")
        try folder.remove("public/atom.xml")
        try folder.write("public/posts/p2/index.html", Array((try folder.bytes("public/posts/p2/index.html")).reversed()))
        try await expectRight(expected, "touched")
    }
}
