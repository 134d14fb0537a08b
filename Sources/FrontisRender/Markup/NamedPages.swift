import FrontisCore
import Synchronization

/// Finds pages by less than their whole path, as `ref` of Hugo and `post_url` of Jekyll do: by a path under `content/` or
/// beside the page, with or without its ending, or by the file's name alone where only one page has it.
final class NamedPages: Sendable {
    enum Answer {
        case none
        case one(String)
        case several([String])
    }

    /// Of all pages, under `content/`.
    private let files: [String: Int]
    /// By the name without folder and ending; made when somebody asks.
    private let byName = Mutex<[Substring: [String]]?>(nil)

    /// - Parameter files: the resolver's own table, whose values say nothing here.
    init(_ files: [String: Int]) { self.files = files }

    func file(of name: String, in folder: Substring) -> Answer {
        if let file = candidates(name, in: folder).first(where: { files[$0] != nil }) { return .one(file) }
        let wanted = Self.withoutEnding(name[...])
        guard !wanted.isEmpty else { return .none }
        let names = byName.withLock { known -> [Substring: [String]] in
            if let known { return known }
            let made = Dictionary(grouping: files.keys.sorted()) { Self.name(of: $0) }
            known = made
            return made
        }
        let last = wanted.split(separator: "/").last ?? wanted
        // `posts/a` may stand for `blog/posts/a.md`.
        let found = (names[last] ?? []).filter { ("/" + Self.path(of: $0)).hasSuffix("/" + wanted) }
        switch found.count {
        case 0: return .none
        case 1: return .one(found[0])
        default: return .several(found)
        }
    }

    /// The paths that it may be, the likeliest first.
    func candidates(_ name: String, in folder: Substring) -> [String] {
        let places = name.hasPrefix("/") ? [String(name.dropFirst())] : [folder + name, name]
        return places.compactMap(Reference.folded).flatMap { path in
            [path, path + ".md", path + ".markdown", path + "/index.md", path + "/_index.md"]
        }
    }

    /// `posts/a` of `posts/a.md` and of `posts/a/index.md`.
    private static func path(of file: String) -> Substring {
        let path = withoutEnding(file[...])
        for name in ["/index", "/_index"] where path.hasSuffix(name) { return path.dropLast(name.count) }
        return path
    }

    private static func name(of file: String) -> Substring {
        let path = path(of: file)
        return path.split(separator: "/").last ?? path
    }

    private static func withoutEnding(_ path: Substring) -> Substring {
        var path = path
        while path.hasPrefix("/") { path = path.dropFirst() }
        while path.hasSuffix("/") { path = path.dropLast() }
        for ending in [".markdown", ".md", ".html"] where path.hasSuffix(ending) { return path.dropLast(ending.count) }
        return path
    }
}
