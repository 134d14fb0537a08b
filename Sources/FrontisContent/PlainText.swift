import FrontisCore

/// What readers see of HTML.
package enum PlainText {
    /// As UTF-8, with a blank where a block begins or ends; scripts and styles are no text.
    package static func of(html: String) -> [UInt8] {
        var html = html
        let text = html.withUTF8 { RawHTML.text(of: $0) }
        guard text.contains(UInt8(ascii: "&")) else { return text }
        var plain = String(decoding: text, as: UTF8.self)
        for (name, character) in [("&amp;", "\u{1}"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\"")] {
            plain.replace(name, with: character)
        }
        // What is left is the author's own.
        return Array(RawHTML.decoded(plain).replacing("\u{1}", with: "&").utf8)
    }
}
