import FrontisCore
import FrontisTestSupport
import FrontisRender
import Testing

@Suite struct TemplateSyntaxTests {
    @Test(arguments: [
        (
            "<p>\n  {{page.title</p>\n",
            """
            templates/home.mustache:2:3: error: '{{page.title' is not closed: '}}' is missing [template-syntax]
              2 |   {{page.title</p>
                |   ^~~~~~~~~~~~

            """
        ),
        (
            "{{page.title} {{site.title}}",
            """
            templates/home.mustache:1:1: error: '{{page.title' is not closed: '}}' is missing [template-syntax]
              1 | {{page.title} {{site.title}}
                | ^~~~~~~~~~~~

            """
        ),
        (
            "{{{page.content}}",
            """
            templates/home.mustache:1:1: error: '{{{page.content' is not closed: '}}}' is missing [template-syntax]
              1 | {{{page.content}}
                | ^~~~~~~~~~~~~~~

            """
        ),
        (
            "a\n{{#page.tags}}\nb\n",
            """
            templates/home.mustache:2:1: error: '{{#page.tags}}' is not closed: '{{/page.tags}}' is missing \
            [template-syntax]
              2 | {{#page.tags}}
                | ^~~~~~~~~~~~~~

            """
        ),
        (
            "{{#page.tags}}\n{{/page.tag}}",
            """
            templates/home.mustache:2:4: error: '{{/page.tag}}' does not close '{{#page.tags}}' of line 1 \
            [template-syntax]
              2 | {{/page.tag}}
                |    ^~~~~~~~
                help: write {{/page.tags}}

            """
        ),
        (
            "{{#page}}{{#tags}}{{/page}}",
            """
            templates/home.mustache:1:10: error: '{{#tags}}' is not closed: '{{/tags}}' is missing [template-syntax]
              1 | {{#page}}{{#tags}}{{/page}}
                |          ^~~~~~~~~

            """
        ),
        (
            "x {{/page}}",
            """
            templates/home.mustache:1:3: error: '{{/page}}' closes nothing [template-syntax]
              1 | x {{/page}}
                |   ^~~~~~~~~

            """
        ),
        (
            "{{#if page.draft}}x{{/if}}",
            """
            templates/home.mustache:1:4: error: 'if page.draft' is not a name [template-syntax]
              1 | {{#if page.draft}}x{{/if}}
                |    ^~~~~~~~~~~~~
                help: a tag holds one name, of the letters a to z, digits, '-', '_' and '.'

            """
        ),
        (
            "{{ #page }}x",
            """
            templates/home.mustache:1:4: error: '#page' is not a name [template-syntax]
              1 | {{ #page }}x
                |    ^~~~~
                help: no blank stands between '{{' and '#'

            """
        ),
        (
            "{{}}",
            """
            templates/home.mustache:1:1: error: '{{}}' has no name [template-syntax]
              1 | {{}}
                | ^~~~

            """
        ),
        (
            "{{upper(page.title}}",
            """
            templates/home.mustache:1:3: error: 'upper(page.title' is not a name [template-syntax]
              1 | {{upper(page.title}}
                |   ^~~~~~~~~~~~~~~~
                help: filters are written {{uppercased(page.title)}}

            """
        ),
        (
            "{{! a comment",
            """
            templates/home.mustache:1:1: error: '{{!' is not closed: '}}' is missing [template-syntax]
              1 | {{! a comment
                | ^~~

            """
        ),
        (
            "{{=<%=}}",
            """
            templates/home.mustache:1:1: error: '{{=<%=}}' sets no delimiters [template-syntax]
              1 | {{=<%=}}
                | ^~~~~~~~
                help: write {{=<% %>=}}

            """
        ),
        (
            "{{>*page.kind}}",
            """
            templates/home.mustache:1:1: error: '{{>*page.kind}}' chooses a template while rendering, which cannot be \
            checked [template-syntax]
              1 | {{>*page.kind}}
                | ^~~~~~~~~~~~~~~
                help: write the template's name, in a section for each case

            """
        ),
        (
            "{{% NONSENSE: X }}",
            """
            templates/home.mustache:1:1: error: '{{% NONSENSE: X }}' is not known [template-syntax]
              1 | {{% NONSENSE: X }}
                | ^~~~~~~~~~~~~~~~~~
                help: there are {{% CONTENT_TYPE: TEXT }} and {{% CONTENT_TYPE: HTML }}

            """
        ),
    ])
    func mistakeIsShownInItsPlace(template: String, expected: String) {
        #expect(findings(template) == expected)
        #expect(TemplateSet.load(sources(["home": template]), names: sampleNames).set == nil)
    }

