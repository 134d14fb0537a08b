import FrontisCore

/// What a page fills in when everything is known, in the order of the text: pictures, links, and addresses in the
/// attributes of raw HTML. In the text stands a mark for each.
struct BodyPlaces {
    let source: SourceText
    /// The site's own address, where it is known.
    private let site: String?
    private(set) var pictures: [BodyPicture] = []
    private(set) var links: [BodyLink] = []
    private(set) var addresses: [BodyLink] = []
    /// Prompts that stand in the text, each once.
    private(set) var imageRequests: [ImageRequest] = []
    private var prompts: Set<SlotName> = []
    private var searching = ContentLimits.searching

    init(in source: SourceText, site: String?) {
        self.source = source
        self.site = site
    }

    /// Where something stands in the file; the beginning of its line where that is not found in the time there is.
    mutating func location(of needle: String, fromLine line: Int, within lines: Int = 12) -> SourceLocation {
        source.find(needle, fromLine: line, within: lines, budget: &searching)
    }

    /// The mark for a picture, which is one of a slot where its address says so.
    ///
    /// - Parameters:
    ///   - picture: with its address as a target.
    ///   - address: as the author wrote it.
    mutating func mark(_ picture: BodyPicture, _ address: String) -> String {
        var picture = picture
        if address.hasPrefix("ai:") { picture.target = slot(String(address.dropFirst(3)), at: picture.location) }
        pictures.append(picture)
        return MarkdownMarkers.text(.picture, pictures.count - 1)
    }

    private mutating func slot(_ name: String, at place: SourceLocation) -> BodyPicture.Target {
        // cmark may have percent-encoded nothing: it keeps the address as the author wrote it.
        let name = name.trimmed
        guard name.contains(" ") else { return .slot(SlotName(given: name)) }
        let words = Markdown.words(of: name)
        if prompts.insert(words).inserted {
            imageRequests.append(
                ImageRequest(name: words, prompt: Located(name, at: place), sourceLine: source.line(place.line)))
        }
        return .slot(words)
    }

    /// The number of a link; nothing for one that leads elsewhere.
    mutating func link(_ address: String, onLine line: Int) -> Int? {
        guard isInSite(address) else { return nil }
        let place = location(of: NamedPage.shown(address), fromLine: line)
        links.append(BodyLink(address: address, location: place))
        return links.count - 1
    }

    /// The mark for an address in an attribute; nothing for one that leads elsewhere.
    mutating func mark(_ address: String, isFile: Bool, at place: SourceLocation) -> String? {
        // Scripts make many of the places that raw HTML leads to.
        guard isInSite(address), address.first != "#" else { return nil }
        addresses.append(
            BodyLink(address: address, isFile: isFile, location: place))
        return MarkdownMarkers.text(.address, addresses.count - 1)
    }

    /// Whether it depends on the site, or on the page, where the address leads.
    private func isInSite(_ address: String) -> Bool {
        guard !address.isEmpty, address != "#" else { return false }
        return !Reference.isElsewhere(address) || Reference.path(of: address, in: site) != nil
    }
}
