/// Finds the language that a prompt asks for, however it is worded: a BCP 47 tag soon after the word "language".
enum PageLanguage {
    private static let known: Set<String> = [
        "ar", "cs", "da", "de", "el", "en", "es", "fi", "fr", "he", "hu", "it", "ja", "ko", "nb", "nl", "no", "pl",
        "pt", "ro", "ru", "sv", "tr", "uk", "zh",
    ]
    /// Words of English too: these count only in quotes, in brackets or after a colon.
    private static let words: Set<String> = ["it", "no", "he"]

    static func named(in texts: [String]) -> String? {
        for text in texts {
            let characters = Array(text.unicodeScalars)
            let lower = Array(text.lowercased().unicodeScalars)
            let word = Array("language".unicodeScalars)
            guard lower.count == characters.count, lower.count >= word.count else { continue }
            for start in 0...(lower.count - word.count) where lower[start] == word[0] {
                guard Array(lower[start..<start + word.count]) == word else { continue }
                if let tag = tag(in: characters[(start + word.count)...].prefix(80)) { return tag }
            }
        }
        return nil
    }

    private static func tag(in scalars: ArraySlice<Unicode.Scalar>) -> String? {
        func belongs(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "-" || scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        }
        var rest = scalars
        while let start = rest.firstIndex(where: belongs) {
            let end = rest[start...].firstIndex { !belongs($0) } ?? rest.endIndex
            var token = String.UnicodeScalarView()
            token.append(contentsOf: rest[start..<end])
            let tag = String(token)
            let primary = String(tag.prefix { $0 != "-" })
            let before = rest[rest.startIndex..<start]
            let isMarked = before.contains { "\"'`(:<“‘".unicodeScalars.contains($0) }
            if known.contains(primary), isMarked || !words.contains(primary) { return tag }
            rest = rest[end...]
        }
        return nil
    }
}
