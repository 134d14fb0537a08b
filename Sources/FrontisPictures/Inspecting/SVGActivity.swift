/// What an SVG file does besides being drawn, found without an XML parser.
///
/// In an `<img>` browsers run no script of a drawing and fetch nothing for it, but whoever opens the file itself runs
/// it on the site's own address. Words in a comment or a text can be taken for more than they are: this is for a
/// warning, not for a decision.
enum SVGActivity {
    /// Such as `a script`; nothing for a drawing that only draws.
    static func description(of bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        if text.contains("<script") || text.contains("javascript:") || hasHandler(text) { return "a script" }
        if text.contains("<foreignobject") { return "a web page inside the drawing" }
        if text.contains("<!entity") { return "an entity, which readers may unfold without end" }
        let elsewhere = [
            "href=\"http", "href='http", "href=\"//", "href='//", "url(http", "url('http", "url(\"http", "@import",
        ]
        if elsewhere.contains(where: text.contains) && !onlyLinks(text) { return "a reference to another address" }
        return nil
    }

    /// An attribute `onload="…"` and its kin.
    private static func hasHandler(_ text: String) -> Bool {
        var rest = text[...]
        while let found = rest.firstRange(of: " on") ?? rest.firstRange(of: "\non") ?? rest.firstRange(of: "\ton") {
            rest = rest[found.upperBound...]
            let name = rest.prefix { $0.isLetter }
            let after = rest[name.endIndex...].drop { $0.isWhitespace }
            if !name.isEmpty, after.first == "=", let quote = after.dropFirst().drop(while: \.isWhitespace).first,
                quote == "\"" || quote == "'"
            {
                return true
            }
        }
        return false
    }

    /// Whether every reference to elsewhere is a link that a reader would have to follow.
    private static func onlyLinks(_ text: String) -> Bool {
        guard !text.contains("url(http"), !text.contains("url('http"), !text.contains("url(\"http"),
            !text.contains("@import")
        else { return false }
        return text.split(separator: "<").allSatisfy { tag in
            guard
                tag.contains("href=\"http") || tag.contains("href='http") || tag.contains("href=\"//")
                    || tag.contains("href='//")
            else { return true }
            return tag.hasPrefix("a ") || tag.hasPrefix("a\n")
        }
    }
}

extension PictureInspector {
    /// What an SVG file does besides being drawn, such as `a script`; nothing for other files and for drawings that
    /// only draw.
    package static func activity(ofSVG bytes: [UInt8]) -> String? {
        SVGHeader.isSVG(bytes) ? SVGActivity.description(of: bytes) : nil
    }
}
