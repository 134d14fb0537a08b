import FrontisTestSupport
import Testing

/// Files that are nested or repeated beyond reason, through the built program, as a process: each took over 2 GB, over
/// ten seconds or the program with it.
@Suite struct HostileFileTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        /// By path.
        let files: [String: String]
        /// All that is said; nothing for a site that is built.
        let message: String?
        var testDescription: String { name }

        init(_ name: String, _ files: [String: String], _ message: String? = nil) {
            self.name = name
            self.files = files
            self.message = message
        }

        static func post(_ name: String, _ text: String, _ message: String? = nil) -> Case {
            Case(name, ["content/posts/a.md": text], message)
        }

        static func toml(_ name: String, _ text: String, quoted: String) -> Case {
            post(
                name, "+++\n\(text)\n+++\nText.\n",
                """
                content/posts/a.md:2:1: error: document is too large or too deeply nested [front-matter-toml]
                  2 | \(quoted)
                    | ^

                """)
        }

        static func limit(_ name: String, _ text: String, _ summary: String, line: Int, quoted: String) -> Case {
            let margin = String(repeating: " ", count: "\(line)".count)
            return post(
                name, text,
                """
                content/posts/a.md:\(line):1: error: \(summary) [page-limit]
                  \(line) | \(quoted)
                  \(margin) | ^
                    help: divide it among several pages, or leave out what no reader would miss

                """)
        }
    }

    private static let many = 100_000
    private static func times(_ text: String, _ count: Int = many) -> String { String(repeating: text, count: count) }

    /// Aliases that stand for two others each: 60 of them are more values than there are atoms in a gram.
    private static let laughs =
        "a0: &a0 [x, x]\n"
        + (1..<60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()

    static let cases: [Case] = [
        .toml("dotted keys", times("a.", 10_000) + "a = 1", quoted: times("a.", 125) + "…"),
        .toml("a dotted header", "[" + times("a.", 10_000) + "a]", quoted: "[" + times("a.", 124) + "a…"),
        .toml("lists in lists", "a = " + times("[", 10_000) + times("]", 10_000), quoted: "a = " + times("[", 246) + "…"),
        .toml(
            "dotted keys in tables in tables", "a = " + times("{ a.b.c.d = ", 20) + "1" + times(" }", 20),
            quoted: "a = " + times("{ a.b.c.d = ", 20) + "1" + times(" }", 20)),
        .post("dots in quotes", "+++\n\"\(times(".", 500))\" = \"\(times("[.", 500))\"\n+++\nText.\n"),
        .post(
            "YAML's lists in lists", "---\na: \(times("[", 900))\(times("]", 900))\n---\nText.\n",
            """
            content/posts/a.md:2:68: error: document is too large or too deeply nested [front-matter-yaml]
              2 | a: \(times("[", 247))…
                |    \(times(" ", 64))^

            """),
        .post(
            "YAML's maps in maps", "---\na: \(times("{a: ", 10_000))\n---\nText.\n",
            """
            content/posts/a.md:2:3996: error: document is too large or too deeply nested [front-matter-yaml]
              2 | a: \(times("{a: ", 61)){a:…
                | \(times(" ", 251))^

            """),
        .post(
            "aliases of aliases", "---\n\(laughs)---\nText.\n",
            """
            content/posts/a.md:15:12: error: document is too large or too deeply nested [front-matter-yaml]
              15 | a13: &a13 [*a12, *a12]
                 |            ^

            """),
        .post(
            "aliases of aliases as a key", "---\n\(laughs)? *a59\n: 1\n---\nText.\n",
            """
            content/posts/a.md:15:12: error: document is too large or too deeply nested [front-matter-yaml]
              15 | a13: &a13 [*a12, *a12]
                 |            ^

            """),
        Case(
            "aliases of aliases in the configuration", ["frontis.yaml": laughs, "content/a.md": "Text.\n"],
            """
            frontis.yaml:14:12: error: document is too large or too deeply nested [configuration-yaml]
              14 | a13: &a13 [*a12, *a12]
                 |            ^

            """),
        .limit(
            "quotes in quotes", times(">") + "a\n", "Markdown is nested more than 200 deep", line: 1,
            quoted: times(">", 250) + "…"),
        // cmark itself ends at 100.
        .post("lists in lists", times("- ") + "a\n"),
        .limit(
            "pictures in pictures", times("![") + "a" + times("](b)") + "\n", "Markdown is nested more than 200 deep",
            line: 1, quoted: times("![", 125) + "…"),
        .limit(
            "elements in elements", times("<div>\n\n"), "HTML is nested more than 200 deep", line: 1, quoted: "<div>"),
        .limit("equal headings", times("# a\n"), "page has more than 10000 headings", line: 10_003, quoted: "# a"),
        .limit(
            "prompts", "---\ntitle: t\nai-images:\n" + (0...1000).map { "  p\($0): A fox\n" }.joined() + "---\n",
            "page asks for more than 1000 pictures", line: 1_004, quoted: "  p1000: A fox"),
        .post("10,000 equal headings", "---\ntitle: t\n---\n" + times("# a\n", 10_000)),
        .post("smart quotes", times("'") + "\n\n" + times("\"'")),
        .post("uses of a long definition", "[a]: /\(times("x", 10_000))\n\n" + times("[a] ", 50_000)),
        .post(
            "a wide table", "|" + times("a|", 10_000) + "\n|" + times("-|", 10_000) + "\n" + times("|b\n", 20_000)),
        .post("tags that are not closed", "<div>\n" + times("<a ") + "\n"),
        .post("quotes that are not closed in tags", "<div>\n" + times("<a b=\"\n")),
        .post("end tags that end nothing", "<div>\n" + times("<i>\n", 150) + times("</b>\n")),
        .post("attribute lists", times("{:a}") + "\n"),
        .post("attribute lists that are none", times("{:") + "}\n"),
        .post("TeX that does not end", "---\nmath: true\n---\n" + times("\\(") + times("x", 5_000) + "\\)\n"),
        .post("a picture of 100,000 attributes", "<img src=\"\" \(times("a ")) >\n"),
        Case(
            "a lock's lists in lists", ["content/a.md": "Text.\n", "frontis.lock": "{\n  \"images\": \(times("["))"],
            """
            frontis.lock:2:44: error: not valid here: nested too deeply [lock-unreadable]
              help: put the last good one back with 'git checkout frontis.lock', or mend this line

            """),
    ]

    private func build(_ files: [String: String]) async throws -> ProgramRun.Result {
        let site = try SiteUnderTest()
        for (path, text) in files { try site.write(path, text) }
        let run = try await ProgramRun.run(
            ["build", "--offline", "--now", "2026-06-01T12:00:00Z"], in: site.folder.path, limit: .seconds(600))
        #expect(ChildMemory.peak < 2 << 30)
        return run
    }

    @Test(arguments: cases)
    func isBuiltOrReported(_ example: Case) async throws {
        let run = try await build(example.files)
        let errors = run.standardError
        if let message = example.message {
            #expect(run.status == 1)
            #expect(errors == message)
        } else {
            #expect(run.status == 0, "\(errors.prefix(2000))")
        }
    }

    // MARK: Templates

    private static let posts = Dictionary(
        uniqueKeysWithValues: (0..<12).map { ("content/posts/p\($0).md", "---\ntitle: \($0)\ndate: 2026-03-02\n---\n") })

    private func buildTemplates(_ templates: [String: String]) async throws -> ProgramRun.Result {
        var files = Self.posts
        for name in ["home", "list", "page", "post"] { files["templates/\(name).mustache"] = "" }
        for (name, text) in templates { files["templates/\(name).mustache"] = text }
        return try await build(files)
    }

    @Test func aLineOf100000OpeningBracesIsReportedOnce() async throws {
        let run = try await buildTemplates(["home": Self.times("{{")])
        #expect(run.status == 1)
        #expect(run.standardError.count < 100_000)
        #expect(run.standardError.contains("templates/home.mustache:1:1: error: '{{{' is not closed: '}}}' is missing [template-syntax]"))
        #expect(
            run.standardError.contains(
                "error: tags have 100 mistakes, and the rest of the template is not read [template-limit]"))
    }

    @Test func doublingPartialsAreReportedBeforeAnythingIsWritten() async throws {
        var templates = ["home": "{{> p0}}", "p60": "x"]
        for number in 0..<60 { templates["p\(number)"] = "{{> p\(number + 1)}}{{> p\(number + 1)}}" }
        let run = try await buildTemplates(templates)
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                templates/home.mustache:1:1: error: a page of 'home' is larger than 128 MiB or 10000000 pieces \
                [template-limit]
                  help: partials that stand twice in each other, lists inside lists and blanks before partials multiply: \
                leave one out

                """)
    }

    @Test func doublingContextsAreReported() async throws {
        var templates = ["home": "{{> p0}}", "p30": "x"]
        for number in 0..<30 {
            let next = "{{> p\(number + 1)}}"
            templates["p\(number)"] = "{{#page}}\(next){{/page}}{{#site}}\(next){{/site}}"
        }
        let run = try await buildTemplates(templates)
        #expect(run.status == 1)
        #expect(run.standardError.contains("error: templates stand in each other in too many ways to be checked"))
    }

    /// What stands before a partial stands before each of its lines, whatever those hold.
    @Test(arguments: ["x\n", "{{site.title}}\n", "{{#site}}x{{/site}}\n"], [2_000, 20_000])
    func indentedPartialsAreReported(line: String, lines: Int) async throws {
        let home = String(repeating: " ", count: 100_000) + "{{> a}}\n"
        let run = try await buildTemplates(["home": home, "a": String(repeating: line, count: lines)])
        #expect(run.status == 1)
        #expect(
            run.standardError.hasPrefix(
                "templates/home.mustache:1:1: error: a page of 'home' is larger than 128 MiB or 10000000 pieces [template-limit]"),
            "\(run.standardError)")
    }

    @Test func listsInListsAreReported() async throws {
        let run = try await buildTemplates(["home": Self.times("{{#pages}}", 9) + "x" + Self.times("{{/pages}}", 9)])
        #expect(run.status == 1)
        #expect(run.standardError.contains("a page of 'home' is larger than 128 MiB or 10000000 pieces [template-limit]"))
    }
}
