/// The words round a picture of a page, without markup: they help to tell what matters in it.
package struct NearbyText: Sendable {
    /// Characters that are kept.
    package static let longest = 1000
    /// Bytes of HTML that are looked at: markup and long addresses take room as well.
    private static let window = 6000

    private let body: Body
    private let name: SlotName

    /// - Parameter name: of the slot. One that stands in the body has its words on both sides, others the page's first.
    package init(body: Body, name: SlotName) {
        self.body = body
        self.name = name
    }

    /// One line of at most `longest` characters.
    package var text: String {
        let html = body.html.utf8
        guard let place = place else {
            return Self.cut(Self.plain(html.prefix(Self.window)), fromEnd: false, to: Self.longest)
        }
        let middle = html.index(html.startIndex, offsetBy: min(place, html.count))
        let after = Self.plain(html[middle...].prefix(Self.window))
        let before = Self.plain(html[..<middle].suffix(Self.window))
        // What follows a picture says as much about it as what leads up to it.
        let head = Self.cut(before, fromEnd: true, to: max(Self.longest / 2, Self.longest - after.count - 1))
        let tail = Self.cut(after, fromEnd: false, to: Self.longest - head.count - (head.isEmpty ? 0 : 1))
        return [head, tail].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var place: Int? {
        body.gaps.first { gap in
            if case .picture(let picture) = gap.filling { picture.target == .slot(name) } else { false }
        }?.offset
    }

    /// Whole words only.
    private static func cut(_ text: String, fromEnd: Bool, to length: Int) -> String {
        guard text.count > length else { return text }
        let part = fromEnd ? text.suffix(length) : text.prefix(length)
        if fromEnd {
            return String(part[(part.firstIndex(of: " ").map { part.index(after: $0) } ?? part.startIndex)...])
        }
        return String(part[..<(part.lastIndex(of: " ") ?? part.endIndex)])
    }

    private static func plain(_ html: Substring.UTF8View) -> String {
        var text: [UInt8] = []
        var isTag = false
        // The window may begin inside a tag.
        if let open = html.firstIndex(of: 0x3C), let close = html.firstIndex(of: 0x3E), close < open { isTag = true }
        if !html.contains(0x3C), html.contains(0x3E) { isTag = true }
        for byte in html {
            switch byte {
            case 0x3C:
                isTag = true
                text.append(0x20)
            case 0x3E where isTag: isTag = false
            default: if !isTag { text.append(byte) }
            }
        }
        var plain = String(decoding: text, as: UTF8.self)
        // Half a character at the window's edge.
        plain.removeAll { $0 == "\u{FFFD}" }
        for (entity, character) in [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ] where plain.contains("&") {
            plain = plain.replacing(entity, with: character)
        }
        return Recipe.normalized(plain)
    }
}
