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
    /// Under `data/`.
    var data: [File]
    /// Templates and static files of the themes under `themes/`.
    var themes: [File]

    /// Links that are not followed, and what is neither file nor folder.
    var findings: [Diagnostic]

    /// - Throws: a diagnostic for a folder that cannot be read, or that is no site.
    static func find(in folder: SiteFolder, jobs: Int) async throws(Diagnostic) -> SiteFiles {
        guard folder.isSite else { throw folder.noSite }
        do throws(FileError) {
            let rule = LinkRule(site: folder.root, allowsOutside: false)
            let (files, isWhole) = try await find(rule, dotfiles: [], jobs: jobs)
            // Most sites have nothing that a setting could let in, and their configuration need not be read to know that
            // nothing has changed.
            guard !isWhole else { return files }
            let configuration = configuration(in: folder)
            guard configuration.allowsLinksOutside || !configuration.staticDotfiles.isEmpty else { return files }
            let allowing = LinkRule(site: folder.root, allowsOutside: configuration.allowsLinksOutside)
            return try await find(allowing, dotfiles: configuration.staticDotfiles, jobs: jobs).files
        } catch {
            throw error.diagnostic(.fileUnreadable, in: folder.root)
        }
    }

    /// - Returns: also whether nothing was left out that a setting could let in.
    private static func find(
        _ rule: LinkRule, dotfiles: Set<String>, jobs: Int
    ) async throws(FileError) -> (files: SiteFiles, isWhole: Bool) {
        let content = try await FileWalk.files(in: "content", rule: rule, jobs: jobs)
        let templates = try await FileWalk.files(in: "templates", rule: rule, jobs: jobs)
        let staticFiles = try await FileWalk.files(
            in: "static", rule: rule, dotfiles: DotfileRule(named: dotfiles), jobs: jobs)
        let data = try await FileWalk.files(in: "data", rule: rule, jobs: jobs)
        let themes = try await FileWalk.files(in: "themes", rule: rule, jobs: jobs)
        let files = SiteFiles(
            pages: content.files.filter { ContentReader.isPage($0.path) },
            resources: content.files.filter { !ContentReader.isPage($0.path) },
            templates: templates.files.filter { $0.path.hasSuffix(".mustache") },
            staticFiles: staticFiles.files, data: data.files, themes: themes.files.filter { isOfTheme($0.path) },
            findings: content.findings + templates.findings + staticFiles.findings + data.findings + themes.findings)
        return (files, ![content, templates, staticFiles, data, themes].contains { $0.metOutside || $0.metDotfile })
    }

    /// `paper/templates/post.mustache`, and nothing of the examples and tests that themes bring along.
    private static func isOfTheme(_ path: String) -> Bool {
        let parts = path.split(separator: "/", maxSplits: 2)
        return parts.count == 3 && (parts[1] == "templates" || parts[1] == "static")
    }

    /// One that cannot be read allows nothing; what is wrong with it is said where it is read.
    private static func configuration(in folder: SiteFolder) -> SiteConfiguration {
        guard let bytes = try? FileContents.read(folder.configuration) else { return SiteConfiguration() }
        return ConfigurationReader.read(String(decoding: bytes, as: UTF8.self)).0
    }
}
