import Foundation
import FrontisCore
import FrontisStore
import Synchronization

/// Brings the output up to date: writes what differs, leaves the rest alone, removes what no page makes any more.
///
/// What is new is written at once, and what differs beside the file that it replaces: only when all of it is there does
/// `finish` put it in its place. Whatever goes wrong until then, a full disk above all, is taken back by `undo`. An output
/// that is not there yet is made aside, where no file needs a name of its own until it is whole.
///
/// Each file is replaced at once, and the list of files is written before the first and after the last of them, so
/// that whatever stops the program, no file is half written and none is forgotten. Files are written in an order in which
/// nothing that can be reached leads to a file that is not there: see `phases`.
struct SiteWriter: Sendable {
    enum Outcome: Sendable {
        case written
        case kept
    }

    struct Counts: Sendable {
        var written = 0
        var kept = 0
        var removed = 0
    }

    private let folder: SiteFolder
    private let output: OutputFolder
    private let adopts: Bool
    private let previous: [String: OutputFile.Kind]
    private let files: [OutputFile]
    private let paths: Set<String>
    /// Whether the list in the output says that a build is under way, and names what this one writes.
    private let announcement: Announcement
    private let changes = OutputChanges()
    /// The list as this build leaves it.
    private let list: OutputManifest
    /// The list as this build found it; nothing where there was none.
    private let found: OutputManifest?
    /// Whether the output itself was made by this build.
    private let isNew: Bool
    /// Where a new output is made before it gets its name.
    private let aside: FolderAside?

    /// - Parameters:
    ///   - files: everything that is going to be there.
    ///   - known: the list as it was when the run began.
    ///   - beginning: of this build, in seconds since 1970: temporary files that are older are those of one that was cut
    ///     off, be it a moment ago.
    /// - Throws: a diagnostic for an output that holds files of somebody else.
    init(
        in folder: SiteFolder, files: [OutputFile], knowing known: OutputManifest? = nil, adopts: Bool,
        beginning: Double
    ) throws(Diagnostic) {
        self.folder = folder
        self.files = files
        self.adopts = adopts
        paths = Set(files.map(\.path.text))
        do throws(FileError) {
            isNew = FileStamp(of: folder.output) == nil
            aside = isNew ? try Self.aside(for: folder) : nil
            if aside == nil { try Directory.make(folder.output) }
            output = try OutputFolder(aside?.path ?? folder.output, named: folder.output)
            let manifest = try OutputManifest.read(in: output, knowing: known)
            if manifest == nil, !adopts, let stranger = try OutputCheck.stranger(in: output) {
                throw FileError(.write, stranger, code: EEXIST)
            }
            found = manifest
            let wasInterrupted = manifest?.isFinished == false
            if wasInterrupted {
                try AtomicFile.sweep(folder.output, modifiedBefore: beginning)
            }
            let previous = manifest?.files ?? [:]
            self.previous = previous
            let own = Dictionary(files.map { ($0.path.text, $0.kind) }, uniquingKeysWith: { first, _ in first })
            // The list of the same files need not be sorted again.
            let same = manifest.flatMap { $0.files == own ? $0 : nil }
            list = same?.marked(isFinished: true) ?? OutputManifest(files: own, isFinished: true)
            announcement = Announcement(
                same?.marked(isFinished: false)
                    ?? OutputManifest(files: previous.merging(own) { $1 }, isFinished: false),
                wasInterrupted: wasInterrupted, isMade: wasInterrupted && own.keys.allSatisfy { previous[$0] != nil })
        } catch {
            if error.code == EEXIST, !error.path.contains("/") {
                throw OutputCheck.foreign(folder.shown(folder.output), error.path)
            }
            throw OutputCheck.finding(error, in: folder)
        }
    }

    /// Whether something has come where the output was to be made anew.
    var isOvertaken: Bool { aside != nil && FileStamp.entry(at: folder.output) != nil }

    /// Nothing where the cache cannot be written to either: then the output is made where it is.
    private static func aside(for folder: SiteFolder) throws(FileError) -> FolderAside? {
        do throws(FileError) { return try FolderAside(in: folder.cache, for: folder.output) } catch
            where error.isReadOnly
        {
            return nil
        }
    }

    /// All of the files in the order in which they are to be written; those of one phase may be written at the same time.
    ///
    /// First what is not there yet, as nothing leads to it: assets, then pages, then lists. Then what is there and may
    /// lead to what is new, in the same order. What goes is removed by `finish`, when nothing leads to it any more.
    ///
    /// - Parameter current: files that are there as they would be made.
    func phases(besides current: Set<SitePath> = []) throws(Diagnostic) -> [[OutputFile]] {
        var phases = [[OutputFile]](repeating: [], count: 2 * OutputFile.Kind.allCases.count)
        do throws(FileError) {
            for file in files where !current.contains(file.path) {
                let phase = try isThere(file.path.text) ? OutputFile.Kind.allCases.count : 0
                phases[phase + file.kind.rawValue].append(file)
            }
        } catch {
            throw OutputCheck.finding(error, in: folder)
        }
        return phases.filter { !$0.isEmpty }
    }

    /// A build that was cut off has named files that it did not come to write.
    private func isThere(_ path: String) throws(FileError) -> Bool {
        guard previous[path] != nil else { return false }
        guard announcement.wasInterrupted else { return true }
        return try output.entry(path) != nil
    }

