import FrontisCore
import FrontisGallery
import FrontisTestSupport
import Testing

@testable import FrontisBuild

/// Pages that are shown though they would not be published are named, and a build knows when that ends.
@Suite struct UnpublishedPagesTests {
    private func source(_ change: (inout BuildOptions) -> Void) async throws -> SiteSource {
        let folder = try TemporarySite()
        for (name, head) in [
            ("draft", "draft: true"), ("later", "date: 2026-06-03"), ("gone", "date: 2026-03-02\nexpiryDate: 2026-05-01"),
            ("going", "date: 2026-03-02\nexpiryDate: 2026-06-02"), ("plain", "date: 2026-03-02"),
        ] {
            try folder.write("content/posts/\(name).md", "---\ntitle: \(name)\n\(head)\n---\nText.\n")
        }
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = folder.path
        options.now = PageDate("2026-06-01")
        change(&options)
        return try await Site.open(options, plugins: []).source
    }

    @Test func theyAreNamedWithTheReason() async throws {
        let source = try await source { ($0.drafts, $0.future, $0.expired) = (true, true, true) }
        #expect(
            source.unpublished.sorted { $0.path < $1.path } == [
                .init(path: "posts/draft/index.html", why: "draft"), .init(path: "posts/gone/index.html", why: "expired"),
                .init(path: "posts/later/index.html", why: "future"),
            ])
        // The first of them that will be like any other, or will not be any more.
        #expect(source.nextChange == PageDate("2026-06-02"))
    }

    @Test func nobodyWhoDidNotAskSeesThem() async throws {
        let source = try await source { _ in }
        #expect(source.unpublished.isEmpty)
        #expect(source.pages.count == 2)
        #expect(source.nextChange == PageDate("2026-06-02"))
    }
}
