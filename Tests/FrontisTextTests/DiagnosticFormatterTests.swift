import FrontisText
import FrontisCore
import Testing

@Suite struct DiagnosticFormatterTests {
    private let formatter = DiagnosticFormatter()

    @Test func printsPlaceHeadlineCaretAndWayOut() {
        let diagnostic = Diagnostic(
            .aiImageUnknownKey, "unknown key 'promt' in ai-image; did you mean 'prompt'?",
            at: SourceLocation(path: "content/posts/night-train.md", line: 5, column: 3, length: 5),
            in: "  promt: A night train", help: "keys are: prompt, style")
        #expect(
            formatter.text(diagnostic) == """
                content/posts/night-train.md:5:3: error: unknown key 'promt' in ai-image; did you mean 'prompt'? \
                [ai-image-unknown-key]
                  5 |   promt: A night train
                    |   ^~~~~
                    help: keys are: prompt, style

                """)
    }

    @Test(arguments: [
        ("\ttitle: x", 2, "    | \t^~~~~"),
        ("日本: x", 4, "    |      ^~"),
        ("👍🏽 title", 3, "    |    ^~~~~"),
    ])
    func putsTheCaretUnderTheCharacter(line: String, column: Int, caret: String) {
        let diagnostic = Diagnostic(
            .frontMatterYAML, "x", at: SourceLocation(path: "a.md", line: 1, column: column, length: 5), in: line)
        #expect(formatter.text(diagnostic).split(separator: "\n")[2] == caret)
    }

    @Test func keepsControlCharactersAwayFromTheTerminal() {
        let diagnostic = Diagnostic(.providerRefused, "no \u{1B}[31mred\u{7} here", help: "a\u{9B}b")
        #expect(formatter.text(diagnostic) == "error: no  [31mred  here [provider-refused]\n  help: a b\n")
    }

    @Test func colorsOnRequestOnly() {
        let diagnostic = Diagnostic(.linkDead, "x", at: SourceLocation(path: "a.md"))
        #expect(
            DiagnosticFormatter(usesColor: true).text(diagnostic)
                == "\u{1B}[1ma.md:1:1: \u{1B}[0m\u{1B}[1;33mwarning\u{1B}[0m: x [link-dead]\n")
    }

    @Test func settlesByPlaceOnceAndWithTheConfiguredSeverity() {
        let place = SourceLocation(path: "b.md", line: 2)
        let dead = Diagnostic(.linkDead, "dead", at: place)
        let note = Diagnostic(.templateForeign, "foreign", at: SourceLocation(path: "a.md"))
        let settled = [dead, Diagnostic(.providerBusy, "busy"), note, dead].settled(
            severities: [.linkDead: .error, .templateForeign: .ignored])
        #expect(settled.map(\.summary) == ["dead", "busy"])
        #expect(settled.map(\.severity) == [.error, .error])
    }

    /// The same of one place is said once, with its line; but an error is not said by a warning.
    @Test func whatIsFoundTwiceIsSettledOnce() {
        let place = SourceLocation(path: "a.md", line: 2)
        let bare = Diagnostic(.linkDead, "dead", at: place)
        let shown = Diagnostic(.linkDead, "dead", at: place, in: "[x](y)")
        for found in [[bare, shown], [shown, bare]] {
            #expect(found.settled(severities: [:]).map(\.sourceLine) == ["[x](y)"])
            #expect(found.settled(severities: [.linkDead: .ignored]).isEmpty)
        }
        let failed = Diagnostic(.linkDead, "dead", at: place, severity: .error)
        for found in [[bare, failed], [failed, bare]] { #expect(found.settled(severities: [:]).hasErrors) }
        let nowhere = [Diagnostic(.providerBusy, "busy"), Diagnostic(.providerBusy, "busy", help: "wait")]
        #expect(nowhere.settled(severities: [:]).count == 2)
    }
}
