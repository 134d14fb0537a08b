package import FrontisCore

/// Makes a vendor's words fit to be shown: one line, bounded, without control characters, credentials and what opens
/// an address.
package enum VendorText {
    /// Characters.
    package static let longest = 300
    /// Bytes of the request's own credentials, which can be no word by chance.
    private static let shortestKey = 4
    /// Bytes of an unusable answer that are kept to look at.
    package static let largestEvidence = 1 << 20

    package static func clean(_ text: String, secrets: [Secret]) -> String {
        // Bounded before the work as well: an answer may be one line of many megabytes.
        var shown = UntrustedText.visible(text, without: .turns, most: 16384)
        shown = Redactor(secrets, shortest: shortestKey).redacted(shown)
        shown = withoutKeys(AddressText.withoutQueries(AddressText.withoutUser(Recipe.normalized(shown))))
        return UntrustedText.cut(shown, to: longest)
    }

    /// The start of an unusable answer, with credentials taken out should the vendor have echoed one.
    package static func evidence(_ bytes: [UInt8], secrets: [Secret]) -> [UInt8] {
        let kept = Redactor(secrets, shortest: shortestKey).redacted(Array(bytes.prefix(largestEvidence)))
        return AddressText.withoutQueries(kept)
    }

    /// Vendors quote keys, some of them in part: `sk-proj-ab***xyz`.
    private static func withoutKeys(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let start = rest.firstRange(of: "sk-") {
            let before = rest[..<start.lowerBound]
            let key = rest[start.lowerBound...].prefix { $0.isLetter || $0.isNumber || "-_*.…".contains($0) }
            // `task-force` and `risk-free` are words.
            let isWord = before.last?.isLetter == true || key.count < 8
            result += before
            result += isWord ? key : "<redacted>"
            rest = rest[key.endIndex...]
        }
        return result + rest
    }
}
