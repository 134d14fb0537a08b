package import FrontisCore

extension SiteLock {
    /// The lock at `path`; an empty one where there is no such file.
    package static func read(_ path: String) throws(Diagnostic) -> SiteLock {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try FileContents.read(path)
        } catch {
            if error.isAbsent { return SiteLock() }
            throw Diagnostic(.lockUnreadable, "\(error)", at: SourceLocation(path: fileName), help: error.help)
        }
        return try SiteLock(bytes: bytes)
    }

    /// Puts these entries into the lock at `path` and leaves all others as another process may have written them
    /// meanwhile. A lock that would be empty is not begun; one that does not change is not touched.
    ///
    /// Waits for other writers on the calling thread, which takes them milliseconds.
    ///
    /// - Parameters:
    ///   - alts: texts of the site's own pictures.
    ///   - removing: slots to take out, for `frontis image prune`.
    ///   - removingAlts: texts to take out.
    ///   - locks: a directory for the lock file between processes.
    /// - Returns: whether the file was written.
    package static func merge(
        _ entries: [SlotID: Entry], alts: [LocalAltID: LocalAlt] = [:], removing: Set<SlotID> = [],
        removingAlts: Set<LocalAltID> = [], into path: String, locks: String
    ) throws(Diagnostic) -> Bool {
        let held: FileLock
        do throws(FileError) {
            held = try FileLock.acquire("\(locks)/lock-\(Digest.of(path).hex.prefix(16))")
        } catch {
            throw Diagnostic(.outputWrite, "\(error)", help: error.help)
        }
        defer { withExtendedLifetime(held) {} }
        var lock = try read(path)
        for id in removing { lock.images[id] = nil }
        lock.images.merge(entries) { current, own in
            guard current.image == own.image, own.unknown.isEmpty else { return own }
            var own = own
            own.unknown = current.unknown
            return own
        }
        for id in removingAlts { lock.alts[id] = nil }
        lock.alts.merge(alts) { current, own in own.keepingUnknown(of: current) }
        let isEmpty = lock.images.isEmpty && lock.alts.isEmpty
        guard !isEmpty || !removing.isEmpty || !removingAlts.isEmpty else { return false }
        do throws(FileError) {
            return try AtomicFile.writeIfChanged(Array(lock.text.utf8), to: path, .durable)
        } catch {
            throw Diagnostic(.outputWrite, "\(error)", help: error.help)
        }
    }
}
