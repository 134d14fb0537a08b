import Foundation
import FrontisCore

/// Where a site's files are.
struct SiteFolder: Sendable {
    /// Absolute, without a slash at its end.
    let root: String
    let output: String
    /// What can be made again for nothing, and what nobody else may read; absolute.
    let cache: String

    /// - Parameters:
    ///   - root: the site.
    ///   - output: nothing for `public` in the site; an empty name stays empty, and is refused by `OutputCheck`.
    ///   - cache: nothing for `.frontis/cache` in the site.
    ///   - workingDirectory: what relative paths begin at.
    init(root: String, output: String? = nil, cache: String? = nil, from workingDirectory: String) {
        func absolute(_ path: String) -> String { Self.absolute(path, from: workingDirectory) }
        self.root = absolute(root)
        self.cache = (cache.map(absolute) ?? self.root + "/.frontis/cache") + "/v1"
        self.output = output.map { $0.isEmpty ? "" : absolute($0) } ?? self.root + "/public"
    }

    /// Where the command line says that a site is.
    init(_ options: BuildOptions) {
        self.init(
            root: options.site, output: options.output, cache: options.cache, from: options.workingDirectory)
    }

    var configuration: String { root + "/frontis.yaml" }
    var environment: String { root + "/.env" }
    var lock: String { root + "/frontis.lock" }
    var content: String { root + "/content" }
    var templates: String { root + "/templates" }
    var staticFiles: String { root + "/static" }
    var store: String { root + "/.frontis/store/v1" }

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

    /// The path of what is shown so.
    func path(ofShown shown: String) -> String { shown.hasPrefix("/") ? shown : root + "/" + shown }

    /// As a person would write it: relative to the site where it is inside.
    func shown(_ path: String) -> String {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    private static func absolute(_ path: String, from workingDirectory: String) -> String {
        var absolute = path.hasPrefix("/") ? path : workingDirectory + "/" + path
        // `.` and `..` are folded as text, so that a link in the path is not resolved behind the user's back.
        absolute = "/" + (Reference.folded(absolute) ?? "")
        return absolute
    }
}
