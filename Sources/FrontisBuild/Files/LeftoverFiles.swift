import Foundation
import FrontisCore
import FrontisStore

/// Temporary files that killed runs have left where a build writes. The store sweeps itself, and `SiteWriter` all of an
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

    /// - Parameter now: seconds since 1970.
    static func sweep(_ folder: SiteFolder, now: Double) -> [Diagnostic] {
        let limit = now - age
        do throws(FileError) {
            try AtomicFile.sweep(folder.root, modifiedBefore: limit, isDeep: false)
            try AtomicFile.sweep(folder.output, modifiedBefore: limit, isDeep: false)
            try AtomicFile.sweep(folder.cache, modifiedBefore: limit)
            for output in try FolderAside.left(in: folder.cache, modifiedBefore: limit) { try remove(output) }
            return []
        } catch {
            let shown = error.relative(to: folder.root)
            return [Diagnostic(.outputWrite, shown.description, help: error.help, severity: .warning)]
        }
    }
}