    /// Safe to call from several threads.
    ///
    /// - Returns: what became of it, and what was read for it.
    func write(_ file: OutputFile) async throws(Diagnostic) -> (outcome: Outcome, reads: [UInt8]?) {
        let made = try await made(file)
        do throws(FileError) {
            return (try write(made.bytes, to: file.path.text), made.reads)
        } catch {
            throw OutputCheck.finding(error, in: folder)
        }
    }

    private func made(_ file: OutputFile) async throws(Diagnostic) -> MadeOutput {
        do {
            switch file.content {
            case .text(let text): return MadeOutput(bytes: Array(text.utf8), reads: [])
            case .bytes(let bytes): return MadeOutput(bytes: bytes, reads: [])
            case .copy(let source): return MadeOutput(bytes: try FileContents.read(source), reads: [])
            case .made(let maker): return try await maker.make()
            }
        } catch let error as FileError {
            throw OutputCheck.finding(error, in: folder)
        } catch let error as Diagnostic {
            throw error
        } catch {
            throw Diagnostic(.pluginFailed, "'\(file.path.text)' could not be made: \(error)")
        }
    }

    private func write(_ bytes: [UInt8], to path: String) throws(FileError) -> Outcome {
        guard aside == nil else {
            try announcement.make(in: output)
            try output.writeNew(bytes, to: path)
            changes.made(path)
            return .written
        }
        let standing = try output.standing(of: bytes, at: path)
        if standing == .same { return .kept }
        try announcement.make(in: output)
        do throws(FileError) {
            if standing == .absent {
                try output.write(bytes, to: path)
                changes.made(path)
            } else if case .folder? = try output.entry(path) {
                changes.blocked(path, bytes)
            } else {
                changes.staged(path, try output.stage(bytes, for: path))
            }
        } catch  where [EISDIR, ENOTDIR, EEXIST, ENOTEMPTY].contains(error.code) {
            changes.blocked(path, bytes)
        }
        return .written
    }

    /// Takes back what was written, as far as that can be: what was there is there again, and nothing else.
    ///
    /// - Returns: whether the output is as it was before.
    func undo() -> Bool {
        let (made, staged, isBegun) = changes.takenBack
        var isUndone = !isBegun
        func attempt(_ step: () throws(FileError) -> Void) {
            do throws(FileError) { try step() } catch { isUndone = false }
        }
        for (path, temporary) in staged { attempt { () throws(FileError) in try output.discard(temporary, of: path) } }
        guard !isBegun else { return false }
        for path in made { attempt { () throws(FileError) in try output.remove(path) } }
        guard isUndone, !announcement.wasInterrupted else { return isUndone }
        attempt { () throws(FileError) in
            if let found { try found.write(in: output) } else { try output.remove(OutputManifest.name) }
        }
        // One that somebody has put something into meanwhile stays.
        if isNew { rmdir(aside?.path ?? folder.output) }
        return isUndone
    }

    /// Puts everything in its place, in the order of `phases`.
    ///
    /// - Parameter removes: whether files will go afterwards.
    private func swap(jobs: Int, removes: Bool) async throws(FileError) {
        let kinds = list.files
        let (blocked, staged) = changes.begin(removes: removes)
        for kind in OutputFile.Kind.allCases {
            // A page moved from `/a/index.html` to a file named `a`, or the other way round.
            for (path, bytes) in blocked where kinds[path] == kind {
                try clearWay(for: path)
                try output.write(bytes, to: path)
            }
        }
        for kind in OutputFile.Kind.allCases {
            let failures = await staged.filter { kinds[$0.key] == kind }.parallelMap(jobs: jobs) {
                path, temporary -> FileError? in
                do throws(FileError) {
                    try output.rename(temporary, to: path)
                    return nil
                } catch {
                    return error
                }
            }
            if let failure = failures.compactMap(\.self).first { throw failure }
        }
    }

    /// Removes what no page makes any more and stands where folders of the path are to be, or below the path.
    private func clearWay(for path: String) throws(FileError) {
        for stale in stale where path.hasPrefix(stale + "/") || stale.hasPrefix(path + "/") {
            try output.remove(stale)
        }
        if adopts { try removeFile(above: path) }
        if case .folder? = try output.entry(path) { try output.removeEmptyFolders(at: path) }
    }

    /// Of somebody else, and taken over: it stands where a folder of the path is to be.
    private func removeFile(above path: String) throws(FileError) {
        for slash in path.indices where path[slash] == "/" {
            switch try output.entry(String(path[..<slash])) {
            case .file?, .special?: return try output.remove(String(path[..<slash]))
            case .folder?: continue
            case .link?, nil: return
            }
        }
    }

    /// What earlier builds wrote and this one does not, lists first, as they lead to pages.
    private var stale: [String] {
        previous.filter { !paths.contains($0.key) }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }

    /// Replaces what differs, removes what earlier builds wrote and this one did not, and completes the list.
    ///
    /// - Returns: the paths that were removed.
    func finish(jobs: Int = 1) async throws(Diagnostic) -> [String] {
        let stale = self.stale
        do throws(FileError) {
            try await swap(jobs: jobs, removes: !stale.isEmpty)
            if !stale.isEmpty { try announcement.make(in: output) }
            for path in stale {
                try output.remove(path)
            }
            try list.write(in: output)
            try aside?.settle()
        } catch {
            throw OutputCheck.finding(error, in: folder)
        }
        return stale
    }
}
