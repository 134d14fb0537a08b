/// A picture that something wants: an entry of a post, a command line. Whoever plans, pays for, keeps and describes
/// pictures knows nothing of where a wish comes from.
package struct Wish: Sendable {
    /// Who asks, and how they call the picture. A prompt in a text is called by its words.
    package var slot: SlotID
    /// With the author's alt text, wherever that stands.
    package var request: ImageRequest
    /// Paths of the request's reference pictures, relative to the site and in their order.
    package var references: [String]
    /// BCP 47 languages in which its alt text is needed, the asker's own first.
    package var languages: [String]
    package var about: PageText
    /// What authors have written for it at places that show it, beside the request's own text.
    package var shownAlts: [ShownAlt]

    /// An author's words at one of the places that show the picture.
    package struct ShownAlt: Sendable {
        package var text: String
        /// BCP 47, the language of the text round it.
        package var language: String
        /// Of the page.
        package var title: String
        package var location: SourceLocation
        package var sourceLine: String?

        package init(text: String, language: String, title: String, location: SourceLocation, sourceLine: String?) {
            self.text = text
            self.language = language
            self.title = title
            self.location = location
            self.sourceLine = sourceLine
        }
    }

    package init(
        slot: SlotID, request: ImageRequest, references: [String] = [], languages: [String], about: PageText,
        shownAlts: [ShownAlt] = []
    ) {
        self.slot = slot
        self.request = request
        self.references = references
        self.languages = languages
        self.about = about
        self.shownAlts = shownAlts
    }

    /// Of somebody who asks for one picture and has no page for it.
    ///
    /// - Parameters:
    ///   - language: BCP 47, of its alt text.
    ///   - maker: tells it from other orders with the same words.
    package init(order request: ImageRequest, language: String, by maker: String? = nil) {
        let words = Recipe.normalized(request.prompt.value)
        let shown = words.count > 40 ? words.prefix(39) + "…" : words
        self.init(
            slot: SlotID(source: .order("'\(shown)'" + (maker.map { " by \($0)" } ?? "")), name: request.name),
            request: request, languages: [language],
            about: PageText())
    }
}
