import FrontisCore
import FrontisRender

/// Which of the site's own pictures are published as they are, besides what was made of them.
///
/// One that pages show only in sizes and formats for browsers is not: nobody would fetch it, and it says what its
/// camera wrote into it, such as the place. One that is linked to or mentioned in any other way is.
struct OriginalFiles: Sendable {
    /// Under `content/`.
    private let varied: Set<String>
    private let linked: Set<String>
    private let texts: any PageTexts

    /// Keys that name a page's picture and that a template reads as text, too.
    private let readKeys: Set<String>

    /// - Parameter varied: files that pages show by their variants, relative to the site.
    init(
        _ source: SiteSource, _ shown: ShownPictures, _ resolver: ReferenceResolver, varied: Set<String>,
        _ templates: TemplateSet?
    ) {
        texts = source.texts
        readKeys = Self.pictureKeys.filter { templates?.reads(param: $0) ?? true }
        self.varied = Set(varied.compactMap { $0.hasPrefix("content/") ? String($0.dropFirst("content/".count)) : nil })
        guard !varied.isEmpty else {
            linked = []
            return
        }
        var linked: Set<String> = []
        for page in source.pagesWithPictures {
            for gap in page.body.gaps {
                let addresses: [String]
                switch gap.filling {
                case .link(let link): addresses = [link.address]
                case .picture(let picture): addresses = picture.isLeftAlone ? picture.addresses : []
                }
                for address in addresses {
                    if let file = resolver.resolve(address, from: page).file { linked.insert(file) }
                }
            }
            if let hero = shown[page].hero, hero.isLeftAlone, case .address(let resolution, _) = hero.content,
                let file = resolution.file
            {
                linked.insert(file)
            }
        }
        self.linked = linked
    }

    /// - Parameter file: under `content/`.
    func contains(_ file: String) -> Bool { !varied.contains(file) || linked.contains(file) }

    /// - Parameter name: the file's name beside the page's output.
    func contains(_ file: String, named name: String, beside page: Page) -> Bool {
        if contains(file) { return true }
        // In raw HTML other than an `<img>`, or in a key that a template may read.
        return isMentioned(name, in: texts.html(of: page.body))
            || page.params.contains { key, value in
                (!Self.pictureKeys.contains(key) || readKeys.contains(key)) && Self.mentions(name, in: value)
            }
    }

    /// Whether a page's HTML has a name in it, in either way of writing it.
    private func isMentioned(_ name: String, in html: String) -> Bool {
        if ByteSearch.has(name, in: html) || ByteSearch.has(Addresses.encoded(path: name), in: html) { return true }
        // A disk and a keyboard may write the same letters in two ways, see `SitePath`.
        return !name.utf8.allSatisfy { $0 < 0x80 } && html.contains(name)
    }

    /// What they name is shown by its variants, unless a template makes an address of it.
    private static let pictureKeys: Set<String> = ["hero", "image", "cover"]

    private static func mentions(_ name: String, in value: ParamValue) -> Bool {
        switch value {
        case .text(let text): text.contains(name)
        case .list(let values): values.contains { mentions(name, in: $0) }
        case .map(let map): map.values.contains { mentions(name, in: $0) }
        default: false
        }
    }
}
