/// A generated picture as one page shows it, for the lists that the public gets.
public struct GeneratedPicture: Sendable, Codable {
    /// Absolute address of the page.
    public var page: String
    /// BCP 47, of the page and so of the alt text.
    public var language: String
    /// As the page shows it.
    public var picture: FinishedSite.Picture
    /// Who made it, of what, when.
    public var provenance: PictureProvenance
    /// Whether it is a drawing in the place of a picture that is not there.
    public var isPlaceholder: Bool
    /// Absolute address of the original, where the site publishes it.
    public var original: String?

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
