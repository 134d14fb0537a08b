import FrontisTestSupport
import Testing

/// Links that lead nowhere, and what is suggested in their place.
@Suite struct DeadLinkTests {
    @Test func suggestionsAreWrittenAsTheLinkWas() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/notes/kestrel.md --
                ---
                title: K
                ---
                Text.
                -- content/posts/night-train.md --
                ---
                title: N
                ---
                Text.
                -- content/posts/a.md --
                ---
                title: A
                ---
                [1](kestrel.md) [2](nigth-train.md) [3](/posts/nite-train.md) [4](../nots/kestrl.md)
                """)
        let run = try await site.run("build", environment: [:])
        let said = run.standardError.split(separator: "\n").filter { $0.contains(": warning: ") }.joined(separator: "\n")
        #expect(
            said == """
                content/posts/a.md:4:5: warning: link to 'kestrel.md': there is no content/posts/kestrel.md; did you mean \
                '../notes/kestrel.md'? [link-dead]
                content/posts/a.md:4:21: warning: link to 'nigth-train.md': there is no content/posts/nigth-train.md; \
                did you mean 'night-train.md'? [link-dead]
                content/posts/a.md:4:41: warning: link to '/posts/nite-train.md': there is no \
                content/posts/nite-train.md; did you mean '/posts/night-train.md'? [link-dead]
                content/posts/a.md:4:67: warning: link to '../nots/kestrl.md': there is no content/nots/kestrl.md; did \
                you mean '../notes/kestrel.md'? [link-dead]
                """)
    }

    /// A whole address of the site itself is shown as it is written, and checked.
    @Test func wholeAddressesOfTheSiteAreChecked() async throws {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/blog/" }
                -- content/posts/b.md --
                ---
                title: B
                ---
                Text.
                -- content/posts/sun.svg --
                <svg/>
                -- content/posts/a.md --
                ---
                title: A
                ---
                [1](https://example.org/blog/posts/b/) [2](https://example.org/blog/posts/x/#y) [3](http://example.org/blog/nope)
                [4](https://example.org/other/) [5](https://example.org/blog/posts/b.md) <a href="//example.org/blog/z">6</a>
                ![A sun](https://example.org/blog/sun.svg)
                """)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0)
        let said = run.standardError.split(separator: "\n").filter { $0.contains(": warning: ") }.map {
            String($0.split(separator: "warning: ")[1])
        }
        #expect(
            said == [
                "link to 'https://example.org/blog/posts/x/#y': leads nowhere in this site [link-dead]",
                "link to 'http://example.org/blog/nope': leads nowhere in this site [link-dead]",
                "link to 'https://example.org/blog/posts/b.md': leads nowhere in this site [link-dead]",
                "link to '//example.org/blog/z': leads nowhere in this site [link-dead]",
                "picture 'https://example.org/blog/sun.svg': there is no such file [image-missing]",
            ])
        #expect(try site.page("posts/a/index.html").contains("<a href=\"https://example.org/blog/posts/x/#y\">2</a>"))
    }
}
