import FrontisTestSupport
import Testing

/// Templates show what stands in files under `data/`, and hear at once when it is another thing.
@Suite(.timeLimit(.minutes(10))) struct DataFileTests {
    private func site(_ data: String, template: String) throws -> SiteUnderTest {
        let site = try SiteUnderTest()
        try site.write(
            tree: """
                -- frontis.yaml --
                site: { title: Test, url: "https://example.org/" }
                -- content/about.md --
                ---
                title: About
                ---
                -- templates/page.mustache --
                \(template)
                \(data)
                """)
        return site
    }

    @Test(arguments: [
        ("-- data/team.yaml --\n- { name: Ana, since: 2020-01-02 }\n- { name: Bo }\n", "{{#site.data.team}}{{name}} {{since}};{{/site.data.team}}", "Ana 2020-01-02;Bo ;"),
        ("-- data/a/b/links.json --\n{ \"home\": { \"url\": \"/x?a=1&b=2\", \"n\": 1.50, \"on\": true } }\n", "{{#site.data.a.b.links.home}}{{url}} {{n}} {{on}}{{/site.data.a.b.links.home}}", "/x?a=1&amp;b=2 1.5 true"),
        ("-- data/pair.json --\n{ \"a\": \"\\ud83d\\ude00\" }\n", "{{site.data.pair.a}}", "😀"),
        ("-- data/nav.toml --\n[[items]]\ntitle = \"One\"\n", "{{#site.data.nav.items}}{{title}}{{/site.data.nav.items}}", "One"),
        ("-- data/rows.csv --\nid,\"name\"\r\n1,\"Porto, \"\"by night\"\"\"\n\n2,\n\"3\",\"a\nb\"\n", "{{#site.data.rows}}[{{id}} {{name}}]{{/site.data.rows}}", "[1 Porto, &quot;by night&quot;][2 ][3 a\nb]"),
        ("-- data/empty.csv --\n-- data/none.yaml --\n", "{{^site.data.empty}}nothing{{/site.data.empty}}{{^site.data.none}} either{{/site.data.none}}", "nothing either"),
        ("-- data/a.yaml --\nx: 1\n-- data/a/y.yaml --\n2\n", "{{site.data.a.x}} {{site.data.a.y}}", "1 2"),
        ("-- data/notes.txt --\nx\n", "{{^site.data.notes}}no{{/site.data.notes}}", "no"),
    ])
    func isInTemplates(data: String, template: String, expected: String) async throws {
        let site = try site(data, template: template)
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 0 && run.standardError == "", "\(run.standardError)")
        #expect(try site.page("about/index.html") == expected + "\n")
    }

    @Test func aChangeIsSeen() async throws {
        let site = try site("-- data/team.yaml --\nlead: Ana\n", template: "{{site.data.team.lead}}")
        #expect(try await site.run("build", environment: [:]).status == 0)
        try site.write("data/team.yaml", "lead: Bo\n")
        #expect(try await site.run("build", environment: [:]).standardOutput.contains("1 written"))
        #expect(try site.page("about/index.html") == "Bo\n")
        // What nobody shows makes nothing.
        try site.write("data/team.yaml", "lead: Bo\nother: 1\n")
        #expect(!(try await site.run("build", environment: [:]).standardOutput.contains("written")))
        try site.folder.remove("data/team.yaml")
        #expect(try await site.run("build", environment: [:]).status == 0)
        #expect(try site.page("about/index.html") == "\n")
    }

    @Test func faultsHavePlaces() async throws {
        let site = try site(
            """
            -- data/a.csv --
            id,name
            1,2,3
            -- data/b.csv --
            id,id
            -- data/c.csv --
            id
            "1
            -- data/d.csv --
            id
            "1"2
            -- data/e.yaml --
            a: [
            -- data/f.json --
            1
            -- data/f.yaml --
            2
            -- data/g.toml --
            a = b
            -- data/h.json --
            { "a": 1,
            "b" 2 }
            -- data/i.yaml --
            - 1
            -- data/i/j.yaml --
            1
            """, template: "x")
        let run = try await site.run("build", environment: [:])
        #expect(run.status == 1)
        #expect(
            run.standardError == """
                data/a.csv:2:1: error: bad CSV: a row has 3 values, and there are 2 columns [data-unreadable]
                  2 | 1,2,3
                    | ^
                    help: a value with a comma in it stands in double quotes: "Porto, by night"
                data/b.csv:1:1: error: bad CSV: two columns are called 'id' [data-unreadable]
                  1 | id,id
                    | ^
                    help: the first row names the columns, each once
                data/c.csv:2:1: error: bad CSV: a value in quotes has no end [data-unreadable]
                  2 | "1
                    | ^
                    help: a quote inside of it is written twice: ""
                data/d.csv:2:1: error: bad CSV: something stands behind a value in quotes [data-unreadable]
                  2 | "1"2
                    | ^
                    help: a quote inside of it is written twice: ""
                data/e.yaml:1:1: error: bad YAML: did not find expected node content [data-unreadable]
                  1 | a: [
                    | ^
                data/f.yaml:1:1: error: data/f.json is called the same [data-unreadable]
                  help: templates cannot tell them apart: give one of them another name
                data/g.toml:1:5: error: bad TOML: 'b' is no value [data-unreadable]
                  1 | a = b
                    |     ^
                    help: text stands in quotes: title = "The night train"
                data/h.json:2:5: error: not valid JSON: expected ':' [data-unreadable]
                  2 | "b" 2 }
                    |     ^
                data/i/j.yaml:1:1: error: something else of data/ has its place: a file is called like a folder [data-unreadable]
                  help: only a file of keys and values can stand beside a folder of its name, and with other keys
                9 errors

                """)
    }
}
