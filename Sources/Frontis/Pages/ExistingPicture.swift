/// `hero: train.jpg` or `cover: { image: train.jpg, alt: … }`.
package struct ExistingPicture: Sendable, Hashable, Codable {
    package var address: String
    package var alt: String?
    package var caption: String?
    /// What crops keep; nothing: what catches the eye.
    package var focus: FocalPoint?
    /// Where the address was written, and that line, for findings.
    package var location: SourceLocation?
    package var sourceLine: String?

    package init(
        address: String, alt: String? = nil, caption: String? = nil, focus: FocalPoint? = nil,
        location: SourceLocation? = nil, sourceLine: String? = nil
    ) {
        self.address = address
        self.alt = alt
        self.caption = caption
        self.focus = focus
        self.location = location
        self.sourceLine = sourceLine
    }
}
