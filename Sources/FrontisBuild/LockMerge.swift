package import FrontisCore
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

    private let options: BuildOptions
    /// The lock's own path, whose folder is the site.
    private let path: String

    /// - Parameter path: where the lock belongs, relative to the working directory; its folder is the site whose
    ///   pages are looked at where both branches have a new picture for a slot.
    package init(path: String, options: BuildOptions) {
        self.path = path
        self.options = options
    }

    /// Writes what comes of both sides over ours.
    ///
    /// - Throws: a diagnostic where a side cannot be read or the result not be written; ours is untouched then.
    package func run(_ files: Files) async throws(Diagnostic) {
        // Git gives an empty file where the branches have no common lock.
        let base = try read(files.base, "the common ancestor", allowsEmpty: true)
        let ours = try read(files.ours, "our side")
        let theirs = try read(files.theirs, "their side")
        let contested = SiteLock.contested(base: base, ours: ours, theirs: theirs)
        let keys = contested.isEmpty ? [:] : await keys(of: contested)
        let merged = SiteLock.merged(base: base, ours: ours, theirs: theirs, keys: keys)
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

    /// What the pages of these slots ask for now. Nothing for pages that cannot be read or are in conflict
    /// themselves: the merge has rules of its own for them.
    private func keys(of slots: Set<SlotID>) async -> [SlotID: Digest] {
        var options = options
        options.site = Directory.parent(of: path)
        let folder = SiteFolder(options)
        do throws(Diagnostic) {
            let found = try await SiteWishes.slots(in: folder, options: options).filter { slots.contains($0.id) }
            return Dictionary(found.map { ($0.id, $0.key) }, uniquingKeysWith: { first, _ in first })
        } catch {
            return [:]
        }
    }
}
