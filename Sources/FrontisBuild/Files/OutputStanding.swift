import FrontisCore
import FrontisStore

/// What stood in the output when the run began, where earlier builds wrote: asked of the system once for all who want to
/// know. Whoever writes or removes looks again.
struct OutputStanding: Sendable {
    private let output: String
    /// By path there; nothing where nothing stood.
    private var entries: [Substring: FileStamp.Entry?] = [:]

    /// Of an output of which nothing is known.
    init(of output: String) { self.output = output }

    /// - Parameter paths: of files there, and of folders.
    init(of output: String, at paths: [Substring], jobs: Int) async {
        self.init(of: output)
        guard let view = try? FolderView(output) else { return }
        let found = await paths.parallelMap(jobs: jobs) { view.entry(String($0)) }
        entries.reserveCapacity(paths.count)
        for (path, entry) in zip(paths, found) { entries[path] = .some(entry) }
    }

    /// What is there, without following a link.
    func entry(at path: Substring) -> FileStamp.Entry? {
        if let known = entries[path] { return known }
        return FileStamp.entry(at: output + "/" + path)
    }

    /// Nothing for what is no file.
    func stamp(of path: String) -> FileStamp? {
        if case .file(let stamp)? = entry(at: path[...]) { stamp } else { nil }
    }
}
