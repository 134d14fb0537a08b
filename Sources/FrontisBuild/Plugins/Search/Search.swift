import Foundation
import FrontisCore
import FrontisStore
import FrontisText

/// `search/`: an index of the site's words, and a script that looks things up in it, for any server that has files.
struct Search: Plugin {
    let name = "search"

    /// Under which a page keeps what it is found by; no name that a template could say.
    private static let record = "search words"
    private static let folder = "search"

    func transform(_ page: Page, in context: PluginContext) -> Page {
        guard context.site.hasSearch, page.kind == .page, page.params["search"] != .flag(false) else { return page }
        var page = page
        page.values[Self.record] = .text(SearchRecord(page).text)
        return page
    }

    /// What the script reads first.
    private struct Overview: Encodable {
        /// Tells one index from the next, so that no browser mixes two.
        var version: String
        var pages: Int
        var group: Int
        var firstWords: [String]
        var commonWords: [String]
    }

    func generate(
        _ site: FinishedSite, reading pages: any PageReading, in context: PluginContext
    ) throws -> [GeneratedFile] {
        guard context.site.hasSearch else { return [] }
        var records: [String] = []
        var entries: [SearchIndex.Entry] = []
        for entry in site.entries {
            guard case .text(let record)? = entry.page.values[Self.record] else { continue }
            records.append(record)
            entries.append(Self.entry(entry))
        }
        let index = SearchIndex(records)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let groups = try stride(from: 0, to: entries.count, by: SearchIndex.group).map { start -> [UInt8] in
            let group = Array(entries[start..<min(entries.count, start + SearchIndex.group)])
            return Array(try encoder.encode(group))
        }
        var builder = DigestBuilder()
        for file in index.wordFiles + groups { builder.update(file) }
        let overview = Overview(
            version: String(builder.finish().hex.prefix(12)), pages: entries.count, group: SearchIndex.group,
            firstWords: index.firstWords, commonWords: index.commonWords)
        var files = [("search.js", PackageResources.search_js), ("index.json", Array(try encoder.encode(overview)))]
        files += index.wordFiles.enumerated().map { ("words-\($0).txt", $1) }
        files += groups.enumerated().map { ("pages-\($0).json", $1) }
        return files.compactMap { name, bytes in
            SitePath("\(Self.folder)/\(name)").map { GeneratedFile($0, .bytes(bytes)) }
        }
    }

    private static func entry(_ entry: FinishedSite.Entry) -> SearchIndex.Entry {
        let page = entry.page
        return SearchIndex.Entry(
            url: rootRelative(entry.url), title: page.title, date: page.date?.day8601,
            summary: shortened(page.summary), language: page.language)
    }

    /// Whoever serves the site under another host still has its pages.
    private static func rootRelative(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        return url[scheme.upperBound...].firstIndex(of: "/").map { String(url[$0...]) } ?? "/"
    }

    private static func shortened(_ text: String) -> String {
        guard text.count > 180 else { return text }
        let cut = text.prefix(180)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + "…"
    }
}
