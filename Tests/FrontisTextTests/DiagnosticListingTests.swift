import FrontisText
import FrontisCore
import Testing

@Suite struct DiagnosticListingTests {
    private func listing(_ diagnostics: [Diagnostic], isWhole: Bool = false) -> String {
        DiagnosticListing(DiagnosticFormatter(), isWhole: isWhole).text(
            diagnostics.settled(severities: [:]), wayToAll: "-v")
    }

    private func finding(_ id: DiagnosticID, _ summary: String, _ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(id, summary, at: SourceLocation(path: path, line: line))
    }

    @Test func errorsStandLast() {
        let findings = [
            finding(.pageURLConflict, "two pages", "a.md", 1), finding(.linkDead, "link", "b.md", 2),
            finding(.aiImageNote, "by the way", "c.md", 3),
        ]
        #expect(
            listing(findings) == """
                b.md:2:1: warning: link [link-dead]
                a.md:1:1: error: two pages [page-url-conflict]
                1 error, 1 warning

                """)
        #expect(
            listing(findings, isWhole: true) == """
                c.md:3:1: note: by the way [ai-image-note]
                b.md:2:1: warning: link [link-dead]
                a.md:1:1: error: two pages [page-url-conflict]
                1 error, 1 warning

                """)
    }

    @Test func whatRepeatsIsCounted() {
        let tags = (1...3426).map { number in
            let tag = number.isMultiple(of: 10) ? "'{{< figure'" : number.isMultiple(of: 7) ? "'{{< \(number)'" : "'{% include'"
            return finding(.bodyTemplateSyntax, "\(tag) is shown as it is", "\(number % 190).md", number)
        }
        let links = (1...6).map { finding(.linkDead, "link to '\($0).md'", "z.md", $0) }
        let error = finding(.pageURLConflict, "two pages", "a.md", 1)
        #expect(
            listing(tags + links + [error]) == """
                0.md:190:1: warning: '{{< figure' is shown as it is [body-template-syntax]
                0.md:380:1: warning: '{{< figure' is shown as it is [body-template-syntax]
                0.md:570:1: warning: '{{< figure' is shown as it is [body-template-syntax]
                z.md:1:1: warning: link to '1.md' [link-dead]
                z.md:2:1: warning: link to '2.md' [link-dead]
                z.md:3:1: warning: link to '3.md' [link-dead]
                warning: body-template-syntax 3,426 times in 190 files: '{% include' 2,643, '{{< figure' 342, … [body-template-syntax]
                warning: link-dead 6 times in 1 file [link-dead]
                a.md:1:1: error: two pages [page-url-conflict]
                1 error, 3,432 warnings; -v shows all

                """)
        #expect(listing(tags + links + [error], isWhole: true).split(separator: "\n").count == 3434)
    }

    /// Errors have to be mended one by one, so more of them are shown before they are counted.
    @Test(arguments: [(5, 5), (6, 6), (20, 20), (21, 4)])
    func fewAreShownInFull(errors: Int, lines: Int) {
        let findings = (1...errors).map { finding(.aiImageUnknownKey, "unknown key 'k\($0)'", "a.md", $0) }
        let shown = listing(findings).split(separator: "\n")
        #expect(shown.count == lines + 1)
        #expect(shown.last == (errors > 20 ? "\(errors) errors; -v shows all" : "\(errors) errors"))
    }

    @Test(arguments: [(0, 1), (1, 0)])
    func oneFindingIsNotCounted(errors: Int, warnings: Int) {
        let findings =
            (0..<errors).map { finding(.aiImageUnknownKey, "e", "a.md", $0) }
            + (0..<warnings).map { finding(.linkDead, "w", "a.md", $0) }
        #expect(listing(findings).split(separator: "\n").count == 1)
    }
}
