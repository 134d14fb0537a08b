import Foundation

/// What tells that a file has changed without reading it: size, times and identity, as git's index does.
///
/// The change time cannot be set by anyone, so a copy that keeps the modification time is seen as well.
///
/// It is in this module, and no `stat` in those that build on the providers: what their libraries load hides its
/// members from the compiler.
package struct FileStamp: Sendable, Hashable {
    /// What stands at a path.
    package enum Entry: Sendable {
        case file(FileStamp)
        case folder
        /// A symbolic link; never where links are followed.
        case link
        /// A pipe, a socket, a device: nothing that could be read to its end.
        case special
    }

    package let size: Int64
    /// Nanoseconds since 1970.
    package let modified: Int64
    package let changed: Int64
    /// The number of the file in its file system.
    package let inode: UInt64

    /// Nanoseconds. Two writes within this time may leave the same stamp: the kernel's clock for files ticks that
    /// coarsely.
    package static let granularity: Int64 = 20_000_000

    /// The time by which stamps are told to be older: nanoseconds since 1970.
    package static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1_000_000_000) }

    fileprivate init(_ status: stat) {
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Darwin)
            modified = Self.nanoseconds(status.st_mtimespec)
            changed = Self.nanoseconds(status.st_ctimespec)
        #else
            modified = Self.nanoseconds(status.st_mtim)
            changed = Self.nanoseconds(status.st_ctim)
        #endif
    }

    package init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
        (self.size, self.modified, self.changed, self.inode) = (size, modified, changed, inode)
    }

    /// Nothing where there is no such file.
    package init?(of path: String, followingLinks: Bool = true) {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        self.init(status)
    }

    /// Nothing where nothing is, as behind a dangling link that is followed.
    package static func entry(at path: String, followingLinks: Bool = false) -> Entry? {
        var status = stat()
        guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        return Entry(status)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension FileStamp.Entry {
    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder
        case S_IFREG: self = .file(FileStamp(status))
        case S_IFLNK: self = .link
        default: self = .special
        }
    }
}
