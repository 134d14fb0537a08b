import FrontisCore
import FrontisXML

/// Finds what raw HTML shows and leads to, piece by piece as Markdown cuts it. Comments and elements whose content is
/// text, such as scripts, are passed over, also where Markdown has cut them in two.
struct RawHTML {
    /// A place in a piece, in bytes.
    enum Found {
        /// A whole `<img …>`; what is in it is libxml2's to read.
        case image(Range<Int>, isInPicture: Bool)
        /// The value of an attribute.
        case value(HTMLTag.Attribute, use: Use)
    }

    enum Use {
        /// A link that readers follow.
        case link
        /// A file that the page loads: a film, a script, a frame.
        case file
        /// Several of them, with what tells them apart.
        case sourceSet
    }

    /// Elements whose content is text up to their own end tag.
    static let textElements: Set<String> = [
        "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
    ]

    private static let uses: [String: [String: Use]] = [
        "a": ["href": .link], "area": ["href": .link], "video": ["src": .file, "poster": .file],
        "audio": ["src": .file],
        "source": ["src": .file, "srcset": .sourceSet], "track": ["src": .file], "object": ["data": .file],
        "embed": ["src": .file], "iframe": ["src": .file], "script": ["src": .file], "link": ["href": .file],
    ]

    /// So many tags are looked for to the end of a piece, in vain, before it is given up.
    private static let unclosedLimit = 64

    /// The element of text that is open.
    private var textElement: String?
    /// `<picture>` elements that are open.
    private var openPictures = 0

    /// In their order.
    mutating func find(in bytes: UnsafeBufferPointer<UInt8>) -> [Found] {
        var found: [Found] = []
        var position = 0
        var unclosed = 0
        while unclosed < Self.unclosedLimit {
            if let name = textElement {
                guard let end = Self.end(of: name, in: bytes, from: position) else { return found }
                position = end
                textElement = nil
            }
            guard let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position) else { return found }
            position = open + 1
            if bytes[open...].starts(with: "<!--".utf8) {
                // Browsers end a comment at `<!-->` as well.
                guard let end = ByteSearch.index(of: Array("-->".utf8), in: bytes, from: open + 2) else { return found }
                position = end + 3
                continue
            }
            guard Self.mayBeTag(bytes, open) else { continue }
            guard let tag = HTMLTag(in: bytes, at: open) else {
                unclosed += 1
                continue
            }
            position = tag.range.upperBound
            if tag.name == "picture" { openPictures = max(0, openPictures + (tag.isEnd ? -1 : 1)) }
            if tag.isEnd { continue }
            if tag.name == "img" {
                found.append(.image(tag.range, isInPicture: openPictures > 0))
            } else if let uses = Self.uses[tag.name] {
                var seen: Set<String> = []
                for attribute in tag.attributes(in: bytes) where seen.insert(attribute.name).inserted {
                    if let use = uses[attribute.name] { found.append(.value(attribute, use: use)) }
                }
            }
            if Self.textElements.contains(tag.name) { textElement = tag.name }
        }
        return found
    }

    /// What readers see as text, as it is written, with a blank where a block begins or ends.
    static func text(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var position = 0
        var unclosed = 0
        while unclosed < unclosedLimit,
            let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position)
        {
            text.append(contentsOf: bytes[position..<open])
            position = open + 1
            if bytes[open...].starts(with: "<!--".utf8) {
                position =
                    ByteSearch.index(of: Array("-->".utf8), in: bytes, from: open + 2).map { $0 + 3 } ?? bytes.count
            } else if mayBeTag(bytes, open), let tag = HTMLTag(in: bytes, at: open) {
                position = tag.range.upperBound
                if tag.name != "a", !HTMLBalancer.phrasing.contains(tag.name) { text.append(UInt8(ascii: " ")) }
                if !tag.isEnd, textElements.contains(tag.name) {
                    position = end(of: tag.name, in: bytes, from: position) ?? bytes.count
                }
            } else {
                if mayBeTag(bytes, open) { unclosed += 1 }
                text.append(UInt8(ascii: "<"))
            }
        }
        text.append(contentsOf: bytes[position...])
        return text
    }

    private static func mayBeTag(_ bytes: UnsafeBufferPointer<UInt8>, _ open: Int) -> Bool {
        guard open + 1 < bytes.count else { return false }
        return bytes[open + 1] == UInt8(ascii: "/") || (0x61...0x7A).contains(bytes[open + 1] | 0x20)
    }

    private static func end(of name: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        // Nothing ends it but the end of the page.
        guard name != "plaintext" else { return nil }
        var position = start
        while let open = ByteSearch.index(of: UInt8(ascii: "<"), in: bytes, from: position) {
            position = open + 1
            if HTMLTag.isEnd(of: name, in: bytes, at: open) { return HTMLTag.end(in: bytes, from: open) ?? bytes.count }
        }
        return nil
    }

    /// Without character references; libxml2 knows them all.
    static func decoded(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "&")) else { return value }
        let tag = "<img src=\"\(value.replacing("\"", with: "&quot;"))\">"
        return HTMLFragment.imageAttributes(of: tag)?.first?.value ?? value
    }
}
