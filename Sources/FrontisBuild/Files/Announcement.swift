import FrontisStore
import Synchronization

/// The list as it stands while a build writes; made by whichever thread writes first, and not at all where nothing
/// has to be written.
final class Announcement: Sendable {
    let wasInterrupted: Bool
    private let manifest: OutputManifest
    private let isMade: Mutex<Bool>

    init(_ manifest: OutputManifest, wasInterrupted: Bool, isMade: Bool) {
        self.manifest = manifest
        self.wasInterrupted = wasInterrupted
        self.isMade = Mutex(isMade)
    }

    func make(in output: OutputFolder) throws(FileError) {
        let failure = isMade.withLock { isMade -> FileError? in
            guard !isMade else { return nil }
            do throws(FileError) {
                try manifest.write(in: output)
                isMade = true
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }
}
