package import FrontisCore
import FrontisPictures
import FrontisStore

/// Stand-in art for slots whose picture is not there: drawn once, kept in the cache, free to draw again.
package struct PlaceholderGallery: Sendable {
    /// `.frontis/cache/v1/placeholders`, absolute.
    package let directory: String

    package init(cache: String) {
        directory = cache + "/placeholders"
    }

    /// A drawing as pages show it.
    package enum Drawing: Sendable {
        case light(ImageCatalog.Entry)
        case dark(OutputPicture)
    }

    /// - Throws: a diagnostic where it cannot be drawn or written.
    package func drawing(for slot: Slot) throws(Diagnostic) -> Drawing {
        let art = art(for: slot)
        let file = file(of: art)
        let bytes: [UInt8]
        do {
            bytes = try read(file) ?? draw(art, into: file)
        } catch let error as FileError {
            throw error.diagnostic(.pictureNotMade)
        } catch {
            throw slot.finding(.pictureNotMade, "the picture of \(slot.id) cannot be drawn: \(error)")
        }
        let digest = Digest.of(bytes)
        let path = PicturePath.path(of: digest, .png)
        let provenance = PictureProvenance(slot: slot.id, digest: digest, provider: "pattern", dialect: "pattern")
        let shown = OutputPicture(
            Picture(digest: digest, mediaType: .png, width: art.width, height: art.height), path: path, file: file,
            length: bytes.count, isPlaceholder: true, provenance: provenance)
        guard slot.light == nil else { return .dark(shown) }
        let alts = Dictionary(
            slot.languages.map { ($0, alt(of: art, for: slot, language: $0)) }, uniquingKeysWith: { first, _ in first })
        return .light(
            ImageCatalog.Entry(shown, alts: alts, caption: slot.request.caption, focus: slot.request.focus))
    }

    /// A dark companion is the light slot's own drawing by night.
    private func art(for slot: Slot) -> PatternArt {
        guard let light = slot.light else { return PatternArt(recipe: slot.recipe, key: slot.key) }
        return PatternArt(recipe: light.recipe, key: light.key, isDark: true)
    }

    /// Where the slot's art is or would be, absolute. Draws it, which takes about a millisecond.
    package func file(for slot: Slot) -> String { file(of: art(for: slot)) }

    /// What the slot's art shows, unless the author has said so.
    package func alt(for slot: Slot, language: String) -> AltText {
        alt(of: art(for: slot), for: slot, language: language)
    }

    private func alt(of art: PatternArt, for slot: Slot, language: String) -> AltText {
        slot.request.alt.map { AltText.byAuthor($0, language: language) }
            ?? AltText(
                text: art.description(language: language), source: .model,
                language: art.descriptionLanguage(for: language))
    }

    private func file(of art: PatternArt) -> String {
        // The drawing itself is the name, so that new art of a new version takes the place of the old.
        let name = Digest.of("\(PictureLibrary.version)\n\(art.svg)")
        return "\(directory)/\(name.fanOut)/\(name.hex).png"
    }

    /// Nothing where it is not there, or was cut off since it was drawn.
    private func read(_ file: String) throws -> [UInt8]? {
        do throws(FileError) {
            let bytes = try FileContents.read(file)
            return PictureEnds.areThere(of: .png, size: bytes.count) { Array(bytes[$0]) } ? bytes : nil
        } catch {
            if error.isAbsent { return nil }
            throw error
        }
    }

    private func draw(_ art: PatternArt, into file: String) throws -> [UInt8] {
        let bytes = try art.png()
        try AtomicFile.write(bytes, to: file)
        return bytes
    }
}

/// Where pictures are in the output: named by what they are, so that browsers may keep them for ever and two
/// posts with one picture share a file.
package enum PicturePath {
    package static func path(of digest: Digest, _ type: MediaType) -> SitePath {
        guard let path = SitePath("images/\(digest.hex.prefix(20)).\(type.fileExtension)") else {
            preconditionFailure("hexadecimal digits make a path")
        }
        return path
    }
}
