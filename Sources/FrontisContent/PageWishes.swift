package import FrontisCore

/// The pictures that pages ask for. Made of pages as their authors wrote them.
package struct PageWishes: Sendable {
    /// In the order of the pages.
    package private(set) var wishes: [Wish] = []
    /// Names in texts that no picture has.
    package private(set) var findings: [Diagnostic] = []

    package init(of pages: [Page] = []) {
        let bySource = Dictionary(pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        var translations: [String: [Page]] = [:]
        for page in pages { if let original = page.original { translations[original, default: []].append(page) } }
        for page in pages {
            let original = page.original.flatMap { bySource[$0] }
            findings += Self.unknownNames(in: page, original: original)
            guard !page.imageRequests.isEmpty else { continue }
            let translations = translations[page.source] ?? []
            wishes += page.imageRequests.map { Self.wish($0, of: page, translations) }
        }
    }

    private static func wish(_ request: ImageRequest, of page: Page, _ translations: [Page]) -> Wish {
        var request = request
        let pictures = pictures(of: request.name, in: page)
        if request.alt == nil, let picture = pictures.first(where: { $0.alt != nil }) {
            request.alt = picture.alt
            request.altLocation = picture.location
            request.altLine = picture.sourceLine
        }
        let folder = page.source.lastIndex(of: "/").map { String(page.source[...$0]) } ?? ""
        let sharing = translations.filter { !$0.hasPicture(request.name) }
        var wish = Wish(
            slot: SlotID(source: page.source, name: request.name), request: request,
            references: request.references.map { "content/" + (Reference.folded(folder + $0.value) ?? $0.value) },
            languages: [page.language],
            about: PageText(
                title: page.title, description: page.description, summary: page.summary, text: page.promptText,
                tags: page.tags + page.categories, nearby: NearbyText(body: page.body, name: request.name)))
        for page in sharing where !wish.languages.contains(page.language) { wish.languages.append(page.language) }
        let own = pictures.map { (page, $0) }
        // A translation that has asked for another picture of that name shows that one.
        let others = translations.filter { page in !page.imageRequests.contains { $0.name == request.name } }
            .flatMap { page in Self.pictures(of: request.name, in: page).map { (page, $0) } }
        wish.shownAlts = (own + others).compactMap { page, picture in
            picture.alt.map {
                Wish.ShownAlt(
                    text: $0, language: page.language, title: page.title, location: picture.location,
                    sourceLine: picture.sourceLine)
            }
        }
        return wish
    }

    private static func pictures(of name: SlotName, in page: Page) -> [BodyPicture] {
        page.body.gaps.compactMap { gap in
            if case .picture(let picture) = gap.filling, picture.target == .slot(name) { picture } else { nil }
        }
    }

    private static func unknownNames(in page: Page, original: Page?) -> [Diagnostic] {
        let known = (page.imageRequests + (original?.imageRequests ?? [])).map(\.name)
        return page.body.gaps.compactMap { gap in
            guard case .picture(let picture) = gap.filling, case .slot(let name) = picture.target,
                !known.contains(name)
            else { return nil }
            let names = known.filter { !$0.isWords }.map(\.description)
            return Diagnostic(
                .aiImageUnknownSlot,
                "no picture is named '\(name)'\(Suggestion.clause(for: name.description, among: names))",
                at: picture.location, in: picture.sourceLine,
                help: "name it under ai-images in the front matter, or write a prompt of several words: "
                    + "![](<ai:a fox in fresh snow>)")
        }
    }
}

extension Page {
    /// Whether it has a picture of its own for what its original calls so.
    fileprivate func hasPicture(_ name: SlotName) -> Bool {
        imageRequests.contains { $0.name == name } || name == .hero && existingHero != nil
    }
}
