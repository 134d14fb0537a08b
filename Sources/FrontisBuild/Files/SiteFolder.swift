import Foundation
import FrontisContent
import FrontisCore
package import FrontisGallery
import FrontisStore

/// Where a site's files are.
package struct SiteFolder: Sendable {
    /// Where its pictures are kept.
    package let gallery: GalleryFolder
    package let output: String
    /// Whether the output is in the cache, for a server on this machine.
    let isServed: Bool

    /// - Parameters:
    ///   - root: the site.
    ///   - output: nothing for `public` in the site; an empty name stays empty, and is refused by `OutputCheck`.
    ///   - cache: nothing for `.frontis/cache` in the site.
    ///   - workingDirectory: what relative paths begin at.
    init(root: String, output: String? = nil, cache: String? = nil, from workingDirectory: String) {
        gallery = GalleryFolder(root: root, cache: cache, from: workingDirectory)
        isServed = false
        self.output =
            output.map { $0.isEmpty ? "" : GalleryFolder.absolute($0, from: workingDirectory) }
            ?? gallery.root + "/public"
    }

    /// Where the command line says that a site is.
    package init(_ options: BuildOptions) {
        let folder = SiteFolder(
            root: options.site, output: options.output, cache: options.cache, from: options.workingDirectory)
        self = options.server.map { SiteFolder(folder.gallery, server: $0) } ?? folder
    }

    /// Sites may share a cache. Beside what a build looks through, as it has as many files as the site.
    private init(_ gallery: GalleryFolder, server number: Int) {
        self.gallery = gallery
        let name = Digest.of(gallery.root).hex.prefix(16) + (number > 1 ? "-\(number)" : "")
        output = Directory.parent(of: gallery.cache) + "/served/" + name
        isServed = true
    }

    /// Absolute, without a slash at its end.
    package var root: String { gallery.root }
    package var configuration: String { root + "/" + SiteConfiguration.path }
    var cache: String { gallery.cache }
    var content: String { root + "/content" }
    var templates: String { root + "/templates" }
    var staticFiles: String { root + "/static" }
    var data: String { root + "/data" }
    var themes: String { root + "/themes" }

    /// Whether there is anything that only a site has. An empty site is built, any other folder is a mistake.
    var isSite: Bool { Self.isSite(root) }

    private static func isSite(_ folder: String) -> Bool {
        ["frontis.yaml", "content"].contains { access("\(folder)/\($0)", F_OK) == 0 }
    }

    /// What is wrong with a folder that is no site.
    var noSite: Diagnostic {
        let parents = sequence(first: root[...]) { path in
            path.lastIndex(of: "/").map { path[..<$0] }
        }
        let around = parents.dropFirst().first { access("\($0)/frontis.yaml", F_OK) == 0 }
        return Diagnostic(
            .siteMissing, "'\(root)' is no site: it has neither frontis.yaml nor content/",
            help: around.map { "the site round it is --site \($0)" }
                ?? "frontis new DIR makes a site, --site DIR names the folder of one")
    }

    /// A line of a page's file, for findings about what stands there; nothing where it cannot be read any more.
    func line(_ location: SourceLocation) -> String? {
        guard let bytes = try? FileContents.read(path(ofShown: location.path)),
            let text = try? ContentReader.text(of: bytes, location.path)
        else { return nil }
        return SourceText(path: location.path, text: text).line(location.line)
    }

    /// The path of what is shown so.
    func path(ofShown shown: String) -> String { gallery.path(ofShown: shown) }

    /// As a person would write it: relative to the site where it is inside.
    func shown(_ path: String) -> String { gallery.shown(path) }
}
