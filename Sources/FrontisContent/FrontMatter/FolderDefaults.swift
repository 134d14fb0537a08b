package import FrontisCore

/// What folders say for the pages in them and below them: `content/posts/_defaults.yaml`, and `cascade` in the front matter
/// of a folder's `_index.md`. A page's own keys stand over them, and nearer folders over those above.
package struct FolderDefaults: Sendable {
    /// Reads a file's bytes.
    package typealias Load = (String) throws(Diagnostic) -> [UInt8]

    private struct Folder: Sendable {
        var entries: [SourceNode.Entry]
        /// Of the bytes that it was read from.
        var digest: String
    }

    /// Without a slash at its end.
    private var folders: [String: Folder] = [:]
    /// What they are, each in the file that it stands in, to be checked as front matter is.
    private(set) var written: [(root: SourceNode, source: SourceText)] = []
    /// What is wrong with them besides what they say of pages.
    package private(set) var findings: [Diagnostic] = []

    /// Of a site that has none.
    package static let none = FolderDefaults()

    private init() {}

    /// Whether a file under `content/` is one.
    package static func isOne(_ path: String) -> Bool {
        let name = divided(path).name
        return name == "_defaults.yaml" || name == "_defaults.yml"
    }

    /// - Parameters:
    ///   - files: paths under `content/`, in the order in which the later ones stand over the earlier.
    ///   - digest: what tells texts apart.
    package init(among files: [String], load: Load, digest: ([UInt8]) -> String) {
        for path in files where Self.isOne(path) || Self.isFolderPage(path) {
            do throws(Diagnostic) {
                let bytes = try load(path)
                if Self.isOne(path) {
                    take(try Self.root(of: bytes, path), at: path, digest(bytes), bytes)
                } else if let cascade = try Self.cascade(in: bytes, path, &findings) {
                    take(cascade, at: path, digest(bytes), bytes)
                }
            } catch {
                // What is wrong with a page is said where it is read.
                if Self.isOne(path) { findings.append(error) }
            }
        }
    }

    /// The folder without a slash at its end.
    private static func divided(_ path: String) -> (folder: String, name: Substring) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path[...]) }
        return (String(path[..<slash]), path[path.index(after: slash)...])
    }

    private mutating func take(_ root: SourceNode?, at path: String, _ digest: String, _ bytes: [UInt8]) {
        guard let root else { return }
        let source = SourceText(
            path: SourceID.sitePath(of: path), text: String(decoding: bytes, as: UTF8.self))
        var reader = NodeReader(source: source)
        guard let entries = root.entries else {
            reader.report(.frontMatterYAML, "defaults must be keys and values, not \(root.kind)", at: root.location)
            findings += reader.diagnostics
            return
        }
        for entry in entries where Self.placing.contains(entry.key.value.lowercased()) {
            reader.report(
                .frontMatterUnknownKey, "'\(entry.key.value)' says of one page where it is, and cannot be every page's",
                at: entry.key.location, help: "pages' addresses by folder: permalinks, in frontis.yaml",
                severity: .error)
        }
        findings += reader.diagnostics
        let usable = entries.filter { !Self.placing.contains($0.key.value.lowercased()) }
        written.append((SourceNode(content: .map(usable), literal: "", location: root.location), source))
        let folder = Self.divided(path).folder
        var known = folders[folder] ?? Folder(entries: [], digest: "")
        known.entries = Self.filled(usable, with: known.entries)
        known.digest += digest
        folders[folder] = known
    }

    /// Keys that one page has for itself.
    private static let placing: Set = [
        "title", "slug", "url", "path", "permalink", "aliases", "redirect_from", "cascade",
    ]

    private static func isFolderPage(_ path: String) -> Bool {
        let name = divided(path).name
        return name.hasPrefix("_index.") && ContentReader.isPage(path)
    }

    private static func root(of bytes: [UInt8], _ path: String) throws(Diagnostic) -> SourceNode? {
        let text = try ContentReader.text(of: bytes, path)
        let source = SourceText(path: SourceID.sitePath(of: path), text: text)
        return try FrontMatter.root(of: text, isYAML: true, in: source, lineOffset: 0)
    }

    private static func cascade(
        in bytes: [UInt8], _ path: String, _ findings: inout [Diagnostic]
    ) throws(Diagnostic) -> SourceNode? {
        let isThere = bytes.withUnsafeBufferPointer { ByteSearch.index(of: Array("cascade".utf8), in: $0) != nil }
        guard isThere else { return nil }
        let source = SourceText(path: SourceID.sitePath(of: path), text: try ContentReader.text(of: bytes, path))
        guard let node = try FrontMatter.read(source).root?["cascade"], !node.isAbsent else { return nil }
        guard case .list(let parts) = node.content else { return node }
        // Hugo's form for several targets: those without one are for all.
        var entries: [SourceNode.Entry] = []
        var reader = NodeReader(source: source)
        for part in parts {
            if let target = part["_target"] ?? part["target"] {
                reader.report(
                    .frontMatterUnknownKey, "targets of cascade are not read", at: target.location,
                    help: "write what is meant for a folder into its own _defaults.yaml", severity: .warning)
            } else {
                entries += part.entries ?? []
            }
        }
        findings += reader.diagnostics
        return SourceNode(content: .map(entries), literal: "", location: node.location)
    }

    // MARK: Asking

    /// What tells a page's defaults from others; empty where there are none.
    ///
    /// - Parameter folder: of a page, with a slash at its end or empty.
    func digest(for folder: String) -> String {
        guard !folders.isEmpty else { return "" }
        return Self.path(to: folder).compactMap { folders[$0]?.digest }.joined(separator: " ")
    }

    /// A page's front matter with what it leaves to its folders.
    ///
    /// - Parameters:
    ///   - path: of the page.
    ///   - kinds: the site's taxonomies.
    func filled(_ root: SourceNode, at path: ContentPath, _ kinds: [TaxonomyKind]) -> SourceNode {
        guard !folders.isEmpty, var entries = root.entries else { return root }
        for above in Self.path(to: path.folder) {
            guard let defaults = folders[above]?.entries else { continue }
            entries = Self.filled(entries, with: defaults, kinds, isDated: path.date != nil)
        }
        return SourceNode(content: .map(entries), literal: root.literal, location: root.location)
    }

    /// The folder and those above it, nearest first, without slashes at their ends.
    private static func path(to folder: String) -> [String] {
        let parts = folder.split(separator: "/")
        return (0...parts.count).reversed().map { parts[..<$0].joined(separator: "/") }
    }

    /// The entries, and those of the defaults whose keys they lack, in whichever spelling. One that says nothing (`tags:`) is
    /// as good as absent; an empty list says that there is none.
    ///
    /// - Parameter isDated: whether the page has a date in its name, which is its own as well.
    private static func filled(
        _ entries: [SourceNode.Entry], with defaults: [SourceNode.Entry], _ kinds: [TaxonomyKind] = [],
        isDated: Bool = false
    ) -> [SourceNode.Entry] {
        var entries = entries.filter { !saysNothing($0.node) }
        var known = Set(entries.flatMap { StandardKeys.spellings(of: $0.key.value) })
        if isDated { known.insert("date") }
        // Zola's table.
        let table = entries.first { $0.key.value.lowercased() == "taxonomies" }?.node.entries ?? []
        for kind in kinds {
            let names = [kind.name.lowercased(), kind.one.lowercased()]
            if names.contains(where: known.contains)
                || table.contains(where: { names.contains($0.key.value.lowercased()) })
            {
                known.formUnion(names)
            }
        }
        // A picture that is there stands over one to be made.
        if known.contains("hero") { known.insert("ai-image") }
        for entry in defaults {
            let key = entry.key.value.lowercased()
            guard known.contains(key) else {
                entries.append(entry)
                continue
            }
            // Tables of the author's own keys are filled key by key.
            guard ["params", "extra"].contains(key), let more = entry.node.entries,
                let place = entries.firstIndex(where: { $0.key.value.lowercased() == key }),
                let own = entries[place].node.entries
            else { continue }
            let said = own.filter { !saysNothing($0.node) }
            let names = Set(said.map(\.key.value))
            entries[place].node.content = .map(said + more.filter { !names.contains($0.key.value) })
        }
        return entries
    }

    private static func saysNothing(_ node: SourceNode) -> Bool {
        if case .list = node.content { return false }
        return node.isAbsent
    }
}
