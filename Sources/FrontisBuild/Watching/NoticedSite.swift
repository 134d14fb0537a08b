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
        private static let names: Set<String> = [
            SiteConfiguration.path, "content", "templates", "static", "data", "themes",
        ]

        init(_ folder: SiteFolder, _ signal: ChangeSignal) throws(FileError) {
            let notices = try FolderNotices()
            let watched = WatchedFolders(notices, folder)
            try watched.add()
            let source = DispatchSource.makeReadSource(
                fileDescriptor: notices.descriptor, queue: DispatchQueue(label: "frontis.watch"))
            source.setEventHandler {
                var isOurs = false
                for notice in notices.read() {
                    let isRoot = watched.isRoot(notice.folder)
                    guard !isRoot || Self.names.contains(notice.name) else { continue }
                    isOurs = true
                    // What is in a new folder already has nobody told of; a new link may be one to a folder.
                    if isRoot || notice.folder == nil || watched.isFolder(notice) { watched.addAgain() }
                }
                if isOurs { signal.note() }
            }
            source.resume()
            (self.notices, self.watched) = (notices, watched)
            self.source = Mutex(source)
        }

        /// Of folders that it has not been told of.
        func hearAgain() { watched.addAgain() }

        deinit { source.withLock { $0.cancel() } }
    }

    /// Folders are watched once, wherever links lead to them.
    private final class WatchedFolders: Sendable {
        private struct State {
            var known: Set<RealPath.Identity> = []
            /// By what notices call them.
            var paths: [Int32: String] = [:]
            /// What notices call the site itself.
            var root: Int32?
        }

        private let notices: FolderNotices
        private let folder: SiteFolder
        private let state = Mutex(State())
        private static let depthLimit = 64

        init(_ notices: FolderNotices, _ folder: SiteFolder) { (self.notices, self.folder) = (notices, folder) }

        func isRoot(_ watched: Int32?) -> Bool { watched != nil && state.withLock { $0.root == watched } }

        /// Whether something is new and is a folder, or a link to one.
        func isFolder(_ notice: FolderNotices.Notice) -> Bool {
            guard notice.isNew, let path = notice.folder.flatMap({ number in state.withLock { $0.paths[number] } })
            else {
                return false
            }
            if case .folder? = FileStamp.entry(at: path + "/" + notice.name, followingLinks: true) { return true }
            return false
        }

        func add() throws(FileError) {
            state.withLock { ($0.known, $0.paths) = ([], [:]) }
            let root = try notices.watch(folder.root)
            state.withLock { $0.root = root }
            let folders = [folder.content, folder.templates, folder.staticFiles, folder.data, folder.themes]
            for path in folders { try add(path, depth: 0) }
        }

        /// What is gone again meanwhile, or what there is no more room for, is seen by a look.
        func addAgain() { do throws(FileError) { try add() } catch { return } }

        private func add(_ folder: String, depth: Int) throws(FileError) {
            guard depth < Self.depthLimit, let identity = RealPath.Identity(of: folder),
                state.withLock({ $0.known.insert(identity).inserted })
            else { return }
            do throws(FileError) {
                let number = try notices.watch(folder)
                state.withLock { $0.paths[number] = folder }
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
