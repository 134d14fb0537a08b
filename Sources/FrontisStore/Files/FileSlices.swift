import Foundation

/// Reads a file piece by piece, for files that are not held in memory as a whole.
package struct FileSlices: Sendable, Hashable {
    package let path: String
    /// Bytes, when it was looked at.
    package let size: Int

    /// Throws for anything but a regular file.
    package init(_ path: String) throws(FileError) {
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, for: .read)
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(.read, path, code: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
        }
        self.path = path
        size = Int(status.st_size)
    }

    /// Opens a regular file once for all that `look` reads of it.
    ///
    /// - Parameter look: is given the file's size and what reads a range of it, or less where it has become shorter.
    package static func looking<Seen>(
        into path: String,
        _ look: (Int, (Range<Int>) throws(FileError) -> [UInt8]) throws(FileError) -> Seen
    ) throws(FileError) -> Seen {
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, for: .read)
        let status = try file.status()
        guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, code: EINVAL) }
        return try look(Int(status.st_size)) { (range) throws(FileError) in try file.read(range) }
    }

    /// The bytes of `range`; fewer where the file has become shorter meanwhile.
    package func read(_ range: Range<Int>) throws(FileError) -> [UInt8] {
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, for: .read)
        return try file.read(range)
    }
}
