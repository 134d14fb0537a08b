package import FrontisCore
import FrontisImages
import FrontisStore

/// Merges the locks of two branches on git's behalf.
package struct LockMerge: Sendable {
    /// The three files that git hands over.
    package struct Files: Sendable {
        package var base: String
        /// Takes the result as well, as git wants it.
        package var ours: String
        package var theirs: String

        package init(base: String, ours: String, theirs: String) {
            self.base = base
            self.ours = ours
            self.theirs = theirs
        }
    }

    /// Where the lock belongs, for messages.
    private let path: String
    private let slots: @Sendable () async -> [Slot]

    /// - Parameters:
    ///   - path: where the lock belongs, as messages name it.
    ///   - slots: as they are now, looked at where both branches have a new picture for one. Those that cannot be found
    ///     out, or are in conflict themselves, are left out: the merge has rules of its own for them.
    package init(path: String, slots: @escaping @Sendable () async -> [Slot]) {
        self.path = path
        self.slots = slots
    }

    /// Writes what comes of both sides over ours.
    ///
    /// - Throws: a diagnostic where a side cannot be read or the result not be written; ours is untouched then.
    package func run(_ files: Files) async throws(Diagnostic) {
        // Git gives an empty file where the branches have no common lock.
        let base = try read(files.base, "the common ancestor", allowsEmpty: true)
        let ours = try read(files.ours, "our side")
        let theirs = try read(files.theirs, "their side")
        let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
        let contested = merge.contested
        let slots = contested.isEmpty ? [] : await slots().filter { contested.contains($0.id) }
        let keys = Dictionary(slots.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        let merged = merge.merged(keys: keys)
        do throws(FileError) {
            try AtomicFile.writeIfChanged(Array(merged.text.utf8), to: files.ours)
        } catch {
            throw error.diagnostic(.outputWrite)
        }
    }

    private func read(_ file: String, _ side: String, allowsEmpty: Bool = false) throws(Diagnostic) -> SiteLock {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(file)
        } catch {
            throw Diagnostic(.lockUnreadable, "\(side): \(error)", help: error.help)
        }
        if bytes.isEmpty, allowsEmpty { return SiteLock() }
        do throws(Diagnostic) {
            return try SiteLock(bytes: bytes)
        } catch {
            var finding = error
            finding.summary = "\(side): \(error.summary)"
            finding.location?.path = path
            finding.help = "put a good one there with 'git checkout --ours \(path)' or '--theirs', then build"
            throw finding
        }
    }
}
