import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisStore

/// Finds the site's own files that pages show as pictures, for `alt: { describe: all }`.
///
/// Pictures from elsewhere, SVG, and files that are no picture are not among them: their missing words are a finding
/// about the page.
struct LocalPictureFinder: Sendable {
    /// A place in a page that shows a file.
    private struct Place: Sendable {
        var request: ImageRequest
        /// Relative to the site.
        var file: String
    }

    private let source: SiteSource
    private let folder: SiteFolder
    private let files: LocalPictureFiles

    /// - Parameter withAuthored: also pictures that need no description, as their authors have written one.
    /// - Returns: one for each page and address, sorted; none where the site wants none described.
    static func find(
        in source: SiteSource, folder: SiteFolder, withAuthored: Bool = false, jobs: Int
    ) async -> [LocalPicture] {
        guard source.configuration.alt.describe == .all else { return [] }
        let finder = LocalPictureFinder(source, folder)
        let places = await source.pages.parallelMap(jobs: jobs) { page in
            finder.places(in: page).filter { withAuthored || $0.request.alt == nil }
        }
        let files = Set(places.joined().map(\.file)).sorted()
        let facts = await files.parallelMap(jobs: jobs) { finder.facts(of: $0) }
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
        let source = await SiteSource.read(files, in: folder, options: options, plugins: [])
        return await find(in: source, folder: folder, withAuthored: true, jobs: options.jobs)
    }

    private init(_ source: SiteSource, _ folder: SiteFolder) {
        self.source = source
        self.folder = folder
        files = LocalPictureFiles(source)
    }

    // MARK: Places

    /// Of each address one: the first place that lacks words, else the first.
    private func places(in page: Page) -> [Place] {
        var requests: [ImageRequest] = []
        // Where both are there, the slot's picture is shown.
        if let hero = page.existingHero, !page.imageRequests.contains(where: { $0.name == .hero }) {
            requests.append(Self.request(for: hero, in: page))
        }
        for gap in page.body.gaps {
            guard case .picture(let picture) = gap.filling, case .address(let address) = picture.target else {
                continue
            }
            requests.append(Self.request(for: picture, address))
        }
        var places: [Place] = []
        for request in requests {
            if let index = places.firstIndex(where: { $0.request.name == request.name }) {
                if places[index].request.alt != nil, request.alt == nil { places[index].request = request }
            } else if case .file(let address) = request.name,
                let file = files.file(behind: address, in: page, kinds: LocalPictureFiles.rasterKinds)
            {
                places.append(Place(request: request, file: file))
            }
        }
        return places
    }

    private static func request(for hero: ExistingPicture, in page: Page) -> ImageRequest {
        var request = ImageRequest(
            name: .file(hero.address), prompt: Located("", at: hero.location ?? page.location),
            sourceLine: hero.sourceLine)
        request.alt = hero.alt
        request.caption = hero.caption
        request.altForm = "hero: { image: \(hero.address), alt: … }"
        request.decorativeForm = "hero: { image: \(hero.address), alt: \"\" }"
        return request
    }

    private static func request(for picture: BodyPicture, _ address: String) -> ImageRequest {
        var request = ImageRequest(
            name: .file(address), prompt: Located("", at: picture.location), sourceLine: picture.sourceLine)
        request.alt = picture.alt
        request.caption = picture.title
        request.altForm = "![…](\(address))"
        request.decorativeForm = "<img src=\"\(address)\" alt=\"\">"
        return request
    }

    // MARK: Files

    private static let kinds: [MediaType] = [.png, .jpeg, .webp, .gif, .avif]
    /// Nothing for what is no picture, whatever its name says.
    private func facts(of file: String) -> (Digest, PictureInfo)? {
        guard let bytes = try? FileContents.read("\(folder.root)/\(file)"),
            let info = try? PictureInspector.header(of: bytes), Self.kinds.contains(info.mediaType)
        else { return nil }
        return (Digest.of(bytes), info)
    }
}
