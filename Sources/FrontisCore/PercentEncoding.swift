/// Text as a part of an address or of a form: everything but the unreserved characters of RFC 3986 is `%XX`.
package enum PercentEncoding {
    /// - Parameter marks: more that means nothing where the text stands, and is kept: ASCII.
    package static func encoded(_ text: String, keeping marks: String = "") -> String {
        encoded(text) { isUnreserved($0) || marks.utf8.contains($0) }
    }

    /// - Parameter isKept: of bytes in UTF-8; either all of a character's are, or none.
    package static func encoded(_ text: String, _ isKept: (UInt8) -> Bool) -> String {
        guard !text.utf8.allSatisfy(isKept) else { return text }
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if isKept(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
