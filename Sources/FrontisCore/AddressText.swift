/// Web addresses as text that is shown or published.
package enum AddressText {
    /// Whether a user stands in it, with or without a password: `https://ana:secret@example.org/`.
    package static func namesUser(_ text: String) -> Bool { withoutUser(text) != text }

    /// With `<redacted>` in the place of the user of every address in it.
    package static func withoutUser(_ text: String, mask: (Substring) -> String = { _ in "<redacted>" }) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "://") {
            result += rest[..<start.upperBound]
            rest = rest[start.upperBound...]
            // A password may have an @ in it that somebody forgot to encode: the last one of the authority ends it.
            let authority = rest.prefix { !"/?#".contains($0) && !$0.isWhitespace }
            guard let at = authority.lastIndex(of: "@") else { continue }
            result += mask(rest[..<at])
            rest = rest[at...]
        }
        return result + rest
    }

    /// With `<redacted>` in the place of the query of every address in it: it may be a signature, which opens what the
    /// address leads to.
    package static func withoutQueries(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "?")) ? String(decoding: withoutQueries(Array(text.utf8)), as: UTF8.self) : text
    }

    /// The same for text of which nobody knows more.
    package static func withoutQueries(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        kept.reserveCapacity(bytes.count)
        var (isAddress, isQuery, isMasked) = (false, false, false)
        for byte in bytes {
            if ends.contains(byte) {
                (isAddress, isQuery, isMasked) = (false, false, false)
            } else if isQuery {
                if !isMasked { kept += "<redacted>".utf8 }
                isMasked = true
                continue
            }
            kept.append(byte)
            if byte == UInt8(ascii: "/") { isAddress = true }
            if isAddress, byte == UInt8(ascii: "?") { isQuery = true }
        }
        return kept
    }

    /// What no address holds.
    private static let ends = Set(" \t\r\n\"'<>\\`{}|^,".utf8)
}
