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

    /// The author's own: an empty text is the decision that the picture is decorative.
    package static func byAuthor(_ text: String, language: String) -> AltText {
        let folded = Recipe.normalized(text)
        return AltText(text: folded, source: folded.isEmpty ? .decorative : .author, language: language)
    }
}
