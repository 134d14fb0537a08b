package import FrontisCore
import FrontisStore
import FrontisText

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

    /// Paths relative to the site of all reference pictures that the wishes' recipes need.
    package static func referencePaths(of wishes: [Wish], configuration: SiteConfiguration) -> Set<String> {
        var paths = Set(configuration.styles.values.flatMap(\.references))
        for wish in wishes { paths.formUnion(wish.references) }
        return paths
    }

    package func collect(from wishes: [Wish]) -> Collection {
        var collection = Collection()
        let checker = AltChecker(configuration.alt)
        for wish in wishes {
            guard let slot = slot(of: wish, &collection) else { continue }
            collection.slots.append(slot)
            collection.diagnostics += checker.findings(ofAuthorsOf: slot, wish.shownAlts)
            if let dark = dark(of: slot, &collection.diagnostics) { collection.slots.append(dark) }
        }
        collection.slots.sort { $0.id < $1.id }
        collection.unwritten.sort { $0.id < $1.id }
        return collection
    }

    private func slot(of wish: Wish, _ collection: inout Collection) -> Slot? {
        let request = wish.request
        func report(_ id: DiagnosticID, _ summary: String, at location: SourceLocation, help: String?) {
            let line = location.line == request.prompt.location.line ? request.sourceLine : nil
            collection.diagnostics.append(Diagnostic(id, summary, at: location, in: line, help: help))
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
        guard let digests = digests(of: wish, style: style, report(_:_:at:help:)) else { return nil }
        var filled = fill(request.prompt.value, from: wish.about)
        if request.isAutomatic {
            let unwritten = unwritten(wish, style, digests)
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
            id: SlotID(source: wish.slot.source, name: name), request: request, filledPrompt: filled.text,
            style: styleName.flatMap { $0.value == "none" ? nil : $0.value }, recipe: recipe, key: key,
            asked: asked(request, digests: digests),
            provider: request.provider?.value ?? configuration.images.provider.value,
            languages: wish.languages, about: wish.about)
    }

    private func unwritten(
        _ wish: Wish, _ style: SiteConfiguration.Style, _ references: [Digest]
    ) -> UnwrittenSlot {
        let (request, about) = (wish.request, wish.about)
        let words = [style.prefix, style.suffix].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
        let prompt = PromptRequest(
            pageTitle: about.title, pageSummary: about.description ?? "", text: about.text, tags: about.tags,
            language: wish.languages[0], style: words.isEmpty ? nil : words, slotName: request.name)
        return UnwrittenSlot(
            id: wish.slot, prompt: prompt,
            promptKey: PromptRecord.key(
                title: about.title, text: prompt.text, style: prompt.style, slotName: request.name),
            request: request, provider: request.provider?.value ?? configuration.images.provider.value,
            draft: Recipe(
                prompt: String(repeating: "x", count: prompt.maxLength + words.count),
                negative: negative(request, style), shape: request.shape ?? .aspect(configuration.images.aspect),
                background: request.background, seed: request.seed, references: references),
            languages: wish.languages)
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
        let members: [String: JSONValue] = [
            "asked": own.json, "shaped": .flag(request.shape != nil),
            "style": request.style.map { .text($0.value) } ?? .null,
        ]
        return Digest.of(JSONValue.sorted(members).compactText)
    }

    func fill(_ prompt: String, from about: PageText) -> (text: String, unknown: String?) {
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
            case "title": text += about.title
            case "description": text += about.description ?? ""
            default: return (text, "{{\(name)}}")
            }
            rest = rest[close.upperBound...]
        }
        return (text + rest, nil)
    }

    private func digests(
        of wish: Wish, style: SiteConfiguration.Style,
        _ report: (DiagnosticID, String, SourceLocation, String?) -> Void
    ) -> [Digest]? {
        var digests: [Digest] = []
        for (reference, path) in zip(wish.request.references, wish.references) {
            guard let digest = references[path] else {
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
                    wish.request.prompt.location, "references of styles are files relative to the site")
                return nil
            }
            digests.append(digest)
        }
        return digests
    }
}
