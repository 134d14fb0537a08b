import FrontisCore
import FrontisTestSupport
import Testing

import FrontisBuild
import FrontisGallery

/// What a command sees of a site: as much as other modules do.
@Suite struct SiteOpeningTests {
    private func options(_ site: TemporarySite) -> BuildOptions {
        var options = BuildOptions(jobs: 2, environment: [:])
        options.site = site.path
        options.now = PageDate("2026-06-01")
        return options
    }

    @Test func hasPagesWishesAndFindings() async throws {
        let folder = try TemporarySite()
        try folder.write(
            tree: """
                -- frontis.yaml --
                site: { url: "https://example.org/" }
                diagnostics: { front-matter-unknown-key: error }
                -- content/posts/a.md --
                ---
                title: A
                ai-image: A fox
                ai-images: { map: A map }
                ---
                -- content/posts/b.md --
                ---
                titel: B
                ---
                -- content/posts/c.md --
                ---
                draft: true
                ai-image: A bear
                ---
                """)
        let site = try await Site.open(options(folder), plugins: [])
        #expect(site.pages.map(\.source.description) == ["posts/a.md", "posts/b.md"])
        #expect(site.wishes.map(\.slot.description).sorted() == ["posts/a.md#hero", "posts/a.md#map"])
        #expect(site.findings.map(\.id) == [.frontMatterUnknownKey, .pageLeftOut])
        #expect(site.findings.map(\.severity) == [.error, .note])
    }

    @Test func aFolderThatIsNoSiteIsSaid() async throws {
        let folder = try TemporarySite()
        await #expect(throws: Diagnostic.self) { try await Site.open(options(folder), plugins: []) }
    }
}
