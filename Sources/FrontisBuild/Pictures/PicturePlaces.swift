import FrontisCore
import FrontisRender

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
    init(_ source: SiteSource, _ shown: ShownPictures, heroUses: Set<PictureUse>) {
        // No page shows the site's own picture: it is only cut for previews.
        let preview = source.configuration.imagePage?.source
        for page in source.pagesWithPictures {
            for place in shown[page].all where !place.isLeftAlone {
                let origin: Origin
                var hasDark = false
                switch place.content {
                case .slot(let slot, let request): (origin, hasDark) = (.slot(slot), request.dark != nil)
                case .address:
                    guard let file = place.file(among: ShownPictures.Place.pictureEndings) else { continue }
                    origin = .file(file)
                }
                var wanted = Place(
                    id: place.id, uses: [.body], focus: place.focus, location: place.location,
                    sourceLine: place.sourceLine)
                if case .hero = place.kind {
                    wanted.uses = page.source == preview ? [] : heroUses
                    wanted.card = (page.title, page.language)
                }
                add(wanted, to: origin, hasDark: hasDark)
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

    /// Every file of the site that a page shows, sorted.
    var files: [String] {
        places.keys.compactMap { if case .file(let file) = $0 { file } else { nil } }.sorted()
    }
}
