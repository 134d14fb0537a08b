import FrontisContent
import FrontisCore
import FrontisRender
import FrontisStore

/// The templates that a site is made with: its own, those of a theme, or the site's over the theme's.
struct Theme: Sendable {
    var templates: [TemplateSource]
    /// Files of the theme; a site's own of these names stand over them.
    var staticFiles: [OutputFile]
    /// Templates of the site's own shortcodes, and of the theme's.
    var shortcodes: [TemplateSource] = []

    /// What the built-in theme is called.
    static let builtInName = "frontis"

    /// Of the templates' texts, by name.
    var digests: [String: String] {
        Dictionary(templates.map { ($0.name, Digest.of($0.text).hex) }, uniquingKeysWith: { first, _ in first })
    }

    /// Ids that elements of the templates have, where no value of a page is part of them.
    var ids: Set<String> {
        var ids: Set<String> = []
        for template in templates {
            var text = template.text
            ids.formUnion(text.withUTF8 { RawIDs.ids(in: $0) }.filter { !$0.contains("{") })
        }
        return ids
    }

    /// - Parameter name: of the theme that the site's templates stand over, one by one. Without one, a site that has
    ///   templates has all of its own: half a theme of ours in the middle of theirs would fit neither.
    static func load(
        _ files: SiteFiles, _ name: Located<String>?, in folder: SiteFolder
    ) -> (theme: Theme, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let own = templates(files.templates, in: "templates", of: folder, &diagnostics)
        // A shortcode is no theme.
        let hasOwn = files.templates.contains { !$0.path.hasPrefix(SiteShortcodes.folder) }
        var theme = builtIn
        if let name {
            theme = named(name, files.themes, in: folder, &diagnostics) ?? builtIn
        } else if hasOwn {
            theme = Theme(templates: [], staticFiles: [])
        }
        theme.add(own)
        return (theme, diagnostics)
    }

    /// Puts templates over those of the same names.
    private mutating func add(_ sources: [TemplateSource]) {
        func added(_ sources: [TemplateSource], to known: [TemplateSource]) -> [TemplateSource] {
            let names = Set(sources.map(\.name))
            return known.filter { !names.contains($0.name) } + sources
        }
        templates = added(sources.filter { !$0.name.hasPrefix(SiteShortcodes.folder) }, to: templates)
        shortcodes = added(sources.filter { $0.name.hasPrefix(SiteShortcodes.folder) }, to: shortcodes)
    }

    /// A folder below `themes/`, or the built-in one; nothing, with a finding, for a name that is neither.
    private static func named(
        _ name: Located<String>, _ files: [SiteFiles.File], in folder: SiteFolder, _ diagnostics: inout [Diagnostic]
    ) -> Theme? {
        let prefix = name.value + "/"
        let own = files.filter { $0.path.hasPrefix(prefix) }
        guard !own.isEmpty else {
            if name.value == builtInName { return builtIn }
            let known = Set(files.compactMap { $0.path.split(separator: "/").first.map(String.init) } + [builtInName])
            diagnostics.append(
                Diagnostic(
                    .configurationValue,
                    "there is no theme '\(name.value)'\(Suggestion.clause(for: name.value, among: known.sorted()))",
                    at: name.location,
                    help: "a theme is a folder, themes/\(name.value)/templates/, or \(builtInName), which is built in"))
            return nil
        }
        let sources = own.filter { $0.path.hasPrefix(prefix + "templates/") && $0.path.hasSuffix(".mustache") }.map {
            SiteFiles.File(path: String($0.path.dropFirst((prefix + "templates/").count)), stamp: $0.stamp)
        }
        // A folder of the built-in one's name stands over it.
        var theme = name.value == builtInName ? builtIn : Theme(templates: [], staticFiles: [])
        theme.add(templates(sources, in: "themes/\(prefix)templates", of: folder, &diagnostics))
        let files = own.filter { $0.path.hasPrefix(prefix + "static/") }.compactMap { file in
            SitePath(String(file.path.dropFirst((prefix + "static/").count))).map {
                OutputFile($0, .copy(of: folder.themes + "/" + file.path), kind: .asset)
            }
        }
        let paths = Set(files.map(\.path))
        theme.staticFiles = theme.staticFiles.filter { !paths.contains($0.path) } + files
        return theme
    }

    private static func templates(
        _ files: [SiteFiles.File], in place: String, of folder: SiteFolder, _ diagnostics: inout [Diagnostic]
    ) -> [TemplateSource] {
        var templates: [TemplateSource] = []
        for file in files {
            let path = place + "/" + file.path
            do throws(FileError) {
                let bytes = try FileContents.read(folder.root + "/" + path)
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    diagnostics.append(Diagnostic(.fileEncoding, "file is not UTF-8", at: SourceLocation(path: path)))
                    continue
                }
                templates.append(
                    TemplateSource(name: String(file.path.dropLast(".mustache".count)), path: path, text: text))
            } catch {
                diagnostics.append(
                    Diagnostic(
                        .fileUnreadable, error.relative(to: folder.root).description, at: SourceLocation(path: path)))
            }
        }
        return templates
    }

    static var builtIn: Theme {
        Theme(
            templates: BuiltInFiles.templates.map { file in
                TemplateSource(
                    name: String(file.path.dropFirst("templates/".count).dropLast(".mustache".count)),
                    path: file.path, text: file.text)
            },
            staticFiles: BuiltInFiles.staticFiles.compactMap { file in
                SitePath(String(file.path.dropFirst("static/".count))).map {
                    OutputFile($0, .text(file.text), kind: .asset)
                }
            })
    }
}
