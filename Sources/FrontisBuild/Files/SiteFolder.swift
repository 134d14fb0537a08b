import Foundation
import FrontisCore

/// Where a site's files are.
struct SiteFolder: Sendable {
    /// Absolute, without a slash at its end.
    let root: String
    let output: String

    /// - Parameters:
    ///   - root: the site; relative paths start at the working directory.
    ///   - output: nothing for `public` in the site; an empty name stays empty, and is refused by `OutputCheck`.
    init(root: String, output: String?) {
        self.root = Self.absolute(root)
        self.output = output.map { $0.isEmpty ? "" : Self.absolute($0) } ?? self.root + "/public"
    }

    var configuration: String { root + "/frontis.yaml" }
    var environment: String { root + "/.env" }
    var lock: String { root + "/frontis.lock" }
    var content: String { root + "/content" }
    var templates: String { root + "/templates" }
    var staticFiles: String { root + "/static" }
    var store: String { root + "/.frontis/store/v1" }
    var cache: String { root + "/.frontis/cache/v1" }

    /// As a person would write it: relative to the site where it is inside.
    func shown(_ path: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    private static func absolute(_ path: String) -> String {
        var absolute = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        // `.` and `..` are folded as text, so that a link in the path is not resolved behind the user's back.
        absolute = "/" + (Reference.folded(absolute) ?? "")
        return absolute
    }
}
