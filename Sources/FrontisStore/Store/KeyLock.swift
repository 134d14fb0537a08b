import Foundation
import FrontisCore

/// The right to ask for what is kept under a key, or for a slot, which one process has at a time.
///
/// It lives where the store lives, as several checkouts may share one store behind a link. A key's lock in the cache is
/// taken as well for as long as a Frontis of version 0.1, which knows no other, may run beside this one.
package final class KeyLock: Sendable {
    private let shared: FileLock
    private let own: FileLock?

    private init(shared: FileLock, own: FileLock?) {
        self.shared = shared
        self.own = own
    }

    /// The folder of the locks of a store, `.frontis/store/v1/locks`.
    package static func directory(of store: String) -> String { store + "/locks" }

    static func tryAcquire(_ key: Digest, store: String, cache: String) throws(FileError) -> KeyLock? {
        guard let own = try FileLock.tryAcquire("\(cache)/\(key.hex)") else { return nil }
        try ignoreLocks(of: store)
        guard let shared = try FileLock.tryAcquire("\(directory(of: store))/\(key.hex)") else { return nil }
        return KeyLock(shared: shared, own: own)
    }

    /// That of a slot, which version 0.1 does not know.
    static func tryAcquire(place: Digest, store: String) throws(FileError) -> KeyLock? {
        try ignoreLocks(of: store)
        guard let shared = try FileLock.tryAcquire("\(directory(of: store))/\(place.hex)") else { return nil }
        return KeyLock(shared: shared, own: nil)
    }

    /// The store is committed, and says itself what of it is not. A file of the user's own stays as it is.
    private static func ignoreLocks(of store: String) throws(FileError) {
        let path = Directory.parent(of: store) + "/.gitignore"
        guard FileStamp(of: path) == nil else { return }
        try AtomicFile.write("# Nothing that has to be kept.\n/v1/locks/\n\(AtomicFile.temporaryPrefix)*\n", to: path)
    }
}
