package import FrontisCore

/// A place that shows a picture and needs words for it: a slot's, or that of a file of the site's own.
package struct DescribedPlace: Sendable {
    /// The page, and how it calls the picture.
    package var id: SlotID
    /// BCP 47, in which the words are needed; the first is the page's own. At least one.
    package var languages: [String]
    package var about: PageText
    /// The author's words; empty where the picture is said to be decorative.
    package var alt: String?
    /// How the author would write them, for findings.
    package var altForm: String
    /// How the author would say that the picture is decoration.
    package var decorativeForm: String
    package var caption: String?
    /// What the picture was made for, in its author's words and as it was sent; nothing for a file.
    package var prompts: [String]
    /// Where the picture is asked for or shown.
    package var location: SourceLocation
    package var sourceLine: String?

    package init(
        id: SlotID, languages: [String], about: PageText, alt: String?, altForm: String, decorativeForm: String,
        caption: String?, prompts: [String] = [], location: SourceLocation, sourceLine: String?
    ) {
        self.id = id
        self.languages = languages
        self.about = about
        self.alt = alt
        self.altForm = altForm
        self.decorativeForm = decorativeForm
        self.caption = caption
        self.prompts = prompts
        self.location = location
        self.sourceLine = sourceLine
    }
}

extension Slot {
    package var described: DescribedPlace {
        DescribedPlace(
            id: id, languages: languages, about: about, alt: request.alt, altForm: request.altForm,
            decorativeForm: request.decorativeForm, caption: request.caption,
            prompts: [request.prompt.value, recipe.prompt], location: request.prompt.location,
            sourceLine: request.sourceLine)
    }
}

extension [DescribedPlace] {
    /// Languages in which no author has said what the picture shows, sorted.
    var undescribedLanguages: [String] { Set(filter { $0.alt == nil }.flatMap(\.languages)).sorted() }

    /// The place on whose page an alt text in that language is written.
    func place(toDescribeIn language: String) -> DescribedPlace {
        first { $0.alt == nil && $0.languages.contains(language) } ?? self[0]
    }
}
