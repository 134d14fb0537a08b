import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// Front matter as Hugo, Eleventy and Hexo let it begin: what is taken for text would publish drafts.
@Suite struct ForeignFrontMatterTests {
    @Test(arguments: [
        "{\n\t\"title\": \"A } B\",\n\t\"draft\": true,\n\t\"tags\": [\"x\"],\n\t\"extra\": {\"a\": \"\\\"}\"}\n}\n\nText.\n",
        "{\"title\":\"A } B\",\"draft\":true,\"tags\":[\"x\"]}\r\n\r\nText.\r\n",
        "---json\n{ \"title\": \"A } B\", \"draft\": true, \"tags\": [\"x\"] }\n---\nText.\n",
        "---yaml\ntitle: A } B\ndraft: true\ntags: x\n---\nText.\n",
        "---toml\ntitle = \"A } B\"\ndraft = true\ntags = [\"x\"]\n---\nText.\n",
        "title: A } B\ndraft: true\ntags:\n  - x\n---\nText.\n",
        "----\ntitle: A } B\ndraft: true\ntags: x\n----\nText.\n",
        "\u{FEFF}------ \r\ntitle: A } B\r\ndraft: true\r\ntags: x\r\n---\r\nText.\r\n",
        ";;;\n\"title\": \"A } B\",\n\"draft\": true,\n\"tags\": [\"x\"]\n;;;\nText.\n",
        "\n;;;;\n{\"title\": \"A } B\",\n\"draft\": true, \"tags\": \"x\"}\n;;;;\nText.\n",
        ";;;json\n{ \"title\": \"A } B\", \"draft\": true, \"tags\": [\"x\"] }\n;;;\nText.\n",
        ";;;\ntitle: A } B\ndraft: true\ntags: x\n;;;\nText.\n",
        "\u{FEFF}title: A } B\r\ndraft: true\r\ntags:\r\n  - x\r\n---\r\nText.\r\n",
    ])
    func isRead(_ text: String) throws {
        let (page, printed) = try page(text)
        #expect(printed == [])
        #expect(page?.title == "A } B")
        #expect(page?.isDraft == true)
        #expect(page?.tags == ["x"])
        #expect(page?.body.html == "<p>Text.</p>\n")
    }

    @Test(arguments: [
        "{ braces } in prose\n", "{\"quoted\" words}\n", "{ \"a\": 1 } and more\n", "---json\n", "---js is a language\n\n---\n",
        "Title\n---\n", "dates: many\n---\n", "note: mind the gap\nwords: two\n", "author: unknown\n\n---\n",
        "date: it was late\n\nAnd so on.\n\n---\n", "Title: a story\n\nText.\n",
        "{\"error\": \"not found\", \"date\": \"2026-01-02\"}\n\nThat is what it says.\n", "{\"a\": \"x\"}\n\nText.\n",
        "{\n  \"url\": \"/evil/\",\n  \"date\": \"2026-01-02\"\n}\n\nText.\n", "{\"title\": \"Fox\", \"price\": 3}\n\nText.\n",
        "Title: \"A story\"\n\n# Heading\n\n---\n\nText.\n", "Date: it was late\n\nAnother: paragraph\n\n---\n",
    ])
    func isNotSeenInProse(_ text: String) throws {
        let (page, printed) = try page(text)
        #expect(printed == [])
        #expect(page?.params.isEmpty == true)
        #expect(page?.isDraft == false)
        #expect(page?.date == nil)
        #expect(page?.authors == [])
    }

    /// What stands between lines like keys and a rule is shown, headings and dialogue too.
    @Test(arguments: [
        "Date: 2026-01-02\nAuthor: Ann\n\n# Agenda\n\n## Point ALPHA\n\n---\n\nText.\n",
        "Title: Hamlet\nAuthor: Shakespeare\n\nBernardo: Who is there, ALPHA?\n\nFrancisco: Nay, answer me.\n\n---\n\nText.\n",
    ])
    func aTextAboveARuleIsShown(_ text: String) throws {
        let (page, printed) = try page(text)
        #expect(page?.body.html.contains("ALPHA") == true)
        #expect(printed.count == 1 && printed[0].contains("is shown as text [front-matter-unterminated]"), "\(printed)")
    }

    @Test(arguments: ["draft: true\n---\nText.\n", "published: false\ntitle: d\n---\nText.\n"])
    func aDraftWithoutAFenceIsOne(_ text: String) throws {
        #expect(try page(text).page?.isDraft == true)
    }

    @Test(arguments: [
        (
            "---js\n{ title: \"A\", draft: true }\n---\nText.\n",
            """
            content/posts/a.md:1:1: error: front matter in 'js' is not read [front-matter-type]
              1 | ---js
                | ^~~~~
                help: write it as YAML between two lines '---'

            """
        ),
        (
            "{\n  \"title\": \"A\",\n  \"draft\": true\n\nText.\n",
            """
            content/posts/a.md:1:1: error: front matter is not closed [front-matter-unterminated]
              1 | {
                | ^
                help: add the '}' that ends it

            """
        ),
        (
            "\nTitle: A\nDate: 2010-12-03 10:20\nStatus: draft\n\nText.\n",
            """
            content/posts/a.md:2:1: warning: front matter without '---' above and below it is shown as text [front-matter-unterminated]
              2 | Title: A
                | ^~~~~~~~
                help: write a line '---' above it, and one where the text begins

            """
        ),
        (
            "title: A: b\ndate: 2010-12-03\n---\nText.\n",
            """
            content/posts/a.md:1:1: warning: front matter without '---' above and below it is shown as text [front-matter-unterminated]
              1 | title: A: b
                | ^~~~~~~~~~~
                help: write a line '---' above it, and one where the text begins

            """
        ),
    ])
    func isSaidWhereItCannotBeRead(_ text: String, _ expected: String) throws {
        #expect(try page(text).printed == [expected])
    }

    @Test(arguments: [";;;\n\"title\": \"A\",\n\"date\": \"soon\"\n;;;\n", "----\ntitle: A\ndate: \"soon\"\n----\n"])
    func placesAreThoseOfTheFileBetweenOtherFences(_ text: String) throws {
        let (_, printed) = try page(text)
        #expect(printed.count == 1)
        #expect(printed.first?.hasPrefix("content/posts/a.md:3:") == true, "\(printed)")
    }

    @Test func placesAreThoseOfTheFile() throws {
        let (_, printed) = try page("{\n  \"title\": \"A\",\n  \"date\": \"soon\"\n}\nText {{ x }}.\n")
        #expect(
            printed == [
                """
                content/posts/a.md:3:11: error: date 'soon' is not a date [front-matter-date]
                  3 |   "date": "soon"
                    |           ^~~~
                    help: write it as 2026-03-02 or 2026-03-02T10:15:00+01:00

                """,
                """
                content/posts/a.md:5:6: warning: '{{ x' is shown as it is: bodies are no templates [body-template-syntax]
                  5 | Text {{ x }}.
                    |      ^~~~
                    help: write Markdown or HTML in its place, or put it into a code span if it is meant as text

                """,
            ])
    }
}
