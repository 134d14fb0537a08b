import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisRender
import FrontisStore

/// Finds the site's own files that pages show as pictures, for `alt: { describe: all }`.
///
/// Pictures from elsewhere, SVG, and files that are no picture are not among them: their missing words are a finding
/// about the page.
enum LocalPictureFinder {
    /// A place in a page that shows a file.
    private struct Place: Sendable {
        var described: DescribedPlace
        /// Relative to the site.
        var file: String
    }

    /// - Parameters:
    ///   - shown: what the pages show.
    ///   - withAuthored: also pictures that need no description, as their authors have written one.
    /// - Returns: one for each page and address, sorted; none where the site wants none described.
    static func find(
        in source: SiteSource, _ shown: ShownPictures, folder: SiteFolder,
        withAuthored: Bool, jobs: Int
    ) async -> [LocalPicture] {
        guard source.configuration.alt.describe == .all else { return [] }
        let places = source.pages.map { page in
            Self.places(in: page, shown[page], source.texts).filter { withAuthored || $0.described.alt == nil }
        }
        let files = Set(places.joined().map(\.file)).sorted()
        let facts = await files.parallelMap(jobs: jobs) { Self.facts(of: $0, in: folder) }
        let byFile = Dictionary(uniqueKeysWithValues: zip(files, facts))
        let pictures = places.joined().compactMap { place -> LocalPicture? in
            guard let (digest, info) = byFile[place.file] ?? nil else { return nil }
            return LocalPicture(
                place.described, file: place.file,
                image: Picture(digest: digest, mediaType: info.mediaType, width: info.width, height: info.height))
        }
        return pictures.sorted { $0.id < $1.id }
    }

    // MARK: Places

    /// Of each address one: the first place that lacks words, else the first.
    private static func places(
        in page: Page, _ pictures: ShownPictures.OfPage, _ texts: any PageTexts
    ) -> [Place] {
        var places: [Place] = []
        for shown in pictures.all {
            guard let address = shown.address, let file = shown.file(among: ShownPictures.Place.rasterEndings) else {
                continue
            }
            let described = described(shown, address, in: page, texts)
            if let index = places.firstIndex(where: { $0.described.id == described.id }) {
                if places[index].described.alt != nil, described.alt == nil { places[index].described = described }
            } else {
                places.append(Place(described: described, file: file))
            }
        }
        return places
    }

    private static func described(
        _ place: ShownPictures.Place, _ address: String, in page: Page, _ texts: any PageTexts
    ) -> DescribedPlace {
        let (altForm, decorativeForm) =
            switch place.kind {
            case .hero: ("hero: { image: \(address), alt: … }", "hero: { image: \(address), alt: \"\" }")
            case .text: ("![…](\(address))", "<img src=\"\(address)\" alt=\"\">")
            }
        var body = page.body
        body.html = texts.html(of: body)
        return DescribedPlace(
            id: SlotID(source: page.source, name: place.name), languages: [page.language],
            about: PageText(
                title: page.title, summary: page.summary, nearby: NearbyText(body: body, name: place.name)),
            alt: place.alt, altForm: altForm, decorativeForm: decorativeForm, caption: place.caption,
            location: place.location, sourceLine: place.sourceLine)
    }

    // MARK: Files

    private static let kinds: [MediaType] = [.png, .jpeg, .webp, .gif, .avif]
    /// Nothing for what is no picture, whatever its name says.
    private static func facts(of file: String, in folder: SiteFolder) -> (Digest, PictureInfo)? {
        guard let bytes = try? FileContents.read("\(folder.root)/\(file)"),
            let info = try? PictureInspector.header(of: bytes), Self.kinds.contains(info.mediaType)
        else { return nil }
        return (Digest.of(bytes), info)
    }
}
