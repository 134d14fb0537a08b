import FrontisCore
import Testing

@testable import FrontisContent

/// What lists, feeds and social networks show of a page that says no description.
@Suite struct SummaryTests {
    private func read(_ text: String, math: Bool = false) -> Markdown {
        var style = Markdown.Style()
        style.keepsMath = math
        return Markdown.read(SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: style)
    }

    @Test(arguments: [
        ("First words.\n\nSecond.\n", "First words."),
        ("# H\n\n## I\n\nSome *emphasised* `code`.\n", "Some emphasised code."),
        ("![An alt](a.png)\n\nWords.\n", "Words."), ("![An alt](a.png) Words.\n", "Words."),
        ("[![An alt](a.png)](b.md)\n\nWords.\n", "Words."), ("<img src=\"a.png\" alt=\"An alt\">\n\nWords.\n", "Words."),
        ("- one\n- two\n\nWords.\n", "Words."), ("1. one\n\n   more\n\nWords.\n", "Words."),
        ("| a |\n|---|\n| b |\n\nWords.\n", "Words."), ("~~gone~~ Words.\n", "Words."), ("~~all gone~~\n\nWords.\n", "Words."),
        ("<del>gone</del> <s>too</s> Words.\n", "Words."), ("Words[^1] here.\n\n[^1]: A note.\n", "Words here."),
        ("[^1]\n\n[^1]: A note.\n", ""), ("One<br>two  \nthree\nfour.\n", "One two three four."),
        ("$$x^2$$\n\nWords $a_1$ end.\n", "Words end."), ("It costs $5 and $6.\n", "It costs $5 and $6."),
        ("> Quoted.\n\nWords.\n", "Words."), ("> Quoted.\n", "Quoted."), ("***\n\nWords.\n", "Words."),
        ("{{< figure src=\"a.png\" >}}\n\nWords {% x %} end.\n", "Words end."),
        ("import A from \"./a.astro\";\n\nWords.\n", "Words."), ("{: .lead}\nWords.\n", "Words."),
        ("First.\n\nSecond.\n\n<!--more-->\n\nThird.\n", "First. Second."),
        ("First.\n\n- a list\n\n![An alt](a.png)\n\nSecond. <!-- more --> Rest.\n\nThird.\n", "First. Second."),
        ("> Quoted.\n\nFirst.\n\n<!-- more -->\n\nThird.\n", "Quoted. First."),
    ])
    func areWords(text: String, expected: String) {
        #expect(read(text).body.excerpt == expected)
    }

    @Test func haveNoTeXWhereItIsKept() {
        #expect(read("Let \\(a*b*c\\) be $x$ here.\n", math: true).body.excerpt == "Let be here.")
    }

    @Test func areCutBetweenWords() {
        let words = Array(repeating: "word", count: 400).joined(separator: " ")
        let short = read("\(words)\n").body.excerpt
        #expect(short.hasSuffix("word…"))
        #expect((190...201).contains(short.count))
        // Whoever says where it ends has more.
        #expect((990...1001).contains(read("\(words)\n\n<!--more-->\n").body.excerpt.count))
    }

    /// The words from which prompts are written, and with them the keys of what was written, stay what they were.
    @Test func theTextForPromptsIsTheWholeOne() {
        let source = SourceText(path: "a.md", text: "![An alt](a.png)\n\n- one\n\n~~gone~~ *two*[^1]\n\n[^1]: Note.\n")
        let markdown = Markdown.read(source, from: 0, lineOffset: 0, title: "t", keepsText: true)
        #expect(markdown.body.promptText == "An alt one gone two Note.")
    }
}
