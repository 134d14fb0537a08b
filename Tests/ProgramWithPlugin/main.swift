// A site's own program, as docs/plugins.md shows it, with nothing but what the two libraries offer.
import Frontis
import FrontisProgram

struct Colophon: Plugin {
    let name = "colophon"
    let pageValues = [PageValueDeclaration("letters", .number, "Letters in its title.")]

    func transform(_ page: Page, in context: PluginContext) -> Page {
        var page = page
        page.values["letters"] = .integer(page.title.count { $0.isLetter })
        return page
    }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) -> [GeneratedFile] {
        guard let list = SitePath("colophon.txt"), let whole = SitePath("whole.txt") else { return [] }
        let titles = site.entries.map(\.page.title).sorted().joined(separator: ", ")
        return [GeneratedFile(list, .text("\(context.site.title): \(titles)\n")), GeneratedFile(whole, .asked)]
    }

    func contents(
        of file: SitePath, in site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) async throws -> [UInt8] {
        var text = ""
        for entry in site.entries { text += try await pages.absoluteHTML(of: entry.page) }
        return Array(text.utf8)
    }
}

await FrontisProgram.run(plugins: [Colophon()])
