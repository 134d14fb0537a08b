import Foundation
import FrontisCore
import FrontisStore
import Synchronization

/// Notes when a file of a site changes: by the system's word where it gives one, else by looking.
final class SiteWatcher: Sendable {
    private let folder: SiteFolder
    private let jobs: Int
    private let signal = ChangeSignal()
    private let looking = Mutex<Task<Void, Never>?>(nil)
    #if os(Linux)
        private let hearing = Mutex<NoticedSite?>(nil)
    #endif
    /// Why it looks where it should be told.
    let note: String?

    /// Of bursts: editors write several files for one, and a checkout thousands.
    private static let quiet = Duration.milliseconds(10)
    private static let mostRounds = 50

    /// Begins at once, so that no change is missed between a build and the wait for the next.
    ///
    /// - Parameter looks: whether the system is not asked to tell of changes, as it does not for folders that other machines
    ///   write to.
    init(_ folder: SiteFolder, looks: Bool, jobs: Int) {
        self.folder = folder
        self.jobs = jobs
        #if os(Linux)
            if !looks {
                do throws(FileError) {
                    let site = try NoticedSite(folder, signal)
                    note = nil
                    hearing.withLock { $0 = site }
                    return
                } catch {
                    note =
                        error.code == ENOSPC
                        ? "more folders than the system tells of (fs.inotify.max_user_watches): looking twice a second"
                        : "the system does not tell of changes (\(error)): looking twice a second"
                }
            } else {
                note = nil
            }
        #else
            note = nil
        #endif
        look()
    }

    /// Until something has changed and half of nothing is left, or the time has come, or the task is cancelled.
    func change(until time: Timestamp?) async {
        let alarm = time.map { time in
            Task { [signal] in
                let now = Timestamp.now
                let seconds = max(0, time.secondsSince1970 - now.secondsSince1970) + 1
                do { try await Task.sleep(for: .seconds(seconds)) } catch { return }
                signal.note()
            }
        }
        defer { alarm?.cancel() }
        await signal.wait()
        for _ in 0..<Self.mostRounds {
            signal.take()
            do { try await Task.sleep(for: Self.quiet) } catch { return }
            if !signal.hasCome { return }
        }
        signal.take()
    }

    func stop() {
        looking.withLock { $0?.cancel() }
        #if os(Linux)
            hearing.withLock { $0 = nil }
        #endif
    }

    // MARK: Looking

    private func look() {
        let task = Task { [folder, jobs, signal] in
            var known = await Self.digest(of: folder, jobs: jobs)
            while !Task.isCancelled {
                do { try await Task.sleep(for: .milliseconds(500)) } catch { return }
                let now = await Self.digest(of: folder, jobs: jobs)
                if now != known { signal.note() }
                known = now
            }
        }
        looking.withLock { $0 = task }
    }

    private static func digest(of folder: SiteFolder, jobs: Int) async -> String? {
        guard let files = try? await SiteFiles.find(in: folder, jobs: jobs) else { return nil }
        var digest = StampDigest()
        digest.add(SiteConfiguration.path, FileStamp(of: folder.configuration))
        for file in files.all { digest.add(file.path, file.stamp) }
        return digest.finish()
    }
}
