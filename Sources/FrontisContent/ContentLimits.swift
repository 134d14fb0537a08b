import FrontisCore

/// How much one file under `content/`, or the configuration, may hold. Far beyond what people write, and low enough
/// that no file, however nested or repeated, takes more than seconds or fills the memory.
package enum ContentLimits {
    /// Bytes of a Markdown file, with pictures in `data:` addresses counted in: cmark makes a hundred of each where every
    /// third one begins something.
    static let fileSize = 4 << 20
    /// Places of a page at which text looks like a template.
    static let templatePlaces = 100
    /// Bytes of a file under `data/`; one that is no CSV may have no more than a front matter.
    static let dataSize = 16 << 20
    /// Bytes of a front matter, or of `frontis.yaml`.
    static let documentSize = 1 << 20
    /// Values in one of those, aliases counted as often as they stand for something.
    static let values = 20_000
    /// Lists and maps inside each other.
    static let valueDepth = 64
    /// Quotes, lists, emphasis and links of Markdown inside each other, and elements of raw HTML.
    static let markupDepth = 200
    /// Bytes of code that are highlighted on a page; the rest stays plain.
    static let highlighting = 512 << 10
    /// Shortcodes inside each other.
    static let shortcodeDepth = 20
    /// Bytes that the shortcodes of a page may make.
    static let shortcodeMarkup = 4 << 20
    /// Headings, links, pictures and tags of shortcodes of a page, each.
    static let places = 10_000
    /// Pictures of a page that are to be made.
    static let requests = 1_000
    /// How much of a page may be read to find out where in it its links stand.
    static let searching = 32 << 20

    /// The finding about a Markdown file that goes beyond one of them.
    static func finding(_ summary: String, line: Int, in source: SourceText) -> Diagnostic {
        Diagnostic(
            .pageLimit, summary, at: SourceLocation(path: source.path, line: line), in: source.line(line),
            help: "divide it among several pages, or leave out what no reader would miss")
    }

    /// The finding about a front matter or a configuration that is larger than `documentSize`.
    static func check(
        size document: String, what: String, id: DiagnosticID, in source: SourceText, line: Int
    ) throws(Diagnostic) {
        guard document.utf8.count > documentSize else { return }
        throw Diagnostic(
            id, "\(what) has more than \(documentSize >> 20) MiB", at: SourceLocation(path: source.path, line: line),
            in: source.line(line))
    }
}
