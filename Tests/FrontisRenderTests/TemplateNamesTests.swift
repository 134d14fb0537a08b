import FrontisCore
import FrontisRender
import Testing

@Suite struct TemplateNamesTests {
    @Test(arguments: [
        ("{{pge.title}}", "unknown name 'pge.title'; did you mean 'page.title'?"),
        ("{{page.titel}}", "unknown name 'page.titel'; did you mean 'page.title'?"),
        ("{{pge.titel}}", "unknown name 'pge.titel'; did you mean 'page.title'?"),
        ("{{page.readingTime}}", "unknown name 'page.readingTime'; did you mean 'page.reading-time'?"),
        ("{{page.word_count}}", "unknown name 'page.word_count'; did you mean 'page.word-count'?"),
        ("{{.Title}}", "unknown name '.Title'; did you mean 'page.title'?"),
        ("{{date.long}}", "unknown name 'date.long'; did you mean 'page.date.long'?"),
        ("{{page.section.titel}}", "unknown name 'page.section.titel'; did you mean 'page.section.title'?"),
        ("{{#pages}}{{titel}}{{/pages}}", "unknown name 'titel'; did you mean 'title'?"),
        ("{{#pages}}{{.titel}}{{/pages}}", "unknown name '.titel'; did you mean '.title'?"),
        ("{{#page.tagz}}x{{/page.tagz}}", "unknown name 'page.tagz'; did you mean 'page.tags'?"),
        ("{{^page.tagz}}x{{/page.tagz}}", "unknown name 'page.tagz'; did you mean 'page.tags'?"),
        ("{{{page.contents}}}", "unknown name 'page.contents'; did you mean 'page.content'?"),
        ("{{pag.params.anything}}", "unknown name 'pag.params.anything'; did you mean 'page.params.anything'?"),
        (
            "{{#page.params.flag}}{{page.titel}}{{/page.params.flag}}",
            "unknown name 'page.titel'; did you mean 'page.title'?"
        ),
        ("{{#page.section}}{{url}}{{/page.section}}", "unknown name 'url'"),
        ("{{#page.section}}{{.title.x}}{{/page.section}}", "unknown name '.title.x'"),
    ])
    func unknownName(template: String, summary: String) {
        let printed = findings(template)
        #expect(printed.contains("error: \(summary) [template-unknown-name]\n"), "\(printed)")
        #expect(printed.split(separator: "\n").filter { $0.contains(": error: ") }.count == 1)
    }

    @Test(arguments: [
        "{{page.params.a.b.c}} {{site.params.x}}",
        "{{#page.params.people}}{{name}} {{deep.er}} {{#any}}{{.}}{{index()}}{{/any}}{{/page.params.people}}",
        "{{#page.params.people}}{{.page.thing}}{{/page.params.people}}",
        "{{#pages}}{{title}} {{site.title}} {{#date}}{{long}} {{reading-time}}{{/date}}{{/pages}}",
        "{{#pages}}{{#draft}}{{index()}}{{/draft}}{{^draft}}{{first()}}{{/draft}}{{/pages}}",
        "{{#page.title}}{{.}} {{page.title}}{{/page.title}}",
        "{{#page}}{{#title}}{{.}} {{reading-time}} {{word-count}}{{/title}}{{/page}}",
        "{{#page.tags}}{{name}}{{/page.tags}}{{#page.authors}}{{uppercased(.)}}{{/page.authors}}",
        "{{#first(page.tags)}}{{url}}{{/first(page.tags)}} {{plusone(count(pages))}}",
        "{{#pages}}{{plusone(index())}}{{/pages}}",
        "{{uppercased(lowercased(page.params.x))}} {{plusone(page.params.x)}} {{count(page.params.x)}}",
    ])
    func knownNames(template: String) {
        #expect(findings(template) == "")
    }

