/// How pictures are made ready for browsers: `images.variants`.
package struct VariantSettings: Sendable, Hashable {
    /// Formats before the fallback, best first.
    package var formats: [MediaType] = [.avif, .webp]
    package var quality = Quality()
    /// The widths are the same wherever they can be: a crop of the picture's own proportions, which most are, is then
    /// one file with the whole picture.
    package var layouts: [PictureUse: Layout] = [
        .hero: Layout(widths: [400, 800, 1200, 1600], sizes: "(min-width: 64rem) 60rem, calc(100vw - 2.5rem)"),
        .body: Layout(widths: [400, 800, 1200], sizes: "(min-width: 44rem) 40rem, calc(100vw - 2.5rem)"),
        .lead: Layout(
            widths: [400, 800, 1200], sizes: "(min-width: 72rem) 42rem, (min-width: 52rem) 58vw, calc(100vw - 2.5rem)",
            aspect: Aspect(width: 3, height: 2)),
        .card: Layout(
            widths: [400, 800], sizes: "(min-width: 40rem) 23rem, calc(100vw - 2.5rem)",
            aspect: Aspect(width: 3, height: 2)),
        .square: Layout(widths: [200, 400], sizes: "12rem", aspect: Aspect(width: 1, height: 1)),
    ]

    package init() {}

    /// From 1 to 100, on each encoder's own scale: a number of one format means nothing in another.
    package struct Quality: Sendable, Hashable {
        package var avif = 52
        package var webp = 78
        package var jpeg = 82

        package init() {}
    }

    /// Where a template shows a picture.
    package struct Layout: Sendable, Hashable {
        /// Pixels, ascending.
        package var widths: [Int]
        /// The value of the attribute `sizes`.
        package var sizes: String
        /// What is cut out of the picture; the whole picture where there is nothing.
        package var aspect: Aspect?

        package init(widths: [Int], sizes: String, aspect: Aspect? = nil) {
            self.widths = widths
            self.sizes = sizes
            self.aspect = aspect
        }
    }

    /// The layout of a use; every use has one.
    package func layout(for use: PictureUse) -> Layout {
        layouts[use] ?? Layout(widths: [800], sizes: "100vw")
    }
}

/// The places that one picture serves.
package enum PictureUse: String, Sendable, CaseIterable, Comparable {
    /// At the top of its own page.
    case hero
    /// In the text of a page.
    case body
    /// In the first entry of a list.
    case lead
    /// In an entry of a list.
    case card
    /// In small lists.
    case square

    package static func < (one: PictureUse, other: PictureUse) -> Bool { one.rawValue < other.rawValue }
}
