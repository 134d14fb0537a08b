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
