import FrontisCore
import FrontisPictures
import FrontisRender
import FrontisStore

/// Finds the site's own pictures that are published byte for byte and say where they were taken.
struct PositionFinder: Sendable {
    private let source: SiteSource
    private let resolver: ReferenceResolver
    private let folder: SiteFolder

    private static let extensions: Set<String> = ["png", "jpg", "jpeg", "jpe", "jfif", "webp", "avif", "heic"]

    /// - Parameter resolver: knows the addresses of all files of the output.
    init(source: SiteSource, resolver: ReferenceResolver, folder: SiteFolder) {
        self.source = source
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
        return zip(copies, located).filter(\.1).map { finding($0.0.path, at: $0.0.address) }
    }

    private func isOwn(_ path: String) -> Bool {
        path.hasPrefix(folder.content + "/") || path.hasPrefix(folder.staticFiles + "/")
    }

    private func finding(_ path: String, at address: String) -> Diagnostic {
        let file = folder.shown(path)
        let place = place(of: address)
        // The file stands for itself where no page shows it.
        return Diagnostic(
            .picturePosition, "\(file) says where it was taken, and is published as it is",
            at: place?.location ?? SourceLocation(path: file), in: place?.line,
            help: "take the position out of it: exiftool -gps:all= -xmp:geotag= \(file)")
    }

    /// The first place that shows the picture, else the page that it stands beside.
    private func place(of address: String) -> (location: SourceLocation, line: String?)? {
        for page in source.pages {
            func leads(_ written: String) -> Bool {
                let target = resolver.resolve(written, from: page)
                return target.isInternal && target.address.prefix { $0 != "?" && $0 != "#" } == address
            }
            if let hero = page.existingHero, leads(hero.address) {
                return (hero.location ?? page.location, hero.sourceLine)
            }
            for gap in page.body.gaps {
                switch gap.filling {
                case .picture(let picture):
                    guard case .address(let written) = picture.target, leads(written) else { continue }
                    return (picture.location, picture.sourceLine)
                case .link(let link):
                    if leads(link.address) { return (link.location, link.sourceLine) }
                }
            }
        }
        let neighbour = source.pages.first { page in
            let base = ReferenceResolver.folder(of: page.url)
            return page.resources.keys.contains { base + $0 == address }
        }
        return neighbour.map { (SourceLocation(path: "content/" + $0.source), nil) }
    }
}
