import Foundation
import FrontisCore
import FrontisStore

/// What stands in the output where a build would write, and is not Frontis' to overwrite or to remove.
///
/// Whatever earlier builds wrote makes way; a file with the very bytes that are to be there may stay, and is Frontis'
/// from then on.
struct OutputConflicts: Sendable {
    private let folder: SiteFolder
    /// What earlier builds wrote.
    private let own: [String: OutputFile.Kind]
    private let adopts: Bool
    private let standing: OutputStanding

    /// What there is on the way to a file.
    private enum Way {
        /// Nothing, or what makes way.
        case open
        case folder
        /// Something of somebody else, of which has been told.
        case closed
    }

    /// - Parameters:
    ///   - manifest: nothing where no build had written when the run began; another one may have since.
    ///   - standing: what stood there when the run began.
    ///   - adopts: whether files of somebody else are taken over.
    init(in folder: SiteFolder, manifest: OutputManifest?, standing: OutputStanding, adopts: Bool) {
        self.standing = standing
        self.folder = folder
        own = (manifest ?? (try? OutputManifest.read(in: OutputFolder(folder.output))))?.files ?? [:]
        self.adopts = adopts
    }

    /// - Parameters:
    ///   - files: what is going to be written; pages may still be empty.
    ///   - examined: files of which has been told.
    ///   - folders: more folders that are going to be written into.
    /// - Returns: a finding for each obstacle, in no order.
    func findings(for files: [OutputFile], besides examined: [OutputFile] = [], folders: [String] = [], jobs: Int) async
        -> [Diagnostic]
    {
        // What is hidden in the root is written to by dotfiles of static/ only.
        guard let names = try? Directory.names(in: folder.output), !names.isEmpty,
            names.contains(where: { !$0.hasPrefix(".") }) || files.contains(where: { $0.path.text.hasPrefix(".") })
        else { return [] }
        var ways: [Substring: Way] = ["": .folder]
        var findings: [Diagnostic] = []
        var fresh: Set<Substring> = []
        for folder in folders { _ = way(to: folder[...], &ways, &findings) }
        let known = Set(examined.map(\.path))
        let reachable = files.filter { file in
            guard !known.contains(file.path) else { return false }
            let path = file.path.text
            // Its folders have been looked at: see `OutputCheck`.
            if own[path] != nil, case .file? = standing.entry(at: path[...]) { return false }
            let parent = Self.parent(of: path[...])
            guard way(to: parent, &ways, &findings) == .folder else { return false }
            if own[path] == nil { fresh.insert(parent) }
            return true
        }
        findings += fresh.sorted().compactMap(unwritable)
        findings += await reachable.parallelMap(jobs: jobs, obstacle).compactMap(\.self)
        return findings
    }

    // MARK: Folders

    private static func parent(of path: Substring) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }

    private func way(to path: Substring, _ ways: inout [Substring: Way], _ findings: inout [Diagnostic]) -> Way {
        if let known = ways[path] { return known }
        var way = way(to: Self.parent(of: path), &ways, &findings)
        if way == .folder {
            switch standing.entry(at: path) {
            case .folder?: break
            case nil: way = .open
            case .link?:
                findings.append(OutputCheck.link(shown(path)))
                way = .closed
            case .file?, .special?:
                way = adopts || own[String(path)] != nil ? .open : .closed
                if way == .closed { findings.append(foreign(path, "a folder is needed in its place")) }
            }
        }
        ways[path] = way
        return way
    }

    /// That a folder that gets a new file may not be written to.
    private func unwritable(_ path: Substring) -> Diagnostic? {
        let place = folder.output + (path.isEmpty ? "" : "/" + path)
        guard access(place + "/.", W_OK | X_OK) != 0 else { return nil }
        return OutputCheck.finding(FileError(.write, place, code: errno), in: folder)
    }

    // MARK: Files

    private func obstacle(to file: OutputFile) -> Diagnostic? {
        let path = file.path.text
        let isOwn = own[path] != nil
        switch standing.entry(at: path[...]) {
        case nil: return nil
        case .folder?:
            guard let stranger = stranger(in: path) else { return nil }
            return Diagnostic(
                .outputForeign,
                "'\(shown(path[...]))' is to be a file, and holds files that Frontis did not write, such as '\(stranger)'",
                help: "move that folder elsewhere")
        case .link?, .special?:
            return isOwn || adopts ? nil : foreign(path[...], "it would be overwritten")
        case .file(let stamp)?:
            if isOwn || adopts || holds(file, stamp) { return nil }
            return foreign(path[...], "it would be overwritten")
        }
    }

    /// Whether the very bytes are there already. A page is not made for the sake of it.
    private func holds(_ file: OutputFile, _ stamp: FileStamp) -> Bool {
        let wanted: [UInt8]?
        switch file.content {
        case .text(let text): wanted = Array(text.utf8)
        case .bytes(let bytes): wanted = bytes
        case .copy(let source):
            wanted = FileStamp(of: source)?.size == stamp.size ? try? FileContents.read(source) : nil
        case .made: wanted = nil
        }
        guard let wanted, wanted.count == stamp.size else { return false }
        return (try? FileContents.read(folder.output + "/" + file.path.text)) == wanted
    }

    /// A file in the folder, at any depth, that no build wrote.
    private func stranger(in path: String) -> String? {
        guard let names = try? Directory.names(in: folder.output + "/" + path) else { return nil }
        for name in names {
            let inner = path + "/" + name
            if case .folder? = FileStamp.entry(at: folder.output + "/" + inner) {
                if let found = stranger(in: inner) { return name + "/" + found }
            } else if own[inner] == nil {
                return name
            }
        }
        return nil
    }

    // MARK: Words

    private func shown(_ path: Substring) -> String { folder.shown(folder.output + "/" + path) }

    private func foreign(_ path: Substring, _ consequence: String) -> Diagnostic {
        Diagnostic(
            .outputForeign, "'\(shown(path))' is not a file that Frontis wrote, and \(consequence)",
            help: "move it elsewhere, or have it replaced with --force")
    }
}
