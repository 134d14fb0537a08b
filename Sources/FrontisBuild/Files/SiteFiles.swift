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
    static func find(in folder: SiteFolder, jobs: Int) async throws(Diagnostic) -> SiteFiles {
        do throws(FileError) {
            let content = try await FileWalk.files(in: folder.content, jobs: jobs)
            let templates = try await FileWalk.files(in: folder.templates, jobs: jobs)
            return SiteFiles(
                pages: content.filter { ContentReader.isPage($0.path) },
                resources: content.filter { !ContentReader.isPage($0.path) },
                templates: templates.filter { $0.path.hasSuffix(".mustache") },
                staticFiles: try await FileWalk.files(in: folder.staticFiles, jobs: jobs))
        } catch {
            throw Diagnostic(.fileUnreadable, error.relative(to: folder.root).description, help: error.help)
        }
    }
}

/// Walks a folder. Files and folders whose name begins with a dot are left out; links are followed.
enum FileWalk {
    private enum Entry {
        case file(SiteFiles.File)
        case folder(String)
    }

    /// Deep enough for any site, and the end of a link that leads back to where it is.
    private static let depthLimit = 32

    /// Sorted by path; none where there is no such folder.
    static func files(in root: String, jobs: Int) async throws(FileError) -> [SiteFiles.File] {
        var files: [SiteFiles.File] = []
        var folders = [""]
        for _ in 0..<depthLimit where !folders.isEmpty {
            var paths: [String] = []
            for folder in folders {
                let names = try Directory.names(in: folder.isEmpty ? root : root + "/" + folder)
                paths += names.filter { !$0.hasPrefix(".") }.map { folder.isEmpty ? $0 : folder + "/" + $0 }
            }
            folders = []
            for entry in await paths.parallelMap(jobs: jobs, { entry(at: $0, in: root) }) {
                switch entry {
                case .file(let file): files.append(file)
                case .folder(let path): folders.append(path)
                case nil: continue
                }
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// Nothing for a dangling link, a file that has just gone, a socket.
    private static func entry(at path: String, in root: String) -> Entry? {
        switch FileStamp.entry(at: root + "/" + path) {
        case .folder?: .folder(path)
        case .file(let stamp)?: .file(.init(path: path, stamp: stamp))
        case nil: nil
        }
    }
}
