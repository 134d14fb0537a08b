import Foundation
import FrontisCore
import FrontisStore

/// Temporary files that killed runs have left where a build writes, and what nobody asks for any more. The store sweeps itself, and `SiteWriter` all of an
/// output in which a build was cut off.
enum LeftoverFiles {
    /// Younger ones may belong to a run that is still going.
    private static let age = 3600.0

    /// An output that was never finished: what its list names, and nothing else.
    private static func remove(_ path: String) throws(FileError) {
        let output = try OutputFolder(path)
        for file in try OutputManifest.read(in: output)?.files.keys.sorted() ?? [] { try output.remove(file) }
        try output.remove(OutputManifest.name)
        rmdir(path)
    }

    /// A cache has a file for each picture, size and format: it is looked through once an hour.
    private static func isDue(in folder: SiteFolder, now: Double) throws(FileError) -> Bool {
        let mark = folder.cache + "/swept"
        if let stamp = FileStamp(of: mark), abs(now - Double(stamp.modified) / 1e9) < age { return false }
        guard FileStamp.entry(at: folder.cache) != nil else { return false }
        try AtomicFile.write([], to: mark)
        return true
    }

    /// - Parameter now: seconds since 1970.
    static func sweep(_ folder: SiteFolder, now: Double) -> [Diagnostic] {
        let limit = now - age
        do throws(FileError) {
            try AtomicFile.sweep(folder.root, modifiedBefore: limit, isDeep: false)
            try AtomicFile.sweep(folder.output, modifiedBefore: limit, isDeep: false)
            guard try isDue(in: folder, now: now) else { return [] }
            try AtomicFile.sweep(folder.cache, modifiedBefore: limit)
            try KeptMarkup.sweep(folder.cache, now: now)
            for output in try FolderAside.left(in: folder.cache, modifiedBefore: limit) { try remove(output) }
            return []
        } catch {
            let shown = error.relative(to: folder.root)
            return [Diagnostic(.outputWrite, shown.description, help: error.help, severity: .warning)]
        }
    }
}
