package import FrontisCore
package import FrontisPictures
import FrontisStore

/// What one place in a page wants of a picture.
package struct VariantOrder: Sendable, Hashable {
    /// A card for social networks.
    package struct Card: Sendable, Hashable {
        /// What is set over the picture.
        package var title: SocialCard.Title?
        /// Of the title's font, where it is a file.
        package var font: Digest?

        package init(title: SocialCard.Title? = nil, font: Digest? = nil) {
            self.title = title
            self.font = font
        }
    }

    package var uses: Set<PictureUse>
    package var focus: FocalPoint?
    package var card: Card?

    package init(uses: Set<PictureUse>, focus: FocalPoint? = nil, card: Card? = nil) {
        self.uses = uses
        self.focus = focus
        self.card = card
    }
}

/// The files that are to be there for one picture. Pure: names follow from what they are made of.
package struct VariantPlan: Sendable {
    /// One file.
    package struct Item: Sendable {
        package var operation: PictureOperation
        package var encoding: PictureEncoding
        /// What the file says of where the picture comes from; nothing for the site's own.
        package var provenance: EmbeddedProvenance?
        package var variant: PictureVariant
    }

    /// What files of one generated picture say of where it comes from.
    package struct Provenance: Sendable {
        let picture: EmbeddedProvenance
        let titledCard: EmbeddedProvenance

        /// - Parameter credit: the site's credit line.
        package init(_ provenance: PictureProvenance, credit: String) throws(PictureError) {
            picture = try EmbeddedProvenance(of: provenance, credit: credit)
            titledCard = try EmbeddedProvenance(of: provenance, credit: credit, isTitled: true)
        }
    }

    package private(set) var items: [Item] = []
    private var known: Set<Digest> = []
    private let image: Digest
    private let sketch: PictureSketch
    private let settings: VariantSettings
    private let cache: VariantCache
    private let provenance: Provenance?

    package init(
        _ image: Digest, _ sketch: PictureSketch, provenance: Provenance? = nil, settings: VariantSettings,
        cache: VariantCache
    ) {
        self.image = image
        self.sketch = sketch
        self.settings = settings
        self.cache = cache
        self.provenance = provenance
    }

    /// Adds what an order needs.
    ///
    /// - Returns: what markup needs to know of it.
    package mutating func add(_ order: VariantOrder) -> PictureVariants {
        var variants = PictureVariants(preview: sketch.preview)
        for use in order.uses.sorted() {
            let layout = settings.layout(for: use)
            let operations = Self.operations(
                for: layout, width: sketch.width, height: sketch.height, focus: order.focus)
            let formats = Self.formats(settings, sketch, operations)
            let sets = formats.map { type in
                PictureRendition.FormatSet(
                    mediaType: type,
                    variants: operations.map { add($0, PictureEncoding(type, settings.quality)) })
            }
            variants.renditions[use] = PictureRendition(sets: sets, sizes: layout.sizes)
        }
        if let card = order.card {
            variants.social = add(
                .card(card.title, font: card.font, focus: order.focus), PictureEncoding(.jpeg, settings.quality))
        }
        return variants
    }

    private mutating func add(_ operation: PictureOperation, _ encoding: PictureEncoding) -> PictureVariant {
        var embedded = provenance?.picture
        if case .card(_?, _, _) = operation.framing { embedded = provenance?.titledCard }
        let metadata = embedded.map { Digest.of($0.xmp + $0.iptc) }
        let name = VariantCache.name(of: image, operation, encoding, metadata: metadata)
        let variant = PictureVariant(
            path: PicturePath.path(of: name, encoding.mediaType), file: cache.file(of: name, encoding.mediaType),
            mediaType: encoding.mediaType, width: operation.width, height: operation.height)
        if known.insert(name).inserted {
            items.append(
                Item(operation: operation, encoding: encoding, provenance: embedded, variant: variant))
        }
        return variant
    }

    // MARK: Sizes

    /// The widths of a layout that a picture can give, narrowest first; never more than it has.
    package static func operations(
        for layout: VariantSettings.Layout, width: Int, height: Int, focus: FocalPoint? = nil
    ) -> [PictureOperation] {
        var (ownWidth, ownHeight) = (Double(width), Double(height))
        if let aspect = layout.aspect {
            ownWidth = min(ownWidth, ownHeight * aspect.ratio)
            ownHeight = ownWidth / aspect.ratio
        }
        let widest = max(1, min(Int(ownWidth.rounded()), layout.widths.last ?? Int.max))
        // A crop of the picture's own proportions is the picture.
        let isWhole = abs(ownWidth - Double(width)) < 1 && abs(ownHeight - Double(height)) < 1
        // Two files of nearly one width would serve nobody.
        let widths = layout.widths.filter { Double($0) <= Double(widest) * 0.9 } + [widest]
        return widths.map { width in
            PictureOperation(
                width: width, height: max(1, Int((Double(width) * ownHeight / ownWidth).rounded())),
                framing: isWhole ? .whole : .crop(focus))
        }
    }

    /// The longest side that WebP can hold; AVIF's encoder takes no more either.
    private static let longestSide = 16383

    private static func formats(
        _ settings: VariantSettings, _ sketch: PictureSketch, _ operations: [PictureOperation]
    ) -> [MediaType] {
        let longest = operations.map { max($0.width, $0.height) }.max() ?? 0
        return (longest > longestSide ? [] : settings.formats) + [sketch.isOpaque ? .jpeg : .png]
    }

    /// The box into which a picture of this size may be scaled before anything is made of it.
    package static func box(
        for orders: [VariantOrder], _ settings: VariantSettings, width: Int, height: Int
    ) -> (width: Int, height: Int) {
        var wanted = orders.contains { $0.card != nil } ? [PictureOperation.card(nil, font: nil, focus: nil)] : []
        for use in orders.reduce(into: Set<PictureUse>(), { $0.formUnion($1.uses) }) {
            wanted += operations(for: settings.layout(for: use), width: width, height: height)
        }
        let scales = wanted.map { max(Double($0.width) / Double(width), Double($0.height) / Double(height)) }
        var scale = scales.max() ?? 1
        scale = min(1, scale)
        // Rounded up, but not for what is only the dust of a division.
        let side = { (own: Int) in max(1, Int((Double(own) * scale - 0.001).rounded(.up))) }
        return (side(width), side(height))
    }
}
