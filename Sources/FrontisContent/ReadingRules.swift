package import FrontisCore

/// All of the configuration, and of the theme, that decides how a file under `content/` is read. Whoever reads files is
/// given this and nothing else, so that pages which were read by the same rules need not be read again.
package struct ReadingRules: Sendable, Hashable {
    package var url: String?
    package var language: String
    package var languages: [String]?
    package var headingIDs: SiteConfiguration.HeadingIDStyle
    package var keepsMath: Bool
    package var convertsMath: Bool
    package var permalink: String
    package var permalinks: [String: Located<String>]
    package var taxonomies: [TaxonomyKind]
    package var code: CodeStyle
    package var extras: MarkdownExtras
    package var theme: ThemeRules

    package init(_ configuration: SiteConfiguration, theme: ThemeRules = ThemeRules()) {
        url = configuration.url
        language = configuration.language
        languages = configuration.languages
        headingIDs = configuration.headingIDs
        keepsMath = configuration.keepsMath
        convertsMath = configuration.convertsMath
        permalink = configuration.permalink
        permalinks = configuration.permalinks
        taxonomies = configuration.taxonomies.map(\.value)
        code = configuration.code
        extras = configuration.extras
        self.theme = theme
    }

    /// The same rules are the same bytes.
    package var packed: [UInt8] {
        var writer = PackedWriter()
        writer.add(url)
        writer.add(language)
        writer.add(languages != nil)
        writer.add(languages ?? []) { $0.add($1) }
        writer.add(headingIDs.rawValue)
        writer.add(keepsMath)
        writer.add(convertsMath)
        writer.add(permalink)
        writer.add(permalinks) { $0.add($1) }
        writer.add(taxonomies) { writer, kind in
            for text in [kind.name, kind.one, kind.path] { writer.add(text) }
        }
        writer.add(Int(extras.rawValue))
        writer.add(code.highlights)
        writer.add(code.numbersLines)
        writer.add(theme.ids.sorted()) { $0.add($1) }
        writer.add(theme.shortcodes.digest)
        return writer.bytes
    }
}
