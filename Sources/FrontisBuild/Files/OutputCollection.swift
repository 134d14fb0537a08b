import FrontisCore

/// The files of the output by path; two that claim one path are an error, unless one of them yields.
struct OutputCollection: Sendable {
    /// In the order in which they came, which is nearly sorted.
    private var entries: [(file: OutputFile, origin: String, yields: Bool)] = []
    /// Of each path the place in `entries`.
    private var places: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []
    static let page = "a page"

    mutating func add(_ file: OutputFile, from origin: String, yields: Bool = false) {
        let path = file.path.text
        guard let place = places[path] else {
            places[path] = entries.count
            entries.append((file, origin, yields))
            return
        }
        let other = entries[place]
        // Two pages that show one file from beside themselves may lie in one folder of the output.
        if let copied = file.copied, copied == other.file.copied { return }
        // What the site has itself stands over what Frontis would make, and of two pages the first stands: that
        // two files of the author want one address has been said.
        if yields || (origin == Self.page && other.origin == Self.page) { return }
        if other.yields {
            entries[place] = (file, origin, yields)
            return
        }
        diagnostics.append(
            Diagnostic(
                .outputConflict, "\(other.origin) and \(origin) both want to be '\(path)' in the output",
                help: "rename one of the two"))
    }

    mutating func addCopy(of folder: String, _ file: String, to path: String? = nil, shown: String) {
        guard let target = shown == "static" ? SitePath(static: file) : SitePath(path ?? file) else {
            diagnostics.append(
                Diagnostic(
                    .outputConflict, "'\(shown)/\(file)' cannot be named like that in the output",
                    help: "rename the file: control characters and backslashes are no part of addresses"))
            return
        }
        add(OutputFile(target, .copy(of: folder + "/" + file), kind: Self.kind(of: file)), from: "\(shown)/\(file)")
    }

    /// A file that may lead to pages is written after them.
    private static func kind(of file: String) -> OutputFile.Kind {
        let leading = [".html", ".htm", ".xml", ".json"]
        return leading.contains { file.lowercased().hasSuffix($0) } ? .list : .asset
    }

    /// Files whose path is that of a folder for others: no file system holds both.
    var nested: [Diagnostic] {
        // Each folder with the first file in it.
        var folders: [Substring: String] = [:]
        for path in entries.lazy.map(\.file.path.text) {
            var rest = path[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                if let first = folders[rest] {
                    guard path < first else { break }
                }
                folders[rest] = path
            }
        }
        var found: [String: String] = [:]
        for (folder, path) in folders where places[String(folder)] != nil { found[String(folder)] = path }
        return found.sorted { $0.key < $1.key }.map { parent, path in
            let (file, inner) = (origin(of: parent), origin(of: path))
            return Diagnostic(
                .outputConflict,
                "'\(parent)' would be a file (\(file)) and the folder of '\(path)' (\(inner)) in the output",
                help: "rename one of the two")
        }
    }

    private func origin(of path: String) -> String { places[path].map { entries[$0].origin } ?? "" }

    /// Of files that are no pages, sorted.
    var pathsBesidesPages: [String] { entries.filter { $0.origin != Self.page }.map(\.file.path.text).sorted() }

    /// Whether a file has the path.
    func has(_ path: String) -> Bool { places[path] != nil }

    /// In no order.
    var all: [OutputFile] { entries.map(\.file) }

    var sorted: [OutputFile] { all.sorted { $0.path.text < $1.path.text } }

    /// Files that are taken over as they are, sorted.
    var copies: [OutputFile] { all.filter { $0.copied != nil }.sorted { $0.path.text < $1.path.text } }
}

extension OutputFile {
    /// The file that it is a copy of.
    var copied: String? { if case .copy(let path) = content { path } else { nil } }

    var isRendered: Bool { if case .made(let maker) = content { maker.runsTemplate } else { false } }
}
