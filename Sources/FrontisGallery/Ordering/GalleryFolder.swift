import FrontisCore
import FrontisStore

/// Where pictures are kept: store, lock and cache.
package struct GalleryFolder: Sendable {
    /// What paths in messages and settings begin at; absolute, without a slash at its end.
    package let root: String
    /// What can be made again for nothing, and what nobody else may read; absolute.
    package let cache: String

    /// - Parameters:
    ///   - root: the folder.
    ///   - cache: nothing for `.frontis/cache` in it.
    ///   - workingDirectory: what relative paths begin at.
    package init(root: String, cache: String? = nil, from workingDirectory: String) {
        self.root = Self.absolute(root, from: workingDirectory)
        self.cache = (cache.map { Self.absolute($0, from: workingDirectory) } ?? self.root + "/.frontis/cache") + "/v1"
    }

    package var environment: String { root + "/.env" }
    package var lock: String { root + "/frontis.lock" }
    package var store: String { root + "/.frontis/store/v1" }

    /// The path of what is shown so.
    package func path(ofShown shown: String) -> String { shown.hasPrefix("/") ? shown : root + "/" + shown }

    /// As a person would write it: relative to the folder where it is inside.
    package func shown(_ path: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    package static func absolute(_ path: String, from workingDirectory: String) -> String {
        let absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        // `.` and `..` are folded as text, so that a link in the path is not resolved behind the user's back.
        return "/" + (Reference.folded(absolute) ?? "")
    }

    /// A line of a small file of the site, for findings that no page stands behind.
    func line(of location: SourceLocation) -> String? {
        guard let bytes = try? FileContents.read(root + "/" + location.path) else { return nil }
        return SourceText(path: location.path, text: String(decoding: bytes, as: UTF8.self)).line(location.line)
    }
}
