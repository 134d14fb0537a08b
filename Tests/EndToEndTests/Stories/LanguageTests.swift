import FrontisTestSupport
import Testing

/// Which pages are in another language, and which are translations.
@Suite struct LanguageTests {
    private func built(_ configuration: String = "", _ pages: [(path: String, head: String)]) async throws -> SiteUnderTest {
        let site = try SiteUnderTest(configuration: configuration)
        for page in pages {
            try site.write("content/posts/\(page.path)", "---\ntitle: \(page.path)\ndate: 2026-03-02\n\(page.head)---\nText.\n")
        }
        let run = try await site.run("build")
        #expect(run.status == 0, "\(run.standardError)")
        return site
    }

    @Test func namesWithDotsArePosts() async throws {
        let site = try await built("", [("asp.md", ""), ("asp.net.md", ""), ("node.js.md", ""), ("node.md", ""), ("a.xx.md", ""), ("a.md", "")])
        for path in ["posts/asp.net", "posts/node.js", "posts/a.xx", "posts/asp"] {
            #expect(site.folder.exists("public/\(path)/index.html"), "\(path)")
            #expect(try site.page("index.html").contains("/\(path)/"), "\(path)")
            #expect(try site.page("atom.xml").contains("https://example.org/\(path)/"), "\(path)")
        }
    }

    @Test func aTwoLetterCodeBesideItsOriginalIsATranslation() async throws {
        let site = try await built("", [("a.md", ""), ("a.pt-BR.md", ""), ("b.pt.md", "")])
        #expect(site.folder.exists("public/pt-BR/posts/a/index.html"))
        // Nothing to translate: `b.pt` is a name.
        #expect(site.folder.exists("public/posts/b.pt/index.html"))
        #expect(try !site.page("index.html").contains("/pt-BR/posts/a/"))
    }

    @Test func theConfigurationNamesTheLanguages() async throws {
        let pages = [("a.md", ""), ("a.fil.md", ""), ("a.is.md", ""), ("b.pt.md", ""), ("c.en.md", ""), ("c.pt.md", "")]
        let site = try await built("languages: [en, pt, fil]\n", pages)
        for path in ["fil/posts/a", "posts/a.is", "pt/posts/b", "posts/c", "pt/posts/c"] {
            #expect(site.folder.exists("public/\(path)/index.html"), "\(path)")
        }
        let home = try site.page("index.html")
        #expect(home.contains("/pt/posts/b/"))
        #expect(!home.contains("/pt/posts/c/"))
        #expect(try site.page("posts/c/index.html").contains("/pt/posts/c/"))
    }

    @Test(arguments: ["en-GB", "de"])
    func aPostInAnotherLanguageIsListed(_ language: String) async throws {
        let site = try await built("", [("a.md", "lang: \(language)\n")])
        try site.write("content/about.md", "---\ntitle: About\nlang: \(language)\n---\n")
        _ = try await site.run("build")
        #expect(try site.page("index.html").contains("/posts/a/"))
        #expect(try site.page("index.html").contains("/about/"))
        #expect(try site.page("atom.xml").contains("/posts/a/"))
        #expect(try site.page("posts/a/index.html").contains("<html lang=\"\(language)\""))
    }
}
