import Foundation
package import FrontisCore
import FrontisStore

/// Writes a working site into a folder.
package enum NewSite {
    /// - Parameter workingDirectory: what a relative path begins at.
    /// - Returns: the files written, relative to the folder.
    /// - Throws: a diagnostic where the folder holds something already; nothing is written then.
    package static func create(in directory: String, from workingDirectory: String) throws(Diagnostic) -> [String] {
        let folder = SiteFolder(root: directory, from: workingDirectory)
        do throws(FileError) {
            if let stranger = try Directory.names(in: folder.root).first(where: { $0 != ".git" }) {
                throw FileError(.write, stranger, code: EEXIST)
            }
            let files = BuiltInFiles.starter + BuiltInFiles.templates + BuiltInFiles.staticFiles
            for file in files { try AtomicFile.write(file.text, to: folder.root + "/" + file.path) }
            return files.map(\.path).sorted()
        } catch {
            guard error.code == EEXIST else { throw error.diagnostic(.outputWrite) }
            throw Diagnostic(
                .outputForeign, "'\(directory)' is not empty: it holds '\(error.path)'",
                help: "choose a new folder")
        }
    }
}
