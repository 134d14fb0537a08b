import Foundation
import FrontisCore
import FrontisRender
import FrontisStore
import Synchronization

/// Makes a file that a plug-in has named without saying what is in it.
struct PluginFileMaker: OutputMaker {
    let plugin: any Plugin
    let path: SitePath
    let site: PluginSite
    let texts: PluginTexts
    let context: PluginContext
    /// Of everything besides pages, see `Outline.Grounds`.
    let facts: Fingerprint?

    var runsTemplate: Bool { false }
    var grounds: [UInt8]? {
        guard let facts, let pages = site.grounds else { return nil }
        var grounds = PackedWriter()
        grounds.add(plugin.name)
        grounds.add(path.text)
        grounds.add(facts)
        grounds.add(context.site)
        grounds.add(pages)
        return grounds.bytes
    }

    func make() async throws -> MadeOutput {
        var context = context
        let clock = PluginContext.Clock()
        context.clock = clock
        let reading = NotedTexts(texts)
        let bytes = try await plugin.contents(of: path, in: site.site, reading: reading, in: context)
        let sources = reading.sources
        // A text of a page that it is not about can change behind its back.
        guard !clock.isSeen, sources.isSubset(of: site.site.entries.lazy.map(\.page.source)) else {
            return MadeOutput(bytes: bytes, reads: nil)
        }
        var reads = PackedWriter()
        reads.add(sources.sorted()) { $0.add($1.text) }
        return MadeOutput(bytes: bytes, reads: reads.bytes)
    }

    func said(by reads: [UInt8]) -> SaidReads? {
        guard let sources = Self.sources(reads) else { return nil }
        var said = SaidReads()
        said.add {
            $0.add(plugin.name)
            $0.add(context.site)
        }
        said.add { $0.add(site.digest) }
        var areThere = true
        for source in sources { said.add { areThere = texts.say(source, into: &$0) && areThere } }
        return areThere ? said : nil
    }

    func names(of reads: [UInt8]) -> [ReadName] {
        [ReadName("site"), ReadName("pages and lists that it is about")]
            + (Self.sources(reads) ?? []).map { ReadName("text of \($0.sitePath ?? $0.text)") }
    }

    private static func sources(_ reads: [UInt8]) -> [SourceID]? {
        var reader = PackedReader(reads[...])
        return try? reader.list { (reader) throws(PackedError) in SourceID(text: try reader.text()) }
    }
}

/// A site, or a part of it, as a plug-in is shown it, with a digest that is made when somebody asks.
final class PluginSite: Sendable {
    let site: FinishedSite
    /// Of each entry's page without its text; nothing where that is not known.
    private let records: [Fingerprint?]
    /// The same with the texts.
    private let wholes: [Fingerprint?]
    private let known = Mutex<String?>(nil)

    /// - Parameters:
    ///   - records: of each entry's page without its text; none where nobody knows.
    ///   - wholes: the same with the texts.
    init(_ site: FinishedSite, records: [Fingerprint?] = [], wholes: [Fingerprint?] = []) {
        (self.site, self.records, self.wholes) = (site, records, wholes)
    }

    /// Nothing but what is asked about.
    init(_ whole: PluginSite, about part: SitePart) {
        let site = whole.site
        records = whole.records.isEmpty ? [] : part.entries.map { whole.records[$0] }
        wholes = whole.wholes.isEmpty ? [] : part.entries.map { whole.wholes[$0] }
        let indices = Dictionary(part.entries.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.site = FinishedSite(
            entries: part.entries.map { site.entries[$0] },
            listings: part.listings.map { index in
                var listing = site.listings[index]
                listing.members = listing.members.compactMap { indices[$0] }
                return listing
            })
    }

    /// What its pages and lists are made of, with the pages' texts; nothing where that is not known.
    var grounds: [UInt8]? {
        guard wholes.count == site.entries.count else { return nil }
        var said = PackedWriter(capacity: wholes.count * 64)
        for (whole, entry) in zip(wholes, site.entries) {
            guard let whole else { return nil }
            said.add(whole)
            FinishedSite.sayPlace(of: entry, into: &said)
        }
        site.sayLists(into: &said)
        return said.bytes
    }

    var digest: String {
        known.withLock { known in
            if let known { return known }
            var said = PackedWriter()
            site.say(into: &said, records)
            let digest = Digest.of(said.bytes).hex
            known = digest
            return digest
        }
    }
}

/// The texts of pages as plug-ins ask for them.
struct PluginTexts: PageReading {
    private let structure: SiteStructure
    private let markup: PictureMarkup

    init(_ structure: SiteStructure, _ markup: PictureMarkup) { (self.structure, self.markup) = (structure, markup) }

    func absoluteHTML(of page: Page) -> String {
        markup.absoluteHTML(of: structure.indexBySource[page.source].map { structure.pages[$0] } ?? page)
    }

    /// - Returns: whether there is such a page.
    func say(_ source: SourceID, into said: inout PackedWriter) -> Bool {
        guard let index = structure.indexBySource[source] else { return false }
        markup.sayBody(of: structure.pages[index], absolutely: true, into: &said)
        return true
    }
}

/// Notes which texts are asked for.
private final class NotedTexts: PageReading {
    private let texts: PluginTexts
    private let noted = Mutex<Set<SourceID>>([])

    init(_ texts: PluginTexts) { self.texts = texts }

    var sources: Set<SourceID> { noted.withLock { $0 } }

    func absoluteHTML(of page: Page) -> String {
        noted.withLock { _ = $0.insert(page.source) }
        return texts.absoluteHTML(of: page)
    }
}

extension FinishedSite {
    /// Adds all that a plug-in can see of it.
    fileprivate func say(into said: inout PackedWriter, _ records: [Fingerprint?]) {
        said.add(Array(entries.enumerated())) { said, element in
            let (index, entry) = element
            let record = records.isEmpty ? nil : records[index]
            said.add(record)
            if record == nil { said.add(entry.page) }
            Self.sayPlace(of: entry, into: &said)
        }
        sayLists(into: &said)
    }

    /// Adds what an entry has besides its page.
    fileprivate static func sayPlace(of entry: Entry, into said: inout PackedWriter) {
        said.add(entry.url)
        said.add(entry.hero != nil)
        if let hero = entry.hero { say(hero, into: &said) }
        said.add(entry.translations) { $0.add($1) }
    }

    fileprivate func sayLists(into said: inout PackedWriter) {
        said.add(listings) { said, listing in
            for text in [listing.title, listing.language, listing.path, listing.url] { said.add(text) }
            said.add(listing.description)
            said.add(listing.members) { $0.add($1) }
            said.add(listing.pageCount)
        }
        said.add(generated) { said, picture in
            for text in [picture.page, picture.language, String(reflecting: picture.provenance)] { said.add(text) }
            Self.say(picture.picture, into: &said)
            said.add(picture.isPlaceholder)
            said.add(picture.original)
        }
    }

    private static func say(_ picture: Picture, into said: inout PackedWriter) {
        for text in [picture.url, picture.mediaType.rawValue, picture.alt] { said.add(text) }
        for number in [picture.length, picture.width, picture.height] { said.add(number) }
    }
}
