import FrontisCore

/// Collects the generated pictures of all pages.
enum GeneratedPictures {
    /// - Returns: each picture once for each page that shows it, also where a page shows it twice.
    static func list(_ pages: [Page], _ markup: PictureMarkup) -> [GeneratedPicture] {
        guard !markup.catalog.entries.isEmpty else { return [] }
        return pages.sorted { $0.source < $1.source }.flatMap { page -> [GeneratedPicture] in
            var listed: Set<SlotID> = []
            return shown(in: page, markup).flatMap { shown in
                [picture(shown, in: page, markup), companion(of: shown, in: page, markup)].compactMap(\.self)
            }.filter { listed.insert($0.provenance.slot).inserted }
        }
    }

    private static func shown(in page: Page, _ markup: PictureMarkup) -> [PictureMarkup.Shown] {
        let pictures = page.body.gaps.compactMap { gap -> PictureMarkup.Shown? in
            guard case .picture(let picture) = gap.filling else { return nil }
            return markup.shown(picture, in: page)
        }
        return [markup.hero(of: page)].compactMap { $0 } + pictures
    }

    private static func picture(
        _ shown: PictureMarkup.Shown, in page: Page, _ markup: PictureMarkup
    ) -> GeneratedPicture? {
        guard let provenance = shown.provenance, let size = shown.size, let type = shown.mediaType else { return nil }
        return GeneratedPicture(
            page: markup.addresses.absolute(page.url), language: page.language,
            picture: FinishedSite.Picture(
                url: shown.absolute, mediaType: type, length: shown.length ?? 0, width: size.width,
                height: size.height, alt: shown.alt),
            provenance: provenance, isPlaceholder: shown.isPlaceholder, original: shown.original)
    }

    /// What a page shows in dark mode says the same as the picture that it stands for.
    private static func companion(
        of shown: PictureMarkup.Shown, in page: Page, _ markup: PictureMarkup
    ) -> GeneratedPicture? {
        guard let dark = shown.dark, let size = dark.size, let provenance = dark.provenance else { return nil }
        return GeneratedPicture(
            page: markup.addresses.absolute(page.url), language: page.language,
            picture: FinishedSite.Picture(
                url: dark.absolute, mediaType: dark.mediaType, length: 0, width: size.width, height: size.height,
                alt: shown.alt),
            provenance: provenance, isPlaceholder: shown.isPlaceholder, original: dark.original)
    }
}
