import FrontisCore
import Synchronization

/// Finds the file that was meant by a link to one that is not there. Made ready when the first is asked for, as most
/// sites have no such link.
final class PageSuggestions: Sendable {
    private struct Known {
        var words: [Suggestion.Word]
        /// Paths by the last part, where it is the only one of its name.
        var byName: [Substring: String?]
    }

    private let files: [String]
    private let known = Mutex<Known?>(nil)
    /// Thousands of pages may have one link.
    private let answers = Mutex<[String: String?]>([:])

    /// - Parameter files: paths of pages under `content/`.
    init(_ files: [String]) {
        self.files = files
    }

    /// As the link would be written: relative to its page, or with a leading slash if it has one.
    ///
    /// - Parameter path: under `content/`.
    func clause(for path: String, written: String, in page: Page) -> String {
        guard let meant = nearest(to: path) else { return "" }
        return Suggestion.clause(written.hasPrefix("/") ? "/" + meant : Self.relative(meant, to: page.source))
    }

    private func nearest(to path: String) -> String? {
        if let answer = answers.withLock({ $0[path] }) { return answer }
        let known = known.withLock { known -> Known in
            if let known { return known }
            let made = Self.prepared(files)
            known = made
            return made
        }
        let namesake = known.byName[Self.name(of: path)] ?? nil
        let answer = namesake ?? Suggestion.Word(path).flatMap { Suggestion.nearest(to: $0, among: known.words) }
        answers.withLock { $0[path] = .some(answer) }
        return answer
    }

    private static func prepared(_ files: [String]) -> Known {
        var byName: [Substring: String?] = [:]
        for file in files {
            let name = name(of: file)
            byName[name] = .some(byName[name] == nil ? file : nil)
        }
        // Every folder may have one of these.
        for name in ["index.md", "_index.md"] { byName[name[...]] = nil }
        return Known(words: files.compactMap(Suggestion.Word.init), byName: byName)
    }

    private static func name(of path: String) -> Substring {
        path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    }

    /// From the folder of `source`.
    private static func relative(_ path: String, to source: SourceID) -> String {
        let folders = source.folder.split(separator: "/")
        let parts = path.split(separator: "/")
        let shared = zip(folders, parts.dropLast()).prefix { $0 == $1 }.count
        return (Array(repeating: "..", count: folders.count - shared) + parts.dropFirst(shared)).joined(separator: "/")
    }
}
