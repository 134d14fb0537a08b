package import FrontisCore

/// Writes pictures. The only place where an `<img>` is made, so that none lacks its `alt`.
package struct PictureMarkup: Sendable {
    package let addresses: Addresses
    package let resolver: ReferenceResolver
    private let pictures: ShownPictures
    package let catalog: ImageCatalog
    /// Pixels of local pictures, by path under `content/`.
    package let sizes: [String: PictureSize]
    private let publishesOriginals: Bool

    package init(
        addresses: Addresses, resolver: ReferenceResolver, pictures: ShownPictures, catalog: ImageCatalog,
        sizes: [String: PictureSize], publishesOriginals: Bool = false
    ) {
        self.pictures = pictures
        self.publishesOriginals = publishesOriginals
        self.addresses = addresses
        self.resolver = resolver
        self.catalog = catalog
        self.sizes = sizes
    }

    /// Adds all that pages are shown by, but for what stands in them.
    package func say(into said: inout PackedWriter) {
        for text in [addresses.basePath, addresses.origin] { said.add(text) }
        resolver.say(into: &said)
        pictures.say(into: &said)
        catalog.say(into: &said)
        said.add(sizes) { said, size in
            said.add(size.width)
            said.add(size.height)
        }
        said.add(publishesOriginals)
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
        /// Nothing for a picture that is shown as it is.
        package var variants: PictureVariants?
        /// Of a picture that was generated.
        package var provenance: PictureProvenance?
        /// Absolute address of the original, where the site publishes it.
        package var original: String?
        /// What is shown in its place in dark mode.
        package var dark: Companion?
        /// What is to be seen of it where a style sheet cuts it; nothing where the author has not said it.
        package var focus: FocalPoint?
        /// For social networks; nothing where there is no card.
        package var social: Social?

        /// Adds what heads of pages are told of it.
        func say(into said: inout PackedWriter) {
            for text in [absolute, alt] { said.add(text) }
            for number in [size?.width, size?.height, social?.width, social?.height] { said.add(number) }
            for text in [mediaType?.rawValue, caption, social?.absolute, provenance?.source.schemaTerm] {
                said.add(text)
            }
        }
    }

    /// A picture for social networks.
    package struct Social: Sendable {
        package var absolute: String
        package var width: Int
        package var height: Int
    }

    /// The picture for dark mode.
    package struct Companion: Sendable {
        /// As pages write it.
        package var src: String
        package var absolute: String
        package var size: PictureSize?
        package var mediaType: MediaType
        package var provenance: PictureProvenance?
        /// Absolute address of the original, where the site publishes it.
        package var original: String?
        /// Nothing for a picture that is shown as it is.
        package var variants: PictureVariants?
    }

    // MARK: Heroes

    package func hero(of page: Page) -> Shown? {
        guard var hero = plainHero(of: page) else { return nil }
        vary(&hero, as: SlotID(source: page.source, name: .hero), for: .hero)
        return hero
    }

    /// Takes the files that were made for this place; whoever takes only one gets the largest of the fallback.
    private func vary(_ shown: inout Shown, as place: SlotID, for use: PictureUse) {
        guard let variants = catalog.variants[place] else { return }
        shown.variants = variants
        shown.social = variants.social.map {
            Social(absolute: absolute($0.path), width: $0.width, height: $0.height)
        }
        guard let widest = variants.renditions[use]?.fallback?.variants.last else { return }
        shown.src = relative(widest.path)
        shown.absolute = absolute(widest.path)
        shown.size = PictureSize(width: widest.width, height: widest.height)
        shown.mediaType = widest.mediaType
        shown.length = widest.length
        guard let dark = catalog.variants[place.dark],
            let widest = dark.renditions[use]?.fallback?.variants.last
        else { return }
        shown.dark?.variants = dark
        shown.dark?.src = relative(widest.path)
        shown.dark?.absolute = absolute(widest.path)
        shown.dark?.size = PictureSize(width: widest.width, height: widest.height)
        shown.dark?.mediaType = widest.mediaType
    }

    private func plainHero(of page: Page) -> Shown? {
        guard let place = pictures[page].hero else { return nil }
        switch place.content {
        case .slot(let slot, _):
            return catalog.entries[slot].map { shown($0, language: page.language, alt: nil) }
        case .address(let resolution, _):
            var hero = file(resolution, alt: place.alt, called: place.name, in: page)
            (hero.caption, hero.focus) = (place.caption, place.focus)
            return hero
        }
    }

    private func file(
        _ resolution: ReferenceResolver.Resolution, alt: String?, called name: SlotName, in page: Page
    ) -> Shown {
        Shown(
            src: written(resolution, absolutely: false), absolute: written(resolution, absolutely: true),
            alt: self.alt(alt, called: name, in: page), size: resolution.file.flatMap { sizes[$0] }, caption: nil,
            isPlaceholder: false, mediaType: nil, length: nil)
    }

    /// Of a picture that is no slot's: the author's words, else what is known of the file.
    private func alt(_ written: String?, called name: SlotName, in page: Page) -> String {
        if let written { return AltText.byAuthor(written, language: page.language).text }
        return catalog.localAlts[SlotID(source: page.source, name: name)]?.text ?? ""
    }

    /// A complete `<picture>` of a page's own picture, for an article or for a list.
    package func heroMarkup(_ hero: Shown, for use: PictureUse = .hero) -> String {
        guard let rendition = hero.variants?.renditions[use] else {
            let style = hero.focus.map { HTML.attribute("style", "object-position:\($0)") } ?? ""
            return "<picture>" + darkSource(hero) + image(hero, extra: style + FirstPicture.waiting) + "</picture>"
        }
        return PictureElement(
            pages: self, picture: hero, rendition: rendition, dark: hero.dark?.variants?.renditions[use],
            focus: use == .hero ? hero.focus : nil, extra: FirstPicture.waiting
        ).markup
    }

    private func darkSource(_ picture: Shown) -> String {
        picture.dark.map {
            "<source media=\"(prefers-color-scheme: dark)\" srcset=\"\(HTML.escaped($0.src))\">"
        } ?? ""
    }

    /// Widths for browsers to choose from, in the fallback's format: for those who write their own `<img>`.
    func srcset(_ hero: Shown) -> String? {
        hero.variants?.renditions[.hero]?.fallback.map(srcset)
    }

    private func shown(_ entry: ImageCatalog.Entry, language: String, alt: String?) -> Shown {
        return Shown(
            src: relative(entry.path), absolute: absolute(entry.path),
            alt: alt ?? entry.alts[language]?.text ?? "", size: PictureSize(width: entry.width, height: entry.height),
            caption: entry.caption, isPlaceholder: entry.isPlaceholder, mediaType: entry.mediaType,
            length: entry.length, provenance: entry.provenance,
            original: publishesOriginals ? entry.originalPath.map(absolute) : nil,
            dark: entry.dark.map(companion), focus: entry.focus)
    }

    private func companion(_ dark: OutputPicture) -> Companion {
        Companion(
            src: relative(dark.path), absolute: absolute(dark.path),
            size: PictureSize(width: dark.width, height: dark.height), mediaType: dark.mediaType,
            provenance: dark.provenance,
            original: publishesOriginals ? dark.originalPath.map(absolute) : nil)
    }

    /// A slot's picture where it stands in the text; a translation shows its original's.
    package func shown(_ picture: BodyPicture, in page: Page) -> Shown? {
        guard case .slot(let name) = picture.target,
            case .slot(let slot, _) = pictures[page].content(of: picture.target), let entry = catalog.entries[slot]
        else { return nil }
        var shown = shown(entry, language: page.language, alt: picture.alt)
        vary(&shown, as: SlotID(source: page.source, name: name), for: .body)
        return shown
    }

    // MARK: Pictures in the text

    /// - Parameter absolutely: for feeds, whose readers know no base.
    package func markup(_ picture: BodyPicture, in page: Page, absolutely: Bool) -> String {
        var shown: Shown
        switch picture.target {
        case .slot:
            guard let made = self.shown(picture, in: page) else { return "" }
            shown = made
        case .address(let address):
            guard case .address(let resolution, _) = pictures[page].content(of: picture.target) else { return "" }
            shown = file(resolution, alt: picture.alt, called: .file(address), in: page)
            if !picture.isLeftAlone { vary(&shown, as: SlotID(source: page.source, name: .file(address)), for: .body) }
        }
        if absolutely { (shown.src, shown.dark) = (shown.absolute, nil) }
        var extra = ""
        let own = Set(picture.attributes.map(\.name))
        for attribute in picture.attributes {
            let value =
                attribute.name == "srcset"
                ? srcset(attribute.value, in: page, absolutely: absolutely) : attribute.value
            extra += HTML.attribute(attribute.name, value)
        }
        let hasOwnSize = !own.isDisjoint(with: ["width", "height"])
        if hasOwnSize { shown.size = nil }
        if own.isDisjoint(with: ["loading", "decoding", "fetchpriority"]) {
            extra += FirstPicture.waiting
        } else if own.isDisjoint(with: ["loading", "fetchpriority"]) {
            extra += " loading=\"lazy\""
        }
        func element(_ extra: String) -> String {
            guard !absolutely, let rendition = shown.variants?.renditions[.body] else {
                return paired(shown, extra: extra)
            }
            return PictureElement(
                pages: self, picture: shown, rendition: rendition,
                dark: shown.dark?.variants?.renditions[.body], extra: extra, hasOwnSize: hasOwnSize,
                hasOwnStyle: own.contains("style")
            ).markup
        }
        guard picture.standsAlone else { return element(HTML.attribute("title", picture.title) + extra) }
        // A title on a picture that stands alone is its caption, as in the other generators' figures.
        guard let caption = picture.title ?? shown.caption else { return "<p>" + element(extra) + "</p>" }
        return "<figure>" + element(extra) + "<figcaption>\(HTML.escaped(caption))</figcaption></figure>"
    }

    /// The `<img>`, with the picture for dark mode where there is one.
    private func paired(_ picture: Shown, extra: String) -> String {
        let image = image(picture, extra: extra)
        return picture.dark == nil ? image : "<picture>" + darkSource(picture) + image + "</picture>"
    }

    private func image(_ picture: Shown, extra: String) -> String {
        var size = ""
        if let pixels = picture.size { size = " width=\"\(pixels.width)\" height=\"\(pixels.height)\"" }
        return "<img src=\"\(HTML.escaped(picture.src))\" alt=\"\(HTML.escaped(picture.alt))\"\(size)\(extra)>"
    }

    // MARK: Addresses

    /// Of a picture in the output, as pages write it; a bucket's where it has a copy.
    func relative(_ path: SitePath) -> String {
        catalog.published[path.text] ?? addresses.relative("/" + path.text)
    }

    func absolute(_ path: SitePath) -> String {
        catalog.published[path.text] ?? addresses.absolute("/" + path.text)
    }

    /// The value of the attribute, escaped.
    func srcset(_ set: PictureRendition.FormatSet) -> String {
        set.variants.map { "\(HTML.escaped(relative($0.path))) \($0.width)w" }.joined(separator: ", ")
    }

    package func href(_ link: BodyLink, in page: Page, absolutely: Bool) -> String {
        if !absolutely, link.address.hasPrefix("#") { return HTML.escaped(Addresses.encoded(reference: link.address)) }
        return HTML.escaped(written(resolver.resolve(link.address, from: page), absolutely: absolutely))
    }

    /// An author's own, with the addresses that its files have in the output.
    private func srcset(_ value: String, in page: Page, absolutely: Bool) -> String {
        var set = SourceSet(value)
        for index in set.candidates.indices {
            let resolution = resolver.resolve(set.candidates[index].address, from: page)
            set.candidates[index].address = written(resolution, absolutely: absolutely)
        }
        return set.text
    }

    private func written(_ resolution: ReferenceResolver.Resolution, absolutely: Bool) -> String {
        // A link that leads nowhere stays as it is written.
        guard resolution.isInternal, resolution.path.utf8.first == UInt8(ascii: "/") else {
            return Addresses.encoded(reference: resolution.path + resolution.suffix)
        }
        return absolutely
            ? addresses.absolute(resolution.path, suffix: resolution.suffix)
            : addresses.relative(resolution.path, suffix: resolution.suffix)
    }

    /// Adds all that a body is made of: its text, which is not looked at, and what fills its gaps.
    package func sayBody(of page: Page, absolutely: Bool = false, into said: inout PackedWriter) {
        if let stored = page.body.stored {
            said.add(stored.count)
            said.add(fixed: stored.check)
        } else {
            said.add(page.body.html)
        }
        if absolutely {
            said.add(page.url)
            said.add(addresses.origin)
            said.add(addresses.basePath)
        }
        said.add(page.body.gaps) { said, gap in
            said.add(gap.offset)
            switch gap.filling {
            case .picture(let picture): said.add(markup(picture, in: page, absolutely: absolutely))
            case .link(let link): said.add(href(link, in: page, absolutely: absolutely))
            }
        }
    }

    /// The page's body with every gap filled.
    package func body(of page: Page, absolutely: Bool = false) -> String {
        let html = page.body.filled(resolver.texts.html(of: page.body)) { filling in
            switch filling {
            case .picture(let picture): markup(picture, in: page, absolutely: absolutely)
            case .link(let link): href(link, in: page, absolutely: absolutely)
            }
        }
        return absolutely ? FeedHTML(page: page.url, addresses: addresses).text(html) : html
    }
}
