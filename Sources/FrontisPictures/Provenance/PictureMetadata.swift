package import FrontisCore

/// What a picture's bytes say of its origin, beside its pixels. Read by Frontis' own bounded code: any bytes will do,
/// and those that make no sense say nothing.
package struct PictureMetadata: Sendable, Hashable {
    package let credential: ContentCredential?
    /// Whether they say where the picture was taken: GPS data in Exif or XMP.
    package let hasPosition: Bool

    package init(_ bytes: [UInt8]) {
        let blocks = MetadataBlocks(bytes)
        credential = blocks.jumbf.lazy.compactMap { ManifestStore($0)?.credential }.first
        hasPosition =
            blocks.exif.contains(where: PicturePosition.isStated(inExif:))
            || blocks.xmp.contains(where: PicturePosition.isStated(inXMP:))
    }
}
