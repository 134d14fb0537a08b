package import FrontisCore

/// The pictures that pages ask for. Made of pages as their authors wrote them.
package struct PageWishes: Sendable {
    /// In the order of the pages.
    package private(set) var wishes: [Wish] = []
    /// Names in texts that no picture has.
    package private(set) var findings: [Diagnostic] = []

    private typealias Source = (head: PageHead, body: Body?)

    package init(of all: [Page] = []) {
        // What is asked for in another language is shown there, too.
        let pages = all.contains { $0.original != nil } ? all : all.filter { !$0.asksForNothing }
        self.init(count: pages.count) {
            pages[$0].head
        } body: {
            pages[$0].body
        }
    }

    /// - Parameter read: with the texts that may name a picture, and of pages whose pictures are to be described.
    package init(of read: ContentHeads) {
        self.init(count: read.heads.count) {
            read.heads[$0]
        } body: {
            read.bodies[read.heads[$0].source]
        }
    }

    /// Most pages of most sites ask for nothing, and none of them is copied.
    private init(count: Int, head: (Int) -> PageHead, body: (Int) -> Body?) {
        var translations: [SourceID: [Source]] = [:]
        for index in 0..<count {
            if let original = head(index).original {
                translations[original, default: []].append((head(index), body(index)))
            }
        }
        var originals: [SourceID: PageHead] = [:]
        if !translations.isEmpty {
            for index in 0..<count where translations[head(index).source] != nil {
                originals[head(index).source] = head(index)
            }
        }
        for index in 0..<count {
            let page = (head: head(index), body: body(index))
            findings += Self.unknownNames(in: page, original: page.head.original.flatMap { originals[$0] })
            guard !page.head.imageRequests.isEmpty else { continue }
            let translations = translations[page.head.source] ?? []
            wishes += page.head.imageRequests.map { Self.wish($0, of: page, translations) }
        }
    }

    private static func wish(_ request: ImageRequest, of page: Source, _ translations: [Source]) -> Wish {
        let head = page.head
        var request = request
        let pictures = pictures(of: request.name, in: page)
        if request.alt == nil, let picture = pictures.first(where: { $0.alt != nil }) {
            request.alt = picture.alt
            request.altLocation = picture.location
            request.altLine = picture.sourceLine
        }
        let sharing = translations.map(\.head).filter { $0.shows(request.name, of: head) }
        var wish = Wish(
            slot: SlotID(source: head.source, name: request.name), request: request,
            references: request.references.map {
                SourceID.sitePath(of: Reference.folded(head.source.folder + $0.value) ?? $0.value)
            },
            languages: [head.language],
            about: PageText(
                title: head.title, description: head.description,
                summary: head.description ?? page.body?.excerpt ?? "", text: page.body?.promptText ?? "",
                tags: head.allTerms, nearby: page.body.map { NearbyText(body: $0, name: request.name) }))
        for page in sharing where !wish.languages.contains(page.language) { wish.languages.append(page.language) }
        let own = pictures.map { (page, $0) }
        let others = translations.filter { $0.head.shows(request.name, of: head) }
            .flatMap { page in Self.pictures(of: request.name, in: page).map { (page, $0) } }
        wish.shownAlts = (own + others).compactMap { page, picture in
            picture.alt.map {
                Wish.ShownAlt(
                    text: $0, language: page.head.language, title: page.head.title, location: picture.location,
                    sourceLine: picture.sourceLine)
            }
        }
        return wish
    }

    private static func pictures(of name: SlotName, in page: Source) -> [BodyPicture] {
        (page.body?.gaps ?? []).compactMap { gap in
            if case .picture(let picture) = gap.filling, picture.target == .slot(name) { picture } else { nil }
        }
    }

    private static func unknownNames(in page: Source, original: PageHead?) -> [Diagnostic] {
        let known = (page.head.imageRequests + (original?.imageRequests ?? [])).map(\.name)
        return (page.body?.gaps ?? []).compactMap { gap in
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
    /// Whether nothing in it is, or is called as, a picture that is to be made.
    fileprivate var asksForNothing: Bool {
        head.imageRequests.isEmpty
            && !body.gaps.contains { gap in
                if case .picture(let picture) = gap.filling, case .slot = picture.target { true } else { false }
            }
    }
}

extension PageHead {
    /// Whether it shows the picture that its original has for the name.
    fileprivate func shows(_ name: SlotName, of original: PageHead) -> Bool {
        if case .slot(let slot, _) = picture(called: name, original: original) {
            slot.source == original.source
        } else {
            false
        }
    }
}
