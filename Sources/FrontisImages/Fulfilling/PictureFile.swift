package import FrontisCore

/// A picture's bytes and where they come from, for whoever makes something of it.
package struct PictureFile: Sendable {
    /// An absolute path.
    package var file: String
    package var digest: Digest
    /// Nothing for the site's own files.
    package var provenance: PictureProvenance?

    init(_ picture: OutputPicture) {
        (file, digest, provenance) = (picture.file, picture.digest, picture.provenance)
    }
}
