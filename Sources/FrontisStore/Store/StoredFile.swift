import Foundation
package import FrontisCore

/// A file of store or cache as the file system knows it.
package struct StoredFile: Sendable, Hashable {
    /// Absolute.
    package var path: String
    /// Bytes.
    package var size: Int
    /// When its contents, name or place changed last.
    package var changed: Timestamp

    package var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// No deeper than store and cache ever are.
    private static let depthLimit = 8

    /// All regular files in the directory and below it, sorted by path; none where there is no such directory.
    /// Links to directories are not followed, and what has just gone is left out.
    package static func all(below directory: String) throws(FileError) -> [StoredFile] {
        try all(below: directory, depth: 0)
    }

    /// The regular files in the directory itself.
    package static func all(in directory: String) throws(FileError) -> [StoredFile] {
        try all(below: directory, depth: depthLimit)
    }

    private static func all(below directory: String, depth: Int) throws(FileError) -> [StoredFile] {
        var files: [StoredFile] = []
        for name in try Directory.names(in: directory) {
            let path = "\(directory)/\(name)"
            var status = stat()
            guard lstat(path, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFLNK, stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR {
                continue
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR where depth < depthLimit: files += try all(below: path, depth: depth + 1)
            case S_IFREG: files.append(StoredFile(path: path, status))
            default: break
            }
        }
        return files
    }

    private init(path: String, _ status: stat) {
        self.path = path
        size = Int(status.st_size)
        #if canImport(Darwin)
            changed = Timestamp(secondsSince1970: max(status.st_mtimespec.tv_sec, status.st_ctimespec.tv_sec))
        #else
            changed = Timestamp(secondsSince1970: max(status.st_mtim.tv_sec, status.st_ctim.tv_sec))
        #endif
    }
}
