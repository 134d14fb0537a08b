import FrontisCore
import FrontisRender
import Testing

@Suite struct TemplateRenderingTests {
    @Test func escapesTextAndLeavesThreeBracesAlone() throws {
        let root = SampleRoot(page: SamplePage(title: "Fish & \"chips\" <3"))
        #expect(
            try render("{{page.title}}|{{{page.title}}}|{{&page.title}}", root)
                == "Fish &amp; &quot;chips&quot; &lt;3|Fish & \"chips\" <3|Fish & \"chips\" <3")
    }

    @Test func emptyTextIsAbsent() throws {
        let template = "{{#page.description}}some{{/page.description}}{{^page.description}}none{{/page.description}}"
        #expect(try render(template, SampleRoot(page: SamplePage(description: ""))) == "none")
        #expect(try render(template, SampleRoot(page: SamplePage(description: nil))) == "none")
        #expect(try render(template, SampleRoot(page: SamplePage(description: "d"))) == "some")
    }

    @Test func textSectionHoldsItsTextAndTheContextsAround() throws {
        let root = SampleRoot(page: SamplePage(title: "T", description: "a < b"))
        #expect(try render("{{#page.description}}{{.}} {{page.title}}{{/page.description}}", root) == "a &lt; b T")
    }

    @Test func dateIsPrintedAndEntered() throws {
        let root = SampleRoot(page: SamplePage(date: SampleDate()))
        let template = "{{page.date}} {{page.date.long}} {{#page.date}}{{.}} {{year}}{{/page.date}}"
        #expect(try render(template, root) == "2026-03-02 2 March 2026 2026-03-02 2026")
        #expect(try render("[{{page.date}}{{page.date.long}}{{#page.date}}x{{/page.date}}]") == "[]")
    }

    @Test func declaredButAbsentNameIsNotLookedForFurtherOut() throws {
        let root = SampleRoot(page: SamplePage(title: "Page", description: "of the page", section: SampleSection()))
        let template =
            "{{#page}}{{#section}}{{title}}: {{description}}{{^description}}none{{/description}}"
            + "{{/section}}{{/page}}"
        #expect(try render(template, root) == "Posts: none")
    }

    @Test func listsIterateAndKnowTheirPlaces() throws {
        let root = SampleRoot(page: SamplePage(tags: ["rail", "<sea>", "night"], authors: ["Ana", "Rui"]))
        #expect(
            try render(
                "{{#page.tags}}{{index()}}:{{name}}{{^last()}}, {{/last()}}{{/page.tags}}", root)
                == "0:rail, 1:&lt;sea&gt;, 2:night")
        #expect(try render("{{#page.authors}}[{{.}}]{{/page.authors}} {{page.authors}}", root) == "[Ana][Rui] Ana, Rui")
        #expect(try render("{{^page.tags}}no tags{{page.title}}{{/page.tags}}") == "no tagsThe night train")
    }

    @Test func flagsNumbersAndAddedValues() throws {
        let root = SampleRoot(
            page: SamplePage(readingTime: 12, isDraft: true, values: ["word-count": .integer(2400)]))
        #expect(
            try render("{{#page.draft}}draft {{page.reading-time}} {{page.word-count}}{{/page.draft}}", root)
                == "draft 12 2400")
        #expect(try render("{{#page.draft}}draft{{/page.draft}}[{{page.word-count}}]") == "[]")
    }

    @Test func filters() throws {
        let root = SampleRoot(
            page: SamplePage(
                title: "night train", readingTime: 3, tags: ["rail", "sea"], authors: ["Zoe", "Ana"],
                params: [
                    "links": .map(["b": .integer(2), "a": .text("x")]), "sizes": .list([.integer(9), .integer(1)]),
                ]
            ))
        let expected: [(String, String)] = [
            ("{{uppercased(page.title)}}", "NIGHT TRAIN"),
            ("{{capitalized(page.title)}}", "Night Train"),
            ("{{reversed(uppercased(page.title))}}", "NIART THGIN"),
            ("{{plusone(page.reading-time)}} {{minusone(page.reading-time)}}", "4 2"),
            ("{{#odd(page.reading-time)}}odd{{/odd(page.reading-time)}}", "odd"),
            ("{{count(page.tags)}} {{#first(page.tags)}}{{name}}{{/first(page.tags)}}", "2 rail"),
            ("{{#reversed(page.tags)}}{{name}} {{/reversed(page.tags)}}", "sea rail "),
            ("{{sorted(page.authors)}}", "Ana, Zoe"),
            ("{{#empty(page.tags)}}none{{/empty(page.tags)}}", ""),
            ("{{sorted(page.params.sizes)}}", "1, 9"),
            (
                "{{#enumerated(page.params.links)}}{{key}}={{value}};{{/enumerated(page.params.links)}}", "a=x;b=2;"
            ),
            ("{{plusone(page.params.links)}}", ""),
        ]
        for (template, page) in expected { #expect(try render(template, root) == page, "\(template)") }
    }

    @Test func authorsKeysHaveAnyDepth() throws {
        let params: [String: ParamValue] = [
            "null": .null, "no": .flag(false), "yes": .flag(true), "none": .list([]), "blank": .text(""),
            "whole": .number(3), "part": .number(2.5), "huge": .number(1e300), "integer": .integer(-7),
            "cover": .map(["image": .map(["alt": .text("A <fox>")])]),
            "grid": .list([.list([.integer(1), .integer(2)]), .list([.integer(3)])]),
            "people": .list([.map(["name": .text("Ana")]), .map(["name": .text("Rui"), "age": .integer(4)])]),
        ]
        let root = SampleRoot(site: SampleSite(params: params), page: SamplePage(params: params))
        for name in ["null", "no", "none", "blank", "missing", "missing.deep", "cover.other"] {
            let template =
                "{{#page.params.\(name)}}yes{{/page.params.\(name)}}{{^page.params.\(name)}}no"
                + "{{/page.params.\(name)}}"
            #expect(try render(template, root) == "no", "\(name)")
        }
        #expect(try render("{{#page.params.yes}}{{page.title}}{{/page.params.yes}}", root) == "The night train")
        #expect(
            try render("{{site.params.whole}} {{site.params.part}} {{site.params.huge}} {{site.params.integer}}", root)
                == "3 2.5 1e+300 -7")
        #expect(try render("{{page.params.cover.image.alt}}", root) == "A &lt;fox&gt;")
        #expect(
            try render("{{#page.params.cover}}{{#image}}{{alt}}{{/image}}{{/page.params.cover}}", root)
                == "A &lt;fox&gt;")
        #expect(try render("{{#page.params.grid}}{{#.}}{{.}},{{/.}};{{/page.params.grid}}", root) == "1,2,;3,;")
        #expect(try render("{{#page.params.people}}{{name}}{{age}} {{/page.params.people}}", root) == "Ana Rui4 ")
        #expect(try render("[{{page.params.cover}}{{page.params.none}}]", root) == "[]")
    }

    @Test func inheritanceAndPartials() throws {
        let root = SampleRoot(pages: [SamplePage(title: "One"), SamplePage(title: "Two", tags: ["x"])])
        let page = try render(
            [
                "base": "<html>\n{{$main}}\nnothing\n{{/main}}\n{{> _foot}}\n</html>\n",
                "_foot": "<footer>{{site.title}}</footer>\n",
                "_entry": "<li>{{title}}{{#tags}} #{{name}}{{/tags}}</li>\n",
                "home":
                    "{{<base}}\n{{$main}}\n<ul>\n{{#pages}}\n{{> _entry}}\n{{/pages}}\n</ul>\n{{/main}}\n{{/base}}\n",
            ], root)
        #expect(
            page == """
                <html>
                <ul>
                <li>One</li>
                <li>Two #x</li>
                </ul>
                <footer>Night Trains</footer>
                </html>

                """)
    }

    @Test func otherDelimitersEndWithTheirSection() throws {
        #expect(
            try render("{{=<% %>=}}<%page.title%> {{page.title}}<%={{ }}=%>{{! no }}")
                == "The night train {{page.title}}")
        #expect(try render("{{#page}}{{=| |=}}|title|{{|/page|{{page.title}}") == "The night train{{The night train")
    }

    @Test func sameFromManyThreads() async throws {
        let texts = [
            "base": "<{{$main}}{{/main}}>",
            "home": "{{<base}}{{$main}}{{page.title}}{{#page.tags}} {{name}}{{/page.tags}}{{/main}}{{/base}}",
        ]
        let set = try #require(TemplateSet.load(sources(texts), names: sampleNames).set)
        let pages = await Array(0..<400).parallelMap(jobs: 4) { number in
            try? set.render("home", SampleRoot(page: SamplePage(title: "\(number)", tags: ["a", "b"])))
        }
        #expect(pages == (0..<400).map { Array("<\($0) a b>".utf8) })
    }

    @Test func unknownTemplateIsNothing() throws {
        let set = try #require(TemplateSet.load(sources(["home": ""]), names: sampleNames).set)
        #expect(try set.render("post", SampleRoot()) == nil)
        #expect(set.contains("home"))
        #expect(!set.contains("post"))
        #expect(set.names == ["home"])
    }

    @Test func everyDeclaredNameAnswers() {
        let page = SamplePage(
            description: "d", date: SampleDate(), section: SampleSection(), tags: ["x"], authors: ["a"],
            params: ["k": .null])
        #expect(SamplePage.schema.fields.count > 8)
        for field in SamplePage.schema.fields {
            let value = page.value(named: field.name)
            switch (field.form, value) {
            case (.text, .text), (.html, .text), (.number, .integer), (.flag, .flag), (.object, .object),
                (.list(of: .text), .texts), (.list(of: .object), .objects), (.open, .map):
                break
            default: Issue.record("\(field.name) is declared as \(field.form), and is \(String(describing: value))")
            }
        }
        #expect(page.value(named: "titel") == nil)
    }
}
