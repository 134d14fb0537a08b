import FrontisCore
import FrontisRender

extension ShownPictures {
    /// - Parameter resolver: of the source's pages and files.
    init(_ source: SiteSource, _ resolver: ReferenceResolver) {
        var published = Dictionary(
            source.staticFiles.map { ("/" + $0, "static/" + $0) }, uniquingKeysWith: { first, _ in first })
        for page in source.pages {
            let base = ReferenceResolver.folder(of: page.url)
            for (name, file) in page.resources { published[base + name] = SourceID.sitePath(of: file) }
        }
        var resolver = resolver
        resolver.otherAddresses = Set(published.keys)
        self.init(of: source.pagesWithPictures, published: published, resolver)
    }
}

extension ShownPictures.Place {
    /// Endings of files, in lower case; other files are not looked into, as a film is large.
    static let pictureEndings = rasterEndings.union(["svg"])
    /// Of pictures of pixels.
    static let rasterEndings: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "gif", "avif"]

    /// The site's own file that is shown, relative to the site, if it is called as a picture is.
    func file(among endings: Set<String>) -> String? {
        guard let file, let dot = file.lastIndex(of: "."),
            endings.contains(file[file.index(after: dot)...].lowercased())
        else { return nil }
        return file
    }
}
