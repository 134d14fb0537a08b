import FrontisCore
import FrontisStore

extension ImageCatalog {
    /// Pictures in the place of those that pages ask for, which look to plug-ins and checks as those will: nobody has
    /// been asked for them, and none has a file.
    static func standIns(for pages: [Page]) -> ImageCatalog {
        var catalog = ImageCatalog()
        let digest = Digest.of("stand-in")
        guard let path = SitePath("images/stand-in.png") else { return catalog }
        for page in pages {
            for request in page.imageRequests {
                let id = SlotID(source: page.source, name: request.name)
                let alt = AltText(text: request.alt ?? "", source: .missing, language: page.language)
                let shown = OutputPicture(
                    Picture(digest: digest, mediaType: .png, width: 3, height: 2), path: path, file: "", length: 1,
                    isPlaceholder: true,
                    provenance: PictureProvenance(slot: id, digest: digest, provider: "pattern", dialect: "pattern"))
                catalog.entries[id] = Entry(shown, alts: [page.language: alt], caption: request.caption)
            }
        }
        return catalog
    }

    /// Whether no page shows anything by it.
    var isEmpty: Bool { entries.isEmpty && localAlts.isEmpty && variants.isEmpty && published.isEmpty }
}
