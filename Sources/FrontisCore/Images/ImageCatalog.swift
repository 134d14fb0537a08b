/// The pictures that pages show, by slot: the result of fulfilling a plan and the only thing that rendering
/// knows about pictures.
package struct ImageCatalog: Sendable {
    package struct Entry: Sendable {
        /// Under the output directory: `images/3f0a….png`.
        package var path: SitePath
        /// Where the bytes are, an absolute path.
        package var file: String
        package var mediaType: MediaType
        package var width: Int
        package var height: Int
        /// Bytes, as feeds' enclosures want them.
        package var length: Int
        /// By language; always has the page's own.
        package var alts: [String: AltText]
        package var caption: String?
        package var isPlaceholder: Bool

        package init(
            path: SitePath, file: String, mediaType: MediaType, width: Int, height: Int, length: Int,
            alts: [String: AltText], caption: String?, isPlaceholder: Bool
        ) {
            self.path = path
            self.file = file
            self.mediaType = mediaType
            self.width = width
            self.height = height
            self.length = length
            self.alts = alts
            self.caption = caption
            self.isPlaceholder = isPlaceholder
        }
    }

    package var entries: [SlotID: Entry]
    /// Of pictures that are the site's own files and have no words by their author, by page and address as the page
    /// writes it. One for which there is no text is `missing` here, and has been reported.
    package var localAlts: [SlotID: AltText]
    /// Absolute addresses of pictures that a bucket has a copy of, by path under the output directory.
    package var published: [String: String] = [:]

    package init(entries: [SlotID: Entry] = [:], localAlts: [SlotID: AltText] = [:]) {
        self.entries = entries
        self.localAlts = localAlts
    }
}
