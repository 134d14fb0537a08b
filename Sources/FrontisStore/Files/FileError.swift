import Foundation

/// A call to the file system that failed, with the system's own words for why.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Operation: String, Sendable {
        case read
        case write
        case makeDirectory = "make the directory"
        case list
        case lock
        case move
        case remove
    }

    package var operation: Operation
    package var path: String
    /// `errno` as the call left it.
    package var code: Int32

    package init(_ operation: Operation, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// `cannot write 'public/index.html': No space left on device`
    package var description: String { "cannot \(operation.rawValue) '\(path)': \(Self.words(for: code))" }

    /// The way out, where there is one to name.
    package var help: String? {
        if isDiskFull { return "free some space on the disk and run again; what is in the store stays there" }
        return switch code {
        case EACCES, EPERM: "check who owns the file and its permissions"
        case EROFS: "the file system is mounted read-only"
        default: nil
        }
    }

    /// Nothing is at the path.
    package var isAbsent: Bool { code == ENOENT || code == ENOTDIR }

    /// The disk, or the user's share of it, is full.
    package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT }

    /// The place may be read and not written.
    package var isReadOnly: Bool { code == EROFS || code == EACCES || code == EPERM }

    /// The same error with its path shown relative to `folder` where it lies in it.
    package func relative(to folder: String) -> FileError {
        guard path.hasPrefix(folder + "/") else { return self }
        return FileError(operation, String(path.dropFirst(folder.count + 1)), code: code)
    }

    private static func words(for code: Int32) -> String {
        guard let words = strerror(code) else { return "error \(code)" }
        return String(cString: words)
    }
}
