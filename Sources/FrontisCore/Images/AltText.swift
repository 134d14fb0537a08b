/// What stands in an `alt` attribute, and whose words they are. A picture cannot be rendered without one.
package struct AltText: Sendable, Hashable {
    package enum Source: String, Sendable, Codable {
        case author
        /// A model's text that a person has accepted.
        case reviewed
        case model
        case decorative
        /// Nobody has written one; the attribute is empty and a finding says so.
        case missing
    }

    package var text: String
    package var source: Source
    package var language: String

    package init(text: String, source: Source, language: String) {
        self.text = text
        self.source = source
        self.language = language
    }

    /// A text of a model's with an end: 1000 characters and 4000 bytes, and of a letter with any number of accents no more
    /// than sixteen scalars; the largest families of emoji are eleven.
    package static func bounded(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        var bytes = 0
        for character in text.prefix(1000) {
            let kept = character.unicodeScalars.prefix(16)
            bytes += kept.reduce(0) { $0 + UTF8.width($1) }
            guard bytes <= 4000 else { break }
            scalars.append(contentsOf: kept)
        }
        return String(scalars)
    }

    /// The author's own: an empty text is the decision that the picture is decorative.
    package static func byAuthor(_ text: String, language: String) -> AltText {
        let folded = Recipe.normalized(text)
        return AltText(text: folded, source: folded.isEmpty ? .decorative : .author, language: language)
    }
}
