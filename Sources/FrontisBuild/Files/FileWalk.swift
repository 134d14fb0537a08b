import FrontisCore
import FrontisStore

/// Walks a folder of a site. Files and folders whose name begins with a dot are left out but for those that a rule takes;
/// links are followed as far as
/// `LinkRule` allows.
struct FileWalk {
    private(set) var files: [SiteFiles.File] = []
    private(set) var findings: [Diagnostic] = []
    /// Whether a link was refused that `allow-links-outside` would allow.
    private(set) var metOutside = false
    /// Whether a dotfile was passed over that `static-dotfiles` would take.
    private(set) var metDotfile = false

    private struct Folder {
        /// Relative to the folder that is walked; empty for itself.
        var path: String
        /// The real folders that those links lie in that were followed on the way.
        var links: [String]
    }

    /// Deep enough for any site.
    private static let depthLimit = 64

    private let root: String
    private let name: String
    private let rule: LinkRule
    private let dotfiles: DotfileRule
    private var folders: [Folder] = []
    private var linkedCount = 0
    private var isEndless = false

    private init(name: String, rule: LinkRule, dotfiles: DotfileRule) {
        self.name = name
        self.rule = rule
        self.dotfiles = dotfiles
        root = rule.site + "/" + name
    }

    /// Files are sorted by path; none where there is no such folder.
    ///
    /// - Parameter name: of the folder, in the site.
    static func files(
        in name: String, rule: LinkRule, dotfiles: DotfileRule = .none, jobs: Int
    ) async throws(FileError) -> FileWalk {
        var walk = FileWalk(name: name, rule: rule, dotfiles: dotfiles)
        switch FileStamp.entry(at: walk.root) {
        case nil: break
        case .link?: walk.follow("", from: Folder(path: "", links: []))
        default: walk.folders = [Folder(path: "", links: [])]
        }
        try await walk.walk(jobs: jobs)
        walk.files.sort { $0.path < $1.path }
        return walk
    }

    private mutating func walk(jobs: Int) async throws(FileError) {
        let root = root
        guard let view = folders.isEmpty ? nil : try FolderView(root) else { return }
        for _ in 0..<Self.depthLimit where !folders.isEmpty {
            let level = folders
            folders = []
            var paths: [(path: String, folder: Int)] = []
            for (index, folder) in level.enumerated() {
                let listing = try Directory.listing(of: folder.path.isEmpty ? root : root + "/" + folder.path)
                let names = listing.names
                findings += listing.unreadable.filter { !$0.hasPrefix(".") }.map { unreadable($0, in: folder) }
                var seen: Set<String> = []
                for name in names {
                    let path = folder.path.isEmpty ? name : folder.path + "/" + name
                    guard !name.hasPrefix(".") || takes(name, at: path, in: folder) else { continue }
                    if seen.insert(name).inserted { paths.append((path, index)) } else { findings.append(twin(path)) }
                }
            }
            let entries = await paths.parallelMap(jobs: jobs) { view.entry($0.path) }
            for ((path, index), entry) in zip(paths, entries) {
                let folder = level[index]
                if folder.links.count > 1 { linkedCount += 1 }
                switch entry {
                case .file(let stamp)?: files.append(.init(path: path, stamp: stamp))
                case .folder?: folders.append(Folder(path: path, links: folder.links))
                case .link?: follow(path, from: folder)
                case .special?: report(.special, path)
                // Gone since its folder was listed.
                case nil: continue
                }
            }
        }
        findings += folders.map { tooDeep($0.path) }
    }

    /// - Parameters:
    ///   - path: of the link; empty for the folder that is walked.
    ///   - folder: that the link lies in.
    private mutating func follow(_ path: String, from folder: Folder) {
        guard linkedCount <= LinkRule.linkedLimit else {
            if !isEndless { report(.endless, path) }
            isEndless = true
            return
        }
        let link = path.isEmpty ? root : root + "/" + path
        switch rule.target(of: link) {
        case .failure(let refusal): report(refusal, path)
        case .success(let target):
            if case .file(let stamp) = target.entry {
                files.append(.init(path: path, stamp: stamp))
                return
            }
            guard let place = try? RealPath(of: Directory.parent(of: link)).text else { return }
            let links = folder.links + [place]
            let real = target.realPath
            guard !links.contains(where: { $0 == real || $0.hasPrefix(real + "/") }) else {
                return report(.loop("a folder that it lies in"), path)
            }
            folders.append(Folder(path: path, links: links))
        }
    }

    private mutating func takes(_ name: String, at path: String, in folder: Folder) -> Bool {
        switch dotfiles.verdict(on: name, in: folder.path) {
        case .taken: return true
        case .ignored: return false
        case .passedOver:
            metDotfile = metDotfile || !Dotfiles.isPrivate(name)
            findings.append(DotfileRule.finding(name, at: self.name + "/" + path))
            return false
        }
    }

    /// Of a name that is there in composed and in decomposed letters: links, the lock and most systems take it for one.
    private func twin(_ path: String) -> Diagnostic {
        Diagnostic(
            .fileTwice, "two files have this name, one with composed and one with decomposed letters",
            at: SourceLocation(path: name + "/" + path),
            help: "keep one of them: macOS takes both for the same file; 'ls -b' tells them apart")
    }

    private func unreadable(_ shown: String, in folder: Folder) -> Diagnostic {
        Diagnostic(
            .fileEncoding, "the name '\(shown)' is not UTF-8: it is left out, and all that is in it",
            at: SourceLocation(path: folder.path.isEmpty ? name : name + "/" + folder.path),
            help: "rename it, for example with: convmv -f latin1 -t utf8 -r --notest \(name)", severity: .warning)
    }

    private func tooDeep(_ path: String) -> Diagnostic {
        Diagnostic(
            .fileUnreadable, "the folder lies below \(Self.depthLimit) others, and nothing in it is read",
            at: SourceLocation(path: name + "/" + path), help: "move it further up")
    }

    private mutating func report(_ refusal: LinkRule.Refusal, _ path: String) {
        if case .outside = refusal { metOutside = true }
        findings.append(LinkRule.finding(refusal, at: path.isEmpty ? name : name + "/" + path))
    }
}
