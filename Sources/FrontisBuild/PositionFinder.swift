import FrontisCore
import FrontisPictures
import FrontisRender
import FrontisStore

/// Finds the site's own pictures that are published byte for byte and say where they were taken.
struct PositionFinder: Sendable {
    private let source: SiteSource
    private let shown: ShownPictures
    private let resolver: ReferenceResolver
    private let folder: SiteFolder

    private static let extensions: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "avif", "heic"]

    /// - Parameter resolver: knows the addresses of all files of the output.
    init(source: SiteSource, shown: ShownPictures, resolver: ReferenceResolver, folder: SiteFolder) {
        self.source = source
        self.shown = shown
        self.resolver = resolver
        self.folder = folder
    }

    /// - Parameter files: of the output.
    func findings(in files: [OutputFile], jobs: Int) async -> [Diagnostic] {
        let copies = files.compactMap { file -> (path: String, address: String)? in
            guard case .copy(let path) = file.content, isOwn(path), let dot = path.lastIndex(of: "."),
                Self.extensions.contains(path[path.index(after: dot)...].lowercased())
            else { return nil }
            return (path, "/" + file.path.text)
        }
        let located = await copies.parallelMap(jobs: jobs) { copy -> Bool in
            // One that cannot be read is found when it is copied.
            guard let bytes = try? FileContents.read(copy.path) else { return false }
            return PictureMetadata(bytes).hasPosition
        }
        let found = zip(copies, located).filter(\.1).map(\.0)
        let places = found.isEmpty ? [:] : places()
        return found.map { finding($0.path, at: places[$0.address]) }
    }

    private func isOwn(_ path: String) -> Bool {
        path.hasPrefix(folder.content + "/") || path.hasPrefix(folder.staticFiles + "/")
    }

    private func finding(_ path: String, at place: SourceLocation?) -> Diagnostic {
        let file = folder.shown(path)
        // The file stands for itself where no page shows it.
        return Diagnostic(
            .picturePosition, "\(file) says where it was taken, and is published as it is",
            at: place ?? SourceLocation(path: file), in: place.flatMap(folder.line),
            help: "take the position out of it: exiftool -gps:all= -xmp:geotag= \(file)")
    }

    /// By address: the first place that leads there, else the page that the file stands beside.
    private func places() -> [String: SourceLocation] {
        var places: [String: SourceLocation] = [:]
        for page in source.pages {
            func note(_ written: String, _ location: SourceLocation) {
                let target = resolver.resolve(written, from: page)
                guard target.isInternal, places[target.path] == nil else { return }
                places[target.path] = location
            }
            for place in shown[page].all {
                if let address = place.address { note(address, place.location) }
            }
            for gap in page.body.gaps {
                if case .link(let link) = gap.filling { note(link.address, link.location) }
            }
        }
        for page in source.pages {
            let base = ReferenceResolver.folder(of: page.url)
            for name in page.resources.keys where places[base + name] == nil {
                places[base + name] = page.source.location
            }
        }
        return places
    }
}
