import FrontisTestSupport
import Foundation
import FrontisCore
import Testing

@testable import FrontisContent

/// The bytes of files.
@Suite struct ContentReaderTests {
    private func read(_ bytes: [UInt8]) async -> Content {
        let reader = ContentReader(configuration: SiteConfiguration(), jobs: 1)
        return await reader.read(["posts/a.md"], others: []) { _ in bytes }
    }

    @Test func linesMayEndAsOldProgramsEndThem() async {
        let content = await read(Array("---\rtitle: Old\rdraft: true\r---\r\rOne.\r\rTwo.\r".utf8))
        #expect(content.diagnostics.isEmpty)
        #expect(content.pages.map(\.title) == ["Old"])
        #expect(content.pages.map(\.isDraft) == [true])
        #expect(content.pages.map(\.body.html) == ["<p>One.</p>\n<p>Two.</p>\n"])
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0xE9, 0x0A], 2, "save it as UTF-8, for example with: iconv -f latin1 -t utf-8"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00], 1, "save it as UTF-8, for example with: iconv -f utf-16 -t utf-8"),
            ([0xFE, 0xFF, 0x00, 0x61], 1, "save it as UTF-8, for example with: iconv -f utf-16 -t utf-8"),
        ] as [([UInt8], Int, String)])
    func anotherEncodingIsSaid(_ bytes: [UInt8], _ line: Int, _ help: String) async {
        let content = await read(bytes)
        #expect(content.pages.isEmpty)
        #expect(content.diagnostics.map(\.summary) == ["file is not UTF-8"])
        #expect(content.diagnostics.map { $0.location?.line } == [line])
        #expect(content.diagnostics.map(\.help) == [help])
    }
}

/// What is read of pages that nobody shows.
@Suite struct ContentHeadsTests {
    private static let pages = [
        "posts/plain.md": "---\ntitle: Plain\n---\n# Text\n",
        "posts/untitled.md": "---\ndraft: true\n---\n# In the text\n\nMore.\n",
        "posts/auto.md": "---\ntitle: Auto\nai-image: auto\n---\nOf boats.\n",
        "posts/words.md": "---\ntitle: Words\n---\n![A map](<ai:a map of the valley> \"There\")\n",
        "posts/named.md": "---\ntitle: Named\nai-images: { map: A map }\n---\n![The map][m]\n\n[m]: ai:map\n",
        "posts/escaped.md": "---\ntitle: Escaped\nai-images: { map: A map }\n---\n![One](ai&#58;map) ![Two](ai\\:map)\n",
        "posts/html.md": "---\ntitle: HTML\nai-images: { map: A map }\n---\n<img src=\"ai:map\" alt=\"Raw\">\n",
        "posts/hero.md": "---\ntitle: Hero\ndescription: D\nai-image: { prompt: \"{{title}}, {{description}}\" }\n---\nText\n",
        "posts/hero.de.md": "---\ntitle: Held\n---\nText\n",
    ]

    private func reader() -> ContentReader { ContentReader(configuration: SiteConfiguration(), jobs: 1) }

    @Test func readsTextsThatMayNamePictures() async {
        let pages = Self.pages
        let heads = await reader().readHeads(pages.keys.sorted(), wholly: ["posts/plain.md"]) { Array((pages[$0] ?? "").utf8) }
        #expect(heads.diagnostics.isEmpty)
        #expect(heads.heads.map(\.source.description) == pages.keys.sorted())
        let read = ["auto", "escaped", "html", "named", "plain", "untitled", "words"].map { "posts/\($0).md" }
        #expect(heads.bodies.keys.map(\.description).sorted() == read)
        #expect(heads.heads.first { $0.source == "posts/untitled.md" }?.title == "In the text")
    }

    /// The same pictures are ordered, whoever reads.
    @Test func ordersWhatAWholeReadingOrders() async {
        let pages = Self.pages
        let load: ContentReader.Load = { Array((pages[$0] ?? "").utf8) }
        let whole = PageWishes(of: await reader().read(pages.keys.sorted(), others: [], load: load).pages)
        let light = PageWishes(of: await reader().readHeads(pages.keys.sorted(), wholly: [], load: load))
        #expect(light.findings == whole.findings)
        #expect(whole.wishes.count == 6)
        func facts(_ wish: Wish) -> [String] {
            [
                wish.slot.description, wish.request.prompt.value, wish.request.alt ?? "-", wish.about.title,
                wish.about.description ?? "-", wish.about.text, wish.languages.joined(), wish.references.joined(),
                wish.shownAlts.map(\.text).joined(separator: "|"),
            ]
        }
        #expect(light.wishes.map(facts) == whole.wishes.map(facts))
        #expect(whole.wishes.map { $0.request.alt ?? "-" } == ["-", "One", "-", "Raw", "The map", "A map"])
    }

    /// A head and a text are values that can be kept and sent.
    @Test func headAndTextSurviveBeingWrittenDown() async throws {
        let pages = Self.pages
        let content = await reader().read(pages.keys.sorted(), others: []) { Array((pages[$0] ?? "").utf8) }
        #expect(content.pages.count == pages.count)
        for page in content.pages {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let written = try encoder.encode(page)
            #expect(try encoder.encode(try JSONDecoder().decode(Page.self, from: written)) == written)
        }
    }
}
