import FrontisContent
import FrontisCore
import FrontisRender
import FrontisStore

/// The templates that a site is made with: its own, or the built-in theme where it has none.
struct Theme: Sendable {
    var templates: [TemplateSource]
    /// Style sheet and icon of the built-in theme; a site's own files of these names stand over them.
    var staticFiles: [OutputFile]
    /// Templates of the site's own shortcodes.
    var shortcodes: [TemplateSource] = []

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

    /// All or nothing: half a theme of ours in the middle of theirs would fit neither.
    static func load(
        _ files: [SiteFiles.File], in folder: SiteFolder
    ) -> (theme: Theme, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        var templates: [TemplateSource] = []
        for file in files {
            let path = "templates/" + file.path
            do throws(FileError) {
                let bytes = try FileContents.read(folder.templates + "/" + file.path)
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
        let shortcodes = templates.filter { $0.name.hasPrefix(SiteShortcodes.folder) }
        // A shortcode is no theme.
        var theme = builtIn
        if files.contains(where: { !$0.path.hasPrefix(SiteShortcodes.folder) }) {
            theme = Theme(
                templates: templates.filter { !$0.name.hasPrefix(SiteShortcodes.folder) }, staticFiles: [])
        }
        theme.shortcodes = shortcodes
        return (theme, diagnostics)
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
