import FrontisCore
import FrontisImages
import FrontisPictures
import FrontisRender
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
    private let resolver: ReferenceResolver
    /// Files by the addresses under which they are published: those of `static/`, and those beside a page.
    private let published: [String: String]

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
                    place.request, in: page, file: place.file, digest: digest, mediaType: info.mediaType,
                    width: info.width, height: info.height)
            }
        }
        return pictures.sorted { $0.id < $1.id }
    }

    private init(_ source: SiteSource, _ folder: SiteFolder) {
        self.source = source
        self.folder = folder
        var published = Dictionary(
            source.staticFiles.map { ("/" + $0, "static/" + $0) }, uniquingKeysWith: { first, _ in first })
        for page in source.pages {
            let base = ReferenceResolver.folder(of: page.url)
            for (name, file) in page.resources { published[base + name] = "content/" + file }
        }
        self.published = published
        resolver = ReferenceResolver(
            pages: source.pages, files: source.files, basePath: source.configuration.basePath,
            otherAddresses: Set(published.keys))
    }

    // MARK: Places

    /// Of each address one: the first place that lacks words, else the first.
    private func places(in page: Page) -> [Place] {
        var requests: [ImageRequest] = []
        // Where both are there, the slot's picture is shown.
        if let hero = page.existingHero, !page.imageRequests.contains(where: { $0.name == "hero" }) {
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
            } else if let file = file(behind: request.name, in: page) {
                places.append(Place(request: request, file: file))
            }
        }
        return places
    }

    private static func request(for hero: ExistingPicture, in page: Page) -> ImageRequest {
        var request = ImageRequest(
            name: hero.address, prompt: Located("", at: hero.location ?? page.location), sourceLine: hero.sourceLine)
        request.alt = hero.alt
        request.caption = hero.caption
        request.altForm = "hero: { image: \(hero.address), alt: … }"
        request.decorativeForm = "hero: { image: \(hero.address), alt: \"\" }"
        return request
    }

    private static func request(for picture: BodyPicture, _ address: String) -> ImageRequest {
        var request = ImageRequest(
            name: address, prompt: Located("", at: picture.location), sourceLine: picture.sourceLine)
        request.alt = picture.alt
        request.caption = picture.title
        request.altForm = "![…](\(address))"
        request.decorativeForm = "<img src=\"\(address)\" alt=\"\">"
        return request
    }

    // MARK: Files

    private static let kinds: [MediaType] = [.png, .jpeg, .webp, .gif, .avif]
    /// Other files are not looked into: a film is large.
    private static let extensions: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "avif"]

    /// - Returns: relative to the site.
    private func file(behind address: String, in page: Page) -> String? {
        let resolution = resolver.resolve(address, from: page)
        guard resolution.isInternal, resolution.problem == nil else { return nil }
        let path = resolution.address.prefix { $0 != "?" && $0 != "#" }
        guard let file = resolution.file.map({ "content/" + $0 }) ?? published[String(path)],
            let dot = file.lastIndex(of: "."), Self.extensions.contains(file[file.index(after: dot)...].lowercased())
        else { return nil }
        return file
    }

    /// Nothing for what is no picture, whatever its name says.
    private func facts(of file: String) -> (Digest, PictureInfo)? {
        guard let bytes = try? FileContents.read("\(folder.root)/\(file)"),
            let info = try? PictureInspector.header(of: bytes), Self.kinds.contains(info.mediaType)
        else { return nil }
        return (Digest.of(bytes), info)
    }
}
