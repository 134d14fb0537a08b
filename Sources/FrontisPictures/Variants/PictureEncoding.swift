import CVips
package import FrontisCore

/// A format with the settings of its encoder.
package struct PictureEncoding: Sendable, Hashable {
    package let mediaType: MediaType
    /// From 1 to 100, on the encoder's own scale; PNG has none.
    package let quality: Int?
    /// How hard the encoder tries, on its own scale.
    package let effort: Int?

    /// - Parameter mediaType: AVIF, WebP, JPEG or PNG.
    package init(_ mediaType: MediaType, _ quality: VariantSettings.Quality) {
        self.mediaType = mediaType
        switch mediaType {
        case .avif: (self.quality, effort) = (quality.avif, Self.avifEffort)
        case .webp: (self.quality, effort) = (quality.webp, Self.webpEffort)
        case .jpeg: (self.quality, effort) = (quality.jpeg, nil)
        case .png, .gif, .svg: (self.quality, effort) = (nil, nil)
        }
    }

    private static let avifEffort = 2
    private static let webpEffort = 4

    /// Tells this encoder's results from those of others and of other versions; one line.
    package var fingerprint: String {
        let settings = [quality.map { "q\($0)" }, effort.map { "e\($0)" }].compactMap { $0 }
        return ([mediaType.rawValue] + settings + [EncoderVersions.version(for: mediaType)]).joined(separator: " ")
    }
}
