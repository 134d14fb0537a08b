import FrontisCore
import Testing

@testable import FrontisContent

/// What keeps one page's Markdown from costing the square of its length, seen from what it must not change.
@Suite struct MarkdownHostileTests {
    @Test func idsOfEqualHeadingsAreCountedOn() {
        var ids = HeadingIDs()
        let wanted = ["a", "a-1", "a", "a", "a-1", "", "section", "a-3", "a"]
        #expect(
            wanted.map { ids.next(for: $0) } == ["a", "a-1", "a-2", "a-3", "a-1-1", "section", "section-1", "a-3-1", "a-4"])
    }

    @Test(arguments: [
        ("<div><!--> a <!---> b</div>\n", "<div><!--> a <!---> b</div>\n"),
        ("<xmp><a <b </XMP >\n", "<xmp><a <b </XMP >\n"),
        ("<xmp></xmpx></xmp>\n", "<xmp></xmpx></xmp>\n"),
        ("<textarea>\n\n*a*\n\n</textarea>\n", "<textarea>\n\n*a*\n\n</textarea>\n"),
    ])
    func rawHTMLStaysAsItIs(markdown: String, expected: String) {
        #expect(html(markdown) == expected)
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
        #expect(TOMLNesting.excess(in: toml, limit: limit) == line)
    }

    @Test(arguments: [
        "a = \"[[[[....\"", "a = '[.[.[.'", "# a.b.c.d [[[[", "a = \"\"\"\n[[[[\n....\\\"\"\"\"", "\"a.b.c.d\" = 1", "a = 1.5\nb = 1.5\nc = 1.5",
        "a = '''\n'[[[['.\n'''", "a = [1.5, 2.5, 3.5, 4.5]", "[a.b]\nc = 1\n[d.e]\nf = 1",
    ])
    func tomlsTextsAreNotNesting(toml: String) {
        #expect(TOMLNesting.excess(in: toml, limit: 3) == nil)
    }
}
