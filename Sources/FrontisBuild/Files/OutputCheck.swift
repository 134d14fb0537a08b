import Foundation
import FrontisCore
import FrontisStore

/// What can be said of the output before anything is asked for or written: where it is, and what is in it.
struct OutputCheck: Sendable {
    /// What earlier builds wrote; nothing where none did.
    private(set) var manifest: OutputManifest?
    private(set) var findings: [Diagnostic] = []
    /// The files that earlier builds wrote, and the folders that they lie in.
    private(set) var standing: OutputStanding

    private let folder: SiteFolder
    private let shown: String

    /// Of where the output is.
    init(_ folder: SiteFolder) {
        self.folder = folder
        shown = folder.shown(folder.output)
        standing = OutputStanding(of: folder.output)
        findings = [place()].compactMap(\.self)
    }

    /// Looks at what is in it, for whoever is going to write.
    ///
    /// - Parameters:
    ///   - adopts: whether an output of somebody else is taken over.
    ///   - records: of the last build there.
    mutating func look(adopts: Bool, knowing records: OutputRecords = OutputRecords(), jobs: Int) async {
        guard findings.isEmpty else { return }
        do throws(FileError) {
            let output = try OutputFolder(folder.output)
            manifest = try OutputManifest.read(in: output)
            if manifest == nil, !adopts, let stranger = try Self.stranger(in: output) {
                findings = [Self.foreign(shown, stranger)]
            }
            findings += await look(through: manifest, knowing: records, jobs: jobs)
        } catch {
            if !error.isAbsent { findings = [Self.finding(error, in: folder)] }
        }
        if findings.isEmpty, let finding = unwritable() { findings = [finding] }
    }

    /// That the output, or the folder that it would be made in, may not be written to.
    private func unwritable() -> Diagnostic? {
        var place = folder.output
        while FileStamp(of: place) == nil, place != "/" { place = Directory.parent(of: place) }
        guard access(place + "/.", W_OK | X_OK) != 0 else { return nil }
        return Self.finding(
            FileError(place == folder.output ? .write : .makeDirectory, folder.output, code: errno), in: folder)
    }

    /// A file that is not hidden, in a folder that Frontis has not written to.
    static func stranger(in output: OutputFolder) throws(FileError) -> String? {
        try output.names().first { !$0.hasPrefix(".") }
    }

    static func foreign(_ shown: String, _ stranger: String) -> Diagnostic {
        Diagnostic(
            .outputForeign, "'\(shown)' holds files that Frontis did not write, such as '\(stranger)'",
            help: "choose an empty folder with --output, or take this one over with --force")
    }

    /// A failed call, in the words of the output.
    static func finding(_ error: FileError, in folder: SiteFolder) -> Diagnostic {
        guard error.code == ELOOP else {
            return error.diagnostic(.outputWrite)
        }
        return link(folder.shown(error.path))
    }

    /// That a link stands where something would be written or removed.
    static func link(_ path: String) -> Diagnostic {
        Diagnostic(
            .outputUnsafe, "'\(path)' is a link: nothing below the output is written or removed through one",
            help: "remove the link; the output itself may be one")
    }

    // MARK: The place

    /// Where files are kept that a build reads, or must never touch. Nothing is written in them, nor around them.
    private static let kept = [
        "content", "static", "templates", "data", "i18n", ".frontis", ".frontis/store", ".frontis/cache", ".git",
        ".env", "frontis.yaml", "frontis.lock",
    ]

    private func place() -> Diagnostic? {
        // It is nothing that could be published.
        if folder.isServed { return nil }
        let help = "choose a folder of its own with --output, such as 'public'"
        func unsafe(_ summary: String) -> Diagnostic { Diagnostic(.outputUnsafe, summary, help: help) }
        guard !folder.output.isEmpty else { return unsafe("the output's name is empty") }
        let real: String
        do throws(FileError) {
            real = try Self.real(folder.output)
        } catch {
            return unsafe(
                error.code == ENOENT
                    ? "'\(shown)' is, or lies behind, a link that leads nowhere"
                    : "'\(shown)' cannot be the output: \(error.relative(to: folder.root))")
        }
        switch FileStamp.entry(at: real) {
        case .folder?, nil: break
        default: return unsafe("'\(shown)' is a file, not a folder")
        }
        if let name = keptName(around: real) { return unsafe("the output '\(shown)' lies in '\(name)'") }
        if let name = keptName(below: real) { return unsafe("the output '\(shown)' holds \(name)") }
        return cachePlace(output: real)
    }

