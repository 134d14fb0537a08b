import CMarkGFM
package import FrontisCore

/// Markdown read into a body with gaps.
package struct Markdown: Sendable {
    package var body = Body()
    /// The first heading's text, for pages that say no title.
    package var firstHeading: String?
    /// Prompts that stand in the text: `![](<ai:a fox in fresh snow>)`.
    package var imageRequests: [ImageRequest] = []
    package var diagnostics: [Diagnostic] = []

    /// Name under which the body speaks of a prompt in the text; the plan gives it an id.
    package static func words(of prompt: String) -> SlotName { .words(Recipe.normalized(prompt)) }

    /// What a site and a page say about how their text is read.
    package struct Style: Sendable {
        package var headingIDs = SiteConfiguration.HeadingIDStyle.github
        /// Ids that the page's templates use.
        package var takenIDs: Set<String> = []
        package var keepsMath = false
        /// Makes markup of TeX; nothing where it stays as it is.
        package var math: MathConverting?
        package var shortcodes = Shortcodes.none
        package var code = CodeStyle()
        package var extras = MarkdownExtras.standard
        package var highlight: CodeHighlighting?

        package init() {}
    }

    /// - Parameters:
    ///   - offset: where the body begins in `source`, in UTF-8 bytes.
    ///   - lineOffset: lines above the body.
    ///   - keepsText: whether the text is wanted without markup as well.
    ///   - isHTML: whether the whole body is raw HTML.
    ///   - site: the site's own address, so that links to it are checked like others.
    ///   - title: a level-one heading at the very top that repeats it is left out; where it is nothing, such a
    ///     heading becomes the title and is left out, as the template shows it.
    package static func read(
        _ source: SourceText, from offset: Int, lineOffset: Int, title: String?, keepsText: Bool = false,
        site: String? = nil, isHTML: Bool = false, style: Style = Style()
    ) -> Markdown {
        var text = source.text
        var math = MathSpans()
        var shortcodes = ShortcodeText()
        let prepared = text.withUTF8 { all -> [UInt8]? in
            let bytes = UnsafeBufferPointer(rebasing: all[offset...])
            var prepared: [UInt8]?
            func prepare(_ step: (UnsafeBufferPointer<UInt8>) -> [UInt8]?) {
                let result = prepared.map { $0.withUnsafeBufferPointer(step) } ?? step(bytes)
                if let result { prepared = result }
            }
            // The marker byte has no business in text; cmark takes care of NUL.
            prepare { bytes in
                ByteSearch.contains(MarkdownMarkers.byte, in: bytes) ? bytes.filter { $0 != MarkdownMarkers.byte } : nil
            }
            guard !isHTML else { return prepared }
            prepare { shortcodes.taken(out: $0, in: source, lineOffset: lineOffset, style.shortcodes) }
            if style.keepsMath {
                prepare { math.taken(out: $0) }
                // A call in TeX is TeX.
                if !shortcodes.isEmpty {
                    math.rewrite { span in
                        var span = span
                        return span.withUTF8 { shortcodes.restored($0) }
                    }
                }
            }
            return prepared
        }
        func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Markdown {
            let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
            guard let tree = MarkdownTree(isHTML ? none : bytes, style.extras) else { return Markdown() }
            if isHTML { tree.append(html: bytes) }
            if style.extras.contains(.callouts), ByteSearch.index(of: Callouts.mark, in: bytes) != nil {
                Callouts.replace(in: tree.root) { source.line(lineOffset + $0) }
            }
            let shown = isHTML || style.shortcodes == .none ? [] : ShortcodePlaces.restore(shortcodes, in: tree.root)
            if !math.spans.isEmpty { tree.restore(math) }
            if ByteSearch.index(of: declaration, in: bytes) != nil { tree.dropDocumentTypes() }
            DefinitionLists.finish(tree.root, in: bytes, style.extras)
            if style.extras.contains(.abbreviations), ByteSearch.index(of: abbreviation, in: bytes) != nil {
                Abbreviations.apply(to: tree.root, besides: shown) { source.line(lineOffset + $0) }
            }
            let attributes =
                ByteSearch.index(of: attributeList, in: bytes) == nil
                ? [:]
                : tree.takeAttributeLists { line in
                    source.line(lineOffset + line)?.drop { $0 == " " }.hasPrefix("{:") == true
                }
            var walker = MarkdownWalker(
                source: source, lineOffset: lineOffset, keepsText: keepsText, site: site, style: style, math: math,
                attributes: attributes, summary: SummaryText(endsAtMark: SummaryText.hasMark(bytes)))
            walker.shownCalls = shown
            walker.markdown.diagnostics = shortcodes.findings
            walker.takeTitle(of: tree.root, title: title)
            walker.walk(tree.root)
            if isHTML { walker.readText(ofHTML: bytes) }
            return walker.finish(tree)
        }
        if let prepared { return prepared.withUnsafeBufferPointer(parse) }
        return text.withUTF8 { parse(UnsafeBufferPointer(rebasing: $0[offset...])) }
    }

    private static let abbreviation = Array("*[".utf8)
    private static let declaration = Array("<!".utf8)
    private static let attributeList = Array("{:".utf8)
}
