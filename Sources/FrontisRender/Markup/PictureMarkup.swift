package import FrontisCore

/// Writes pictures. The only place where an `<img>` is made, so that none lacks its `alt`.
package struct PictureMarkup: Sendable {
    package let addresses: Addresses
    package let resolver: ReferenceResolver
    package let catalog: ImageCatalog
    /// Pixels of local pictures, by path under `content/`.
    package let sizes: [String: PictureSize]

    package init(
        addresses: Addresses, resolver: ReferenceResolver, catalog: ImageCatalog, sizes: [String: PictureSize]
    ) {
        self.addresses = addresses
        self.resolver = resolver
        self.catalog = catalog
        self.sizes = sizes
    }

    /// A picture ready to be shown.
    package struct Shown: Sendable {
        /// As pages write it.
        package var src: String
        package var absolute: String
        package var alt: String
        package var size: PictureSize?
        package var caption: String?
        package var isPlaceholder: Bool
        package var mediaType: MediaType?
        /// Bytes; nothing where it is not known.
        package var length: Int?
    }

    // MARK: Heroes

    package func hero(of page: Page) -> Shown? {
        if let entry = catalog.entries[SlotID(source: page.source, name: "hero")] {
            return shown(entry, language: page.language, alt: nil)
        }
        if let original = page.original, !page.imageRequests.contains(where: { $0.name == "hero" }),
            page.existingHero == nil, let entry = catalog.entries[SlotID(source: original, name: "hero")]
        {
            return shown(entry, language: page.language, alt: nil)
        }
        guard let existing = page.existingHero else { return nil }
        let resolution = resolver.resolve(existing.address, from: page)
        return Shown(
            src: written(resolution, absolutely: false), absolute: written(resolution, absolutely: true),
            alt: alt(existing.alt, of: existing.address, in: page),
            size: resolution.file.flatMap { sizes[$0] }, caption: existing.caption, isPlaceholder: false,
            mediaType: nil, length: nil)
    }

    /// Of a picture that is no slot's: the author's words, else what is known of the file.
    private func alt(_ written: String?, of address: String, in page: Page) -> String {
        if let written { return AltText.byAuthor(written, language: page.language).text }
        return catalog.localAlts[SlotID(source: page.source, name: address)]?.text ?? ""
    }

    /// A complete `<picture>` for the top of an article.
    package func heroMarkup(_ hero: Shown) -> String {
        "<picture>" + image(hero, extra: "") + "</picture>"
    }

    private func shown(_ entry: ImageCatalog.Entry, language: String, alt: String?) -> Shown {
        let address = "/" + entry.path.text
        let published = catalog.published[entry.path.text]
        return Shown(
            src: published ?? addresses.relative(address), absolute: published ?? addresses.absolute(address),
            alt: alt ?? entry.alts[language]?.text ?? "", size: PictureSize(width: entry.width, height: entry.height),
            caption: entry.caption, isPlaceholder: entry.isPlaceholder, mediaType: entry.mediaType,
            length: entry.length)
    }

    // MARK: Pictures in the text

    /// - Parameter absolutely: for feeds, whose readers know no base.
    package func markup(_ picture: BodyPicture, in page: Page, absolutely: Bool) -> String {
        var shown: Shown
        switch picture.target {
        case .slot(let name):
            let ids = [page.source, page.original].compactMap { $0 }.map { SlotID(source: $0, name: name) }
            guard let entry = ids.lazy.compactMap({ catalog.entries[$0] }).first else { return "" }
            shown = self.shown(entry, language: page.language, alt: picture.alt)
        case .address(let address):
            let resolution = resolver.resolve(address, from: page)
            shown = Shown(
                src: written(resolution, absolutely: false), absolute: written(resolution, absolutely: true),
                alt: alt(picture.alt, of: address, in: page),
                size: resolution.file.flatMap { sizes[$0] }, caption: nil, isPlaceholder: false, mediaType: nil,
                length: nil)
        }
        if absolutely { shown.src = shown.absolute }
        var extra = ""
        let own = Set(picture.attributes.map(\.name))
        for attribute in picture.attributes { extra += HTML.attribute(attribute.name, attribute.value) }
        if !own.isDisjoint(with: ["width", "height"]) { shown.size = nil }
        if !own.contains("loading") { extra += " loading=\"lazy\"" }
        if !own.contains("decoding") { extra += " decoding=\"async\"" }
        guard picture.standsAlone else { return image(shown, extra: HTML.attribute("title", picture.title) + extra) }
        // A title on a picture that stands alone is its caption, as in the other generators' figures.
        guard let caption = picture.title ?? shown.caption else { return "<p>" + image(shown, extra: extra) + "</p>" }
        return "<figure>" + image(shown, extra: extra) + "<figcaption>\(HTML.escaped(caption))</figcaption></figure>"
    }

    private func image(_ picture: Shown, extra: String) -> String {
        var size = ""
        if let pixels = picture.size { size = " width=\"\(pixels.width)\" height=\"\(pixels.height)\"" }
        return "<img src=\"\(HTML.escaped(picture.src))\" alt=\"\(HTML.escaped(picture.alt))\"\(size)\(extra)>"
    }

    // MARK: Addresses

    package func href(_ link: BodyLink, in page: Page, absolutely: Bool) -> String {
        HTML.escaped(written(resolver.resolve(link.address, from: page), absolutely: absolutely))
    }

    private func written(_ resolution: ReferenceResolver.Resolution, absolutely: Bool) -> String {
        guard resolution.isInternal else { return Addresses.encoded(resolution.address) }
        return absolutely ? addresses.absolute(resolution.address) : addresses.relative(resolution.address)
    }

    /// The page's body with every gap filled.
    package func body(of page: Page, absolutely: Bool = false) -> String {
        page.body.html { filling in
            switch filling {
            case .picture(let picture): markup(picture, in: page, absolutely: absolutely)
            case .link(let link): href(link, in: page, absolutely: absolutely)
            }
        }
    }
}
