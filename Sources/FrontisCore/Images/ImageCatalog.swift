/// The pictures that pages show, by slot: the result of fulfilling a plan and the only thing that rendering
/// knows about pictures.
package struct ImageCatalog: Sendable {
    package struct Entry: Sendable {
        /// Under the output directory: `images/3f0a….png`.
        package var path: SitePath
        /// Where the bytes are, an absolute path.
        package var file: String
        /// Of the bytes.
        package var digest: Digest
        package var mediaType: MediaType
        package var width: Int
        package var height: Int
        /// Bytes, as feeds' enclosures want them.
        package var length: Int
        /// By language; always has the page's own.
        package var alts: [String: AltText]
        package var caption: String?
        package var isPlaceholder: Bool
        /// What crops keep; nothing: what catches the eye.
        package var focus: FocalPoint?
        /// Nothing for the site's own files.
        package var provenance: PictureProvenance?
        /// What is shown in its place in dark mode.
        package var dark: Dark?

        package init(
            path: SitePath, file: String, digest: Digest, mediaType: MediaType, width: Int, height: Int, length: Int,
            alts: [String: AltText], caption: String?, isPlaceholder: Bool, focus: FocalPoint? = nil,
            provenance: PictureProvenance? = nil
        ) {
            self.path = path
            self.file = file
            self.digest = digest
            self.mediaType = mediaType
            self.width = width
            self.height = height
            self.length = length
            self.alts = alts
            self.caption = caption
            self.isPlaceholder = isPlaceholder
            self.focus = focus
            self.provenance = provenance
        }
    }

    /// The picture for dark mode. What it shows is what the light one shows, so that it has no words of its own.
    package struct Dark: Sendable {
        /// Under the output directory.
        package var path: SitePath
        /// Where the bytes are, an absolute path.
        package var file: String
        package var digest: Digest
        package var mediaType: MediaType
        package var width: Int
        package var height: Int
        /// Bytes.
        package var length: Int
        package var isPlaceholder: Bool
        package var provenance: PictureProvenance

        package init(
            path: SitePath, file: String, digest: Digest, mediaType: MediaType, width: Int, height: Int, length: Int,
            isPlaceholder: Bool, provenance: PictureProvenance
        ) {
            self.path = path
            self.file = file
            self.digest = digest
            self.mediaType = mediaType
            self.width = width
            self.height = height
            self.length = length
            self.isPlaceholder = isPlaceholder
            self.provenance = provenance
        }
    }

    package var entries: [SlotID: Entry]
    /// Of pictures that are the site's own files and have no words by their author, by page and address as the page
    /// writes it. One for which there is no text is `missing` here, and has been reported.
    package var localAlts: [SlotID: AltText]
    /// What was made for browsers, by page and by `hero` or the picture's name or address as the page writes it. A
    /// picture without an entry is shown as it is.
    package var variants: [SlotID: PictureVariants] = [:]
    /// Absolute addresses of pictures that a bucket has a copy of, by path under the output directory.
    package var published: [String: String] = [:]

    package init(entries: [SlotID: Entry] = [:], localAlts: [SlotID: AltText] = [:]) {
        self.entries = entries
        self.localAlts = localAlts
    }
}
