package import FrontisCore

/// Findings about the links and pictures of a page, made before anything is rendered.
package struct LinkChecker: Sendable {
    private let resolver: ReferenceResolver
    private let pictures: ShownPictures
    private let described: Set<SlotID>
    private let line: @Sendable (SourceLocation) -> String?

    /// - Parameters:
    ///   - described: pictures for which an alt text is looked for elsewhere, by page and address.
    ///   - line: gives lines of pages' files: links are too many to have theirs with them.
    package init(
        resolver: ReferenceResolver, pictures: ShownPictures, described: Set<SlotID>,
        line: @escaping @Sendable (SourceLocation) -> String?
    ) {
        self.resolver = resolver
        self.pictures = pictures
        self.described = described
        self.line = line
    }

    /// Findings about a page's links and pictures: what was meant by a dead link is looked for among all pages.
    private static let limit = 200

    package func findings(in page: Page) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let hero = pictures[page].hero, let address = hero.address {
            if let problem = problem(ofPicture: address, in: page) {
                findings.append(
                    Diagnostic(
                        .imageMissing, "picture '\(address)': \(problem)", at: hero.location, in: hero.sourceLine))
            }
            findings += format(of: address, in: page, at: hero.location, hero.sourceLine)
            if hero.alt == nil, !isDescribed(address, in: page) {
                findings.append(
                    Diagnostic(
                        .altMissing, "picture '\(address)' has no alt text", at: hero.location, in: hero.sourceLine,
                        help: "say what it shows: cover: { image: …, alt: Two boats on a canal }"))
            }
        }
        for gap in page.body.gaps {
            guard findings.count < Self.limit else {
                findings.append(
                    Diagnostic(
                        .linkDead, "links and pictures have \(Self.limit) findings, and the rest is not looked at",
                        at: SourceLocation(path: page.source.location.path, line: findings.last?.location?.line ?? 1)))
                break
            }
            switch gap.filling {
            case .link(let link):
                let target = resolver.resolve(link.address, from: page, explains: true)
                guard let problem = target.problem else { continue }
                let shown = NamedPage.shown(link.address)
                let what = link.isFile ? "file '\(shown)'" : "link to '\(shown)'"
                let why = link.isFile ? problem.textOfFile : problem.text
                findings.append(
                    Diagnostic(
                        .linkDead, "\(what): \(why)", at: link.location, in: line(link.location), help: target.help))
            case .picture(let picture):
                for address in picture.addresses {
                    guard let problem = problem(ofPicture: address, in: page) else { continue }
                    findings.append(
                        Diagnostic(
                            .imageMissing, "picture '\(address)': \(problem)", at: picture.location,
                            in: picture.sourceLine))
                }
                guard case .address(let address) = picture.target else { continue }
                findings += format(of: address, in: page, at: picture.location, picture.sourceLine)
                if picture.alt == nil, isDescribed(address, in: page) { continue }
                if let finding = alt(of: picture, address: address) { findings.append(finding) }
            }
        }
        return findings
    }

    private func isDescribed(_ address: String, in page: Page) -> Bool {
        described.contains(SlotID(source: page.source, name: .file(address)))
    }

    private func problem(ofPicture address: String, in page: Page) -> String? {
        resolver.resolve(address, from: page, explains: true).problem?.textOfFile
    }

    /// What cameras and studios write and browsers do not show, by the ending of the file's name.
    private static let formats = [
        "heic": "HEIC", "heif": "HEIC", "tif": "TIFF", "tiff": "TIFF", "bmp": "BMP", "psd": "Photoshop",
        "jxl": "JPEG XL",
        "jp2": "JPEG 2000", "dng": "raw", "cr2": "raw", "nef": "raw", "arw": "raw", "pdf": "PDF", "eps": "EPS",
        "ai": "EPS",
        "xcf": "GIMP",
    ]

    private func format(
        of address: String, in page: Page, at location: SourceLocation, _ line: String?
    ) -> [Diagnostic] {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard !Reference.isElsewhere(address), let dot = path.lastIndex(of: "."),
            let format = Self.formats[path[path.index(after: dot)...].lowercased()],
            resolver.resolve(address, from: page).problem == nil
        else { return [] }
        return [
            Diagnostic(
                .pictureFormat, "picture '\(address)' is a \(format) file, which most browsers do not show",
                at: location,
                in: line, help: "export it as JPEG, PNG, WebP or AVIF")
        ]
    }

    /// What import tools and editors write where nobody has written anything.
    private static let useless: Set<String> = [
        "gif", "image", "img", "jpeg", "jpg", "photo", "picture", "png", "svg", "untitled", "webp",
    ]

    private func alt(of picture: BodyPicture, address: String) -> Diagnostic? {
        guard let alt = picture.alt else {
            return Diagnostic(
                .altMissing, "picture '\(address)' has no alt text", at: picture.location, in: picture.sourceLine,
                help: "say what it shows: ![Two boats on a canal](\(address))\n"
                    + "or, for decoration: <img src=\"…\" alt=\"\">")
        }
        let name = address.split(separator: "/").last.map(String.init) ?? address
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        let said = alt.lowercased()
        guard !said.isEmpty, Self.useless.contains(said) || said == name.lowercased() || said == stem.lowercased()
        else {
            return nil
        }
        return Diagnostic(
            .altSuspicious, "alt text '\(alt)' says nothing about the picture", at: picture.location,
            in: picture.sourceLine, help: "say what it shows, in a sentence")
    }
}
