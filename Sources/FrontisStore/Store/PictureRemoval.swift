import Foundation
package import FrontisCore

/// Removes pictures while builds may be going on. A picture is withdrawn first, then everything that could name it
/// is read once more, and only then it is discarded, or restored. A build announces a picture in a manifest before
/// it looks whether the bytes are there: so it either finds them gone and writes them anew, or it is seen by that
/// second look.
package struct PictureRemoval: Sendable {
    private let store: ImageStore

    package init(from store: ImageStore) { self.store = store }

    private func withdrawn(_ digest: Digest) -> String { "\(store.directory)/quarantine/removed-\(digest.hex)" }

    /// Moves a picture out of its place, into quarantine.
    ///
    /// - Returns: whether it was there.
    package func withdraw(_ digest: Digest) throws(FileError) -> Bool {
        do throws(FileError) {
            try Directory.make("\(store.directory)/quarantine", .durable)
            try move(store.path(of: digest), to: withdrawn(digest))
            return true
        } catch {
            if error.code == ENOENT { return false }
            throw error.relative(to: store.site)
        }
    }

    /// Puts a withdrawn picture back.
    package func restore(_ digest: Digest) throws(FileError) {
        do throws(FileError) {
            try Directory.make(Directory.parent(of: store.path(of: digest)), .durable)
            try move(withdrawn(digest), to: store.path(of: digest))
        } catch {
            throw error.relative(to: store.site)
        }
    }

    /// Removes a withdrawn picture for good.
    package func discard(_ digest: Digest) throws(FileError) {
        guard unlink(withdrawn(digest)) == 0 || errno == ENOENT else {
            throw FileError(.remove, withdrawn(digest), code: errno).relative(to: store.site)
        }
    }

    private func move(_ source: String, to target: String) throws(FileError) {
        guard rename(source, target) == 0 else { throw FileError(.move, source, code: errno) }
    }
}
