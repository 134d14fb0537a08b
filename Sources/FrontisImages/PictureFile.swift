package import FrontisCore

/// A picture's bytes and where they come from, for whoever makes something of it.
package struct PictureFile: Sendable {
    /// An absolute path.
    package var file: String
    package var digest: Digest
    /// Nothing for the site's own files.
    package var provenance: PictureProvenance?

    init(_ entry: ImageCatalog.Entry) {
        (file, digest, provenance) = (entry.file, entry.digest, entry.provenance)
    }

    init(_ dark: ImageCatalog.Dark) {
        (file, digest, provenance) = (dark.file, dark.digest, dark.provenance)
    }
}
