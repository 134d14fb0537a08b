/// The pictures that pages show, by slot: the result of fulfilling a plan and the only thing that rendering
/// knows about pictures.
package struct ImageCatalog: Sendable {
    /// A picture with its words.
    @dynamicMemberLookup package struct Entry: Sendable {
        package var shown: OutputPicture
        /// By language; always has the page's own.
        package var alts: [String: AltText]
        package var caption: String?
        /// What crops keep; nothing: what catches the eye.
        package var focus: FocalPoint?
        /// What is shown in its place in dark mode. It shows what the light one shows, and has no words of its own.
        package var dark: OutputPicture?

        package init(
            _ shown: OutputPicture, alts: [String: AltText], caption: String?, focus: FocalPoint? = nil
        ) {
            self.shown = shown
            self.alts = alts
            self.caption = caption
            self.focus = focus
        }

        package subscript<Member>(dynamicMember member: KeyPath<OutputPicture, Member>) -> Member {
            shown[keyPath: member]
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
