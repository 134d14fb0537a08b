import Foundation
import FrontisTestSupport
import Testing

/// Pages that a build is not about: they are counted and named, and nothing is bought for them.
@Suite struct LeftOutPagesTests {
    private func site(_ vendor: VendorServer?) throws -> SiteUnderTest {
        let site = try SiteUnderTest(vendor: vendor)
        try site.post("shown", nil)
        try site.post("draft", "A fox", extra: "Draft: true\n")
        try site.post("later", "A hare", extra: "publishDate: 2099-01-01\n")
        try site.post("over", "A hen", extra: "expiryDate: 2026-05-31\n")
        try site.post("hidden", "A cow", extra: "render: false\n")
        return site
    }

    @Test func areCountedAndNamed() async throws {
        try await withVendor { vendor in
            let site = try self.site(vendor)
            for _ in 1...2 {
                let run = try await site.run("build", "--verbose")
                #expect(run.status == 0)
                #expect(
                    run.standardError == """
                        content/posts/draft.md:2:8: note: left out: a draft [page-left-out]
                          help: --drafts builds it
                        content/posts/hidden.md:2:8: note: left out: not to be rendered [page-left-out]
                        content/posts/later.md:2:8: note: left out: published on 2099-01-01 [page-left-out]
                          help: --future builds it
                        content/posts/over.md:2:8: note: left out: expired on 2026-05-31 [page-left-out]
                          help: --expired builds it

                        """)
                #expect(run.standardOutput.contains(" · 1 draft, 1 future, 1 expired, 1 not rendered left out · "))
            }
            #expect(try await site.run("plan").standardOutput.contains("hare") == false)
            #expect(vendor.requests.isEmpty)
            #expect(site.folder.exists("public/posts/shown/index.html"))
            for name in ["draft", "later", "over", "hidden"] { #expect(!site.folder.exists("public/posts/\(name)")) }
            #expect(try !site.page("atom.xml").contains("hidden"))
        }
    }

    @Test func canBeBuiltAllTheSame() async throws {
        let site = try site(nil)
        let run = try await site.run("build", "--drafts", "--future", "--expired")
        #expect(run.status == 0)
        #expect(run.standardOutput.contains(" · 1 not rendered left out · "))
        for name in ["draft", "later", "over"] { #expect(site.folder.exists("public/posts/\(name)/index.html")) }
    }

    @Test func aPageExpiresWhileNothingIsTouched() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        let soon = Date().addingTimeInterval(8)
        try site.post("b", nil, extra: "expiryDate: \(soon.formatted(.iso8601))\n")
        func build() async throws { _ = try await ProgramRun.run(["build"], in: site.folder.path, environment: [:]) }
        try await build()
        #expect(site.folder.exists("public/posts/b/index.html") || Date() > soon)
        while Date() < soon.addingTimeInterval(1) { try await Task.sleep(for: .milliseconds(100)) }
        try await build()
        #expect(!site.folder.exists("public/posts/b/index.html"))
        #expect(site.folder.exists("public/posts/a/index.html"))
    }

    @Test func aSectionMayHaveNoPage() async throws {
        let site = try SiteUnderTest()
        try site.post("a", nil)
        try site.write("content/posts/_index.md", "---\nrender: false\n---\n")
        #expect(try await site.run("build").status == 0)
        #expect(site.folder.exists("public/posts/a/index.html"))
        #expect(!site.folder.exists("public/posts/index.html"))
    }

    /// An event may lie ahead of its announcement.
    @Test func theDateOfPublicationStandsOverTheDate() async throws {
        let site = try SiteUnderTest()
        try site.write("content/posts/a.md", "---\ndate: 2099-01-01\npublishDate: 2026-01-01\n---\n")
        #expect(try await site.run("build").status == 0)
        #expect(site.folder.exists("public/posts/a/index.html"))
    }
}
