package import FrontisCore

/// Everything under `content/`: the pages, and which other files there are.
package struct Content: Sendable {
    /// Sorted by source.
    package var pages: [Page]
    /// Paths under `content/` of all files that are no pages.
    package var files: Set<String>
    package var diagnostics: [Diagnostic]
    package var work = ReadingWork()
    /// For reading them again; only where somebody wants that.
    package var read: ReadPages?

    package init(pages: [Page], files: Set<String>, diagnostics: [Diagnostic]) {
        self.pages = pages
        self.files = files
        self.diagnostics = diagnostics
    }
}

/// How much there was to do.
package struct ReadingWork: Sendable {
    /// Files of pages whose bytes were read.
    package var files = 0
    /// Texts of pages that became HTML.
    package var bodies = 0

    package init(files: Int = 0, bodies: Int = 0) {
        (self.files, self.bodies) = (files, bodies)
    }
}

/// What pages say of themselves, for those who show none of them.
package struct ContentHeads: Sendable {
    /// Sorted by source.
    package var heads: [PageHead] = []
    /// By source: the texts that were read.
    package var bodies: [SourceID: Body] = [:]
    package var diagnostics: [Diagnostic] = []
}

/// Reads pages in parallel. A file that cannot be read is a diagnostic, and the others are read all the same.
package struct ContentReader: Sendable {
    /// Reads a file's bytes; called on several threads.
    package typealias Load = @Sendable (String) throws(Diagnostic) -> [UInt8]

    package let configuration: SiteConfiguration
    package let jobs: Int

    private let rules: ReadingRules
    private let defaults: FolderDefaults
    private let highlight: CodeHighlighting?
    private let math: MathConverting?

    /// - Parameters:
    ///   - defaults: what folders say for their pages.
    ///   - highlight: marks code; nothing for whoever does not show the pages.
    ///   - math: makes markup of TeX; nothing likewise.
    package init(
        configuration: SiteConfiguration, jobs: Int, theme: ThemeRules = ThemeRules(),
        defaults: FolderDefaults = .none, highlight: CodeHighlighting? = nil, math: MathConverting? = nil
    ) {
        self.configuration = configuration
        self.jobs = jobs
        self.defaults = defaults
        self.highlight = highlight
        self.math = math
        rules = ReadingRules(configuration, theme: theme)
    }

    /// Whether a file is a page, whatever is in it.
    package static func isPage(_ path: String) -> Bool { ["md", "markdown"].contains(ending(of: path)) }

    /// Whether a file is a page if it begins with front matter, and else a file like any other.
    package static func mayBePage(_ path: String) -> Bool { ["html", "htm"].contains(ending(of: path)) }

    private static func ending(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.index(after: $0)...].lowercased() } ?? ""
    }

    /// - Parameter bytes: the first of the file, or more.
    package static func beginsWithFrontMatter(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let line = text.prefix { $0 != UInt8(ascii: "\n") }
        guard line.count < text.count, line.starts(with: "---".utf8) || line.starts(with: "+++".utf8) else {
            return false
        }
        return line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// - Parameters:
    ///   - pages: paths under `content/` of the files that are pages.
    ///   - others: those of all other files.
    ///   - earlier: what is known of pages whose files are as they were, by the same configuration; nothing where the
    ///     site is not read again.
    package func read(
        _ pages: [String], others: [String], earlier: ReadPages? = nil, load: @escaping Load
    ) async -> Content {
        guard let reader = pageReader else {
            return Content(pages: [], files: Set(others), diagnostics: [])
        }
        let sources = Set(pages)
        let results = await pages.parallelMap(jobs: jobs) { source -> (entry: ReadPages.Entry, work: ReadingWork) in
            let known = earlier?.entries[source]
            if let known, !ContentPath.mayTranslate(source), known.path.defaults == defaults(for: known.path) {
                return (known, ReadingWork())
            }
            let path = path(of: source, among: sources)
            // A page is another when one that it translates has come or gone.
            if let known, known.path == path { return (known, ReadingWork()) }
            do throws(Diagnostic) {
                let text = try Self.text(of: try load(source), source)
                var (page, diagnostics) = reader.read(text, source: .file(source), at: path)
                page?.original = path.original.map(SourceID.file)
                let work = ReadingWork(files: 1, bodies: page == nil ? 0 : 1)
                return (ReadPages.Entry(path: path, page: page, diagnostics: diagnostics), work)
            } catch {
                return (ReadPages.Entry(path: path, page: nil, diagnostics: [error]), ReadingWork())
            }
        }
        var content = Content(pages: [], files: Set(others), diagnostics: results.flatMap(\.entry.diagnostics))
        for (_, work) in results {
            content.work.files += work.files
            content.work.bodies += work.bodies
        }
        content.pages = results.compactMap(\.entry.page)
        let areSorted = zip(content.pages, content.pages.dropFirst()).allSatisfy { $0.source < $1.source }
        if !areSorted { content.pages.sort { $0.source < $1.source } }
        if earlier != nil {
            let entries = zip(pages, results.map(\.entry))
            content.read = ReadPages(Dictionary(entries, uniquingKeysWith: { first, _ in first }))
        }
        content.diagnostics += reader.findingsInDefaults()
        content.diagnostics += [ForeignFormats.finding(among: others)].compactMap(\.self)
        content.diagnostics += Permalinks.findings(configuration, sections: content.pages.lazy.map(\.section))
        Resources.attach(to: &content)
        return content
    }

    /// Reads what pages say of themselves, and of their texts no more than that takes.
    ///
    /// - Parameter wholly: sources of pages whose texts are wanted in any case.
    package func readHeads(_ pages: [String], wholly: Set<SourceID>, load: @escaping Load) async -> ContentHeads {
        guard let reader = pageReader else { return ContentHeads() }
        typealias Result = (head: PageHead?, body: Body?, diagnostics: [Diagnostic])
        let sources = Set(pages)
        let results = await pages.parallelMap(jobs: jobs) { source -> Result in
            do throws(Diagnostic) {
                let path = path(of: source, among: sources)
                let text = try Self.text(of: try load(source), source)
                var result = reader.readHead(
                    text, source: .file(source), at: path, isWhole: wholly.contains(.file(source)))
                result.head?.original = path.original.map(SourceID.file)
                return result
            } catch {
                return (nil, nil, [error])
            }
        }
        var heads = ContentHeads(diagnostics: results.flatMap(\.2) + reader.findingsInDefaults())
        for case (let head?, let body, _) in results {
            heads.heads.append(head)
            heads.bodies[head.source] = body
        }
        heads.heads.sort { $0.source < $1.source }
        return heads
    }

    private func path(of source: String, among sources: Set<String>) -> ContentPath {
        var path = ContentPath(source, by: rules) { sources.contains($0) }
        path.defaults = defaults(for: path)
        return path
    }

    private func defaults(for path: ContentPath) -> String {
        path.kind == .page ? defaults.digest(for: path.folder) : ""
    }

    /// Nothing where the configuration's patterns cannot be understood: its reader has reported it, and no page has an
    /// address without them.
    private var pageReader: PageReader? {
        do throws(PermalinkError) {
            return try PageReader(rules, defaults: defaults, highlight: highlight, math: math)
        } catch {
            return nil
        }
    }

    /// A page's text as it is read.
    ///
    /// - Throws: a finding for bytes that are none.
    package static func text(of loaded: [UInt8], _ source: String) throws(Diagnostic) -> String {
        var bytes = loaded[...]
        if GitLFSPointer(bytes) != nil { throw GitLFSPointer.finding(at: SourceID.sitePath(of: source)) }
        guard bytes.count <= ContentLimits.fileSize else {
            let empty = SourceText(path: SourceID.sitePath(of: source), text: "")
            let size = "\(ContentLimits.fileSize >> 20) MiB"
            throw ContentLimits.finding("page has more than \(size)", line: 1, in: empty)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        // Old Macintosh programs end lines so, and front matter is told by its lines.
        if bytes.withUnsafeBufferPointer({ ByteSearch.contains(0x0D, in: $0) }), !bytes.contains(0x0A) {
            bytes = bytes.map { $0 == 0x0D ? 0x0A : $0 }[...]
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw notUTF8(bytes, source) }
        return text
    }

    private static func notUTF8(_ bytes: ArraySlice<UInt8>, _ source: String) -> Diagnostic {
        var line = 1
        let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        let valid = String(decoding: bytes, as: UTF8.self)
        for character in valid {
            if character == "\u{FFFD}" { break }
            if character.isNewline { line += 1 }
        }
        return Diagnostic(
            .fileEncoding, "file is not UTF-8",
            at: SourceLocation(path: SourceID.sitePath(of: source), line: isUTF16 ? 1 : line),
            help: "save it as UTF-8, for example with: iconv -f \(isUTF16 ? "utf-16" : "latin1") -t utf-8")
    }

    /// Two pages with one address, and aliases that two pages claim or that hide a page. To be asked of the pages
    /// that are going to be built: a draft may wait for another page's address.
    package static func conflicts(in pages: [Page]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var owners: [String: Page] = [:]
        owners.reserveCapacity(pages.count)
        for page in pages {
            if let owner = owners.updateValue(page, forKey: page.url) {
                diagnostics.append(
                    .addressConflict(
                        "address \(page.url) belongs to \(owner.source.location.path) already",
                        at: page.source.location))
                owners[page.url] = owner
            }
        }
        var aliases: [String: SourceID] = [:]
        for page in pages where !page.aliases.isEmpty {
            for alias in page.aliases {
                let address = PageAddress.path(alias.value)
                if let owner = owners[address] {
                    diagnostics.append(
                        Diagnostic(
                            .aliasDuplicate, "alias \(address) is the address of \(owner.source.location.path)",
                            at: alias.location))
                } else if let owner = aliases[address], owner != page.source {
                    diagnostics.append(
                        Diagnostic(
                            .aliasDuplicate, "alias \(address) belongs to content/\(owner) already", at: alias.location)
                    )
                } else {
                    aliases[address] = page.source
                }
            }
        }
        return diagnostics
    }
}
