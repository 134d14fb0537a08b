import FrontisCore
import Testing

@testable import FrontisContent

/// Which files a page takes with it.
@Suite struct ResourcesTests {
    private let text = "---\ntitle: A\n---\n![a](pic.png) ![b](sub/b.png) ![c](<c d.png>) [x](/x.pdf)\n"

    private func resources(_ source: String, _ files: Set<String>, beside others: [String] = []) throws -> [String: String] {
        var content = Content(pages: [], files: files, diagnostics: [])
        for source in [source] + others { content.pages.append(try #require(try page(text, source: source).page)) }
        Resources.attach(to: &content)
        return content.pages[0].resources
    }

    @Test func areTakenFromTheFolderOfThePagesName() throws {
        let own = try resources("posts/2020-1-2-a.md", ["posts/2020-1-2-a/pic.png", "posts/2020-1-2-a/sub/b.png", "posts/2020-1-2-a/c d.png", "posts/2020-1-2-a/other.png"])
        #expect(
            own == [
                "pic.png": "posts/2020-1-2-a/pic.png", "sub/b.png": "posts/2020-1-2-a/sub/b.png",
                "c d.png": "posts/2020-1-2-a/c d.png",
            ])
    }

    @Test func areTakenFromBesideThePageFirst() throws {
        #expect(try resources("posts/a.md", ["posts/pic.png", "posts/a/pic.png"]) == ["pic.png": "posts/pic.png"])
    }

    /// A page in that folder owns what is in it.
    @Test func areNotTakenFromAnotherPage() throws {
        #expect(try resources("posts/a.md", ["posts/a/pic.png"], beside: ["posts/a/index.md"]) == [:])
        #expect(try resources("posts/a/index.md", ["posts/a/index/pic.png", "posts/pic.png"]) == ["index/pic.png": "posts/a/index/pic.png"])
    }
}
