#if os(Linux)
    import Dispatch
    import FrontisCore
    import FrontisStore
    import Synchronization

    /// The folders of a site that the system tells of.
    ///
    /// What is told is only that something has changed: what that is, the build finds out. So a notice too many costs a look,
    /// and none can lead to a wrong page.
    final class NoticedSite: Sendable {
        private let notices: FolderNotices
        private let source: Mutex<any DispatchSourceRead>
        private let watched: WatchedFolders

        /// In the site itself, where the output and the cache are as well.
        private static let names: Set<String> = [SiteConfiguration.path, "content", "templates", "static"]

        init(_ folder: SiteFolder, _ signal: ChangeSignal) throws(FileError) {
            let notices = try FolderNotices()
            let watched = WatchedFolders(notices)
            let root = try notices.watch(folder.root)
            try watched.add(folder.content, folder.templates, folder.staticFiles)
            let source = DispatchSource.makeReadSource(
                fileDescriptor: notices.descriptor, queue: DispatchQueue(label: "frontis.watch"))
            source.setEventHandler {
                var isOurs = false
                for notice in notices.read() {
                    guard notice.folder != root || Self.names.contains(notice.name) else { continue }
                    isOurs = true
                    // What is in a new folder already has nobody told of.
                    if notice.isNewFolder || notice.folder == root || notice.folder == nil {
                        watched.addAgain(folder.content, folder.templates, folder.staticFiles)
                    }
                }
                if isOurs { signal.note() }
            }
            source.resume()
            (self.notices, self.watched) = (notices, watched)
            self.source = Mutex(source)
        }

        deinit { source.withLock { $0.cancel() } }
    }

    /// Folders are watched once, wherever links lead to them.
    private final class WatchedFolders: Sendable {
        private let notices: FolderNotices
        private let known = Mutex<Set<RealPath.Identity>>([])
        private static let depthLimit = 64

        init(_ notices: FolderNotices) { self.notices = notices }

        func add(_ folders: String...) throws(FileError) {
            known.withLock { $0 = [] }
            for folder in folders { try add(folder, depth: 0) }
        }

        /// A folder that is gone again meanwhile, or that there is no more room for, is passed over.
        func addAgain(_ folders: String...) {
            known.withLock { $0 = [] }
            for folder in folders { do throws(FileError) { try add(folder, depth: 0) } catch { continue } }
        }

        private func add(_ folder: String, depth: Int) throws(FileError) {
            guard depth < Self.depthLimit, let identity = RealPath.Identity(of: folder),
                known.withLock({ $0.insert(identity).inserted })
            else { return }
            do throws(FileError) {
                _ = try notices.watch(folder)
            } catch  where error.isAbsent {
                return
            }
            for name in (try? Directory.names(in: folder)) ?? [] {
                let path = folder + "/" + name
                if case .folder? = FileStamp.entry(at: path, followingLinks: true) { try add(path, depth: depth + 1) }
            }
        }
    }
#endif
