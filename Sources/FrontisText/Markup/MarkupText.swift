/// Text on its way into HTML or XML that is written by hand.
package enum MarkupText {
    /// Where the text comes to stand, which decides what has to be an entity there.
    package enum Place: Sendable {
        /// In text, or in an attribute's value in quotes of either kind.
        case anywhere
        /// In an attribute's value in double quotes; apostrophes stay as they were written.
        case doubleQuotes
        /// Between tags; quotes of both kinds stay.
        case text

        fileprivate func keeps(_ byte: UInt8) -> Bool {
            switch self {
            case .anywhere: false
            case .doubleQuotes: byte == UInt8(ascii: "'")
            case .text: byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
            }
        }
    }

    package static func escaped(_ text: String, for place: Place = .anywhere) -> String {
        guard text.utf8.contains(where: { entity(for: $0) != nil && !place.keeps($0) }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        append(text, to: &bytes, for: place)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Byte by byte: what has an entity is ASCII, and never part of another character in UTF-8.
    package static func append(_ text: String, to bytes: inout [UInt8], for place: Place = .anywhere) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for index in utf8.indices {
                guard let entity = entity(for: utf8[index]), !place.keeps(utf8[index]) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    @inline(__always) private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
