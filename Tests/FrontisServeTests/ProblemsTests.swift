import Foundation
import Frontis
import FrontisCore
import Testing

@testable import FrontisServe

/// What is wrong is shown in a page as text, whatever is in it, with a way to the place.
@Suite struct ProblemsTests {
    private static func error(_ summary: String, at location: Frontis.SourceLocation?) -> Diagnostic {
        Diagnostic(.frontMatterDate, summary, at: location, in: location == nil ? nil : "date: <b>", help: "write it & go on")
    }

    @Test func aPlaceIsALink() {
        let place = Frontis.SourceLocation(path: "content/a b.md", line: 3, column: 7)
        let html = Problems(site: "/srv/ana/my blog", editor: .vscode).html([Self.error("bad date", at: place)])
        #expect(
            html == """
                <a href="vscode://file/srv/ana/my%20blog/content/a%20b.md:3:7">content/a b.md:3:7</a>: error: bad date \
                [front-matter-date]
                  3 | date: &lt;b&gt;
                    |       ^
                    help: write it &amp; go on

                """)
    }

    @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{1B}[31m", "a\u{202E}b"])
    func nothingInItIsMarkup(_ text: String) {
        let place = Frontis.SourceLocation(path: "content/\(text).md", line: 1, column: 1)
        for editor in EditorLink.allCases {
            let html = Problems(site: "/site", editor: editor).html([Self.error(text, at: place)]) ?? ""
            #expect(!html.contains("<script"))
            #expect(!html.contains("<img"))
            #expect(!html.contains("\u{1B}") && !html.contains("\u{202E}"))
            #expect(html.components(separatedBy: "<").count <= 3)
        }
    }

    @Test func onlyErrorsAreInTheWay() {
        let warning = Diagnostic(.altMissing, "no words", severity: .warning)
        #expect(Problems(site: "/site", editor: .none).html([warning]) == nil)
        #expect(Problems(site: "/site", editor: .none).html([]) == nil)
    }

    @Test func aHundredErrorsAreToldShort() {
        let errors = (1...100).map { Self.error("bad", at: Frontis.SourceLocation(path: "content/\($0).md", line: 1, column: 1)) }
        let html = Problems(site: "/site", editor: .vscode).html(errors) ?? ""
        #expect(html.components(separatedBy: "<a ").count == 21)
        #expect(html.hasSuffix("… and 80 more, see the terminal\n"))
    }

    @Test(arguments: [
        (["EDITOR": "vim"], EditorLink.vscode), (["EDITOR": "code --wait"], .vscode), (["VISUAL": "zed --wait"], .zed),
        (["EDITOR": "subl -w"], .sublime), (["TERM_PROGRAM": "vscode", "VISUAL": "/opt/cursor/cursor"], .cursor), ([:], .vscode),
    ])
    func theEditorOfTheTerminalIsMeant(_ environment: [String: String], _ editor: EditorLink) {
        #expect(EditorLink.likely(environment) == editor)
    }
}
