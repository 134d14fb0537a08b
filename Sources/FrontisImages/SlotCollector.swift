package import FrontisCore
import FrontisStore

/// Finds every slot of the site and works out its recipe. Pure.
package struct SlotCollector: Sendable {
    package let configuration: SiteConfiguration
    /// Digests of reference pictures, by their path relative to the site.
    package let references: [String: Digest]
    /// Prompts that were written for slots.
    package var prompts: [SlotID: String]

    package struct Collection: Sendable {
        /// Sorted by id.
        package var slots: [Slot] = []
        /// Whose prompts are not among those that were handed in.
        package var unwritten: [UnwrittenSlot] = []
        /// All that say `auto`, with a prompt or without.
        package var automatic: [UnwrittenSlot] = []
        /// What is wrong with what pages ask for.
        package var diagnostics: [Diagnostic] = []
    }

    package init(
        configuration: SiteConfiguration, references: [String: Digest],
        prompts: [SlotID: String] = [:]
    ) {
        self.configuration = configuration
        self.references = references
        self.prompts = prompts
    }

    /// Paths relative to the site of all reference pictures that the pages' recipes need.
    package static func referencePaths(of pages: [Page], configuration: SiteConfiguration) -> Set<String> {
        var paths = Set(configuration.styles.values.flatMap(\.references))
        for page in pages {
            for request in page.imageRequests {
                paths.formUnion(request.references.map { path(of: $0.value, in: page) })
            }
        }
        return paths
    }

    private static func path(of reference: String, in page: Page) -> String {
        let folder = page.source.lastIndex(of: "/").map { String(page.source[...$0]) } ?? ""
        return "content/" + (Reference.folded(folder + reference) ?? reference)
    }

    package func collect(from pages: [Page]) -> Collection {
        var collection = Collection()
        let bySource = Dictionary(pages.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
        var translations: [String: [Page]] = [:]
        for page in pages { if let original = page.original { translations[original, default: []].append(page) } }
        for page in pages {
            checkNames(in: page, original: page.original.flatMap { bySource[$0] }, &collection.diagnostics)
            for request in page.imageRequests {
                let sharing = (translations[page.source] ?? []).filter { translation in
                    !translation.imageRequests.contains { $0.name == request.name }
                        && !(request.name == .hero && translation.existingHero != nil)
                }
                let languages = [page.language] + sharing.map(\.language)
                if let slot = slot(request, in: page, languages: unique(languages), &collection) {
                    collection.slots.append(slot)
                    if let dark = dark(of: slot, in: page, &collection.diagnostics) { collection.slots.append(dark) }
                }
            }
        }
        collection.diagnostics += AltChecker(configuration.alt).findings(ofAuthorsIn: pages, collection.slots)
        collection.slots.sort { $0.id < $1.id }
        collection.unwritten.sort { $0.id < $1.id }
        return collection
    }

    private func unique(_ languages: [String]) -> [String] {
        var seen: Set<String> = []
        return languages.filter { seen.insert($0).inserted }
    }

    private func slot(
        _ request: ImageRequest, in page: Page, languages: [String], _ collection: inout Collection
    ) -> Slot? {
        func report(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String?) {
            let line = location.line == request.prompt.location.line ? request.sourceLine : nil
            collection.diagnostics.append(Diagnostic(id, summary, at: location, in: line, help: help))
        }
        var request = request
        if request.alt == nil, let picture = pictureWithAlt(of: request.name, page) {
            request.alt = picture.alt
            request.altLocation = picture.location
            request.altLine = picture.sourceLine
        }
        let styleName = request.style ?? configuration.images.style
        var style = SiteConfiguration.Style()
        if let styleName, styleName.value != "none" {
            guard let found = configuration.styles[styleName.value] else {
                let clause = Suggestion.clause(for: styleName.value, among: configuration.styles.keys.sorted())
                // The configuration's own default is reported where it stands.
                if request.style != nil {
                    report(
                        .aiImageUnknownStyle, "unknown style '\(styleName.value)'\(clause)", at: styleName.location,
                        help: "styles are defined under 'styles:' in frontis.yaml")
                }
                return nil
            }
            style = found
        }
        guard let digests = digests(of: request, style: style, in: page, report(_:_:at:help:)) else { return nil }
        var filled = fill(request.prompt.value, page: page)
        if request.isAutomatic {
            let unwritten = unwritten(request, style, digests, in: page, languages: languages)
            collection.automatic.append(unwritten)
            guard let written = prompts[unwritten.id] else {
                collection.unwritten.append(unwritten)
                return nil
            }
            filled = (written, nil)
        }
        if let unknown = filled.unknown {
            report(
                .aiImageValue, "'\(unknown)' cannot be filled into a prompt", at: request.prompt.location,
                help: "{{title}} and {{description}} can")
            return nil
        }
        let words = [style.prefix, filled.text].compactMap { $0 }.joined(separator: " ")
        let recipe = Recipe(
            prompt: [words, style.suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", "),
            negative: negative(request, style),
            shape: request.shape ?? .aspect(configuration.images.aspect), background: request.background,
            seed: request.seed, references: digests)
        let key = recipe.key
        // A prompt in the text has no name of its own.
        let name = request.name.isWords ? .inline(String(key.hex.prefix(8))) : request.name
        return Slot(
            id: SlotID(source: page.source, name: name), request: request, filledPrompt: filled.text,
            style: styleName.flatMap { $0.value == "none" ? nil : $0.value }, recipe: recipe, key: key,
            asked: asked(request, digests: digests),
            provider: request.provider?.value ?? configuration.images.provider.value,
            languages: languages, pageTitle: page.title, pageSummary: page.summary,
            nearby: NearbyText(body: page.body, name: request.name))
    }

    private func unwritten(
        _ request: ImageRequest, _ style: SiteConfiguration.Style, _ references: [Digest], in page: Page,
        languages: [String]
    ) -> UnwrittenSlot {
        let words = [style.prefix, style.suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        let prompt = PromptRequest(
            pageTitle: page.title, pageSummary: page.description ?? "", text: page.promptText,
            tags: page.tags + page.categories, language: page.language, style: words.isEmpty ? nil : words,
            slotName: request.name)
        return UnwrittenSlot(
            id: SlotID(source: page.source, name: request.name), prompt: prompt,
            promptKey: PromptRecord.key(
                title: page.title, text: prompt.text, style: prompt.style, slotName: request.name),
            request: request, provider: request.provider?.value ?? configuration.images.provider.value,
            draft: Recipe(
                prompt: String(repeating: "x", count: prompt.maxLength + words.count),
                negative: negative(request, style), shape: request.shape ?? .aspect(configuration.images.aspect),
                background: request.background, seed: request.seed, references: references),
            languages: languages)
    }

    private func negative(_ request: ImageRequest, _ style: SiteConfiguration.Style) -> String? {
        let negatives = [request.negative, style.negative].compactMap { $0 }.filter { !$0.isEmpty }
        return negatives.isEmpty ? nil : negatives.joined(separator: ", ")
    }

    /// What the entry itself says about the recipe, before style and title are filled in.
    private func asked(_ request: ImageRequest, digests: [Digest]) -> Digest {
        let own = Recipe(
            prompt: request.prompt.value, negative: request.negative,
            shape: request.shape ?? .aspect(Aspect.standard), background: request.background, seed: request.seed,
            references: Array(digests.prefix(request.references.count)))
        let style = request.style.map { JSONText.quoted($0.value) } ?? "null"
        return Digest.of("{\"asked\":\(own.canonicalJSON),\"shaped\":\(request.shape != nil),\"style\":\(style)}")
    }

    func fill(_ prompt: String, page: Page) -> (text: String, unknown: String?) {
        guard prompt.contains("{{") else { return (prompt, nil) }
        var text = ""
        var rest = prompt[...]
        while let open = rest.firstRange(of: "{{") {
            text += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                return (text, String(rest[open.lowerBound...].prefix(20)))
            }
            let name = Recipe.normalized(String(rest[open.upperBound..<close.lowerBound]))
            switch name {
            case "title": text += page.title
            case "description": text += page.description ?? ""
            default: return (text, "{{\(name)}}")
            }
            rest = rest[close.upperBound...]
        }
        return (text + rest, nil)
    }

    private func digests(
        of request: ImageRequest, style: SiteConfiguration.Style, in page: Page,
        _ report: (DiagnosticID, String, SourceLocation, String?) -> Void
    ) -> [Digest]? {
        var digests: [Digest] = []
        for reference in request.references {
            guard let digest = references[Self.path(of: reference.value, in: page)] else {
                report(
                    .aiImageReference, "there is no reference picture '\(reference.value)'", reference.location,
                    "references are files relative to the post")
                return nil
            }
            digests.append(digest)
        }
        for reference in style.references {
            guard let digest = references[reference] else {
                report(
                    .aiImageReference, "the style's reference picture '\(reference)' does not exist",
                    request.prompt.location, "references of styles are files relative to the site")
                return nil
            }
            digests.append(digest)
        }
        return digests
    }

    private func pictureWithAlt(of name: SlotName, _ page: Page) -> BodyPicture? {
        for gap in page.body.gaps {
            if case .picture(let picture) = gap.filling, picture.target == .slot(name), picture.alt != nil {
                return picture
            }
        }
        return nil
    }

    private func checkNames(in page: Page, original: Page?, _ diagnostics: inout [Diagnostic]) {
        let known = (page.imageRequests + (original?.imageRequests ?? [])).map(\.name)
        for gap in page.body.gaps {
            guard case .picture(let picture) = gap.filling, case .slot(let name) = picture.target,
                !known.contains(name)
            else { continue }
            let names = known.filter { !$0.isWords }.map(\.description)
            diagnostics.append(
                Diagnostic(
                    .aiImageUnknownSlot,
                    "no picture is named '\(name)'\(Suggestion.clause(for: name.description, among: names))",
                    at: picture.location, in: picture.sourceLine,
                    help: "name it under ai-images in the front matter, or write a prompt of several words: "
                        + "![](<ai:a fox in fresh snow>)"))
        }
    }
}
