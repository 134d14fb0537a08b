import Foundation
import FrontisTestSupport
import Testing

/// `frontis new post` and `frontis list`.
@Suite(.timeLimit(.minutes(10))) struct NewPostTests {
    private func begin(_ site: SiteUnderTest, _ arguments: String...) async throws -> ProgramRun.Result {
        try await ProgramRun.run(
            ["new", "post"] + arguments + ["--date", "2026-05-01T10:15:00Z"], in: site.folder.path, environment: [:])
    }

    @Test(arguments: [
        ("A first walk", [], "content/posts/a-first-walk.md", "title: \"A first walk\""),
        ("\"Quoted\": it's", [], "content/posts/quoted-its.md", #"title: "\"Quoted\": it's""#),
        ("Äther & Öl", ["--section", "/notes/2026/"], "content/notes/2026/äther-öl.md", "title: \"Äther & Öl\""),
        ("X", ["--name", "My Trip", "--folder"], "content/posts/my-trip/index.md", "title: \"X\""),
        ("X", ["--section", ""], "content/x.md", "title: \"X\""),
    ])
    func aPostIsBegun(title: String, options: [String], path: String, line: String) async throws {
        let site = try SiteUnderTest()
        let run = try await ProgramRun.run(
            ["new", "post", title, "--date", "2026-05-01T10:15:00Z"] + options, in: site.folder.path, environment: [:])
        #expect(run.status == 0 && run.standardOutput == path + "\n", "\(run.standardError)")
        #expect(
            try site.folder.read(path)
                == "---\n\(line)\ndate: 2026-05-01T10:15:00Z\ndraft: true\ntags:\n# What its picture shows, in words.\nai-image:\n---\n\n")
        let build = try await site.run("build", "--drafts", environment: [:])
        #expect(build.status == 0 && build.standardError == "", "\(build.standardError)")
    }

    /// Also as Hugo's users have them.
    @Test func archetypesAreFilled() async throws {
        let site = try SiteUnderTest()
        try site.write(
            "archetypes/default.md",
            """
            ---
            title: '{{ replace .File.ContentBaseName "-" " " | title }}'
            plain: {{title}}
            double: "{{ .Title }}"
            date: {{ .Date }}
            slug: {{slug}}
            section: {{ .Type }}
            unknown: "{{ .Site.Title }} {{"
            ---
            # {{title}}

            Note: {{title}}
            See, {{title}}, "{{title}}"

            """)
        try site.write("archetypes/toml.md", "+++\ndate = '{{ .Date }}'\ntitle = '{{ replace .File.ContentBaseName \"-\" \" \" | title }}'\ntags = [{{title}}]\nslug = {{slug}}\n+++\n")
        #expect(try await begin(site, "It's \"late\"", "--section", "content/toml", "--name", "v1.late.md").status == 0)
        #expect(
            try site.folder.read("content/toml/v1.late.md")
                == "+++\ndate = '2026-05-01T10:15:00Z'\ntitle = \"It's \\\"late\\\"\"\ntags = [\"It's \\\"late\\\"\"]\nslug = \"v1.late\"\n+++\n")
        try site.write("archetypes/notes.md", "+++\ntitle = \"{{title}}\"\n+++\n")
        #expect(try await begin(site, "It's: \"so\"").status == 0)
        #expect(
            try site.folder.read("content/posts/its-so.md") == """
                ---
                title: 'It''s: "so"'
                plain: "It's: \\"so\\""
                double: "It's: \\"so\\""
                date: 2026-05-01T10:15:00Z
                slug: its-so
                section: posts
                unknown: "{{ .Site.Title }} {{"
                ---
                # It's: "so"

                Note: It's: "so"
                See, It's: "so", "It's: "so""

                """)
        #expect(try await begin(site, "A note", "--section", "notes/deep").status == 0)
        #expect(try site.folder.read("content/notes/deep/a-note.md") == "+++\ntitle = \"A note\"\n+++\n")
    }

    @Test func nothingIsOverwritten() async throws {
        let site = try SiteUnderTest()
        try site.write("content/posts/there/index.md", "Mine.")
        let run = try await begin(site, "There")
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                error: there is such a post already: content/posts/there/index.md [choice-impossible]
                  help: choose another --name

                """)
        #expect(try await begin(site, "X", "--section", "../..").status == 1)
        // Neither a link's target nor the link.
        try site.write("outside/mine.txt", "Mine.")
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("content/link"), withDestinationPath: site.folder.path("outside"))
        let linked = try await begin(site, "X", "--section", "link")
        #expect(linked.status == 1 && linked.standardError.contains("'content/link' is a link"))
        try FileManager.default.createSymbolicLink(
            atPath: site.folder.path("content/posts/gone.md"), withDestinationPath: "nowhere.md")
        #expect(try await begin(site, "Gone").status == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: site.folder.path("outside")) == ["mine.txt"])
        try FileManager.default.removeItem(atPath: site.folder.path("content/link"))
        try FileManager.default.removeItem(atPath: site.folder.path("content/posts/gone.md"))
        #expect(try await begin(site, "..").status == 1)
        #expect(try site.folder.tree(of: "content").keys.sorted() == ["posts/there/index.md"])
    }

    @Test(arguments: [
        ("all", "2026-09-01  future     content/posts/d.md  D\n2026-03-02  published  content/posts/b.md  b\n2026-03-01  draft      content/posts/a.md  A\n2026-01-01  expired    content/posts/c.md  C\n"),
        ("drafts", "2026-03-01  draft      content/posts/a.md  A\n"), ("future", "2026-09-01  future     content/posts/d.md  D\n"),
        ("expired", "2026-01-01  expired    content/posts/c.md  C\n"), ("published", "2026-03-02  published  content/posts/b.md  b\n"),
    ])
    func pagesAreListed(kind: String, expected: String) async throws {
        let site = try SiteUnderTest()
        try site.post("b", nil)
        try site.write("content/posts/a.md", "---\ntitle: A\ndate: 2026-03-01\ndraft: true\n---\n")
        try site.write("content/posts/c.md", "---\ntitle: C\ndate: 2026-01-01\nexpiryDate: 2026-02-01\n---\n")
        try site.write("content/posts/d.md", "---\ntitle: D\ndate: 2026-09-01\n---\n")
        let run = try await site.run("list", kind, "--now", "2026-06-01T12:00:00Z", environment: [:])
        #expect(run.status == 0 && run.standardOutput == expected, "\(run.standardError)")
        let json = try await site.run("list", kind, "--now", "2026-06-01T12:00:00Z", "--format", "json", environment: [:])
        #expect(json.standardOutput.count { $0 == "{" } == expected.count { $0 == "\n" })
        #expect(try site.folder.tree(of: ".").keys.allSatisfy { !$0.hasPrefix("public") && $0 != "frontis.lock" })
    }
}
