/// What was made of one picture for one place in a page, ready to be written into markup.
package struct PictureVariants: Sendable, Hashable {
    /// Where each use finds its files; a use that nobody asked for is absent.
    package var renditions: [PictureUse: PictureRendition]
    /// What stands for the picture while it loads; nothing for pictures with transparent parts.
    package var preview: PicturePreview?
    /// 1200 × 630 pixels for social networks; only heroes have one.
    package var social: PictureVariant?

    package init(
        renditions: [PictureUse: PictureRendition] = [:], preview: PicturePreview? = nil,
        social: PictureVariant? = nil
    ) {
        self.renditions = renditions
        self.preview = preview
        self.social = social
    }

    /// Every file, each once.
    package var files: Set<PictureVariant> {
        Set(renditions.values.flatMap { $0.sets.flatMap(\.variants) } + (social.map { [$0] } ?? []))
    }
}

/// One picture in the formats and widths of a layout.
package struct PictureRendition: Sendable, Hashable {
    /// The same picture in one format, narrowest first.
    package struct FormatSet: Sendable, Hashable {
        package var mediaType: MediaType
        package var variants: [PictureVariant]

        package init(mediaType: MediaType, variants: [PictureVariant]) {
            self.mediaType = mediaType
            self.variants = variants
        }
    }

    /// Best format first; the last is the fallback that everything can show. Never empty, nor is any set.
    package var sets: [FormatSet]
    /// The value of the attribute `sizes`.
    package var sizes: String

    package init(sets: [FormatSet], sizes: String) {
        self.sets = sets
        self.sizes = sizes
    }

    package var fallback: FormatSet? { sets.last }
}

/// A resized, re-encoded picture, named by what it was made from.
package struct PictureVariant: Sendable, Hashable {
    /// Under the output directory: `images/3f0a….avif`.
    package var path: SitePath
    /// Where the bytes are, an absolute path in the cache.
    package var file: String
    package var mediaType: MediaType
    package var width: Int
    package var height: Int
    /// Bytes; known of fallbacks once they are there.
    package var length: Int?

    package init(path: SitePath, file: String, mediaType: MediaType, width: Int, height: Int) {
        self.path = path
        self.file = file
        self.mediaType = mediaType
        self.width = width
        self.height = height
    }
}

/// Stands for a picture while it loads.
package struct PicturePreview: Sendable, Hashable, Codable {
    /// `#rrggbb`
    package var color: String
    /// A picture of some twenty pixels a side, as a `data:` address.
    package var address: String

    package init(color: String, address: String) {
        self.color = color
        self.address = address
    }
}
