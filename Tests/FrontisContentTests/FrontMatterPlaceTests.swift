import FrontisCore
import Testing

@testable import FrontisContent

/// Where front matter may stand, and what is a rule instead.
@Suite struct FrontMatterPlaceTests {
    @Test(arguments: [
        "\n", "\r\n", "\n \n\t\n", "\u{FEFF}", "\u{FEFF}\n", "\n\u{FEFF}", "  ", "\n  ", "\u{200B}", "\u{A0}", "\u{2060}",
        "\n\u{A0} \u{200B}", "\u{200E}", "\u{AD}", "\u{2028}", "\u{3000}", "\u{202B}\n", "\0", "\u{FE0F}", "\u{E0001}\u{2029}",
    ])
    func isReadBelowWhatNobodySees(_ before: String) throws {
        let indent = before.hasSuffix("  ") ? "  " : ""
        for block in ["---\ntitle: A\ndraft: true\n---", "+++\ntitle = \"A\"\ndraft = true\n+++"] {
            let text = before + block.split(separator: "\n").joined(separator: "\n" + indent) + "\nText.\n"
            let (page, printed) = try page(text)
            #expect(printed == [])
            #expect(page?.isDraft == true, "\(text.debugDescription)")
            #expect(page?.title == "A")
            #expect(page?.body.html == "<p>Text.</p>\n")
        }
    }

    @Test(arguments: [" ", "\t", "\r", "\u{A0}", "\u{200B}", "\u{FEFF}", "\u{2060} ", "\u{AD}", "\u{200E}", "\u{3000}", "\u{FE0F}"])
    func isReadBetweenLinesThatEndInWhatNobodySees(_ end: String) throws {
        for before in ["", "\u{200B}"] {
            let (page, printed) = try page("\(before)---\(end)\ntitle: A\ndraft: true\n---\(end)\nText.\n")
            #expect(printed == [])
            #expect(page?.isDraft == true)
            #expect(page?.body.html == "<p>Text.</p>\n")
        }
    }

    @Test(arguments: [
        ("\n---\nWords.\n\n---\n", "<hr />\n<h2 id=\"words\">Words.</h2>\n"),
        ("\n---\nWords.\n", "<hr />\n<p>Words.</p>\n"),
        ("\n---\n- a\n---\n", "<hr />\n<ul>\n<li>a</li>\n</ul>\n<hr />\n"),
        ("----\nTitle: words\n\nMore.\n\n----\n", "<hr />\n<p>Title: words</p>\n<p>More.</p>\n<hr />\n"),
        ("-----\nNote: words\n\n-----\n", "<hr />\n<p>Note: words</p>\n<hr />\n"),
        ("----\n- Date: words\n----\n", "<hr />\n<ul>\n<li>Date: words</li>\n</ul>\n<hr />\n"),
        ("\u{AD}---\nWords.\n", "<p>\u{AD}—\nWords.</p>\n"),
        (";;; a Lisp comment\n\n;;;\n", "<p>;;; a Lisp comment</p>\n<p>;;;</p>\n"),
        (";;;\nWords: of a kind\nthat is no key\n;;;\n", "<p>;;;\nWords: of a kind\nthat is no key\n;;;</p>\n"),
        ("\n---\n\"Quoted\" words: these\n\n---\n", "<hr />\n<p>“Quoted” words: these</p>\n<hr />\n"),
    ])
    func isARuleElse(text: String, expected: String) throws {
        let (page, printed) = try page(text)
        #expect(printed == [])
        #expect(page?.body.html == expected.replacing("<h2 id=\"words\">Words.</h2>\n", with: "<p>Words.</p>\n<hr />\n"))
    }

    @Test func whatIsWrongWithItIsSaidWhereItStands() throws {
        let (_, printed) = try page("\n\n---\ntitle: Trains: a love story\ndraft: true\n---\n")
        #expect(
            printed == [
                """
                content/posts/a.md:4:14: error: bad YAML: mapping values are not allowed in this context [front-matter-yaml]
                  4 | title: Trains: a love story
                    |              ^
                    help: quote a value that has a colon and a blank in it: title: "Trains: a love story"

                """
            ])
    }
}
