import Foundation

/// Reads whole files.
package enum FileContents {
    /// Bytes; more than any file that Frontis reads whole.
    package static let defaultLimit = 1 << 30

    /// The bytes of the regular file at `path`. Throws for anything else, so that a pipe cannot hold a build
    /// up, and (`EFBIG`) for more than `limit` bytes.
    package static func read(_ path: String, limit: Int = defaultLimit) throws(FileError) -> [UInt8] {
        try read(OpenFile(path, O_RDONLY | O_NONBLOCK, for: .read), path, limit: limit)
    }

    /// The first bytes of a regular file, or all of a shorter one.
    package static func beginning(of path: String, count: Int) throws(FileError) -> [UInt8] {
        let file = try OpenFile(path, O_RDONLY | O_NONBLOCK, for: .read)
        guard try file.status().st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, code: EINVAL) }
        return try chunk(of: file, capacity: count)
    }

    static func read(
        _ file: borrowing OpenFile, _ path: String, limit: Int = defaultLimit
    ) throws(FileError) -> [UInt8] {
        let status = try file.status()
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw FileError(.read, path, code: EISDIR)
        default: throw FileError(.read, path, code: EINVAL)
        }
        guard status.st_size <= limit else { throw FileError(.read, path, code: EFBIG) }
        // One byte more than the size, so that the read which fills the buffer also shows that the file ends.
        var bytes = try chunk(of: file, capacity: Int(status.st_size) + 1)
        guard bytes.count > Int(status.st_size) else { return bytes }
        while true {
            let more = try chunk(of: file, capacity: 1 << 16)
            if more.isEmpty { return bytes }
            bytes += more
            guard bytes.count <= limit else { throw FileError(.read, path, code: EFBIG) }
        }
    }

    /// Reads until `capacity` bytes are there or the file ends.
    private static func chunk(of file: borrowing OpenFile, capacity: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
            do throws(FileError) {
                while filled < capacity {
                    let rest = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                    let count = try file.read(into: rest)
                    if count == 0 { break }
                    filled += count
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
