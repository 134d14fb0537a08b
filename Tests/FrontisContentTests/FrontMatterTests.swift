import FrontisText
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// Reads one page as a build would.
func page(
    _ text: String, source: String = "posts/a.md", configuration: SiteConfiguration = SiteConfiguration()
) throws -> (page: Page?, printed: [String]) {
    let reader = try PageReader(ReadingRules(configuration))
    let (page, diagnostics) = reader.read(text, source: .file(source), at: ContentPath(source, by: ReadingRules(configuration)) { _ in true })
    return (page, diagnostics.map(DiagnosticFormatter().text))
}

@Suite struct FrontMatterTests {
    @Test func readsYAML() throws {
        let (page, printed) = try page(
            """
            ---
            title: "Night: train"
            date: 2026-03-02
            tags: [travel, rail, travel]
            author: Ana
            draft: no
            mood: { colour: blue, stars: 3 }
            ai-image: A night train
            ---
            Text.
            """)
        #expect(printed == [])
        #expect(page?.title == "Night: train")
        #expect(page?.date?.day8601 == "2026-03-02")
        #expect(page?.tags == ["travel", "rail"])
        #expect(page?.authors == ["Ana"])
        #expect(page?.isDraft == false)
        #expect(page?.params == ["mood": .map(["colour": .text("blue"), "stars": .integer(3)])])
        #expect(page?.url == "/posts/a/")
        #expect(page?.imageRequests.first?.prompt.value == "A night train")
        #expect(
            page?.imageRequests.first?.prompt.location
                == SourceLocation(path: "content/posts/a.md", line: 8, column: 11, length: 13))
    }

    @Test func readsTOMLOfZola() throws {
        let (page, printed) = try page(
            """
            +++
            title = "A title"
            date = 2026-03-02T10:15:00+01:00
            path = "old/place"
            [taxonomies]
            tags = ["a", "b"]
            [extra]
            mood = 'calm'
            +++
            Text.
            """)
        #expect(printed == [])
        #expect(page?.title == "A title")
        #expect(page?.date?.rfc3339 == "2026-03-02T10:15:00+01:00")
        #expect(page?.tags == ["a", "b"])
        #expect(page?.url == "/old/place/")
        #expect(page?.params["mood"] == .text("calm"))
    }

    @Test func readsFocus() throws {
        let (page, printed) = try page(
            """
            ---
            ai-image: { prompt: A fox, focus: 30% 60% }
            ai-images:
              map: { prompt: A map, focus: bottom left }
              plain: { prompt: A plain, focus: }
            cover: { image: a.png, focus: top }
            ---
            Text.
            """)
        #expect(printed == [])
        #expect(page?.imageRequests.map { $0.focus?.description } == ["30% 60%", "0% 100%", nil])
        #expect(page?.existingHero?.focus?.description == "50% 0%")
    }

    @Test func readsJekyllsNamesAndHugosKeys() throws {
        let (jekyll, _) = try page("Text", source: "_posts/2026-01-14-a-name.md")
        #expect(jekyll?.date?.day8601 == "2026-01-14")
        #expect(jekyll?.slug == "a-name")
        #expect(jekyll?.title == "A name")
        let (hugo, printed) = try page(
            """
            ---
            title: x
            lastmod: 2026-02-01
            summary: Short
            categories: News
            cover: { image: a.png, alt: A boat }
            aliases: [/old, old.html]
            published: false
            ---
            """)
        #expect(printed == [])
        #expect(hugo?.updated?.day8601 == "2026-02-01")
        #expect(hugo?.description == "Short")
        #expect(hugo?.categories == ["News"])
        let place = SourceLocation(path: "content/posts/a.md", line: 6, column: 17, length: 5)
        #expect(
            hugo?.existingHero
                == ExistingPicture(address: "a.png", alt: "A boat", location: place, sourceLine: "cover: { image: a.png, alt: A boat }"))
        #expect(hugo?.aliases.map(\.value) == ["/old", "old.html"])
        #expect(hugo?.isDraft == true)
    }

    /// What others call a draft is published under no circumstances.
    @Test(arguments: [
        ("status: draft", true), ("status: \" Draft \"", true), ("Status: DRAFT", true), ("draft:\nstatus: draft", true), ("status: published", false),
        ("status: draft\ndraft: false", false), ("status: [draft]", true), ("status: drafted", false),
        ("status: [idea, Draft]", true), ("status: private", true), ("status: pending", true), ("Status: Trash", true),
        ("status: [published]", false), ("status: { draft: true }", false), ("publish: false", true), ("publish: No", true),
        ("publish: true", false), ("publish: 2026-01-02", false), ("is_published: false", true), ("isPublished: false", true),
        ("is-published: \"false\"", true), ("is_published: true", false), ("draft: false\npublish: false", true),
        ("is_draft: true", true), ("draft\u{200B}: true", true), ("is_draft: true\ndraft: false", false), ("public: false", false),
    ])
    func aStatusMayBeADraft(keys: String, isDraft: Bool) throws {
        #expect(try page("---\ntitle: x\n\(keys)\n---\n").page?.isDraft == isDraft)
    }

    @Test func worksWithoutFrontMatter() throws {
        let (page, printed) = try page("# From the heading\n\nText.\n")
        #expect(printed == [])
        #expect(page?.title == "From the heading")
        #expect(page?.body.html == "<p>Text.</p>\n")
        #expect(page?.date == nil)
    }

    @Test(arguments: ["\n", "\r\n"])
    func lineBreaksOfAnySystem(_ lineBreak: String) throws {
        let text = ["---", "title: x", "ai-image:", "  promt: y", "---", "Text"].joined(separator: lineBreak)
        let (_, printed) = try page(text)
        #expect(
            printed.first == """
                content/posts/a.md:4:3: error: unknown key 'promt' in ai-image; did you mean 'prompt'? \
                [ai-image-unknown-key]
                  4 |   promt: y
                    |   ^~~~~

                """)
    }

    @Test(arguments: [
        (
            "---\ntitle: a\n\nText",
            """
            content/posts/a.md:1:1: error: front matter is not closed [front-matter-unterminated]
              1 | ---
                | ^~~
                help: add a line '---' where the front matter ends and the text begins

            """
        ),
        (
            "---\ntitle: Trains: a love story\n---\n",
            """
            content/posts/a.md:2:14: error: bad YAML: mapping values are not allowed in this context [front-matter-yaml]
              2 | title: Trains: a love story
                |              ^
                help: quote a value that has a colon and a blank in it: title: "Trains: a love story"

            """
        ),
        (
            "---\ntitle: a\ntitle: b\n---\n",
            """
            content/posts/a.md:2:1: error: bad YAML: key 'title' is there twice [front-matter-yaml]
              2 | title: a
                | ^
                help: keep one of them

            """
        ),
        (
            "---\ntitle: *star\n---\n",
            """
            content/posts/a.md:2:8: error: bad YAML: found undefined alias [front-matter-yaml]
              2 | title: *star
                |        ^
                help: quote a value that begins with *

            """
        ),
        (
            "---\n- a\n- b\n---\n",
            """
            content/posts/a.md:2:1: error: front matter must be keys and values, not a list [front-matter-yaml]
              2 | - a
                | ^

            """
        ),
        (
            "+++\ntitle = \n+++\n",
            """
            content/posts/a.md:2:9: error: bad TOML: key-value pair: expected value, saw '\\n' [front-matter-toml]
              2 | title = 
                |         ^

            """
        ),
        (
            "---\nai-image: [a, b]\n---\n",
            """
            content/posts/a.md:2:11: error: ai-image must be a prompt, false or a map, not a list [ai-image-type]
              2 | ai-image: [a, b]
                |           ^
                help: ai-image: A night train crossing a stone viaduct

            """
        ),
        (
            "---\nai-image: { prompt: 42 }\n---\n",
            """
            content/posts/a.md:2:21: error: the prompt of ai-image must be text, not a number [ai-image-type]
              2 | ai-image: { prompt: 42 }
                |                     ^~
                help: put it in quotes if it is meant as text

            """
        ),
        (
            "---\nai-image: \"  \"\n---\n",
            """
            content/posts/a.md:2:11: error: the prompt of ai-image is empty [ai-image-empty-prompt]
              2 | ai-image: "  "
                |           ^~
                help: say what the picture shows, or write 'ai-image: false' for no picture

            """
        ),
        (
            "---\nai-image: { prompt: x, aspect: wide }\n---\n",
            """
            content/posts/a.md:2:32: error: aspect 'wide' is not a proportion [ai-image-value]
              2 | ai-image: { prompt: x, aspect: wide }
                |                                ^~~~
                help: write width and height with a colon: aspect: 16:9

            """
        ),
        (
            "---\nai-image: { prompt: x, focus: left right }\n---\n",
            """
            content/posts/a.md:2:31: error: focus 'left right' is not a place in a picture [ai-image-value]
              2 | ai-image: { prompt: x, focus: left right }
                |                               ^~~~~~~~~~
                help: write how far across and how far down, or a side: focus: 30% 60%, focus: top, focus: bottom left

            """
        ),
        (
            "---\nhero: { image: a.png, focus: [1, 2] }\n---\n",
            """
            content/posts/a.md:2:30: error: focus must be text, not a list [front-matter-type]
              2 | hero: { image: a.png, focus: [1, 2] }
                |                              ^

            """
        ),
        (
            "---\ncover: { image: a.png, focus: 120% 0% }\n---\n",
            """
            content/posts/a.md:2:31: error: focus '120% 0%' is not a place in a picture [front-matter-type]
              2 | cover: { image: a.png, focus: 120% 0% }
                |                               ^~~~~~~
                help: write how far across and how far down, or a side: focus: 30% 60%, focus: top, focus: bottom left

            """
        ),
        (
            "---\nai-image: { prompt: x, dark: [night] }\n---\n",
            """
            content/posts/a.md:2:30: error: dark of ai-image must be true, false or a prompt, not a list [ai-image-value]
              2 | ai-image: { prompt: x, dark: [night] }
                |                              ^
                help: dark: true, or what the picture shows in dark mode: dark: The viaduct by moonlight

            """
        ),
        (
            "---\nai-images:\n  map:\n    prompt: x\n    dark: 1\n---\n",
            """
            content/posts/a.md:5:11: error: dark of ai-images.map must be true, false or a prompt, not a number [ai-image-value]
              5 |     dark: 1
                |           ^
                help: dark: true, or what the picture shows in dark mode: dark: The viaduct by moonlight

            """
        ),
        (
            "---\nai-image: { prompt: x, dark: \" \" }\n---\n",
            """
            content/posts/a.md:2:30: error: the dark prompt of ai-image is empty [ai-image-empty-prompt]
              2 | ai-image: { prompt: x, dark: " " }
                |                              ^
                help: say what the picture shows in dark mode, or write dark: true to have the prompt made from the light \
            one's

            """
        ),
        (
            "---\ndate: yesterday\n---\n",
            """
            content/posts/a.md:2:7: error: date 'yesterday' is not a date [front-matter-date]
              2 | date: yesterday
                |       ^~~~~~~~~
                help: write it as 2026-03-02 or 2026-03-02T10:15:00+01:00

            """
        ),
        (
            "---\ntitle: [x]\n---\n",
            """
            content/posts/a.md:2:8: error: title must be text, not a list [front-matter-type]
              2 | title: [x]
                |        ^

            """
        ),
        (
            "---\nslug: ../../x\n---\n",
            """
            content/posts/a.md:2:7: error: slug '../../x' leaves the output directory [page-url-unsafe]
              2 | slug: ../../x
                |       ^~~~~~~
                help: a slug is one part of an address: slug: x

            """
        ),
        (
            "---\naliases: [../../x]\n---\n",
            """
            content/posts/a.md:2:11: error: alias '../../x' is not an address in this site [alias-unsafe]
              2 | aliases: [../../x]
                |           ^~~~~~~
                help: write a path such as /old/address/

            """
        ),
    ])
    func badFrontMatter(text: String, expected: String) throws {
        let (_, printed) = try page(text)
        #expect(printed == [expected])
    }

    @Test func unquotedAspectIsNotANumber() throws {
        let (page, printed) = try page("---\nai-image: { prompt: x, aspect: 16:9 }\n---\n")
        #expect(printed == [])
        #expect(page?.imageRequests.first?.shape == .aspect(Aspect("16:9")!))
    }

    @Test(
        arguments: [
            ("true", true, nil), ("yes", true, nil), ("\"true\"", true, nil), ("false", false, nil), ("no", false, nil),
            ("", false, nil), ("The same by moonlight", true, "The same by moonlight"),
        ] as [(String, Bool, String?)])
    func darkIsAFlagOrAPrompt(_ value: String, isAsked: Bool, prompt: String?) throws {
        let (page, printed) = try page("---\nai-image:\n  prompt: x\n  dark: \(value)\nai-images: { map: { prompt: y, dark: true } }\n---\n")
        #expect(printed == [])
        let dark = page?.imageRequests.first?.dark
        #expect((dark != nil) == isAsked)
        #expect(dark?.prompt == prompt)
        #expect(dark.map(\.location.line) == (isAsked ? 4 : nil))
        #expect(page?.imageRequests.last?.dark != nil)
    }

    @Test func reportsEverythingInOneRun() throws {
        let (_, printed) = try page("---\ndate: x\ntitle: [a]\nai-image: { promt: y, seed: z }\n---\n")
        #expect(printed.count == 4)
    }

    @Test func aliasesThatRepeatEachOtherDoNotFillTheMemory() throws {
        var text = "---\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(names)]\n"
        }
        let (page, printed) = try page(text + "---\n")
        #expect(page == nil)
        #expect(printed.first?.contains("document is too large or too deeply nested") == true)
    }
}
