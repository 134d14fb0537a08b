import Foundation
import FrontisCore
import FrontisGallery
import FrontisStore
import Synchronization

/// Notes when a file of a site changes: by the system's word where it gives one, else by looking.
final class SiteWatcher: Sendable {
    private let folder: SiteFolder
    private let options: BuildOptions
    private let signal: ChangeSignal
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
    init(_ options: BuildOptions, looks: Bool, signal: ChangeSignal) async {
        self.signal = signal
        folder = SiteFolder(options)
        self.options = options
        var word: String?
        #if os(Linux)
            if !looks {
                do throws(FileError) {
                    let site = try NoticedSite(folder, signal)
                    hearing.withLock { $0 = site }
                } catch {
                    word =
                        error.code == ENOSPC
                        ? "more folders than the system tells of (fs.inotify.max_user_watches): looking twice a second"
                        : "the system does not tell of changes (\(error)): looking twice a second"
                }
            }
        #endif
        note = word
        look(knowing: await digest())
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

    /// Where the system tells of changes, a look now and then sees the rest: what links lead to, a folder that has made way
    /// for another, the lock. It takes a fiftieth of one core at most.
    private func look(knowing first: String) {
        let task = Task { [signal] in
            let clock = ContinuousClock()
            var (known, pause) = (first, Duration.milliseconds(500))
            while !Task.isCancelled {
                do { try await Task.sleep(for: pause) } catch { return }
                let begin = clock.now
                let now = await digest()
                if now != known {
                    hearAgain()
                    signal.note()
                }
                known = now
                pause = max(isHearing ? .seconds(2) : .milliseconds(500), (clock.now - begin) * 50)
            }
        }
        looking.withLock { $0 = task }
    }

    private var isHearing: Bool {
        #if os(Linux)
            hearing.withLock { $0 != nil }
        #else
            false
        #endif
    }

    /// Of folders that have come meanwhile.
    private func hearAgain() {
        #if os(Linux)
            hearing.withLock { $0?.hearAgain() }
        #endif
    }

    private func digest() async -> String {
        var digest = StampDigest()
        if let files = try? await SiteFiles.find(in: folder, jobs: options.jobs) {
            digest.add(BuildState.inputs(files, folder: folder, options: options).digest)
        }
        let (configuration, _) = SiteSource.configuration(in: folder, options: options)
        if let font = configuration.images.social.fontFile {
            digest.add(font.value, FileStamp(of: folder.root + "/" + font.value))
        }
        return digest.finish()
    }
}
