package import FrontisCore

/// Which picture each place of the pages shows, decided once, before anything is bought. Whoever makes variants, writes
/// markup, checks links and positions, copies originals or describes pictures reads it here.
package struct ShownPictures: Sendable {
    /// What is shown.
    package enum Content: Sendable {
        case slot(SlotID, ImageRequest)
        /// What stands at an address, and where that is a file of the site's own, its path relative to the site.
        case address(ReferenceResolver.Resolution, file: String?)
    }

    /// A place that shows a picture.
    package struct Place: Sendable {
        package enum Kind: Sendable {
            /// The page's own picture, in its article, in lists and for previews.
            case hero
            case text
        }

        /// The page, and how it calls the picture.
        package var id: SlotID
        package var kind: Kind
        package var content: Content
        /// The author's words at this place; empty where the picture is said to be decorative.
        package var alt: String?
        package var caption: String?
        package var focus: FocalPoint?
        /// Whether it is shown as it is, in one size and format.
        package var isLeftAlone: Bool
        package var location: SourceLocation
        package var sourceLine: String?

        /// The site's own file that is shown, relative to the site.
        package var file: String? { if case .address(_, let file) = content { file } else { nil } }
        /// The address as the page writes it; nothing for a slot's picture.
        package var address: String? { if case .file(let address) = name { address } else { nil } }
        /// As `id` has it, but for a file in the place of the page's own picture, which is called by its address.
        package var name: SlotName
    }

    /// Of one page.
    package struct OfPage: Sendable {
        package var hero: Place?
        /// In the order of the text.
        package var inText: [Place] = []
        /// By how the text calls it, as a page may show thousands.
        fileprivate var contents: [SlotName: Content] = [:]
        package var all: [Place] { [hero].compactMap(\.self) + inText }

        func content(of target: BodyPicture.Target) -> Content? {
            let name: SlotName =
                switch target {
                case .slot(let name): name
                case .address(let address): .file(address)
                }
            return contents[name]
        }
    }

    private var byPage: [SourceID: OfPage] = [:]
    /// Files by the addresses under which they are published.
    private let published: [String: String]
    private let resolver: ReferenceResolver

    /// - Parameters:
    ///   - published: files, relative to the site, by their addresses.
    ///   - resolver: knows these addresses.
    package init(of pages: [Page], published: [String: String], _ resolver: ReferenceResolver) {
        (self.published, self.resolver) = (published, resolver)
        let originals = Set(pages.compactMap(\.original))
        let heads = Dictionary(
            pages.lazy.filter { originals.contains($0.source) }.map { ($0.source, $0.head) },
            uniquingKeysWith: { first, _ in first })
        for page in pages {
            let original = page.original.flatMap { heads[$0] }
            var shown = OfPage()
            shown.hero = hero(of: page, original)
            for gap in page.body.gaps {
                guard case .picture(let picture) = gap.filling, let place = place(of: picture, in: page, original)
                else { continue }
                shown.inText.append(place)
                shown.contents[place.name] = place.content
            }
            if shown.hero != nil || !shown.inText.isEmpty { byPage[page.source] = shown }
        }
    }

    /// Adds what decides, besides the pages and what their addresses lead to, which picture is shown where.
    package func say(into said: inout PackedWriter) { said.add(published) { $0.add($1) } }

    package subscript(page: Page) -> OfPage { byPage[page.source] ?? OfPage() }

    private func hero(of page: Page, _ original: PageHead?) -> Place? {
        let id = SlotID(source: page.source, name: .hero)
        switch page.head.picture(called: .hero, original: original) {
        case .slot(let slot, let request):
            return Place(
                id: id, kind: .hero, content: .slot(slot, request), alt: request.alt, caption: request.caption,
                focus: request.focus, isLeftAlone: request.isLeftAlone, location: request.prompt.location,
                sourceLine: request.sourceLine, name: .hero)
        case .address(let address):
            guard let hero = page.existingHero else { return nil }
            return Place(
                id: id, kind: .hero, content: content(at: address, in: page), alt: hero.alt, caption: hero.caption,
                focus: hero.focus, isLeftAlone: Reference.wantsOriginal(address),
                location: hero.location ?? page.location, sourceLine: hero.sourceLine, name: .file(address))
        case nil: return nil
        }
    }

    private func place(of picture: BodyPicture, in page: Page, _ original: PageHead?) -> Place? {
        let name: SlotName
        let content: Content
        var (focus, isLeftAlone): (FocalPoint?, Bool) = (nil, picture.isLeftAlone)
        switch picture.target {
        case .slot(let given):
            guard case .slot(let slot, let request) = page.head.picture(called: given, original: original) else {
                return nil
            }
            (name, content, focus) = (given, .slot(slot, request), request.focus)
            isLeftAlone = isLeftAlone || request.isLeftAlone
        case .address(let address):
            (name, content) = (.file(address), self.content(at: address, in: page))
        }
        return Place(
            id: SlotID(source: page.source, name: name), kind: .text, content: content, alt: picture.alt,
            caption: picture.title, focus: focus, isLeftAlone: isLeftAlone, location: picture.location,
            sourceLine: picture.sourceLine, name: name)
    }

    private func content(at address: String, in page: Page) -> Content {
        let resolution = resolver.resolve(address, from: page)
        guard resolution.isInternal, resolution.problem == nil else { return .address(resolution, file: nil) }
        return .address(
            resolution, file: resolution.file.map { "content/" + $0 } ?? published[resolution.path])
    }
}
