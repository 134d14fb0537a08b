import FrontisCore
import FrontisStore

/// Temporary files that killed runs have left where a build writes. The store sweeps itself, and `SiteWriter` all of an
/// output in which a build was cut off.
enum LeftoverFiles {
    /// Younger ones may belong to a run that is still going.
    private static let age = 3600.0

    /// - Parameter now: seconds since 1970.
    static func sweep(_ folder: SiteFolder, now: Double) -> [Diagnostic] {
        let limit = now - age
        do throws(FileError) {
            try AtomicFile.sweep(folder.root, modifiedBefore: limit, isDeep: false)
            try AtomicFile.sweep(folder.output, modifiedBefore: limit, isDeep: false)
            try AtomicFile.sweep(folder.cache, modifiedBefore: limit)
            return []
        } catch {
            let shown = error.relative(to: folder.root)
            return [Diagnostic(.outputWrite, shown.description, help: error.help, severity: .warning)]
        }
    }
}
