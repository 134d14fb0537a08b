import Foundation

/// A folder that is filled where nobody looks, and then gets its name at once.
package struct FolderAside: Sendable {
    /// Absolute.
    package let path: String
    private let target: String

    /// Makes it, empty, unless it cannot become the target afterwards: on another file system, or where something is
    /// there already.
    ///
    /// - Parameters:
    ///   - folder: in which it is; made where it is not there.
    ///   - target: an absolute path; the folders above it are made.
    package init?(in folder: String, for target: String) throws(FileError) {
        guard FileStamp.entry(at: target) == nil else { return nil }
        try Directory.make(folder)
        let parent = Directory.parent(of: target)
        try Directory.make(parent)
        path = folder + "/" + AtomicFile.temporaryName()
        self.target = target
        guard mkdir(path, 0o777) == 0 else { throw FileError(.makeDirectory, path, code: errno) }
        // Two mounts of one file system look the same until something is moved. Not by the target's own name: another
        // build may give it to a whole output meanwhile, which would be moved away.
        let probe = parent + "/" + AtomicFile.temporaryName()
        guard Foundation.rename(path, probe) == 0 else {
            rmdir(path)
            return nil
        }
        guard Foundation.rename(probe, path) == 0 else {
            let code = errno
            rmdir(probe)
            throw FileError(.move, probe, code: code)
        }
    }

    /// Gives it its name.
    ///
    /// - Throws: where somebody has put something there meanwhile.
    package func settle() throws(FileError) {
        guard Foundation.rename(path, target) == 0 else { throw FileError(.write, target, code: errno) }
    }

    /// Those in a folder that killed runs have left, absolute.
    ///
    /// - Parameter limit: seconds since 1970. Younger ones may belong to a run that is still going.
    package static func left(in folder: String, modifiedBefore limit: Double) throws(FileError) -> [String] {
        try Directory.names(in: folder).filter { $0.hasPrefix(AtomicFile.temporaryPrefix) }.map { folder + "/" + $0 }
            .filter { path in
                var status = stat()
                return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
                    && OpenFolder.modificationTime(status) < limit
            }
    }
}
