import FrontisCore
import FrontisTestSupport
import FrontisXML
import Testing

@testable import FrontisBuild

@Suite struct TableOfContentsTests {
    @Test(arguments: [
        ([2, 3, 3, 2], "(2(33)2)"), ([2, 4, 3], "(2(43))"), ([3, 2, 4], "(32(4))"), ([2, 3, 4, 2], "(2(3(4))2)"),
        ([2], "(2)"), ([4, 3, 2], "(432)"),
    ])
    func nestsWithoutEmptyLists(levels: [Int], expected: String) throws {
        let html = TableOfContents.list(levels.map { Body.Heading(level: $0, id: "h", text: "a & b") })
        #expect(html.contains("a &amp; b"))
        func shape(of element: XMLDocument.Element) -> String {
            element.children.map { child in
                switch child.name {
                case "ol": "(" + shape(of: child) + ")"
                case "li": "." + shape(of: child)
                default: shape(of: child)
                }
            }.joined()
        }
        let found = shape(of: try XMLDocument("<x>\(html)</x>").root)
        // Levels as dots, so that only the nesting is compared.
        #expect(found == String(expected.map { $0.isNumber ? "." : $0 }))
    }
}

@Suite struct PluginTests {
    private static let context = PluginContext(
        site: SiteFacts(title: "A site"), now: PageDate(year: 2026, month: 3, day: 2))

    private struct Reader: PageReading {
        func absoluteHTML(of page: Page) -> String { "<p>Text &amp; \u{B}more</p>" }
    }

    private static func site(posts: Int) -> FinishedSite {
        let entries = (0..<posts).map { number -> FinishedSite.Entry in
            var page = Page(
                source: .file("posts/\(number).md"), kind: .page, section: "posts", slug: "\(number)",
                title: "Post \(number) <&> \u{1}", language: "en")
            page.url = "/posts/\(number)/"
            page.date = PageDate(year: 2026, month: 1, day: 28 - number % 28)
            page.body.excerpt = "Excerpt"
            page.tags = ["a & b"]
            let hero = FinishedSite.Picture(
                url: "https://e.org/images/x.png", mediaType: .png, length: 10, width: 3, height: 2, alt: "\"A\" <fox>")
            return .init(page: page, url: "https://e.org/posts/\(number)/", hero: hero, translations: [:])
        }
        let listing = FinishedSite.Listing(
            title: "T", description: nil, language: "en", path: "/", url: "https://e.org/",
            members: Array(0..<posts), pageCount: 1)
        return FinishedSite(entries: entries, listings: [listing])
    }

    /// With hooks that wait for nothing.
    private struct Plain: Plugin {
        let name = "plain"

        func transform(_ page: Page, in context: PluginContext) -> Page {
            var page = page
            page.title += "!"
            return page
        }

        func generate(
            _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
        ) throws -> [GeneratedFile] { [GeneratedFile(try #require(SitePath("a.txt")), .asked)] }

        func contents(
            of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
        ) -> [UInt8] { [1] }
    }

    /// Called as what it is, in a test of its author's, none of its hooks gives way to the usual one.
    @Test func hooksThatWaitForNothingAreThePlugInsOwn() async throws {
        func work() async throws -> (title: String, files: Int, bytes: [UInt8]) {
            let (plugin, site) = (Plain(), Self.site(posts: 1))
            let page = plugin.transform(site.entries[0].page, in: Self.context)
            let files = try plugin.generate(site, reading: Reader(), in: Self.context)
            let bytes = plugin.contents(of: files[0].path, in: site, reading: Reader(), in: Self.context)
            return (page.title, files.count, bytes)
        }
        let found = try await work()
        #expect(found.title.hasSuffix("!"))
        #expect(found.files == 1)
        #expect(found.bytes == [1])
    }

    @Test(arguments: Plugins.all.map(\.name))
    func anEmptySiteGivesNoErrorAndTheSameTwice(name: String) async throws {
        let plugin = try #require(Plugins.all.first { $0.name == name })
        let empty = FinishedSite(entries: [], listings: [])
        _ = try await plugin.generate(empty, reading: Reader(), in: Self.context)
        let first = try await plugin.generate(Self.site(posts: 30), reading: Reader(), in: Self.context)
        let second = try await plugin.generate(Self.site(posts: 30), reading: Reader(), in: Self.context)
        if ["atom", "rss", "sitemap"].contains(name) { #expect(!first.isEmpty, "readers and search engines look for it") }
        if name == "ai-images" { #expect(first.isEmpty, "no page shows a generated picture") }
        #expect(first.map(\.path) == second.map(\.path))
        #expect(first.map { "\($0.content)" } == second.map { "\($0.content)" })
    }

    private static func text(_ path: String, posts: Int) async throws -> String {
        for plugin in Plugins.all {
            let site = site(posts: posts)
            for file in try await plugin.generate(site, reading: Reader(), in: context) where file.path.text == path {
                switch file.content {
                case .text(let text): return text
                case .asked:
                    let bytes = try await plugin.contents(of: file.path, in: site, reading: Reader(), in: context)
                    return String(decoding: bytes, as: UTF8.self)
                case .askedAbout(let part):
                    let part = PluginSite(PluginSite(site), about: part).site
                    let bytes = try await plugin.contents(of: file.path, in: part, reading: Reader(), in: context)
                    return String(decoding: bytes, as: UTF8.self)
                case .bytes, .copy: continue
                }
            }
        }
        return ""
    }

    @Test func atomHasWhatReadersNeed() async throws {
        let root = try XMLDocument(try await Self.text("atom.xml", posts: 30)).root
        let entries = root.children.filter { $0.name == "entry" }
        #expect(entries.count == 20)
        #expect(root["updated"]?.text == "2026-01-28T00:00:00Z")
        let entry = try #require(entries.first)
        #expect(entry["title"]?.text == "Post 0 <&> ")
        #expect(entry["id"]?.text == "https://e.org/posts/0/")
        let enclosure = try #require(entry.children.first { $0.attributes["rel"] == "enclosure" })
        #expect(enclosure.attributes["length"] == "10")
        #expect(
            entry["content"]?.text.hasPrefix(
                "<p><img src=\"https://e.org/images/x.png\" alt=\"&quot;A&quot; &lt;fox&gt;\" width=\"3\" height=\"2\"></p>")
                == true)
        #expect(entry["category"]?.attributes["term"] == "a & b")
    }

    @Test func rssHasWhatReadersNeed() async throws {
        let channel = try #require(try XMLDocument(try await Self.text("rss.xml", posts: 2)).root["channel"])
        let items = channel.children.filter { $0.name == "item" }
        #expect(items.map { $0["pubDate"]?.text } == ["Wed, 28 Jan 2026 00:00:00 +0000", "Tue, 27 Jan 2026 00:00:00 +0000"])
        #expect(items.first?["enclosure"]?.attributes["type"] == "image/png")
        #expect(items.first?["content:encoded"]?.text.hasSuffix("<p>Text &amp; more</p>") == true)
    }

    @Test func sitemapNamesEveryPageOnce() async throws {
        let root = try XMLDocument(try await Self.text("sitemap.xml", posts: 3)).root
        #expect(
            root.children.compactMap { $0["loc"]?.text } == [
                "https://e.org/", "https://e.org/posts/0/", "https://e.org/posts/1/", "https://e.org/posts/2/",
            ])
    }
}
