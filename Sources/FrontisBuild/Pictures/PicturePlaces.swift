import FrontisCore
import FrontisImages

/// Where pages show which pictures, so that what each place needs can be made as soon as the picture is there.
struct PicturePlaces: Sendable {
    /// What stands at an address.
    enum Origin: Sendable, Hashable {
        case slot(SlotID)
        /// Relative to the site.
        case file(String)
    }

    /// A page and what it shows there.
    struct Place: Sendable {
        /// The page, and how it calls the picture.
        var id: SlotID
        var uses: Set<PictureUse>
        var focus: FocalPoint?
        /// The title of the page whose own picture it is, for a card; nothing for a picture in a text.
        var card: (title: String, language: String)?
        /// For findings about the picture.
        var location: SourceLocation
        var sourceLine: String?
    }

    private(set) var places: [Origin: [Place]] = [:]
    /// Where each place is among those of its origin: thousands of pages may show one picture.
    private var indices: [SlotID: Int] = [:]

    /// - Parameter heroUses: what the templates want of a page's own picture.
    init(_ source: SiteSource, heroUses: Set<PictureUse>) {
        let files = LocalPictureFiles(source)
        let originals = Dictionary(
            source.pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        // No page shows the site's own picture: it is only cut for previews.
        let preview = source.configuration.imagePage?.source
        for page in source.pagesWithPictures {
            if let hero = Self.hero(of: page, originals, files) {
                add(
                    Place(
                        id: SlotID(source: page.source, name: .hero),
                        uses: page.source == preview ? [] : heroUses, focus: hero.focus,
                        card: (page.title, page.language), location: hero.location, sourceLine: hero.line),
                    to: hero.origin, hasDark: hero.hasDark)
            }
            for gap in page.body.gaps {
                guard case .picture(let picture) = gap.filling, !picture.isLeftAlone else { continue }
                let (origin, name, request) = Self.target(of: picture, in: page, originals, files)
                guard let origin else { continue }
                add(
                    Place(
                        id: SlotID(source: page.source, name: name), uses: [.body], focus: request?.focus,
                        location: picture.location, sourceLine: picture.sourceLine),
                    to: origin, hasDark: request?.dark != nil)
            }
        }
    }

    /// - Parameter hasDark: whether the slot has a companion, which wants the same.
    private mutating func add(_ place: Place, to origin: Origin, hasDark: Bool) {
        add(place, to: origin)
        guard hasDark, case .slot(let id) = origin else { return }
        var companion = place
        companion.id = place.id.dark
        companion.card = nil
        add(companion, to: .slot(id.dark))
    }

    private mutating func add(_ place: Place, to origin: Origin) {
        guard let index = indices[place.id] else {
            indices[place.id] = places[origin, default: []].count
            places[origin, default: []].append(place)
            return
        }
        places[origin]?[index].uses.formUnion(place.uses)
        if places[origin]?[index].card == nil { places[origin]?[index].card = place.card }
    }

    private struct Hero {
        var origin: Origin
        var focus: FocalPoint?
        var hasDark = false
        var location: SourceLocation
        var line: String?
    }

    private static func hero(
        of page: Page, _ originals: [String: Page], _ files: LocalPictureFiles
    ) -> Hero? {
        if let request = page.imageRequests.first(where: { $0.name == .hero }) {
            guard !request.isLeftAlone else { return nil }
            return Hero(
                origin: .slot(SlotID(source: page.source, name: .hero)), focus: request.focus,
                hasDark: request.dark != nil,
                location: request.prompt.location, line: request.sourceLine)
        }
        if let hero = page.existingHero {
            guard !Reference.wantsOriginal(hero.address),
                let file = files.file(behind: hero.address, in: page, kinds: LocalPictureFiles.kinds)
            else { return nil }
            return Hero(
                origin: .file(file), focus: hero.focus, location: hero.location ?? page.location, line: hero.sourceLine)
        }
        guard let original = page.original.flatMap({ originals[$0] }),
            let request = original.imageRequests.first(where: { $0.name == .hero }), !request.isLeftAlone
        else { return nil }
        return Hero(
            origin: .slot(SlotID(source: original.source, name: .hero)), focus: request.focus,
            hasDark: request.dark != nil,
            location: request.prompt.location, line: request.sourceLine)
    }

    private static func target(
        of picture: BodyPicture, in page: Page, _ originals: [String: Page], _ files: LocalPictureFiles
    ) -> (Origin?, SlotName, ImageRequest?) {
        switch picture.target {
        case .slot(let name):
            for owner in [page, page.original.flatMap { originals[$0] }].compactMap(\.self) {
                guard let request = owner.imageRequests.first(where: { $0.name == name }) else { continue }
                return (request.isLeftAlone ? nil : .slot(SlotID(source: owner.source, name: name)), name, request)
            }
            return (nil, name, nil)
        case .address(let address):
            return (
                files.file(behind: address, in: page, kinds: LocalPictureFiles.kinds).map { .file($0) }, .file(address),
                nil
            )
        }
    }

    /// Every file of the site that a page shows, sorted.
    var files: [String] {
        places.keys.compactMap { if case .file(let file) = $0 { file } else { nil } }.sorted()
    }
}
