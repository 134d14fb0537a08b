import Foundation
import FrontisCore
import Synchronization

/// Keeps two threads from making the same files: posts may share a picture, and folders may hold copies of one.
final class PicturesInWork: Sendable {
    private let condition = NSCondition()
    private let digests = Mutex<Set<Digest>>([])

    /// Runs the work when nobody else works on this picture.
    func alone<Result>(with digest: Digest, _ work: () throws -> Result) rethrows -> Result {
        condition.lock()
        while !digests.withLock({ $0.insert(digest).inserted }) { condition.wait() }
        condition.unlock()
        defer {
            condition.lock()
            digests.withLock { _ = $0.remove(digest) }
            condition.broadcast()
            condition.unlock()
        }
        return try work()
    }
}
