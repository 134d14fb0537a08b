/// A generated picture as one page shows it, for the lists that the public gets.
package struct GeneratedPicture: Sendable {
    /// Absolute address of the page.
    package var page: String
    /// BCP 47, of the page and so of the alt text.
    package var language: String
    package var picture: FinishedSite.Picture
    package var provenance: PictureProvenance
    package var isPlaceholder: Bool
    /// Absolute address of the original, where the site publishes it.
    package var original: String?

    package init(
        page: String, language: String, picture: FinishedSite.Picture, provenance: PictureProvenance,
        isPlaceholder: Bool, original: String?
    ) {
        self.page = page
        self.language = language
        self.picture = picture
        self.provenance = provenance
        self.isPlaceholder = isPlaceholder
        self.original = original
    }
}
