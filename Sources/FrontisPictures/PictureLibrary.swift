package import FrontisCore

/// What reads, draws and encodes pictures, and is not part of this program.
package enum PictureLibrary {
    /// `8.14.1`: another version may draw and encode other bytes. `none` where it is not installed.
    package static var version: String { Vips.version ?? "none" }

    /// That it cannot be had. Before a picture is asked for: one that is paid for could not even be looked at.
    package static var finding: Diagnostic? {
        do throws(PictureError) {
            try Vips.start()
            return nil
        } catch {
            return Diagnostic(
                .pictureLibraryMissing, "no picture can be read or made, as \(error)",
                help: "install libvips 8.14 or later; on Debian: apt-get install libvips42")
        }
    }
}
