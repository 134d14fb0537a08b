/// Text as a part of an address or of a form: everything but the unreserved characters of RFC 3986 is `%XX`.
package enum PercentEncoding {
    /// - Parameter marks: more that means nothing where the text stands, and is kept: ASCII.
    package static func encoded(_ text: String, keeping marks: String = "") -> String {
        text.utf8.reduce(into: "") { result, byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte) || marks.utf8.contains(byte)
            if isPlain {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let hex = String(byte, radix: 16, uppercase: true)
                result += byte < 16 ? "%0\(hex)" : "%\(hex)"
            }
        }
    }
}
