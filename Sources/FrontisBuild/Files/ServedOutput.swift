package import FrontisCore
import FrontisStore

/// What a server on this machine may answer with: the output that a build has made for it.
package struct ServedOutput: Sendable {
    /// Absolute.
    package let folder: String
    /// What the site's addresses begin with: `/`, `/blog/`, `/caf%C3%A9/`.
    package let basePath: String
    /// Paths of all its files. Nothing else is ever opened, so that no address leads out of the output.
    package let files: Set<String>

    package init(folder: String, basePath: String, files: Set<String>) {
        (self.folder, self.basePath, self.files) = (folder, basePath, files)
    }

    /// As earlier builds have left it; nothing where none has come to its end there.
    ///
    /// - Parameter options: of the builds.
    package init?(_ options: BuildOptions) {
        let site = SiteFolder(options)
        folder = site.output
        guard let output = try? OutputFolder(folder), let manifest = try? OutputManifest.read(in: output),
            manifest.isFinished
        else { return nil }
        files = Set(manifest.files.keys)
        basePath = Self.basePath(options)
    }

    /// The same after one more build.
    package func after(_ result: Build.Result, _ options: BuildOptions) -> ServedOutput {
        ServedOutput(
            folder: folder, basePath: Self.basePath(options),
            files: files.union(result.written).subtracting(result.removed))
    }

    /// What the addresses of a site begin with now: `/`, `/blog/`.
    package static func basePath(_ options: BuildOptions) -> String {
        let path = SiteSource.configuration(in: SiteFolder(options), options: options).0.basePath
        // With two slashes in front it would be another site.
        return "/" + (path + "/").drop { $0 == "/" }
    }

    /// Servers of one site that may be at work at once.
    private static let most = 9

    /// An output for one server: two of them would each take what the other has written for changes of somebody else.
    ///
    /// - Returns: options of builds for it, and what keeps others away for as long as it lives.
    package static func reserve(
        _ options: BuildOptions
    ) throws(Diagnostic) -> (options: BuildOptions, hold: any Sendable) {
        var options = options
        for number in 1...most {
            options.server = number
            let folder = SiteFolder(options)
            do throws(FileError) {
                if let lock = try FileLock.tryAcquire(folder.output + ".lock") { return (options, lock) }
            } catch {
                throw error.relative(to: folder.root).diagnostic(.outputWrite)
            }
        }
        throw Diagnostic(.outputWrite, "\(most) servers of this site are at work already", help: "end one of them")
    }
}
