import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// What keeps one page's Markdown from costing the square of its length, seen from what it must not change.
@Suite(.timeLimit(.minutes(10))) struct MarkdownHostileTests {
    @Test func idsOfEqualHeadingsAreCountedOn() {
        var ids = HeadingIDs()
        let wanted = ["a", "a-1", "a", "a", "a-1", "", "section", "a-3", "a"]
        #expect(
            wanted.map { ids.next(for: $0) } == ["a", "a-1", "a-2", "a-3", "a-1-1", "section", "section-1", "a-3-1", "a-4"])
    }

    @Test(arguments: [
        ("<div><!--> a <!---> b</div>\n", "<div><!--> a <!---> b</div>\n"),
        ("<div><xmp><a <b </XMP ></div>\n", "<div><xmp><a <b </XMP ></div>\n"),
        ("<div><xmp></xmpx></xmp></div>\n", "<div><xmp></xmpx></xmp></div>\n"),
        ("<textarea>\n\n*a*\n\n</textarea>\n", "<textarea>\n\n*a*\n\n</textarea>\n"),
    ])
    func rawHTMLStaysAsItIs(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
    }

    /// Each of these had taken the square of its length: hours, at this one.
    @Test(arguments: [
        "{{ ", "{% ", "{{< ", "{{<figure ", "{{< figure a=\"", "{{</* ", "{%/*", "$_", "$$", "{{< figure >}}", "{{< details >}}", "{{< /details >}}",
        "```\n{{</*\n", "<!-- {{<", "`{{<", "{% raw %}", "{{ figure(", "{{< highlight go >}}", "[a]({{< ref ", "<a href=\"{{< ",
        "==a ", " ==a", "a^", "a~b ", "~a", ":a", ":smile", "a\n: ", "a\n\n: b\n\n", ": a\n", "> a\n> : b\n\n", "*[a]: b\n\n", "*[a]: b\na b ",
    ])
    func openingsWithoutAnEndTakeTimeForOne(opening: String) {
        var style = Markdown.Style()
        style.shortcodes = Shortcodes(names: ["figure", "details"], digest: "1") { (_) throws(Diagnostic) in "<b>\(Shortcodes.content)</b>" }
        style.extras = [.callouts, .definitionLists, .abbreviations, .marks, .subscripts, .superscripts, .emoji]
        // The short run leaves out TeX, which is looked for in the same way.
        for keepsMath in TestLength.of(short: [false], long: [false, true]) {
            style.keepsMath = keepsMath
            let text = String(repeating: opening, count: 400_000 / opening.utf8.count) + "\n\nEnd.\n"
            let markdown = Markdown.read(
                SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
            #expect(!markdown.body.html.utf8.contains(1))
        }
    }

    @Test func manyAbbreviationsTakeTimeForOne() {
        let known = (0..<8_000).map { "*[A\($0)]: a" }.joined(separator: "\n")
        let used = (0..<8_000).map { "A\($0) x" }.joined(separator: "\n")
        let source = SourceText(path: "content/a.md", text: known + "\n\n" + used + "\n")
        let markdown = Markdown.read(source, from: 0, lineOffset: 0, title: "t")
        #expect(markdown.body.html.ranges(of: "<abbr").count == 8_000)
    }

    @Test func elementsAreNested200Deep() {
        func page(_ depth: Int) -> Markdown {
            let text = String(repeating: "<div>", count: depth) + "a" + String(repeating: "</div>", count: depth) + "\n"
            let source = SourceText(path: "content/a.md", text: text)
            return Markdown.read(source, from: 0, lineOffset: 0, title: "t")
        }
        #expect(page(200).diagnostics.isEmpty)
        #expect(page(201).diagnostics.map(\.summary) == ["HTML is nested more than 200 deep"])
        #expect(page(201).body.html.isEmpty)
    }

    @Test func aLongLineIsShownByItsBeginning() {
        let source = SourceText(path: "content/a.md", text: String(repeating: "é", count: 2_000) + "\nb\n")
        #expect(source.line(1) == String(repeating: "é", count: 125) + "…")
        #expect(source.line(2) == "b")
        #expect(source.location(line: 1, scalarColumn: 100).column == 100)
        #expect(source.location(line: 1, scalarColumn: 1_500).column == 1_500)
    }

    @Test func searchingEndsWithItsBudget() {
        let source = SourceText(path: "content/a.md", text: String(repeating: "x", count: 5_000) + "needle\n")
        var budget = 6_000
        #expect(source.find("needle", fromLine: 1, budget: &budget).column == 5_001)
        #expect(source.find("needle", fromLine: 1, budget: &budget).column == 5_001)
        #expect(source.find("needle", fromLine: 1, budget: &budget).column == 1)
    }

    @Test(arguments: [
        ("a = 1\nb.c = [ { d = 1 } ]", 2, 2), ("[a.b.c]\nd.e = 1", 3, 2), ("x = 1\n\na.b.c.d.e.f = 1", 4, 3),
        ("a = { b.c = { d.e = 1 } }", 3, 1), ("[[a.b.c.d]]", 3, 1), ("a = [\n[\n[\n1]]]", 2, 3),
        ("a = \"\"\"\n[.\"\n\\\"\"\"\" \nb.c.d = 1", 1, 4),
    ])
    func tomlIsMeasured(toml: String, limit: Int, line: Int) {
        #expect(TOMLNesting.fault(in: toml, limit: limit) == .depth(line: line))
    }

    @Test(arguments: [
        "a = \"[[[[....\"", "a = '[.[.[.'", "# a.b.c.d [[[[", "a = \"\"\"\n[[[[\n....\\\"\"\"\"", "\"a.b.c.d\" = 1", "a = 1.5\nb = 1.5\nc = 1.5",
        "a = '''\n'[[[['.\n'''", "a = [1.5, 2.5, 3.5, 4.5]", "[a.b]\nc = 1\n[d.e]\nf = 1",
    ])
    func tomlsTextsAreNotNesting(toml: String) {
        #expect(TOMLNesting.fault(in: toml, limit: 3) == nil)
    }

    /// toml++ would end the program at nearly all of these.
    @Test(arguments: [
        "[[[a]]]", "[[[[[[[date = 2026-03-02T10:00:00]]]", "[\n[a]", "[\r\n", "[[\na]]", "[=a]", "[.a]", "[[.a]]", "[é]", "[\u{A0}a]", "[#a]",
        "[+a]", "[{a}]", "[,]", "[ [ [a]]]", "a = 1\n[[[b]]]",
    ])
    func aHeaderWithoutANameIsReported(toml: String) {
        let error = #expect(throws: Diagnostic.self) {
            try TOMLDocument.read(toml, in: SourceText(path: "content/a.md", text: "+++\n\(toml)\n+++\n"), lineOffset: 1)
        }
        #expect(error?.summary == "bad TOML: a table's header has no name")
        #expect(error?.location?.line == (toml.hasPrefix("a = 1") ? 3 : 2))
        #expect(error?.help == "a table is [name], a list of tables is [[name]]")
    }

    @Test(arguments: [("a = [}", "list", "}", "]"), ("a = [1, { b = [2} ]", "list", "}", "]"), ("a = { b = 1]", "table", "]", "}")])
    func aWrongBracketIsReported(toml: String, what: String, wrong: String, right: String) {
        let error = #expect(throws: Diagnostic.self) {
            try TOMLDocument.read(toml, in: SourceText(path: "content/a.md", text: toml), lineOffset: 0)
        }
        #expect(error?.summary == "bad TOML: a \(what) is closed by '\(wrong)'")
        #expect(error?.help == "close it with '\(right)'")
    }

    /// Everything that four of these can make: toml++ says what is wrong with it, and goes on living. Longer: that six can.
    @Test func anythingThatMeansSomethingInTOMLIsSurvived() {
        let signs = Array("[].=,{}\"a\n")
        let length = TestLength.of(short: 4, long: 6)
        var number = Array(repeating: 0, count: length)
        var readable = 0
        while let place = number.lastIndex(where: { $0 + 1 < signs.count }) {
            number[place] += 1
            for later in number.indices[(place + 1)...] { number[later] = 0 }
            let toml = String(number.map { signs[$0] }) + "\n"
            do throws(Diagnostic) {
                _ = try TOMLDocument.read(toml, in: SourceText(path: "content/a.md", text: toml), lineOffset: 0)
                readable += 1
            } catch {
                #expect(error.id == .frontMatterTOML)
            }
        }
        #expect(readable >= 5)
    }

    /// toml++ would end the program at some of these.
    @Test(arguments: [
        "2026-03-02Tx", "2026-03-02 x", "2026-03-02T10", "10:00:0x", "_1", "1__2", "0x", "0xg", "1.", ".5", "1e", "+-1", "01", "word", "tru",
        "\u{1}", "+p", "xe", "1 2", "é", "infinity", "2026-03-02T10:00:00+1",
    ])
    func whatIsNoValueIsReported(value: String) {
        let text = "+++\na = [1, \(value) ]\n+++\n"
        let source = SourceText(path: "content/a.md", text: text)
        let error = #expect(throws: Diagnostic.self) { try FrontMatter.read(source) }
        #expect(error?.summary == "bad TOML: '\(value)' is no value")
        #expect(error?.location == SourceLocation(path: "content/a.md", line: 2, column: 9, length: value.count))
    }

    @Test(arguments: [
        "true", "-0", "+1_000", "0xDEAD_beef", "0o755", "0b1", "3.14", "-1.5e-10", "1E5", "inf", "-nan", "2026-03-02",
        "2026-03-02T10:15:00Z", "2026-03-02 10:15:00.123+01:00", "10:15:00",
    ])
    func valuesAreRead(value: String) throws {
        let text = "+++\na = { b.c = \(value), d = [\(value), \(value)] } # \(value)\n[x]\ny=\(value)\n+++\n"
        #expect(try FrontMatter.read(SourceText(path: "content/a.md", text: text)).root?["x"]?["y"] != nil)
    }
}