    @Test func columnsCountCharactersAfterTabsAndEmoji() {
        #expect(
            findings("\t👩‍🚀 é {{/x}}") == """
                templates/home.mustache:1:6: error: '{{/x}}' closes nothing [template-syntax]
                  1 | \t👩‍🚀 é {{/x}}
                    | \t     ^~~~~~

                """)
    }

    @Test func linesOfWindowsFilesAndByteOrderMark() {
        #expect(
            findings("\u{FEFF}{{page.title}}\r\n\r\n  {{page.titel}}\r\n") == """
                templates/home.mustache:3:5: error: unknown name 'page.titel'; did you mean 'page.title'? \
                [template-unknown-name]
                  3 |   {{page.titel}}
                    |     ^~~~~~~~~~

                """)
    }

    @Test func nothingButBlocksStandsInAParent() {
        let base = "{{$main}}{{/main}}"
        #expect(
            findings(["base": base, "home": "{{<base}}\nstray words\n{{$main}}x{{/main}}{{/base}}"]) == """
                templates/home.mustache:2:1: error: text outside the blocks of '{{<base}}' is never shown \
                [template-syntax]
                  2 | stray words
                    | ^~~~~~~~~~~
                    help: put it between {{$name}} and {{/name}}

                """)
        #expect(
            findings(["base": base, "home": "{{<base}}{{#page.draft}}x{{/page.draft}}{{/base}}"]) == """
                templates/home.mustache:1:10: error: '{{#page.draft}}' stands outside the blocks of '{{<base}}' \
                [template-syntax]
                  1 | {{<base}}{{#page.draft}}x{{/page.draft}}{{/base}}
                    |          ^~~~~~~~~~~~~~~
                    help: put it between {{$name}} and {{/name}}

                """)
        #expect(findings(["base": base, "home": "{{<base}} {{! why }} {{$main}}x{{/main}}\n{{/base}}"]) == "")
    }

    @Test func allMistakesOfAllTemplatesInOneRun() {
        let printed = findings(["home": "{{/a}}\n{{page.titel}}\n{{#b", "post": "{{pge.title}}{{> nav}}"])
        let errors = printed.split(separator: "\n").map(String.init).filter { $0.contains(": error: ") }
        let expected: [String] = [
            "templates/home.mustache:1:1: error: '{{/a}}' closes nothing [template-syntax]",
            """
            templates/home.mustache:2:3: error: unknown name 'page.titel'; did you mean 'page.title'? \
            [template-unknown-name]
            """,
            "templates/home.mustache:3:1: error: '{{#b' is not closed: '}}' is missing [template-syntax]",
            """
            templates/post.mustache:1:3: error: unknown name 'pge.title'; did you mean 'page.title'? \
            [template-unknown-name]
            """,
            "templates/post.mustache:1:18: error: unknown partial 'nav' [template-unknown-partial]",
        ]
        #expect(errors == expected)
    }

    @Test func deepNestingIsRefused() {
        let deep = String(repeating: "{{#page}}", count: 5000) + String(repeating: "{{/page}}", count: 5000)
        #expect(findings(deep).contains("error: sections are nested more than 64 deep [template-syntax]"))
        var chain = ["_p000": "x"]
        for number in 1..<200 {
            let name = "00\(number)".suffix(3), below = "00\(number - 1)".suffix(3)
            chain["_p\(name)"] = "{{> _p\(below)}}"
        }
        chain["home"] = "{{> _p199}}"
        #expect(findings(chain).contains("error: templates are nested more than 128 deep in "))
    }

    /// Nothing crashes, whatever the pieces' order, and what the scanner accepts is rendered.
    @Test func anyPiecesInAnyOrder() throws {
        let pieces = [
            "{{", "}}", "{", "}", "#", "^", "/", "!", "=", "%", "&", ">", "<", "$", "*", ".", "page", "title", " ",
            "\n",
            "{{#page}}", "{{/page}}", "{{$a}}", "{{/a}}", "{{<base}}", "{{/base}}", "{{page.title}}", "{{=<% %>=}}",
            "<%", "%>", "<%={{ }}=%>", "(", ")", "first()", "é", "👩‍🚀", "\r\n", "{{> base}}", "{{{", "}}}",
        ]
        var random = SeededNumbers(seed: 7)
        var rendered = 0
        for _ in 0..<4000 {
            let text = (0..<Int(random.next() % 12)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                .joined()
            let set = TemplateSet.load(sources(["home": text, "base": "[{{$a}}{{/a}}]"]), names: sampleNames).set
            if try set?.render("home", SampleRoot()) != nil { rendered += 1 }
        }
        #expect(rendered > 300)
    }
}
