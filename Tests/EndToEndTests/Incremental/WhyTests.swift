import Foundation
import FrontisTestSupport
import Testing

/// What `frontis why` and `frontis build --explain` say.
@Suite struct WhyTests {
    private func site() throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- content/a.md --
                ---
                title: A
                date: 2026-03-01
                ---
                Text of A.
                -- content/b.md --
                ---
                title: B
                date: 2026-03-02
                ---
                Text of B.
                -- templates/post.mustache --
                <title>{{page.title}}</title>{{#page.date}}{{year}}{{/page.date}}{{{page.content}}}
                -- templates/list.mustache --
                {{#pages}}{{title}} {{{url}}}
                {{/pages}}
                """)
        return site
    }

    /// So that no file is as young as the build that reads it.
    private func build(_ site: SiteUnderTest, _ arguments: String...) async throws -> String {
        try await Task.sleep(for: .milliseconds(25))
        let run = try await ProgramRun.run(
            ["build", "--now", "2026-06-01T12:00:00Z"] + arguments, in: site.folder.path)
        try #require(run.status == 0, "\(run.standardError)")
        return run.standardOutput
    }

    private static func withoutTimes(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard let time = line.firstRange(of: /20\d\d-\d\d-\d\dT[0-9:]+Z/) else { return String(line) }
            return line.replacingCharacters(in: time, with: "TIME")
        }.joined(separator: "\n")
    }

    @Test func aFileIsExplainedByWhatItReads() async throws {
        let site = try site()
        _ = try await build(site)
        let whole = site.folder.path("public/a/index.html")
        for written in ["public/a/index.html", "./a/index.html", "/a/", "a", "https://example.org/a/?x#y", whole] {
            let run = try await site.run("why", written)
            #expect(
                Self.withoutTimes(run.standardOutput) == """
                    public/a/index.html
                      made TIME: new here
                      reads:
                        template (or one that it includes)
                        page.title
                        page.date (year)
                        page.content

                    """, "\(written): \(run.standardError)")
        }
        try site.write("content/b.md", "---\ntitle: New name\ndate: 2026-03-02\n---\nText of B.\n")
        try await Task.sleep(for: .seconds(1))
        #expect(
            try await build(site, "--explain").split(separator: "\n").dropLast().joined(separator: "\n") == """
                public/atom.xml: these say something else now: pages and lists that it is about
                public/b/index.html: these say something else now: page.title
                public/index.html: these say something else now: pages
                public/rss.xml: these say something else now: pages and lists that it is about
                """)
        let list = try await site.run("why", "/")
        #expect(Self.withoutTimes(list.standardOutput).hasPrefix("public/index.html\n  made TIME: these say something else now: pages\n  reads:\n"))
        let left = try await site.run("why", "/a/")
        #expect(
            Self.withoutTimes(left.standardOutput).contains(
                "  made TIME: new here\n  left as it was by the last build, TIME: all that it reads said the same\n"))
        let json = try await site.run("why", "/b/", "--format", "json")
        let report = try #require(VendorJSON(Array(json.standardOutput.utf8)))
        #expect(report["cause"]?.string == "reads")
        #expect(report["path"]?.string == "b/index.html")
    }

    @Test func whatSomebodyElseHasChangedIsMadeAgain() async throws {
        let site = try site()
        _ = try await build(site)
        try site.write("public/a/index.html", "mine")
        #expect(
            try await build(site, "--explain").hasPrefix(
                "public/a/index.html: it was removed or changed by somebody else\n"))
        #expect(try site.page("a/index.html").contains("<title>A</title>"))
    }

    /// What divides a page and its slot may be part of a file's name.
    @Test func aFileWithASlotsNameIsExplained() async throws {
        let site = try site()
        try site.write("static/a#b.txt", "x")
        try site.write("frontis.yaml", "site: { title: Test, url: \"https://example.org/blog/\" }\n")
        _ = try await build(site)
        #expect(try await site.run("why", "public/a#b.txt").standardOutput.hasPrefix("public/a#b.txt\n  made "))
        #expect(try await site.run("why", "/blog/a/").standardOutput.hasPrefix("public/a/index.html\n"))
    }

    @Test func aTemplateIsNamedToo() async throws {
        let site = try site()
        _ = try await build(site)
        try site.write("templates/post.mustache", "{{page.title}}!\n")
        let said = try await build(site, "--explain")
        #expect(said.contains("public/a/index.html: these say something else now: template\n"))
        #expect(!said.contains("public/index.html"))
    }

    @Test func whatNoBuildHasMadeIsSaid() async throws {
        let site = try site()
        let early = try await site.run("why", "public/index.html")
        #expect(early.status == 1)
        #expect(
            early.standardError == """
                error: no build of this version has left word of what is in 'public' [output-unknown]
                  help: build first: frontis build

                """)
        _ = try await build(site)
        let wrong = try await site.run("why", "public/b/indx.html")
        #expect(wrong.status == 1)
        #expect(
            wrong.standardError == """
                error: the last build has made no 'public/b/indx.html'; did you mean 'b/index.html'? [output-unknown]
                  help: name a file of the output, such as public/index.html, or a slot

                """)
    }

    @Test func aSlotIsExplainedByItsPlanAndItsHistory() async throws {
        try await withVendor { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("fox", "A fox in fresh snow")
            let early = try await site.run("why", "fox.md#hero")
            #expect(early.standardError.contains("no page has the slot 'fox.md#hero'"))
            #expect(try await site.run("why", "posts/fox.md#hero").standardOutput.hasPrefix("make  posts/fox.md#hero  new"))
            #expect(try await site.run("build").status == 0)
            let after = try await site.run("why", "content/posts/fox.md").standardOutput
            #expect(after.hasPrefix("keep  posts/fox.md#hero  kept\n* "))
            #expect(after.contains("A fox in fresh snow"))
        }
    }

    /// The page is as it was, and shows another picture.
    @Test func anotherPictureIsSeenWithoutAnEdit() async throws {
        try await withVendor(makesSmallPictures: true) { vendor in
            let site = try SiteUnderTest(vendor: vendor)
            try site.post("fox", "A fox in fresh snow")
            try site.post("plain", nil)
            #expect(try await site.run("build").status == 0)
            let before = try site.page("posts/fox/index.html")
            #expect(try await site.run("image", "regenerate", "posts/fox.md#hero").status == 0)
            let run = try await site.run("build", "--explain")
            #expect(try site.page("posts/fox/index.html") != before, "\(run.standardError)")
            #expect(run.standardOutput.contains("public/posts/fox/index.html: these say something else now: "))
            #expect(!run.standardOutput.contains("public/posts/plain/index.html"))
            #expect(try await site.run("build", "--output", "clean", "--cache", ".frontis/clean").status == 0)
            #expect(try site.page("posts/fox/index.html") == site.folder.read("clean/posts/fox/index.html"))
        }
    }
}
