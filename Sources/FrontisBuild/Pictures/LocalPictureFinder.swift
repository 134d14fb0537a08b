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
        var request: ImageRequest
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
            Self.places(in: shown[page]).filter { withAuthored || $0.request.alt == nil }
        }
        let files = Set(places.joined().map(\.file)).sorted()
        let facts = await files.parallelMap(jobs: jobs) { Self.facts(of: $0, in: folder) }
        let byFile = Dictionary(uniqueKeysWithValues: zip(files, facts))
        let pictures = zip(source.pages, places).flatMap { page, places in
            places.compactMap { place -> LocalPicture? in
                guard let (digest, info) = byFile[place.file] ?? nil else { return nil }
                return LocalPicture(
                    in: page.source, place.request, language: page.language,
                    about: PageText(
                        title: page.title, summary: page.summary,
                        nearby: NearbyText(body: page.body, name: place.request.name)),
                    file: place.file,
                    image: Picture(
                        digest: digest, mediaType: info.mediaType, width: info.width, height: info.height))
            }
        }
        return pictures.sorted { $0.id < $1.id }
    }

    /// Of the whole site, drafts and future posts included; also those with their authors' words.
    static func all(
        in folder: SiteFolder, _ configuration: SiteConfiguration, options: BuildOptions
    ) async throws(Diagnostic) -> [LocalPicture] {
        guard configuration.alt.describe == .all else { return [] }
        var options = options
        options.drafts = true
        options.future = true
        options.expired = true
        let files = try await SiteFiles.find(in: folder, jobs: options.jobs)
        return await Site.open(files, in: folder, options: options, plugins: [], withAuthored: true).localPictures
    }

    // MARK: Places

    /// Of each address one: the first place that lacks words, else the first.
    private static func places(in page: ShownPictures.OfPage) -> [Place] {
        var places: [Place] = []
        for shown in page.all {
            guard let address = shown.address, let file = shown.file(among: ShownPictures.Place.rasterEndings) else {
                continue
            }
            let request = Self.request(for: shown, address)
            if let index = places.firstIndex(where: { $0.request.name == request.name }) {
                if places[index].request.alt != nil, request.alt == nil { places[index].request = request }
            } else {
                places.append(Place(request: request, file: file))
            }
        }
        return places
    }

    private static func request(for place: ShownPictures.Place, _ address: String) -> ImageRequest {
        var request = ImageRequest(
            name: .file(address), prompt: Located("", at: place.location), sourceLine: place.sourceLine)
        request.alt = place.alt
        request.caption = place.caption
        switch place.kind {
        case .hero:
            request.altForm = "hero: { image: \(address), alt: … }"
            request.decorativeForm = "hero: { image: \(address), alt: \"\" }"
        case .text:
            request.altForm = "![…](\(address))"
            request.decorativeForm = "<img src=\"\(address)\" alt=\"\">"
        }
        return request
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
