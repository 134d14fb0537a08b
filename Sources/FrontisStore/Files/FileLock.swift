import Foundation

/// An advisory lock between processes, and between tasks of one: held as long as the object lives, and let go
/// of by the system if the process is killed.
///
/// It is a lock on a file that exists only for this (`flock(2)`), because the files that are protected get
/// replaced. The file stays behind: removing it would let two holders in.
package final class FileLock: Sendable {
    private let file: OpenFile

    private init(_ file: consuming OpenFile) {
        self.file = file
    }

    /// Takes the lock if it is free, without waiting.
    package static func tryAcquire(_ path: String) throws(FileError) -> FileLock? {
        let file = try open(path)
        return try file.lock(isBlocking: false) ? FileLock(file) : nil
    }

    /// Waits for the lock on the calling thread: for work of milliseconds only.
    package static func acquire(_ path: String) throws(FileError) -> FileLock {
        let file = try open(path)
        _ = try file.lock(isBlocking: true)
        return FileLock(file)
    }

    private static func open(_ path: String) throws(FileError) -> OpenFile {
        do throws(FileError) {
            return try OpenFile(path, O_RDWR | O_CREAT, for: .lock)
        } catch  where error.code == ENOENT {
            try Directory.make(Directory.parent(of: path))
            return try OpenFile(path, O_RDWR | O_CREAT, for: .lock)
        }
    }
}
