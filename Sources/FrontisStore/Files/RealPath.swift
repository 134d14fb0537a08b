import Foundation

/// Where a path leads once every link in it is followed.
package struct RealPath: Sendable, Hashable {
    /// What tells a file or directory from all others, however its path is spelled.
    package struct Identity: Sendable, Hashable {
        private let device: UInt64
        private let inode: UInt64

        /// Links are followed; nothing where nothing is.
        package init?(of path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(truncatingIfNeeded: status.st_dev)
            inode = UInt64(status.st_ino)
        }
    }

    /// Absolute; no part of it is a link.
    package let text: String

    /// - Throws: `ELOOP` for links that lead back to themselves, `ENOENT` where one leads to nothing.
    package init(of path: String) throws(FileError) {
        guard let resolved = realpath(path, nil) else { throw FileError(.read, path, code: errno) }
        defer { free(resolved) }
        text = String(cString: resolved)
    }

    /// The file's or directory's, and of all directories above it, nearest first.
    package static func identities(from path: String) -> [Identity] {
        var identities: [Identity] = []
        var path = path
        while true {
            if let identity = Identity(of: path) { identities.append(identity) }
            let parent = Directory.parent(of: path)
            if parent == path || parent == "." { return identities }
            path = parent
        }
    }
}
