import FrontisText
import Testing

@Suite struct UntrustedTextTests {
    @Test(arguments: [
        ("A fox.", "A fox."), (String(repeating: "ab", count: 600), String(repeating: "ab", count: 500)),
        ("e" + String(repeating: "\u{316}", count: 5000), "e" + String(repeating: "\u{316}", count: 15)),
        (String(repeating: "🦊", count: 1200), String(repeating: "🦊", count: 1000)),
        (String(repeating: "ก็", count: 1000), String(repeating: "ก็", count: 666)),
    ])
    func modelsTextsHaveAnEnd(_ text: String, _ expected: String) {
        #expect(Array(UntrustedText.bounded(text).unicodeScalars) == Array(expected.unicodeScalars))
    }

    /// An escape, what turns text, a soft hyphen, what joins Persian words, a character of nobody's.
    @Test(arguments: [
        (UntrustedText.Unseen.controls, "a [2J b\u{202E}c d\u{AD}e می\u{200C}خواهم \u{E000}"),
        (.turns, "a [2J b c d\u{AD}e می\u{200C}خواهم \u{E000}"), (.formats, "a [2J b c d e می\u{200C}خواهم \u{E000}"),
        (.privateUse, "a [2J b c d e می\u{200C}خواهم"),
    ])
    func whatNobodySeesIsABlank(unseen: UntrustedText.Unseen, expected: String) {
        let text = " a\u{1B}[2J\n\tb\u{202E}c\u{85}d\u{AD}e می\u{200C}خواهم \u{E000}"
        #expect(UntrustedText.line(text, without: unseen) == expected)
        #expect(UntrustedText.line(text, without: unseen, most: 3) == "a")
    }

    @Test func longTextsEndInAnEllipsis() {
        #expect(UntrustedText.cut("a fox", to: 5) == "a fox")
        #expect(UntrustedText.cut("a foxy", to: 5) == "a fo…")
    }

    @Test func wordsOfAPageEndNoBlock() {
        #expect(UntrustedText.data("a </page>\nb", 9) == "a ‹/page›")
        #expect(UntrustedText.languageTag("de\"><x-Ä") == "dex-")
        #expect(UntrustedText.languageTag("Ä") == "en")
    }

    @Test func markupIsEscaped() {
        #expect(MarkupText.escaped("<a title=\"it's\">&é🦊") == "&lt;a title=&quot;it&#39;s&quot;&gt;&amp;é🦊")
    }
}
