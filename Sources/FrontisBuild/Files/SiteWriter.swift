import Foundation
import FrontisCore
import FrontisStore

/// Brings the output up to date: writes what differs, leaves the rest alone, removes what no page makes any more.
///
/// Each file is replaced at once, and the list of files is written first and last, so that whatever stops the
/// program, no file is half written and none is forgotten.
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

    let output: String
    private let previous: Set<String>
    private let paths: Set<String>

    /// - Parameter paths: everything that is going to be there.
    /// - Throws: a diagnostic for an output that holds files of somebody else.
    init(output: String, paths: Set<String>, adopts: Bool, shown: String) throws(Diagnostic) {
        self.output = output
        self.paths = paths
        do throws(FileError) {
            let manifest = try OutputManifest.read(in: output)
            if manifest == nil, !adopts,
                let stranger = try Directory.names(in: output).first(where: { !$0.hasPrefix(".") })
            {
                throw FileError(.write, stranger, code: EEXIST)
            }
            if manifest?.isFinished == false {
                try AtomicFile.sweep(output, modifiedBefore: Int(Date().timeIntervalSince1970))
            }
            previous = manifest?.paths ?? []
            try Directory.make(output)
            let isNew = !paths.isSubset(of: previous) || manifest?.isFinished == false
            if isNew {
                try OutputManifest(paths: previous.union(paths), isFinished: false).write(in: output)
            }
        } catch {
            if error.code == EEXIST, !error.path.contains("/") {
                throw Diagnostic(
                    .outputForeign, "'\(shown)' holds files that Frontis did not write, such as '\(error.path)'",
                    help: "choose an empty folder with --output, or take this one over with --force")
            }
            throw Self.diagnostic(error)
        }
    }

    /// Safe to call from several threads.
    func write(_ file: OutputFile) throws(Diagnostic) -> Outcome {
        let bytes = try Self.bytes(of: file)
        do throws(FileError) {
            return try write(bytes, to: output + "/" + file.path.text)
        } catch {
            throw Self.diagnostic(error)
        }
    }

    private static func bytes(of file: OutputFile) throws(Diagnostic) -> [UInt8] {
        do {
            switch file.content {
            case .text(let text): return Array(text.utf8)
            case .bytes(let bytes): return bytes
            case .copy(let source): return try FileContents.read(source)
            case .deferred(let make): return try make()
            }
        } catch let error as FileError {
            throw diagnostic(error)
        } catch let error as Diagnostic {
            throw error
        } catch {
            throw Diagnostic(.pluginFailed, "'\(file.path.text)' could not be made: \(error)")
        }
    }

    private func write(_ bytes: [UInt8], to target: String) throws(FileError) -> Outcome {
        do throws(FileError) {
            return try AtomicFile.writeIfChanged(bytes, to: target) ? .written : .kept
        } catch  where error.code == EISDIR {
            // A page moved from `/a/index.html` to a file named `a`, or the other way round.
            try removeEmptyFolders(from: target)
            return try AtomicFile.writeIfChanged(bytes, to: target) ? .written : .kept
        }
    }

    /// Removes what earlier builds wrote and this one did not, and completes the list.
    ///
    /// - Returns: the paths that were removed.
    func finish() throws(Diagnostic) -> [String] {
        let stale = previous.subtracting(paths).sorted()
        do throws(FileError) {
            for path in stale {
                let target = output + "/" + path
                guard unlink(target) == 0 || errno == ENOENT || errno == ENOTDIR else {
                    throw FileError(.remove, target, code: errno)
                }
                try removeEmptyFolders(from: Directory.parent(of: target))
            }
            try OutputManifest(paths: paths, isFinished: true).write(in: output)
        } catch {
            throw Self.diagnostic(error)
        }
        return stale
    }

    /// The folder and those above it, up to the output, as far as they are empty.
    private func removeEmptyFolders(from folder: String) throws(FileError) {
        var folder = folder
        while folder.count > output.count, folder.hasPrefix(output + "/") {
            guard rmdir(folder) == 0 else {
                if [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) { return }
                throw FileError(.remove, folder, code: errno)
            }
            folder = Directory.parent(of: folder)
        }
    }

    private static func diagnostic(_ error: FileError) -> Diagnostic {
        Diagnostic(.outputWrite, error.description, help: error.help)
    }
}
