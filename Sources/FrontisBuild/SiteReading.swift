import FrontisContent
package import FrontisCore
package import FrontisStore

/// What was read of a site, for whoever opens it again, in this run or in the next: a page whose file is as it was is not
/// read twice.
struct SiteReading: Sendable {
    /// What decides how pages are read, and what plug-ins make of them.
    struct Rules: Sendable, Equatable {
        let reading: Digest
        let working: Digest

        init(_ reading: ReadingRules, _ site: SiteFacts, _ plugins: [any Plugin]) {
            self.reading = Digest.of(reading.packed)
            var writer = PackedWriter()
            writer.add(site)
            writer.add(plugins.map(\.name)) { $0.add($1) }
            working = Digest.of(writer.bytes)
        }

        fileprivate init(reading: Digest, working: Digest) { (self.reading, self.working) = (reading, working) }
    }

    private let rules: Rules?
    private let pages: ReadPages
    /// Of those that are not among `pages`, as they are kept: most are only wanted to be kept again.
    private let packed: [String: ReadPages.Kept]
    /// Of everything under `content/`, by path there.
    private let stamps: [String: FileStamp]
    /// In the order in which they are kept.
    private let files: [SiteFiles.File]
    /// Nanoseconds since 1970, before the first file was read.
    private let began: Int64

    /// Of a site that is opened for the first time, and not for the last.
    init() {
        (rules, pages, packed, stamps, files, began) = (nil, ReadPages(), [:], [:], [], 0)
    }

    init(_ files: SiteFiles, rules: Rules, pages: ReadPages, began: Int64) {
        self.rules = rules
        self.pages = pages
        self.began = began
        packed = [:]
        self.files = files.pages + files.resources
        stamps = Dictionary(self.files.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
    }

    /// - Returns: the pages that need not be read again, and the files under `content/` that are as they were.
    ///
    /// - Parameter texts: that the pages were put into.
    func known(
        _ files: SiteFiles, by rules: Rules, texts: TextStore?, jobs: Int
    ) async -> (pages: ReadPages, files: Set<String>) {
        guard self.rules?.reading == rules.reading else { return (ReadPages(), []) }
        let same = (files.pages + files.resources).filter { file in
            // What was written while it was read may have the same stamp after another write.
            stamps[file.path] == file.stamp
                && max(file.stamp.changed, file.stamp.modified) < began - FileStamp.granularity
        }
        let paths = Set(same.map(\.path))
        var known = pages.only(paths)
        let kept = same.compactMap { file in packed[file.path].map { (file.path, $0) } }
        if let texts {
            let entries = await kept.parallelMap(jobs: jobs) { Self.unpacked($0, $1, from: texts) }
            known.entries.reserveCapacity(entries.count)
            for (path, entry) in entries { known.entries[path] = entry }
        }
        if self.rules?.working != rules.working { known.forgetWork() }
        return (known, paths)
    }

    private static func unpacked(
        _ path: String, _ packed: ReadPages.Kept, from texts: TextStore
    ) -> (String, ReadPages.Entry?) {
        guard let bytes = texts.bytes(packed.block) else { return (path, nil) }
        var reader = PackedReader(bytes[...])
        reader.file = SourceID.sitePath(of: path)
        do throws(PackedError) {
            return (path, try reader.value(ReadPages.Entry.self).kept(as: packed))
        } catch {
            return (path, nil)
        }
    }
}

// MARK: Keeping

/// In a file: a beginning, then a block for each file under `content/`.
extension SiteReading {
    /// - Parameter bytes: as `packed` gives them.
    init(_ bytes: ArraySlice<UInt8>) throws(PackedError) {
        var reader = PackedReader(bytes)
        guard let reading = Digest(hex: try reader.text()), let working = Digest(hex: try reader.text()) else {
            throw PackedError()
        }
        rules = Rules(reading: reading, working: working)
        began = Int64(try reader.number())
        pages = ReadPages()
        let files = try reader.list { (reader) throws(PackedError) in
            (
                path: try reader.text(), stamp: try reader.value(FileStamp.self),
                page: try reader.optional(ReadPages.Kept.self)
            )
        }
        packed = Dictionary(
            files.lazy.compactMap { file in file.page.map { (file.path, $0) } },
            uniquingKeysWith: { first, _ in first })
        stamps = Dictionary(files.lazy.map { ($0.path, $0.stamp) }, uniquingKeysWith: { first, _ in first })
        self.files = files.map { SiteFiles.File(path: $0.path, stamp: $0.stamp) }
    }

    /// Nothing for a site that is not to be opened again.
    ///
    /// - Parameter texts: that pages which are not there yet are put into.
    func packed(with texts: TextStore, jobs: Int) async -> [UInt8]? {
        guard let rules else { return nil }
        let pages = pages
        let blocks = await files.parallelMap(jobs: jobs) { file -> ReadPages.Kept? in
            guard let entry = pages.entries[file.path] else { return nil }
            if let kept = entry.kept { return kept }
            var writer = PackedWriter()
            writer.file = SourceID.sitePath(of: file.path)
            writer.add(entry)
            do throws(FileError) {
                return ReadPages.Kept(try texts.put(writer.bytes), whole: nil, record: nil)
            } catch {
                // It is read again where there is no room for it.
                return nil
            }
        }
        var writer = PackedWriter(capacity: files.count * 160)
        writer.add(rules.reading.hex)
        writer.add(rules.working.hex)
        writer.add(Int(began))
        writer.add(Array(zip(files, blocks))) { writer, file in
            writer.add(file.0.path)
            writer.add(file.0.stamp)
            writer.add(file.1)
        }
        return writer.bytes
    }

    /// Bytes of stored texts that pages have.
    var usedText: Int { pages.usedText }
}

extension FileStamp: Packed {
    package func pack(into writer: inout PackedWriter) {
        for number in [Int(size), Int(modified), Int(changed)] { writer.add(number) }
        writer.add(bits: inode)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            size: Int64(try reader.number()), modified: Int64(try reader.number()), changed: Int64(try reader.number()),
            inode: try reader.bits())
    }
}

extension FeedSettings: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(formats) { $0.add($1.rawValue) }
        writer.add(content.rawValue)
        writer.add(hub)
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        let formats = try reader.list { (reader) throws(PackedError) -> Format in
            guard let format = Format(rawValue: try reader.text()) else { throw PackedError() }
            return format
        }
        guard let content = Content(rawValue: try reader.text()) else { throw PackedError() }
        self.init(formats: formats, content: content, hub: try reader.optionalText())
    }
}

extension SiteFacts: Packed {
    package func pack(into writer: inout PackedWriter) {
        writer.add(title)
        writer.add(url)
        writer.add(language)
        writer.add(author)
        writer.add(description)
        writer.add(credit)
        writer.add(feedLength)
        writer.add(feeds)
        writer.add(listsPagesForModels)
        writer.add(hasSearch)
        writer.add(params) { $0.add($1) }
    }

    package init(from reader: inout PackedReader) throws(PackedError) {
        self.init(
            title: try reader.text(), url: try reader.optionalText(), language: try reader.text(),
            author: try reader.optionalText(), description: try reader.optionalText(), credit: try reader.text(),
            feedLength: try reader.number(), feeds: try reader.value(), listsPagesForModels: try reader.flag(),
            hasSearch: try reader.flag(),
            params: try reader.map { (reader) throws(PackedError) in try reader.value() })
    }
}
