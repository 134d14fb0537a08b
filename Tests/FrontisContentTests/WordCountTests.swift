import FrontisCore
import Testing

@testable import FrontisContent

/// How many words a text has, for readers who want to know how long it takes.
@Suite struct WordCountTests {
    @Test(arguments: [
        ("One two.\n", 2), ("One two.\n\n```\nlet a\n```\n", 4), ("One two.\n\n    let a\n", 4), ("One `two three` four.\n", 4),
        ("- one\n- two\n", 2), ("one  \ntwo\n", 2), ("one\ntwo\n", 2), ("> one\n\ntwo\n", 2), ("one <b>two</b> three\n", 3),
        ("| a | b |\n|---|---|\n| c | d |\n", 4), ("", 0), ("---\n", 0),
        // Two characters are read in the time of a word.
        ("日本語\n", 2),
    ])
    func countsWhatIsRead(text: String, words: Int) {
        let read = Markdown.read(
            SourceText(path: "content/a.md", text: text), from: 0, lineOffset: 0, title: "t", style: Markdown.Style())
        #expect(read.body.wordCount == words)
    }
}
