import FrontisTestSupport
import Testing

/// Links to pages that are there and that this build leaves out.
@Suite struct LeftOutLinkTests {
    private func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.post("b", nil, extra: "draft: true\n")
        try site.post("later", nil, extra: "publishDate: 2099-01-01\n")
        try site.post("over", nil, extra: "expiryDate: 2026-05-31\n")
        try site.post("hidden", nil, extra: "render: false\n")
        return site
    }

    private func said(_ run: ProgramRun.Result) -> String {
        run.standardError.split(separator: "\n")
            .filter { $0.contains(": warning: ") || $0.contains("help: ") }
            .joined(separator: "\n")
    }

    @Test func sayWhyThePageIsNotThere() async throws {
        let site = try site()
        try site.post("a", nil, body: "[1](b.md)\n[2](later.md)\n[3](over.md)\n[4](hidden.md)\n[5](c.md)")
        #expect(
            said(try await site.run("build")) == """
                content/posts/a.md:5:5: warning: link to 'b.md': content/posts/b.md is a draft and is not built [link-dead]
                    help: publish it (draft: false), take the link out, or build drafts too: frontis build --drafts
                content/posts/a.md:6:5: warning: link to 'later.md': content/posts/later.md is published on 2099-01-01 and \
                is not built yet [link-dead]
                    help: link to it from then on, or build what lies ahead too: frontis build --future
                content/posts/a.md:7:5: warning: link to 'over.md': content/posts/over.md expired on 2026-05-31 and is not \
                built [link-dead]
                    help: take the link out, or build what has expired too: frontis build --expired
                content/posts/a.md:8:5: warning: link to 'hidden.md': content/posts/hidden.md is not to be rendered and has \
                no address [link-dead]
                    help: take the link out, or render the page: render: true
                content/posts/a.md:9:5: warning: link to 'c.md': there is no content/posts/c.md; did you mean 'a.md'? \
                [link-dead]
                """)
        // Whoever builds them has the links.
        #expect(said(try await site.run("build", "--drafts", "--future", "--expired")).contains("b.md") == false)
        #expect(try site.page("posts/a/index.html").contains("<a href=\"/posts/b/\">1</a>"))
    }

    /// However the link is written: by address, relative to the page's own, or as the whole address.
    @Test func addressesAreKnownToo() async throws {
        let site = try site()
        try site.post("a", nil, body: "[1](/posts/b/)\n[2](../b/)\n[3](https://example.org/posts/b/#x)\n[4](/posts/b)")
        let warnings = said(try await site.run("build")).split(separator: "\n").filter { $0.contains(": warning: ") }
        #expect(
            warnings.map { String($0.split(separator: "warning: ")[1]) } == [
                "link to '/posts/b/': content/posts/b.md is a draft and is not built [link-dead]",
                "link to '../b/': content/posts/b.md is a draft and is not built [link-dead]",
                "link to 'https://example.org/posts/b/#x': content/posts/b.md is a draft and is not built [link-dead]",
                "link to '/posts/b': content/posts/b.md is a draft and is not built [link-dead]",
            ])
    }

    /// A draft that another page's address has been given to is no reason.
    @Test func aPageStandsOverADraftOfItsAddress() async throws {
        let site = try site()
        try site.write("content/posts/other.md", "---\ntitle: O\nslug: b\n---\nText.\n")
        try site.post("a", nil, body: "[1](/posts/b/)")
        #expect(said(try await site.run("build")) == "")
    }
}
