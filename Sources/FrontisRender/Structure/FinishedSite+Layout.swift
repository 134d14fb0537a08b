package import FrontisCore

extension PictureMarkup: PageReading {
    package func absoluteHTML(of page: Page) -> String { body(of: page, absolutely: true) }
}

extension FinishedSite {
    /// What `Plugin.generate` is shown of a site that has been laid out.
    ///
    /// - Parameter markup: knows the pictures.
    package static func of(_ layout: SiteLayout, _ markup: PictureMarkup, jobs: Int) async -> FinishedSite {
        FinishedSite(
            entries: await Array(layout.structure.pages.indices).parallelMap(jobs: jobs) { entry($0, layout, markup) },
            listings: layout.listings, generated: GeneratedPictures.list(layout.structure.pages, markup))
    }

    private static func entry(_ index: Int, _ layout: SiteLayout, _ markup: PictureMarkup) -> Entry {
        let (structure, addresses) = (layout.structure, layout.site.addresses)
        let page = structure.pages[index]
        let picture = markup.hero(of: page).flatMap { shown -> Picture? in
            guard let size = shown.size, let type = shown.mediaType, let length = shown.length else { return nil }
            return Picture(
                url: shown.absolute, mediaType: type, length: length, width: size.width, height: size.height,
                alt: shown.alt)
        }
        let group = structure.translations[index] ?? []
        let translations = Dictionary(
            group.map { (structure.pages[$0].language, addresses.absolute(structure.pages[$0].url)) },
            uniquingKeysWith: { first, _ in first })
        return Entry(
            page: page.withoutText, url: addresses.absolute(page.url), hero: picture, translations: translations)
    }
}
