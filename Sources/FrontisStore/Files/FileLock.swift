import Foundation

/// An advisory lock between processes, and between tasks of one: held as long as the object lives, and let go
/// of by the system if the process is killed.
///
/// It is a lock on a file that exists only for this (`flock(2)`), because the files that are protected get
/// replaced. The file stays behind. `removeIfFree` takes it away: whoever takes a lock looks afterwards whether its
/// file is still in place, so that two holders of two files never meet.
package final class FileLock: Sendable {
    private let file: OpenFile

    private init(_ file: consuming OpenFile) {
        self.file = file
    }

    /// Takes the lock if it is free, without waiting.
    package static func tryAcquire(_ path: String) throws(FileError) -> FileLock? {
        while true {
            let file = try open(path)
            guard try file.lock(isBlocking: false) else { return nil }
            if try file.isStill(at: path) { return FileLock(file) }
        }
    }

    /// Waits for the lock on the calling thread: for work of milliseconds only.
    package static func acquire(_ path: String) throws(FileError) -> FileLock {
        while true {
            let file = try open(path)
            _ = try file.lock(isBlocking: true)
            if try file.isStill(at: path) { return FileLock(file) }
        }
    }

    /// Removes a lock's file unless somebody holds the lock.
    ///
    /// - Returns: whether it was removed.
    package static func removeIfFree(_ path: String) throws(FileError) -> Bool {
        do throws(FileError) {
            let file = try OpenFile(path, O_RDWR, for: .lock)
            guard try file.lock(isBlocking: false), try file.isStill(at: path) else { return false }
            guard unlink(path) == 0 else { throw FileError(.remove, path, code: errno) }
            return true
        } catch {
            if error.isAbsent { return false }
            throw error
        }
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
