import Foundation
import FrontisContent
import FrontisCore
import FrontisStore

/// Which files a site has, found in one walk, with their stamps.
struct SiteFiles: Sendable {
    struct File: Sendable {
        /// Relative to the folder that was walked.
        var path: String
        var stamp: FileStamp
    }

    /// Markdown under `content/`, sorted.
    var pages: [File]
    /// Everything else under `content/`.
    var resources: [File]
    var templates: [File]
    var staticFiles: [File]

    /// - Throws: a diagnostic for a folder that cannot be read.
    static func find(in folder: SiteFolder) throws(Diagnostic) -> SiteFiles {
        do throws(FileError) {
            let content = try FileWalk.files(in: folder.content)
            return SiteFiles(
                pages: content.filter { ContentReader.isPage($0.path) },
                resources: content.filter { !ContentReader.isPage($0.path) },
                templates: try FileWalk.files(in: folder.templates).filter { $0.path.hasSuffix(".mustache") },
                staticFiles: try FileWalk.files(in: folder.staticFiles))
        } catch {
            throw Diagnostic(.fileUnreadable, error.relative(to: folder.root).description, help: error.help)
        }
    }
}

/// Walks a folder. Files and folders whose name begins with a dot are left out; links are followed.
enum FileWalk {
    /// Deep enough for any site, and the end of a link that leads back to where it is.
    private static let depthLimit = 32

    /// Sorted by path; none where there is no such folder.
    static func files(in root: String) throws(FileError) -> [SiteFiles.File] {
        var files: [SiteFiles.File] = []
        try walk(root, prefix: "", depth: 0, &files)
        return files.sorted { $0.path < $1.path }
    }

    private static func walk(
        _ folder: String, prefix: String, depth: Int, _ files: inout [SiteFiles.File]
    ) throws(FileError) {
        guard depth < depthLimit else { return }
        for name in try Directory.names(in: folder) where !name.hasPrefix(".") {
            var status = stat()
            let path = folder + "/" + name
            // A dangling link, or a file that has just gone.
            guard stat(path, &status) == 0 else { continue }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try walk(path, prefix: prefix + name + "/", depth: depth + 1, &files)
            case S_IFREG: files.append(.init(path: prefix + name, stamp: FileStamp(status)))
            default: continue
            }
        }
    }
}