    /// A cache holds addresses that are secrets, and must not be where a site is published from.
    private func cachePlace(output: String) -> Diagnostic? {
        let cache: String
        do throws(FileError) {
            cache = try Self.real(folder.cache)
        } catch {
            let shown = folder.shown(folder.cache)
            return Diagnostic(
                .outputUnsafe,
                error.code == ENOENT
                    ? "the cache '\(shown)' lies behind a link that leads nowhere"
                    : "'\(shown)' cannot be the cache: \(error.relative(to: folder.root))",
                help: "choose another folder with --cache")
        }
        let published = [output] + ["content", "static", "templates"].map { "\(folder.root)/\($0)" }
        guard let around = published.first(where: { cache.hasPrefix(((try? Self.real($0)) ?? $0) + "/") }) else {
            return nil
        }
        return Diagnostic(
            .outputUnsafe, "the cache '\(folder.shown(folder.cache))' lies in '\(folder.shown(around))'",
            help: "choose a folder of its own with --cache, that is not published")
    }

    /// Of the folders that are there, told by what they are and not by how they are spelled; of those that are not,
    /// by their names, in any case, as there are file systems that do not tell cases apart.
    private func keptName(around real: String) -> String? {
        let identities = RealPath.identities(from: real)
        let above = Set(identities)
        for name in Self.kept {
            if let identity = RealPath.Identity(of: folder.root + "/" + name), above.contains(identity) { return name }
        }
        guard let site = RealPath.Identity(of: folder.root) else { return nil }
        var path = real
        while Directory.parent(of: path) != path {
            let parent = Directory.parent(of: path)
            if RealPath.Identity(of: parent) == site {
                let name = String(path.dropFirst(parent.utf8.count + 1)).lowercased()
                return Self.kept.first { $0 == name }
            }
            path = parent
        }
        return nil
    }

    private func keptName(below real: String) -> String? {
        guard let own = RealPath.Identity(of: real) else { return nil }
        for name in [""] + Self.kept {
            guard let path = try? RealPath(of: name.isEmpty ? folder.root : folder.root + "/" + name) else { continue }
            if RealPath.identities(from: path.text).contains(own) { return name.isEmpty ? "the site" : "'\(name)'" }
        }
        return nil
    }

    /// Every link followed, also where the last folders are yet to be made.
    private static func real(_ path: String) throws(FileError) -> String {
        do throws(FileError) {
            return try RealPath(of: path).text
        } catch  where error.code == ENOENT && path != "/" {
            // A link that leads nowhere is there all the same.
            guard FileStamp.entry(at: path) == nil else { throw error }
            let parent = try real(Directory.parent(of: path))
            let name = path.suffix(from: path.lastIndex(of: "/") ?? path.startIndex)
            return (parent == "/" ? "" : parent) + name
        }
    }

    // MARK: What is in it

    /// - Returns: the folders that earlier builds wrote into and that are links now.
    private mutating func look(
        through manifest: OutputManifest?, knowing records: OutputRecords, jobs: Int
    ) async -> [Diagnostic] {
        guard let manifest else { return [] }
        let haveFolders = records.haveFolders(of: folder.output)
        var folders: Set<Substring> = []
        for path in manifest.files.keys where !haveFolders {
            var rest = path[...]
            while let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) {
                rest = rest[..<slash]
                guard folders.insert(rest).inserted else { break }
            }
        }
        standing = await OutputStanding(
            of: folder.output, at: Array(folders) + manifest.files.keys.map { $0[...] }, jobs: jobs)
        let links = folders.filter { if case .link? = standing.entry(at: $0) { true } else { false } }
        return links.sorted().map { Self.link(folder.shown(folder.output + "/" + $0)) }
    }
}
