/// Closes what an author's raw HTML leaves open and drops end tags that end nothing, so that a careless post
/// cannot break the page round it. Nothing else is touched: no tag is rewritten.
enum HTMLBalancer {
    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// Elements that end an open paragraph (HTML Living Standard, 13.2.6.4.7).
    static let closesParagraph: Set<String> = [
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
    ]
    /// Formatting that holds words and no blocks: an unclosed `<b>` must not make the rest of the post bold.
    static let phrasing: Set<String> = [
        "abbr", "b", "big", "cite", "code", "dfn", "em", "font", "i", "kbd", "mark", "q", "s", "samp", "small",
        "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    ]
    /// Their end tags may be left out, so an open one is no fault and ends with its parent.
    private static let optionalEnd: Set<String> = [
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rp",
        "rt",
    ]
    /// What a start tag ends by itself where the author left the end tag out.
    private static let implied: [String: Set<String>] = [
        "li": ["li"], "dt": ["dt", "dd"], "dd": ["dt", "dd"], "td": ["td", "th"], "th": ["td", "th"],
        "tr": ["td", "th", "tr"], "option": ["option"],
    ]
    /// An end tag does not look past these for what it ends (HTML Living Standard, 13.2.4.2).
    private static let scopes: Set<String> = ["caption", "object", "table", "td", "template", "th"]
    /// Documents and their heads have no place in an article; `<plaintext>`, which nothing ends, would make text of the rest
    /// of the page.
    private static let dropped: Set<String> = ["html", "head", "body", "plaintext"]

    /// So many tags are looked for to the end of the text, in vain; every `<` after them is text, as reading on to the
    /// end from each would take the square of their number.
    private static let unclosedLimit = 64

    /// - Returns: nothing where elements are nested deeper than `ContentLimits.markupDepth`.
    static func balanced(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + 64)
        var open: [String] = []
        var position = 0
        var unclosed = 0

        while position < html.count {
            guard let less = html[position...].firstIndex(of: UInt8(ascii: "<")) else { break }
            output.append(contentsOf: html[position..<less])
            position = less
            if html[less...].starts(with: "<!--".utf8) {
                let end = commentEnd(html, from: less)
                // An unclosed comment would swallow the rest of the page.
                if end <= html.count { output.append(contentsOf: html[less..<end]) }
                position = min(end, html.count)
                continue
            }
            if unclosed < unclosedLimit, let declaration = HTMLDeclaration(in: html, at: less) {
                if declaration.isUnclosed { unclosed += 1 }
                if declaration.isSection, isForeign(open) { output.append(contentsOf: html[declaration.range]) }
                position = declaration.range.upperBound
                continue
            }
            guard unclosed < unclosedLimit, let tag = HTMLTag(in: html, at: less) else {
                // A tag that never closes would eat the template's markup.
                let isTag = startsTag(html, less)
                if isTag { unclosed += 1 }
                output.append(contentsOf: isTag ? Array("&lt;".utf8) : [html[less]])
                position = less + 1
                continue
            }
            position = tag.range.upperBound
            if dropped.contains(tag.name) { continue }
            if tag.isEnd {
                close(tag, of: html, among: &open, to: &output)
                continue
            }
            if closesParagraph.contains(tag.name) {
                while let last = open.last, phrasing.contains(last) || last == "p" {
                    open.removeLast()
                    appendEnd(last, to: &output)
                }
            }
            while let last = open.last, implied[tag.name]?.contains(last) == true {
                open.removeLast()
                appendEnd(last, to: &output)
            }
            output.append(contentsOf: html[tag.range])
            guard !void.contains(tag.name), !(tag.isSelfClosing && isForeign(open)) else { continue }
            open.append(tag.name)
            guard open.count <= ContentLimits.markupDepth else { return nil }
            if RawHTML.textElements.contains(tag.name) {
                position = copyRawText(tag.name, html, from: position, &output)
                open.removeLast()
            }
        }
        output.append(contentsOf: html[position...])
        for name in open.reversed() { appendEnd(name, to: &output) }
        return output
    }

    private static func appendEnd(_ name: String, to output: inout [UInt8]) {
        output.append(contentsOf: "</\(name)>".utf8)
    }

    private static func close(
        _ tag: HTMLTag, of html: UnsafeBufferPointer<UInt8>, among open: inout [String], to output: inout [UInt8]
    ) {
        guard !void.contains(tag.name) else { return }
        var depth = open.count - 1
        while depth >= 0, open[depth] != tag.name {
            if scopes.contains(open[depth]), !optionalEnd.contains(tag.name), tag.name != "table" { break }
            depth -= 1
        }
        guard depth >= 0, open[depth] == tag.name else { return }
        for name in open[(depth + 1)...].reversed() { appendEnd(name, to: &output) }
        open.removeSubrange(depth...)
        output.append(contentsOf: html[tag.range])
    }

    private static func isForeign(_ open: [String]) -> Bool { open.contains { $0 == "svg" || $0 == "math" } }

    private static func startsTag(_ html: UnsafeBufferPointer<UInt8>, _ less: Int) -> Bool {
        guard less + 1 < html.count else { return true }
        let next = html[less + 1]
        return (0x61...0x7A).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
            || next == UInt8(ascii: "?")
    }

    /// Past the end of the bytes for a comment that is never closed.
    private static func commentEnd(_ html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        // Browsers end a comment at `<!-->` and `<!--->` as well.
        var position = start + 2
        while position + 3 <= html.count {
            if html[position] == UInt8(ascii: "-"), html[position + 1] == UInt8(ascii: "-"),
                html[position + 2] == UInt8(ascii: ">")
            {
                return position + 3
            }
            position += 1
        }
        return html.count + 1
    }

    /// Copies up to and with the end tag, adding it where it is missing.
    private static func copyRawText(
        _ name: String, _ html: UnsafeBufferPointer<UInt8>, from start: Int, _ output: inout [UInt8]
    ) -> Int {
        var position = start
        while let less = html[position...].firstIndex(of: UInt8(ascii: "<")) {
            if HTMLTag.isEnd(of: name, in: html, at: less), let tag = HTMLTag(in: html, at: less) {
                output.append(contentsOf: html[start..<tag.range.upperBound])
                return tag.range.upperBound
            }
            position = less + 1
        }
        output.append(contentsOf: html[start...])
        output.append(contentsOf: "</\(name)>".utf8)
        return html.count
    }
}
