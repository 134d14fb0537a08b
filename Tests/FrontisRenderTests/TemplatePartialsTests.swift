import FrontisCore
import FrontisRender
import Testing

@Suite struct TemplatePartialsTests {
    @Test func unknownPartialAndParent() {
        #expect(
            findings(["header": "", "_foot": "", "home": "{{> haeder}}\n{{<bse}}{{$a}}{{page.titel}}{{/a}}{{/bse}}"])
                == """
                templates/home.mustache:1:5: error: unknown partial 'haeder'; did you mean 'header'? \
                [template-unknown-partial]
                  1 | {{> haeder}}
                    |     ^~~~~~
                    help: templates/ has _foot, header, home
                templates/home.mustache:2:4: error: unknown partial 'bse' [template-unknown-partial]
                  2 | {{<bse}}{{$a}}{{page.titel}}{{/a}}{{/bse}}
                    |    ^~~
                    help: templates/ has _foot, header, home
                templates/home.mustache:2:17: error: unknown name 'page.titel'; did you mean 'page.title'? \
                [template-unknown-name]
                  2 | {{<bse}}{{$a}}{{page.titel}}{{/a}}{{/bse}}
                    |                 ^~~~~~~~~~

                """)
    }

    @Test func cyclesAreToldOnceAndFromTheSamePlace() {
        #expect(
            findings(["_a": "x\n{{> _b}}", "_b": "{{#page.tags}}{{> _a}}{{/page.tags}}", "home": "{{> _b}}{{> _a}}"])
                == """
                templates/_b.mustache:1:19: error: partial '_a' includes itself: _a → _b → _a [template-cycle]
                  1 | {{#page.tags}}{{> _a}}{{/page.tags}}
                    |                   ^~

                """)
        #expect(
            findings(["_a": "{{> _a}}"]) == """
                templates/_a.mustache:1:5: error: partial '_a' includes itself: _a → _a [template-cycle]
                  1 | {{> _a}}
                    |     ^~

                """)
        #expect(TemplateSet.load(sources(["_a": "{{> _a}}"]), names: sampleNames).set == nil)
    }

    @Test func cyclesThroughBlocks() {
        #expect(
            findings([
                "card": "[{{$body}}{{/body}}]",
                "home": "{{<card}}{{$body}}{{<card}}{{$body}}x{{/body}}{{/card}}{{/body}}{{/card}}",
            ]) == """
                templates/home.mustache:1:22: error: partial 'card' includes itself: card → card [template-cycle]
                  1 | {{<card}}{{$body}}{{<card}}{{$body}}x{{/body}}{{/card}}{{/body}}{{/card}}
                    |                      ^~~~
                    help: a parent cannot stand inside a block that fills it

                """)
        #expect(
            findings([
                "base": "{{$main}}{{/main}}", "home": "{{<base}}{{$main}}{{$main}}x{{/main}}{{/main}}{{/base}}",
            ]) == """
                templates/home.mustache:1:22: error: block 'main' contains itself [template-cycle]
                  1 | {{<base}}{{$main}}{{$main}}x{{/main}}{{/main}}{{/base}}
                    |                      ^~~~

                """)
    }

    @Test func unknownBlockOfAParent() {
        let skeleton = "{{$head}}{{/head}}{{> _nav}}{{$main}}{{/main}}"
        let base = "{{<skeleton}}{{$main}}{{$body}}{{/body}}{{/main}}{{/skeleton}}"
        let home = "{{<base}}{{$bdy}}x{{/bdy}}{{$head}}x{{/head}}{{$items}}x{{/items}}{{/base}}"
        #expect(
            findings(["skeleton": skeleton, "base": base, "_nav": "{{$items}}{{/items}}", "home": home]) == """
                templates/home.mustache:1:13: error: unknown block 'bdy' of 'base'; did you mean 'body'? \
                [template-unknown-name]
                  1 | {{<base}}{{$bdy}}x{{/bdy}}{{$head}}x{{/head}}{{$items}}x{{/items}}{{/base}}
                    |             ^~~
                    help: 'base' has body, head, items, main

                """)
    }

    @Test func partialIsCheckedWhereItIsUsedAndToldOnce() {
        let home = "{{#pages}}{{> _entry}}{{/pages}}{{#page}}{{> _entry}}{{/page}}"
        let texts = ["_entry": "{{title}} {{titel}} {{page.titel}}", "home": home, "list": home]
        #expect(
            findings(texts) == """
                templates/_entry.mustache:1:13: error: unknown name 'titel'; did you mean 'title'? \
                [template-unknown-name]
                  1 | {{title}} {{titel}} {{page.titel}}
                    |             ^~~~~
                    help: it is looked for in the contexts of home → _entry
                templates/_entry.mustache:1:23: error: unknown name 'page.titel'; did you mean 'page.title'? \
                [template-unknown-name]
                  1 | {{title}} {{titel}} {{page.titel}}
                    |                       ^~~~~~~~~~

                """)
        #expect(findings(["entry": "{{title}}", "home": "{{#pages}}{{> entry}}{{/pages}}"]) == "")
        #expect(
            findings(["entry": "{{title}}", "home": "{{#pages}}{{> entry}}{{/pages}}{{> entry}}"]) == """
                templates/entry.mustache:1:3: error: unknown name 'title'; did you mean 'page.title'? \
                [template-unknown-name]
                  1 | {{title}}
                    |   ^~~~~
                    help: it is looked for in the contexts of home → entry

                """)
    }

    @Test func unusedPartialIsCheckedForWhatIsCertain() {
        let texts = ["_unused": "{{title}} {{site.titel}} {{> nav}}", "home": ""]
        #expect(
            TemplateSet.load(sources(texts), names: sampleNames).findings.map(\.summary) == [
                "unknown name 'site.titel'; did you mean 'site.title'?", "unknown partial 'nav'",
            ])
    }

    @Test func blockIsCheckedWhereTheParentOpensIt() {
        let base = "{{#pages}}{{$entry}}{{title}}{{/entry}}{{/pages}}{{$main}}{{site.titel}}{{/main}}"
        #expect(
            TemplateSet.load(
                sources([
                    "base": base,
                    "home":
                        "{{<base}}{{$entry}}{{reading-time}} {{tietle}}{{/entry}}{{$main}}{{title}}{{/main}}{{/base}}",
                ]), names: sampleNames
            ).findings.map(\.summary) == [
                "unknown name 'site.titel'; did you mean 'site.title'?",
                "unknown name 'tietle'; did you mean 'title'?",
                "unknown name 'title'; did you mean 'page.title'?",
            ])
    }

    /// Ten partials, each including the next ten times, would be 10,000,000,000 walks without a memory.
    @Test func manyUsesAreWalkedOnce() {
        var texts = ["_p9": "{{page.titel}}", "home": "{{> _p0}}"]
        for number in 0..<9 { texts["_p\(number)"] = String(repeating: "{{> _p\(number + 1)}}", count: 10) }
        #expect(TemplateSet.load(sources(texts), names: sampleNames).findings.count == 1)
    }
}