    @Test func nothingNearListsTheNames() {
        #expect(
            findings("{{zebra}}\n{{page.zebra}}") == """
                templates/home.mustache:1:3: error: unknown name 'zebra' [template-unknown-name]
                  1 | {{zebra}}
                    |   ^~~~~
                    help: names everywhere: page, pages, site
                templates/home.mustache:2:3: error: unknown name 'page.zebra' [template-unknown-name]
                  2 | {{page.zebra}}
                    |   ^~~~~~~~~~
                    help: names in 'page': authors, content, date, description, draft, params, reading-time, \
                section, tags, \
                title, word-count

                """)
    }

    @Test func whatHasNoNamesAndWhatCannotBePrinted() {
        #expect(
            findings("{{page.title.x}}\n{{page.tags.name}}\n{{page.section}}\n{{page.tags}}\n{{#pages}}{{.}}{{/pages}}")
                == """
                templates/home.mustache:1:3: error: unknown name 'page.title.x' [template-unknown-name]
                  1 | {{page.title.x}}
                    |   ^~~~~~~~~~~~
                    help: 'page.title' is a text and has no names below it
                templates/home.mustache:2:3: error: unknown name 'page.tags.name' [template-unknown-name]
                  2 | {{page.tags.name}}
                    |   ^~~~~~~~~~~~~~
                    help: 'page.tags' is a list, open it: {{#page.tags}}...{{/page.tags}}
                templates/home.mustache:3:3: error: 'page.section' is an object and cannot be printed \
                [template-unknown-name]
                  3 | {{page.section}}
                    |   ^~~~~~~~~~~~
                    help: print one of its names, such as {{page.section.title}}
                templates/home.mustache:4:3: error: 'page.tags' is a list and cannot be printed [template-unknown-name]
                  4 | {{page.tags}}
                    |   ^~~~~~~~~
                    help: open it: {{#page.tags}}...{{/page.tags}}
                templates/home.mustache:5:13: error: '.' is an object and cannot be printed [template-unknown-name]
                  5 | {{#pages}}{{.}}{{/pages}}
                    |             ^
                    help: print one of its names, such as {{.title}}

                """)
    }

    @Test func filters() {
        let lines = [
            "{{upercased(page.title)}}", "{{plusone(page.title)}}", "{{reversed(count(pages))}}",
            "{{uppercased(page.draft)}}",
        ]
        #expect(
            findings(lines.joined(separator: "\n"))
                == """
                templates/home.mustache:1:3: error: unknown filter 'upercased'; did you mean 'uppercased'? \
                [template-unknown-filter]
                  1 | {{upercased(page.title)}}
                    |   ^~~~~~~~~
                    help: there are capitalized, encoded, lowercased, reversed, uppercased
                templates/home.mustache:2:3: error: filter 'plusone' does not apply to 'page.title', which is a text \
                [template-unknown-filter]
                  2 | {{plusone(page.title)}}
                    |   ^~~~~~~
                    help: to a text apply capitalized, encoded, lowercased, reversed, uppercased
                templates/home.mustache:3:3: error: filter 'reversed' does not apply to 'count(pages)', which is a \
                number \
                [template-unknown-filter]
                  3 | {{reversed(count(pages))}}
                    |   ^~~~~~~~
                    help: to a number apply equalzero, even, minusone, odd, plusone
                templates/home.mustache:4:3: error: filter 'uppercased' does not apply to 'page.draft', which is a \
                flag \
                [template-unknown-filter]
                  4 | {{uppercased(page.draft)}}
                    |   ^~~~~~~~~~
                    help: no filter applies to a flag

                """)
    }

    @Test func placesAreAskedForInAList() {
        #expect(
            findings("{{index()}}\n{{#pages}}{{frist()}}{{/pages}}") == """
                templates/home.mustache:1:3: error: 'index()' stands outside a list [template-unknown-filter]
                  1 | {{index()}}
                    |   ^~~~~
                    help: it asks about the list whose section it is in, directly: not in a partial, a block or \
                another \
                section inside
                templates/home.mustache:2:13: error: unknown filter 'frist'; did you mean 'first'? \
                [template-unknown-filter]
                  2 | {{#pages}}{{frist()}}{{/pages}}
                    |             ^~~~~
                    help: there are first(), last(), index(), even(), odd()

                """)
    }

    @Test func loweredSeverityStillRenders() throws {
        let (set, findings) = TemplateSet.load(sources(["home": "[{{page.titel}}{{> nav}}]"]), names: sampleNames)
        #expect(findings.map(\.id) == [.templateUnknownName, .templateUnknownPartial])
        #expect(try #require(set).render("home", SampleRoot()) == Array("[]".utf8))
    }
}
