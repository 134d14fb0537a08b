import FrontisTestSupport
import Testing

/// Posts in the shape of other generators' are read as they are, or what cannot be is said.
@Suite struct ForeignPostTests {
    private struct Post: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var path: String
        var text: String
        var address: String
        var date: String
        var summary: String
        /// Lines of the file that findings name.
        var lines: [Int]
    }

    private static let posts = [
        Post(
            testDescription: "Hugo", path: "posts/tour.md",
            text: """
                +++
                Title = "The tour"
                Date = 2026-01-03T10:00:00+01:00
                Draft = false
                Tags = ["rail"]
                publishDate = 2026-01-02
                +++
                {{< figure src="/a.png" title="A" >}}

                What we saw.

                <!--more-->

                The rest.
                """, address: "posts/tour", date: "2026-01-03", summary: "What we saw.", lines: [8, 8]),
        Post(
            testDescription: "Jekyll", path: "_posts/2026-01-04-welcome.md",
            text: """
                ---
                layout: post
                title:  "Welcome!"
                date:   2026-01-04 10:00:00 -0500
                categories: news update
                ---
                * TOC
                {:toc}

                {% include note.html %}

                It works.
                {: .lead}
                """, address: "posts/welcome", date: "2026-01-04", summary: "It works.", lines: [10]),
        Post(
            testDescription: "Zola", path: "posts/zola.md",
            text: """
                +++
                title = "Zola's"
                date = 2026-01-05
                [taxonomies]
                tags = ["z"]
                +++
                {{ youtube(id="x") }}

                See [it](@/posts/zola.md#end).

                <!-- more -->

                ## End
                """, address: "posts/zola", date: "2026-01-05", summary: "See it.", lines: []),
        Post(
            testDescription: "Eleventy", path: "posts/eleven.md",
            text: """
                ---
                title: Eleven
                date: 2026-01-06
                tags:
                  - post
                layout: layouts/post.njk
                permalink: "/blog/{{ page.fileSlug }}/"
                eleventyExcludeFromCollections: true
                ---
                Words of it.
                """, address: "posts/eleven", date: "2026-01-06", summary: "Words of it.", lines: []),
        Post(
            testDescription: "Astro", path: "posts/astro.md",
            text: """
                ---
                title: "Astro's"
                pubDate: "Jul 08 2022"
                updatedDate: 2022-07-09
                heroImage: "../../assets/a.jpg"
                ---
                import Chart from "./Chart.astro";

                Words of it.
                """, address: "posts/astro", date: "2022-07-08", summary: "Words of it.", lines: [7]),
    ]

    @Test(arguments: posts)
    private func areRead(post: Post) async throws {
        let site = try SiteUnderTest()
        try site.write("content/" + post.path, post.text)
        let run = try await site.run("build")
        #expect(run.status == 0)
        let page = try site.page(post.address + "/index.html")
        #expect(page.contains("<time datetime=\"\(post.date)"))
        #expect(page.contains("<meta name=\"description\" content=\"\(post.summary)\">"))
        #expect(try site.page("index.html").contains("/\(post.address)/"))
        let lines = run.standardError.split(separator: "\n").filter { $0.hasPrefix("content/") }
            .compactMap { Int($0.split(separator: ":")[1]) }
        #expect(lines == post.lines, "\(run.standardError)")
    }
}
