import FrontisCore
import FrontisTestSupport
import Testing

@testable import FrontisRender

@Suite struct RelatedPagesTests {
    private static func related(_ pages: [Page], count: Int = 3, to index: Int) -> [String] {
        RelatedPages(SiteStructure(pages: pages), count: count).pages(of: index).map { pages[$0].slug }
    }

    private static func post(_ name: String, _ day: Int, _ title: String, _ tags: [String] = []) -> Page {
        samplePage("posts/\(name).md", date: "2026-01-\(day < 10 ? "0" : "")\(day)") {
            $0.title = title
            $0.tags = tags
        }
    }

    private static let pages = [
        post("a", 1, "The harbour of Lisbon", ["travel", "sea"]), post("b", 2, "On soup", ["food"]),
        post("c", 3, "Another harbour", ["travel"]), post("d", 4, "Boats", ["travel", "sea"]), post("e", 5, "Bread", ["food"]),
        post("f", 6, "Nothing of it"), post("g", 7, "Trains", ["travel"]),
    ]

    /// Two tags before one, a rare word before none, and nothing that shares nothing.
    @Test(arguments: [(0, ["d", "c", "g"]), (1, ["e"]), (4, ["b"]), (5, []), (6, ["d", "c", "a"])])
    func sharedTermsAndRareWordsCount(index: Int, expected: [String]) {
        #expect(Self.related(Self.pages, to: index) == expected)
    }

    @Test func noneAreWantedWhereTheSiteSaysSo() {
        #expect(Self.related(Self.pages, count: 0, to: 0) == [])
        #expect(Self.related(Self.pages, count: 1, to: 0) == ["d"])
    }

    @Test func aTranslationIsNoOtherPage() {
        var pages = Self.pages
        var translation = pages[0]
        translation.head.source = "posts/a.pt.md"
        translation.original = "posts/a.md"
        translation.language = "pt"
        pages.append(translation)
        #expect(Self.related(pages, to: 0) == ["d", "c", "g"])
        #expect(Self.related(pages, to: 7) == [])
    }

    /// Of thousands that share a word, those near in time: one post more does not change what old ones show.
    @Test func oldPostsStayAsTheyAre() {
        let many = (1...2000).map { number in
            samplePage("posts/p\(number).md", date: "20\(10 + number / 200)-\(10 + number % 3)-\(10 + number % 19)") { $0.tags = ["all", "t\(number % 7)"] }
        }
        let before = RelatedPages(SiteStructure(pages: many), count: 3)
        let after = RelatedPages(SiteStructure(pages: many + [Self.post("new", 9, "New", ["all", "t1"])]), count: 3)
        let changed = many.indices.filter { before.pages(of: $0) != after.pages(of: $0) }
        #expect(changed.count < 120)
        #expect(!before.pages(of: 1000).isEmpty)
    }
}
