import FrontisCore
import FrontisRender

/// Finds the site's own files behind the addresses of pictures.
struct LocalPictureFiles: Sendable {
    private let resolver: ReferenceResolver
    /// Files by the addresses under which they are published: those of `static/`, and those beside a page.
    private let published: [String: String]

    init(_ source: SiteSource) {
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

    /// - Parameter kinds: file extensions in lower case; other files are not looked into, as a film is large.
    /// - Returns: relative to the site.
    func file(behind address: String, in page: Page, kinds: Set<String>) -> String? {
        let resolution = resolver.resolve(address, from: page)
        guard resolution.isInternal, resolution.problem == nil else { return nil }
        guard let file = resolution.file.map({ "content/" + $0 }) ?? published[resolution.path],
            let dot = file.lastIndex(of: "."), kinds.contains(file[file.index(after: dot)...].lowercased())
        else { return nil }
        return file
    }

    /// Pictures of pixels.
    static let rasterKinds: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "avif"]
    static let kinds: Set<String> = rasterKinds.union(["svg"])
}
