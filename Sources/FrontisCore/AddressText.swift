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
}
