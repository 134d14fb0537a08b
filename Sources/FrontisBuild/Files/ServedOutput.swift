import FrontisCore
import FrontisStore

/// What a server on this machine may answer with: the output that a build has made for it.
package struct ServedOutput: Sendable {
    /// Absolute.
    package let folder: String
    /// Paths of all files that Frontis wrote there; nothing else is any visitor's.
    package let files: Set<String>
    /// What the site's addresses begin with: `/`, `/blog/`.
    package let basePath: String

    /// Nothing where no build has come to its end there yet.
    ///
    /// - Parameter options: of the build.
    package init?(_ options: BuildOptions) {
        let site = SiteFolder(options)
        folder = site.output
        guard let output = try? OutputFolder(folder), let manifest = try? OutputManifest.read(in: output) else {
            return nil
        }
        files = Set(manifest.files.keys)
        basePath = Self.basePath(options)
    }

    /// What the addresses of a site begin with now: `/`, `/blog/`.
    package static func basePath(_ options: BuildOptions) -> String {
        SiteSource.configuration(in: SiteFolder(options), options: options).0.basePath + "/"
    }
}
