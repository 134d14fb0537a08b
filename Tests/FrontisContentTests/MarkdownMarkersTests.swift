import Foundation
import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisContent

/// What is taken out of a text leaves a gap for it, whatever stands beside it.
@Suite struct MarkdownMarkersTests {
    /// A piece of a text, and what it asks to be filled in.
    private struct Piece {
        var text: String
        var filled: [String] = []
    }

    private static let pieces = [
        Piece(text: "![a](p.png)", filled: ["p.png"]), Piece(text: "<img src=\"r.png\">", filled: ["r.png"]),
        Piece(text: "\n\n<p><img src=\"s.png\"><img src=\"t.png\"></p>\n\n", filled: ["s.png", "t.png"]),
        Piece(text: "[l](x.md)", filled: ["x.md"]), Piece(text: "[![a](p.png)](x.md)", filled: ["x.md", "p.png"]),
        Piece(text: "[t](y.md \"&#1;L0&#1;\")", filled: ["y.md"]), Piece(text: "![a ![b](c.png) [d](e.md)](f.png)", filled: ["f.png"]),
        Piece(text: "![a <img src=\"x.png\"> b](g.png)", filled: ["g.png"]), Piece(text: "**![a](h.png)**", filled: ["h.png"]),
        Piece(text: "&#1;P0&#1;"), Piece(text: "\u{1}P0\u{1}"), Piece(text: "`c`"), Piece(text: "word"), Piece(text: " "),
        Piece(text: "\n\n"), Piece(text: "\n\n## "), Piece(text: "\n\n- [ ] "), Piece(text: "\n\n> "), Piece(text: "[z](#z)", filled: []),
    ]

    /// The short run leaves out nine in ten documents.
    @Test func everyGapIsThereInItsOrder() {
        let given = ProcessInfo.processInfo.environment["FRONTIS_SEED"].flatMap(UInt64.init)
        let seed = given ?? UInt64.random(in: 0...UInt64.max)
        print("MarkdownMarkersTests: FRONTIS_SEED=\(seed)")
        var numbers = SeededNumbers(seed: seed)
        var gaps = 0
        defer { #expect(gaps > 2_000) }
        for _ in 0..<TestLength.of(short: 2_000, long: 20_000) {
            let chosen = (0..<(1 + numbers.number(below: 12))).map { _ in numbers.pick(Self.pieces) }
            let text = "a " + chosen.map(\.text).joined()
            let source = SourceText(path: "content/a.md", text: text)
            let body = Markdown.read(source, from: 0, lineOffset: 0, title: "t").body
            let filled = body.gaps.map { gap in
                switch gap.filling {
                case .link(let link): link.address
                case .picture(let picture): if case .address(let address) = picture.target { address } else { "" }
                }
            }
            #expect(filled.filter { $0 != "#z" } == chosen.flatMap(\.filled), "\(text.debugDescription)")
            gaps += body.gaps.count
            #expect(body.gaps.map(\.offset) == body.gaps.map(\.offset).sorted())
            #expect(body.gaps.allSatisfy { $0.offset <= body.html.utf8.count })
            #expect(!body.html.utf8.contains(MarkdownMarkers.byte), "\(text.debugDescription)")
        }
    }
}
